package statement

import (
	"strings"

	"readout"
)

// occasion is when, where, how and to whom something was said, as far as the
// text tells.
type occasion struct {
	time           int  // index into Analysis.Times, -1: none given
	vague          bool // a time that names no day: "recently", "had said"
	earlier        bool // "Earlier," opens the sentence
	again          bool // "in the same post": the channel was named before
	asked          bool // "asked by", "reached": nothing written
	said           *readout.Date
	addressee      string
	told           readout.Range // where the addressee stands
	channel, place string
	named          bool // the place is a name, not "the dam"
}

// event is a draft, or a sentence without one that opens an occasion ("Ruiz met
// reporters on Tuesday"), in the order of the text.
type event struct {
	*draft
	at    occasion
	index int // of the draft, -1 for a sentence
}

// occasions says for each draft when, where, how and to whom: what stands with
// its cue, and what it goes on with.
func (s *scan) occasions() []occasion {
	events := s.events()
	for n := range events {
		s.dateOwn(events, n)
	}
	for n := range events {
		if from := s.goesOnFrom(events, n); from >= 0 {
			events[n].at.carry(&events[from].at, "as the statement before: ")
		}
	}
	s.fromBehind(events)
	s.turnsOf(events)
	out := make([]occasion, len(s.drafts))
	for n := range events {
		if e := &events[n]; e.index >= 0 {
			out[e.index] = e.at
			if said := e.at.said; !said.Known() && (said == nil || said.Weekday == "") {
				out[e.index].said = s.onOrBefore()
			}
		}
	}
	return out
}

// events lists the drafts and the scenes between them.
func (s *scan) events() []event {
	var out []event
	scenes := s.scenes()
	for i := range s.drafts {
		d := &s.drafts[i]
		for len(scenes) > 0 && scenes[0].sent < d.sent {
			out = append(out, event{draft: scenes[0], at: s.frameOf(scenes[0]), index: -1})
			scenes = scenes[1:]
		}
		e := event{draft: d, at: occasion{time: -1}, index: i}
		switch {
		case d.by == "embed":
			e.at = s.postedOn(d)
		case d.cueToken >= 0 && !d.cue.Empty():
			e.at = s.frameOf(d)
		}
		out = append(out, e)
	}
	return out
}

// onOrBefore is all that is known where the text gives no time.
func (s *scan) onOrBefore() *readout.Date {
	pub := s.a.Doc.Published
	if !pub.Known() {
		return nil
	}
	last := pub.Value[strings.LastIndexByte(pub.Value, '/')+1:]
	return &readout.Date{Value: "../" + last, Grain: readout.GrainInterval, Basis: "no time given; on or before publication"}
}

// postedOn is the day and the network of a social post: "on Chirrup:" stands at
// the end of the paragraph before it.
func (s *scan) postedOn(d *draft) occasion {
	o := occasion{time: -1, channel: d.channel}
	block := s.a.Blocks[s.a.Sentences[d.sent].Block]
	switch k := s.tokenAt(block.Start) - 1; {
	case s.word(k) == ":" && s.low(k-2) == "on" && s.a.Tokens[k-1].UPOS == "PROPN":
		o.channel = s.word(k - 1)
	case strings.Contains(s.text[block.Start:block.End], "twitter.com/"):
		o.channel = "X"
	}
	for n := len(s.a.Times) - 1; n >= 0; n-- {
		if x := s.a.Times[n]; block.Contains(x.Range) && x.Type == readout.TimexDate && x.Value != "" && !s.holds(d, x.Range) {
			o.time = n
			break
		}
	}
	return o
}

// carry takes over from another occasion, where says which, what is not told of
// this one.
func (o *occasion) carry(from *occasion, where string) {
	if o.said == nil && from.said != nil {
		said := *from.said
		said.Basis = where + strings.TrimPrefix(said.Basis, where)
		o.said = &said
	}
	if o.channel == "" || o.again && from.channel != "" {
		o.channel = from.channel
	}
	if o.place == "" && !o.again {
		o.place = from.place
	}
	switch strings.ToLower(from.addressee) {
	case "me", "us", "him", "her", "them":
	default:
		if o.addressee == "" {
			o.addressee = from.addressee
		}
	}
}

