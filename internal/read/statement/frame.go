package statement

import (
	"strings"

	"readout"
)

// frame reads what stands with a draft's cue and is not said: times, channels,
// addressees and places. They stand behind the cue, between source and cue, or
// in front of the source:
//
//	EXAMPLE "Ruiz told reporters in Velm on Tuesday that the port would close"
//	EXAMPLE "Ruiz, speaking from Velm, said" · "said Ruiz, reached by phone"
//	EXAMPLE "In a letter to the board dated 3 May, Ruiz wrote"
type frame struct {
	*scan
	d      *draft
	o      *occasion
	verb   int  // the cue, or the participle of an aside, that phrases hang on
	closed bool // inside a phrase that has days and places of its own: "about the crash on Friday"
	late   bool // behind what is said, where "to" names no hearer
	last   part // what the phrase before was
}

// part is what a phrase of a frame says.
type part uint8

const (
	otherPart part = iota
	channelPart
	addresseePart
	placePart
	mediaPart // a hearer that has a place of its own: "a radio station in Velm"
)

// frameOf reads the frame of a draft with a cue.
func (s *scan) frameOf(d *draft) occasion {
	o := occasion{time: -1}
	f := &frame{scan: s, d: d, o: &o, verb: d.cueToken}
	sent := s.sentence(d.cueToken)
	from, to := s.tokenAt(d.source.Start), s.tokenAt(d.source.End)
	cue, next := s.tokenAt(d.cue.Start), s.tokenAt(d.cue.End)
	inverted := !d.source.Empty() && !d.shared && from >= next
	here := !d.source.Empty() && !d.shared && from >= sent.First && to <= cue
	f.told(next)
	k := f.walk(max(next, s.tokenAt(o.told.End)), sent.Last)
	f.last = otherPart
	if inverted && k <= from {
		f.asides(from, to)
		k = f.walk(to, sent.Last)
	}
	f.behindContent(k, sent.Last)
	if here {
		f.walk(to, cue)
		f.asides(from, cue)
		f.document(from, to)
	}
	if s.quoteAt(d.cueToken) < 0 {
		start := cue
		if here {
			start = from
		}
		f.front(sent, start)
		f.deed(sent)
	}
	f.withinCue(cue, next)
	return o
}

// walk goes over phrases from token k on and notes what they say; it gives the
// token that is none of them.
func (f *frame) walk(k, end int) int {
	f.closed = false
	for k < end && !f.outside(k) {
		switch low := f.low(k); {
		case f.timeAt(k) >= 0:
			k = f.overTimeAt(k, true)
		case isWh(low) || low == "that" || low == "if" || low == "whether":
			return k
		case f.preposition(k):
			to := f.phraseWith(k, end)
			if to <= k {
				return k
			}
			k = to
		case f.class(k) == readout.Adverb || f.a.Tokens[k].UPOS == "ADV":
			k++
		case f.comma(k) && k+1 < end && (f.timeAt(k+1) >= 0 || f.preposition(k+1) || f.aside(k+1)):
			f.closed, f.last = false, otherPart
			k++
		case f.aside(k):
			k = f.participle(k)
		default:
			return k
		}
	}
	return k
}

// outside reports a token that belongs to no frame: of the content, of another
// cue, or of a quotation that the cue is not in.
func (f *frame) outside(k int) bool {
	if f.quoteAt(k) != f.quoteAt(f.d.cueToken) || f.holds(f.d, f.a.Tokens[k].Range) {
		return true
	}
	return k != f.d.cueToken && f.used[k]
}

// preposition reports one that a phrase follows.
func (f *frame) preposition(k int) bool {
	t := f.a.Tokens[k]
	low := f.low(k)
	if low == "to" && (t.UPOS == "PART" || f.class(k+1) == readout.Verb) || low == "as" && f.class(k+1) != readout.Determiner {
		return false
	}
	return t.UPOS == "ADP" || f.class(k) == readout.Preposition || (low == "after" || low == "while") && strings.HasSuffix(f.low(k+1), "ing")
}

