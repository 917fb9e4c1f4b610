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
	late   bool // behind what is said, or another noun, where "to" names no hearer
	last   part // what the phrase before was
}

// noVerb is the verb of a frame whose phrases hang on none that tells of saying.
const noVerb = -2

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
	o := occasion{time: -1, addressee: d.addressee, channel: d.channel}
	f := &frame{scan: s, d: d, o: &o, verb: d.cueToken}
	sent := s.sentence(d.cueToken)
	from, to := s.tokenAt(d.source.Start), s.tokenAt(d.source.End)
	cue, next := s.tokenAt(d.cue.Start), s.tokenAt(d.cue.End)
	inverted := !d.source.Empty() && !d.shared && from >= next
	here := !d.source.Empty() && !d.shared && to > sent.First && to <= cue
	from = max(from, sent.First) // the encoder may take the dateline in
	f.told(next)
	if d.by == "scene" {
		next = f.sceneObject(next, sent.Last)
	}
	k := f.walk(max(next, s.tokenAt(o.told.End)), sent.Last)
	if inverted && k <= from {
		f.asides(from, to)
		f.document(from, to)
		k = f.walk(to, sent.Last)
	}
	f.behindContent(k, sent.Last)
	if here {
		for k := to; k < cue; k++ { // "Ruiz had on Tuesday said"
			if f.class(k) != readout.Auxiliary {
				f.walk(k, cue)
				break
			}
		}
		f.asides(from, cue)
		f.document(from, to)
		f.documentBefore(from)
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
	f.late = false
	return f.phrases(k, end)
}

func (f *frame) phrases(k, end int) int {
	f.closed = false
	for k < end && !f.outside(k) {
		switch low := f.low(k); {
		case f.timeAt(k) >= 0:
			k = f.overTimeAt(k, !f.modifies(k))
		case f.last == channelPart && (low == "that" || low == "which") && f.tells(k+1): // "an address that began on Tuesday"
			k = f.participle(k + 1)
		case isWh(low) || low == "that" || low == "if" || low == "whether":
			return k
		case f.preposition(k):
			to := f.phraseWith(k, end)
			if to <= k {
				return k
			}
			k = to
		case f.class(k) == readout.Adverb || f.a.Tokens[k].UPOS == "ADV":
			f.o.vague = f.o.vague || f.l.Occasion.Has(low, "apart")
			f.o.earlier = f.o.earlier || low == "earlier" && k == f.sentence(k).First && f.comma(k+1)
			k++
		case f.comma(k) && f.goesOn(k+1, end):
			f.closed, f.last = false, otherPart
			k++
		case f.comma(k):
			to := f.overApposition(k+1, end)
			if to == k+1 {
				return k
			}
			k = to
		case f.aside(k), f.last == channelPart && f.carries(k), f.last == addresseePart && f.carries(k):
			k = f.participle(k)
		default:
			return k
		}
	}
	return k
}

// overApposition goes over what stands between commas and says who or what was
// meant, where the frame goes on behind it; k when it does not.
//
//	EXAMPLE "in the capital, Velm, on Monday" · "said Ruiz, a lawyer for the mill, on Monday"
func (f *frame) overApposition(k, end int) int {
	to, head := f.nounPhrase(k, end)
	first := to
	for head >= 0 && f.a.Tokens[min(to, end-1)].UPOS == "ADP" && to < end {
		next, inner := f.nounPhrase(to+1, end)
		if inner < 0 {
			return k
		}
		to = next
	}
	if head < 0 || !f.comma(to) || !f.goesOn(to+1, end) {
		return k
	}
	if f.last == otherPart || f.last == placePart {
		f.placeIn("in", k, first, head)
	}
	return to
}

// goesOn reports that token k, behind a comma, opens another phrase of the frame.
func (f *frame) goesOn(k, end int) bool {
	return k < end && (f.timeAt(k) >= 0 || f.preposition(k) || f.aside(k))
}

