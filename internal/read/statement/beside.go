package statement

import (
	"strings"

	"readout"
)

// asides reads the asides behind commas among the tokens from i up to end.
func (f *frame) asides(i, end int) {
	for k := i; k+1 < end; k++ {
		if !f.comma(k) {
			continue
		}
		if j := k + 1; f.aside(j) || f.timeAt(j) >= 0 || f.preposition(j) && !f.l.Occasion.Has(f.low(j), "topic") {
			f.walk(j, end)
		} else if f.low(j) == "who" && f.l.Occasion.Has(f.low(j+1), "scene") {
			f.verb = j + 1
			f.walk(j+2, end)
		}
	}
}

// behindContent reads what follows a noun phrase or a quotation that is said, or a
// clause that ends before a phrase: `denied the report on Tuesday`, "said that the
// bridge was rotten | during her address last week".
func (f *frame) behindContent(k, end int) {
	if f.low(k) == "that" {
		k++
	}
	if len(f.d.content) != 1 || k >= end || !f.d.content[0].Contains(f.a.Tokens[k].Range) && f.quoteAt(k) < 0 {
		return
	}
	c := f.d.content[0]
	if s := f.a.Tokens[k]; c.Start > s.End || c.End < s.Start {
		return
	}
	to := f.tokenAt(c.End)
	if low := f.low(to); (low == "when" || low == "as" || low == "after") && f.toldOfPast(to, end) {
		for k := to; k < end; k++ {
			if f.timeAt(k) >= 0 {
				f.overTimeAt(k, true)
				return
			}
		}
	}
	if f.quoteAt(to-1) < 0 {
		for i := f.tokenAt(c.Start); i < to; i++ {
			if u := f.a.Tokens[i].UPOS; (u == "VERB" || u == "AUX") && (to >= end || f.timeAt(to) < 0 && !f.preposition(to)) {
				return
			}
		}
		f.late = true
		f.phrases(to, end)
		return
	}
	f.walk(to, end)
}

// front reads what opens the sentence, or the clause, in front of the source at
// token start. Only phrases may stand there: else it belongs to other words.
func (f *frame) front(sent readout.Sentence, start int) {
	for k := f.pastClock(sent.First); k < start; k++ {
		if k > sent.First && !f.opensHere(k) {
			continue
		}
		for k < start && f.class(k) == readout.Conjunction {
			k++
		}
		if f.comma(k) {
			k++
		}
		kept := *f.o
		began, opens := f.aside(k), k <= sent.First+1 && !f.aside(k)
		f.verb = f.d.cueToken
		to := f.walk(k, start)
		if to < start && f.comma(to) {
			to++
		}
		began = began && f.comma(f.phraseStart(start)-1)
		if to >= start || began || to > k && kept.time < 0 && opens {
			if to < start && !began { // "On Tuesday the board met, and Ruiz said"
				day := f.o.time
				*f.o = kept
				f.o.time = day
			}
			if !began && f.o.channel == "" && !f.oneSpeaks() {
				f.o.place, f.o.named = kept.place, kept.named // "In Velm, officials said": where it happened
			}
			return
		}
		*f.o = kept
	}
}

// phraseStart is where the noun phrase begins that goes on with a source at token k:
// "the port's | spokesman Emil Tarn".
func (f *frame) phraseStart(k int) int {
	for j := k - 1; j > k-6 && j > 0 && !f.comma(j) && f.a.Tokens[j].UPOS != "VERB"; j-- {
		if f.possessive(k-1) && f.comma(j-1) {
			return j
		}
	}
	return k
}

// oneSpeaks reports a speaker who is in one place: a person, or a single name.
func (f *frame) oneSpeaks() bool {
	p := f.d.party
	return p >= 0 && (f.a.Parties[p].Kind == readout.Person || !strings.Contains(f.a.Parties[p].Name, " ") && f.id(p) != "")
}

// opensHere reports that a clause may begin at token k.
func (f *frame) opensHere(k int) bool {
	switch f.word(k - 1) {
	case ";", ":", ",", "—", "–", "and", "but":
		return true
	}
	return false
}

// deed reads what stands with the verb that the cue goes on with, when that is
// no cue itself.
//
//	EXAMPLE "Ruiz wrote to both sides on Tuesday urging" · "opened it on Thursday, and said" · "took to Chirrup to call"
func (f *frame) deed(sent readout.Sentence) {
	cue := f.a.Tokens[f.d.cueToken]
	h := cue.Head
	if own := f.tokenAt(f.d.source.Start); !f.d.source.Empty() && own > h && own < f.d.cueToken {
		return // a subject of its own
	}
	if cue.Relation != "advcl" && cue.Relation != "conj" && cue.Relation != "xcomp" || h < sent.First || h >= f.d.cueToken || f.outside(h) || f.a.Tokens[h].UPOS != "VERB" {
		return
	}
	f.verb, f.closed = h, true // only what hangs on the verb itself
	for k := h + 1; k < f.d.cueToken && !f.outside(k); k++ {
		if f.timeAt(k) >= 0 && f.timeAt(k) != f.timeAt(k-1) && f.o.time < 0 && (f.l.Occasion.Has(f.low(k-1), "onday") || f.class(k-1) != readout.Preposition) {
			f.overTimeAt(k, true)
		}
	}
	if f.l.Occasion.Has(f.low(h), "scene") {
		f.walk(h+1, f.d.cueToken)
	}
	if to, head := f.nounPhrase(h+2, f.d.cueToken); (f.low(h) == "took" || f.low(h) == "takes") && f.low(h+1) == "to" && head >= 0 && f.o.channel == "" {
		f.o.channel = f.platformIn("on", h+2, to, head)
	}
}

// withinCue reads a time and a channel among the words of a long cue: "sent a
// message on Tuesday in which he thanked".
func (f *frame) withinCue(cue, next int) {
	for k := cue; k < next; k++ {
		if f.timeAt(k) >= 0 && f.o.time < 0 { // "has on Tuesday called for"
			f.overTimeAt(k, true)
		}
		if f.o.channel != "" {
			continue
		}
		if to, head := f.nounPhrase(k, next); head >= 0 && head != f.d.cueToken && f.l.Occasion.Has(f.low(head), "written", "spoken") {
			f.o.channel = f.wayOf(k, to, head)
		}
	}
}

// documentBefore reads a paper that "which" at token k stands for: "His letter of
// 3 May, which proposed".
func (f *frame) documentBefore(k int) {
	h := f.a.Tokens[f.d.cueToken].Head
	if f.low(k) != "which" && f.low(k) != "that" || h < 0 || h >= k || f.a.Tokens[f.d.cueToken].Relation != "acl" {
		return
	}
	from := h
	for from > f.sentence(h).First && f.a.Tokens[from-1].Head == h {
		from--
	}
	f.document(from, k)
}

// document reads a paper that is the source: "A letter of 27 January told them".
func (f *frame) document(from, to int) {
	end, head := f.nounPhrase(from, to)
	if head < 0 || f.a.Tokens[head].UPOS != "NOUN" || !f.l.Occasion.Has(f.low(head), "written") {
		return
	}
	sent := f.l.Occasion.Has(f.low(head), "sent")
	if f.o.channel == "" && sent {
		f.o.channel = f.wayOf(from, end, head)
	}
	f.closed, f.last, f.verb = false, channelPart, head
	switch {
	case end >= to:
	case (f.low(end) == "of" || f.low(end) == "on") && f.timeAt(end+1) >= 0:
		f.overTimeAt(end+1, true)
	case sent && f.aside(end) || f.low(end) == "dated":
		f.walk(end, to)
	}
}