// overTimeAt notes the time expression at token k, where it may be the day of saying,
// and goes over it.
func (f *frame) overTimeAt(k int, may bool) int {
	n := f.timeAt(k)
	end := k
	for f.timeAt(end) == n {
		end++
	}
	x := f.a.Times[n]
	switch {
	case !may || x.Type != readout.TimexDate && x.Type != readout.TimexTime || f.possessive(end):
	case f.closed && !f.hangs(k, end):
	case f.o.time < 0 || f.a.Times[f.o.time].Value == "" && x.Value != "":
		f.o.time = n
	}
	return end
}

// hangs reports that a phrase of the tokens from i up to end hangs on the verb of
// the frame and not on a noun in between.
func (f *frame) hangs(i, end int) bool {
	for k := i; k < end; k++ {
		if h := f.a.Tokens[k].Head; h < i || h >= end {
			return h == f.verb || h == f.d.cueToken
		}
	}
	return false
}

// Prepositions whose phrase has days and places of its own.
var topical = map[string]bool{
	"about": true, "of": true, "for": true, "against": true, "before": true, "over": true, "since": true, "until": true,
	"till": true, "despite": true, "than": true, "amid": true, "regarding": true, "concerning": true, "ahead": true, "like": true,
}

// Prepositions in front of a day that was the day of saying.
var onDay = map[string]bool{"on": true, "in": true, "at": true, "during": true, "late": true, "early": true, "over": true, "dated": true, "of": true, "by": true}

// phraseWith reads the phrase that the preposition at token k opens; it gives
// the token behind it, k when there is none.
func (f *frame) phraseWith(k, end int) int {
	p := f.low(k)
	if f.timeAt(k+1) >= 0 {
		own := p != "of" || f.last == channelPart
		return f.overTimeAt(k+1, onDay[p] && own)
	}
	if strings.HasSuffix(f.low(k+1), "ing") && f.a.Tokens[min(k+1, len(f.a.Tokens)-1)].UPOS == "VERB" { // "after meeting the envoy on Thursday"
		if topical[p] {
			return k
		}
		to, _ := f.nounPhrase(k+2, end)
		f.last = otherPart
		return max(to, k+2)
	}
	to, head := f.nounPhrase(k+1, end)
	if head < 0 {
		return k
	}
	if f.last == mediaPart && p == "in" {
		f.last = otherPart
		return to
	}
	if p == "of" && f.last == placePart && !f.o.named {
		if !f.placeIn(p, k+1, to, head) {
			f.o.place += " " + f.wordsAt(k, to) // "steps of the ministry"
		}
		return to
	}
	f.last = f.says(p, k+1, to, head)
	f.closed = f.closed || topical[p] && f.last == otherPart || p == "on" && f.last == otherPart
	if !f.closed && (p == "in" || p == "at" || p == "during") {
		for i := k + 1; i < to; i++ { // "in a Friday briefing"
			if f.timeAt(i) >= 0 {
				f.overTimeAt(i, true)
				break
			}
		}
	}
	return to
}

// says notes what the phrase of preposition p with the tokens from i up to end
// says, and tells which part of the frame it is.
func (f *frame) says(p string, i, end, head int) part {
	switch {
	case f.closed && p != "to":
	case f.channelIn(p, i, end, head):
		return channelPart
	case p == "to" && (f.last == channelPart || !f.late && f.names()) || p == "with" && f.last == channelPart, p == "by" && f.askedBy():
		if f.o.addressee == "" {
			f.setAddressee(i, end, head)
		}
		return addresseePart
	case f.placeIn(p, i, end, head):
		return placePart
	}
	return otherPart
}

// aside reports a participle that tells how the words came to be said.
func (f *frame) aside(k int) bool {
	return f.l.Occasion.Has(f.low(k), "aside") && f.quoteAt(k) < 0 && k != f.d.cueToken && !f.used[k]
}

// participle goes over "addressing a rally" and "dated".
func (f *frame) participle(k int) int {
	f.verb, f.closed, f.last = k, false, otherPart
	switch f.low(k) {
	case "addressing":
		if to, head := f.nounPhrase(k+1, f.sentence(k).Last); head >= 0 {
			f.setAddressee(k+1, to, head)
			f.last = addresseePart
			return to
		}
	case "dated", "posted", "published", "shared", "released", "issued", "delivered", "recorded", "broadcast", "aired":
		f.last = channelPart
		if f.timeAt(k+1) >= 0 {
			return f.overTimeAt(k+1, true)
		}
	case "visiting", "touring":
		if to, head := f.nounPhrase(k+1, f.sentence(k).Last); head >= 0 {
			f.placeIn("in", k+1, to, head)
			return to
		}
	}
	return k + 1
}