// carries reports a participle that says more of a channel or a hearer: "a letter
// sent", "supporters gathered".
func (f *frame) carries(k int) bool {
	t := f.a.Tokens[k]
	return t.UPOS == "VERB" && t.Relation == "acl" && t.Head < k
}

// tells reports the verb of a relative clause that goes on with a time.
func (f *frame) tells(k int) bool {
	return f.carries(k) && (f.timeAt(k+1) >= 0 || f.preposition(k+1) && f.timeAt(k+2) >= 0)
}

// outside reports a token that belongs to no frame: of the content, of another
// cue, or of a quotation that the cue is not in.
func (f *frame) outside(k int) bool {
	if f.quoteAt(k) != f.quoteAt(f.d.cueToken) || f.holds(f.d, f.a.Tokens[k].Range) {
		return true
	}
	return k != f.d.cueToken && f.taken(k)
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

// phraseWith reads the phrase that the preposition at token k opens; it gives
// the token behind it, k when there is none.
func (f *frame) phraseWith(k, end int) int {
	p := f.low(k)
	topic := f.l.Occasion.Has(p, "topic")
	if f.timeAt(k+1) >= 0 {
		own := p != "of" || f.last == channelPart
		to := f.overTimeAt(k+1, f.l.Occasion.Has(p, "onday") && own)
		if f.possessive(to) {
			return f.overOccasion(p, k+1, to, end)
		}
		return to
	}
	if strings.HasSuffix(f.low(k+1), "ing") && f.a.Tokens[min(k+1, len(f.a.Tokens)-1)].UPOS == "VERB" { // "after meeting the envoy on Thursday"
		if topic {
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
	if p == "in" && f.low(head) == "it" && k == f.sentence(k).First { // "In it, Ruiz proposed": the paper told of before
		f.o.again, f.last = true, channelPart
		return to
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
	if f.last == otherPart {
		gathering := f.l.Occasion.Has(f.low(head), "spoken", "gathering")
		f.closed = f.closed || topic || p == "on" || (p == "after" || p == "following") && !gathering
		f.late = true
	}
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
	case p == "to" && (f.last == channelPart || !f.late && f.names()) || p == "by" && f.askedBy(),
		p == "with" && (f.last == channelPart || f.l.Occasion.Has(f.low(head), "hearers")):
		if f.o.addressee == "" && !f.l.Occasion.Has(f.low(head), "noise", "written") {
			f.setAddressee(i, end, head)
		}
		return addresseePart
	case p != "of" && f.placeIn(p, i, end, head):
		return placePart
	}
	return otherPart
}

// aside reports a participle that tells how the words came to be said.
func (f *frame) aside(k int) bool {
	return f.l.Occasion.Has(f.low(k), "aside") && f.quoteAt(k) < 0 && k != f.d.cueToken && !f.taken(k)
}

// participle goes over "addressing a rally" and "dated".
func (f *frame) participle(k int) int {
	f.verb, f.closed, f.late, f.last = k, false, false, otherPart
	f.o.asked = f.o.asked || f.l.Occasion.Has(f.low(k), "askedby")
	switch f.low(k) {
	case "addressing":
		if to, head := f.nounPhrase(k+1, f.sentence(k).Last); head >= 0 {
			f.setAddressee(k+1, to, head)
			f.last = addresseePart
			return to
		}
	case "writing":
		if to, head := f.nounPhrase(k+1, f.sentence(k).Last); head >= 0 && f.l.Occasion.Has(f.low(head), "written") {
			f.o.channel, f.last = f.wayOf(k+1, to, head), channelPart
			return to
		}
	case "visiting", "touring":
		if to, head := f.nounPhrase(k+1, f.sentence(k).Last); head >= 0 {
			f.placeIn("in", k+1, to, head)
			return to
		}
	}
	switch {
	case f.l.Occasion.Has(f.low(k), "got"): // "a letter seen by the Post on Friday": when it was seen
		f.verb, f.closed = noVerb, true
	case f.a.Tokens[k].Relation == "acl": // "a video posted", "a statement dated"
		f.last = channelPart
	}
	return k + 1
}