// far is how many statements away "the same post" still points to.
const far = 12

// goesOnFrom is the event that event n clearly goes on with: the one before it,
// of the same speaker, a paragraph away at most, with nothing that tells of
// another occasion; -1 for none.
func (s *scan) goesOnFrom(events []event, n int) int {
	e := &events[n]
	if e.index < 0 || e.party < 0 || e.parent >= 0 || e.at.vague || s.perfect(e.draft, "has", "have") || e.by == "interview" || e.by == "embed" {
		return -1
	}
	p := n - 1
	for p >= max(0, n-far) && (events[p].parent >= 0 || events[p].party < 0 && events[p].sent == e.sent || e.at.again && (events[p].party != e.party || events[p].at.channel == "") && !s.filed(&events[p], e)) {
		p--
	}
	if p < max(0, n-far) {
		return -1
	}
	if e.at.again && events[p].by != "embed" {
		return p
	}
	o := &events[p]
	if o.party != e.party || o.by == "embed" || o.by == "interview" || e.sent-o.sent > 3 || s.blocksBetween(o.sent, e.sent) > 1 || s.classOf(o) != s.classOf(e) {
		return -1
	}
	if s.differs(&e.at, &o.at) || s.newDay(o.draft, e.draft) || s.background(o, e) {
		return -1
	}
	return p
}

// filed reports a scene of the sentence before that tells of a paper, which "in it"
// goes on with, whoever it names: "A fisherman filed a lawsuit in May. In it, Ruiz said".
func (s *scan) filed(scene, e *event) bool {
	return scene.index < 0 && scene.sent == e.sent-1 && scene.at.channel != "" && s.low(s.sentence(e.cueToken).First) == "in"
}

// background reports that what was said on no certain day ("last week", "in
// 2019") is behind the report, which goes on in a new paragraph with the name, or
// behind an aside on him.
func (s *scan) background(o, e *event) bool {
	if o.at.said.Known() && o.at.said.Grain != readout.GrainDay && o.cueToken >= 0 && s.a.Tokens[o.cueToken].Relation == "acl" && e.sent == o.sent {
		return true
	}
	again := e.pronoun || e.floating || e.form != nil && e.form.Lemma == "add"
	return !again && o.at.said.Known() && o.at.said.Grain != readout.GrainDay && s.blocksBetween(o.sent, e.sent) > 0
}

func (s *scan) classOf(e *event) readout.Class { return s.a.Blocks[s.a.Sentences[e.sent].Block].Class }

// differs reports that this is another occasion than the one before: another
// day, place, hearer or channel.
func (s *scan) differs(o, before *occasion) bool {
	if o.said.Known() && (!before.said.Known() || o.said.Value != before.said.Value) {
		return true
	}
	bare := func(w string) string { return strings.TrimPrefix(strings.ToLower(w), "the ") }
	other := func(a, b string) bool { return a != "" && b != "" && bare(a) != bare(b) }
	if other(o.place, before.place) || other(o.addressee, before.addressee) {
		return true
	}
	writing := before.channel != "" && !s.spokenOn(before.channel)
	if o.channel == "" || o.again {
		return writing && (o.asked || o.addressee != "" && before.addressee == "")
	}
	return !strings.EqualFold(o.channel, before.channel) && (before.channel != "" || before.addressee != "" || before.place != "")
}

// spokenOn reports a channel by which words are spoken.
func (s *scan) spokenOn(channel string) bool {
	low := strings.ToLower(channel)
	return s.l.Occasion.Has(low[strings.LastIndexByte(low, ' ')+1:], "spoken")
}

// newDay reports a sentence between two drafts that opens with a time: the report
// has gone on to another day.
func (s *scan) newDay(from, to *draft) bool {
	for n := from.sent + 1; n < to.sent; n++ {
		sent := s.a.Sentences[n]
		for k := sent.First; k < sent.First+3 && k < sent.Last; k++ {
			if s.quoteAt(k) >= 0 {
				break
			}
			if x := s.timeAt(k); x >= 0 && s.a.Times[x].Type == readout.TimexDate || k == sent.First && s.l.Occasion.Has(s.low(k), "apart") {
				return true
			}
		}
	}
	return false
}