// asides reads the asides behind commas among the tokens from i up to end.
func (f *frame) asides(i, end int) {
	for k := i; k+1 < end; k++ {
		if !f.comma(k) {
			continue
		}
		if j := k + 1; f.aside(j) || f.timeAt(j) >= 0 || f.preposition(j) && !topical[f.low(j)] {
			f.walk(j, end)
		} else if f.low(j) == "who" && f.l.Occasion.Has(f.low(j+1), "scene") {
			f.verb = j + 1
			f.walk(j+2, end)
		}
	}
}

// behindContent reads what follows a noun phrase or a quotation that is said:
// `denied the report on Tuesday`.
func (f *frame) behindContent(k, end int) {
	if len(f.d.content) != 1 || k >= end || !f.d.content[0].Contains(f.a.Tokens[k].Range) && f.quoteAt(k) < 0 {
		return
	}
	c := f.d.content[0]
	if s := f.a.Tokens[k]; c.Start > s.End || c.End < s.Start {
		return
	}
	to := f.tokenAt(c.End)
	if f.quoteAt(to-1) < 0 {
		for i := f.tokenAt(c.Start); i < to; i++ {
			if u := f.a.Tokens[i].UPOS; u == "VERB" || u == "AUX" {
				return
			}
		}
		f.late = true
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
		began := f.aside(k)
		f.verb = f.d.cueToken
		to := f.walk(k, start)
		if to < start && f.comma(to) {
			to++
		}
		began = began && f.comma(start-1)
		if to >= start || began || to > k && kept.time < 0 && k <= sent.First+1 {
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
//	EXAMPLE "Ruiz wrote to both sides on Tuesday urging" · "opened it on Thursday, and said"
func (f *frame) deed(sent readout.Sentence) {
	cue := f.a.Tokens[f.d.cueToken]
	h := cue.Head
	if own := f.tokenAt(f.d.source.Start); !f.d.source.Empty() && own > h && own < f.d.cueToken {
		return // a subject of its own
	}
	if cue.Relation != "advcl" && cue.Relation != "conj" || h < sent.First || h >= f.d.cueToken || f.outside(h) || f.a.Tokens[h].UPOS != "VERB" {
		return
	}
	f.verb, f.closed = h, true // only what hangs on the verb itself
	for k := h + 1; k < f.d.cueToken && !f.outside(k); k++ {
		if f.timeAt(k) >= 0 && f.timeAt(k) != f.timeAt(k-1) && f.o.time < 0 && (onDay[f.low(k-1)] || f.class(k-1) != readout.Preposition) {
			f.overTimeAt(k, true)
		}
	}
	if f.l.Occasion.Has(f.low(h), "scene") {
		f.walk(h+1, f.d.cueToken)
	}
}

// withinCue reads a channel among the words of a long cue: "sent a message in
// which he thanked".
func (f *frame) withinCue(cue, next int) {
	for k := cue; k < next && f.o.channel == ""; k++ {
		if to, head := f.nounPhrase(k, next); head >= 0 && f.l.Occasion.Has(f.low(head), "written", "spoken") {
			f.o.channel = f.wayOf(k, to, head)
		}
	}
}

// document reads a paper that is the source: "A letter of 27 January told them".
func (f *frame) document(from, to int) {
	end, head := f.nounPhrase(from, to)
	if head < 0 || !f.l.Occasion.Has(f.low(head), "written") {
		return
	}
	if f.o.channel == "" && f.l.Occasion.Has(f.low(head), "sent") {
		f.o.channel = f.wayOf(from, end, head)
	}
	f.closed, f.last, f.verb = false, channelPart, head
	for k := end; k < to && !f.comma(k); {
		switch {
		case f.timeAt(k) >= 0, f.aside(k):
			k = f.walk(k, to)
			return
		case f.preposition(k):
			next := f.phraseWith(k, to)
			if next <= k || f.low(k) == "from" || f.low(k) == "by" {
				return
			}
			k = next
		default:
			return
		}
	}
}
