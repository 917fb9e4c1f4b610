package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// draft is a contact in the making: its key word at token at, all of it from
// first up to last.
type draft struct {
	form            readout.ContactForm
	who             []layer.Actor
	at, first, last int
	end             int // its key word where it was told of last
	state           readout.ContactState
	set             bool          // the state is said, not taken for granted
	known           bool          // "the call": it may have been told of before
	pair            bool          // "the two", "they": who took part was said before
	hosted          bool          // by the one who takes part
	fronted         bool          // all who took part stand in front: "A's visit"
	then            []layer.Actor // the other side of a second one: "first with B, then with C"
	turn            int           // 1: the second of two told in one
	channel         bool          // a letter in which something is said: one that is dated counts
	lies            int           // 1: ahead for sure; -1: ahead of a day that is past
	open            bool          // "between", "of": all who took part stand behind it
	condition       readout.Range
	again           bool // "on several occasions": no one meeting
	before          bool // the time in the sentence is of what came after it
	more            []readout.Range
	when            *readout.Timex
	where           string
}

// take adds who took part, with the place in the sentence.
func (d *draft) take(who []layer.Actor) {
	for _, a := range who {
		if !has(d.who, a) {
			d.who = append(d.who, a)
		}
		if a.First < d.first && d.first-a.First < 30 {
			d.first = a.First
		}
		if a.Last > d.last && a.Last-d.last < 30 {
			d.last = a.Last
		}
	}
}

// enough: two parties, or one that is several, or a guest.
func (f *finder) enough(d *draft) bool {
	if len(d.who) != 1 {
		return len(d.who) > 1 && (!d.channel || d.when != nil)
	}
	switch a := d.who[0]; {
	case d.known && d.when == nil:
		return false
	case d.form == readout.Visit:
		return (f.guest(a) || individual(a) && f.Low(d.at) == "visit") && (d.where != "" || f.is(d.at, "place"))
	case d.form == readout.Letter:
		return d.when != nil && a.Party.Kind == readout.Person && f.UPOS(d.at) != "VERB"
	case d.open:
		return f.plural(a) || d.state == readout.ContactOffered
	case f.UPOS(d.at) == "VERB":
		return f.plural(a) && d.form != readout.ContactOnly
	}
	return d.hosted && d.when != nil || d.state == readout.ContactOffered && !d.known
}

// two puts those who met before in the place of "both leaders".
func (f *finder) two(who []layer.Actor) []layer.Actor {
	for n, a := range who {
		if a.Party.Kind != readout.Unnamed || !f.paired(who[n:n+1]) || len(who) == 1 || !f.is(a.Last-1, "office") {
			continue
		}
		for i := len(f.drafts) - 1; i >= 0; i-- {
			if o := f.drafts[i]; len(o.who) == 2 && persons(o.who) && !meet(o.who, who) {
				return append(slices.Delete(slices.Clone(who), n, n+1), o.who...)
			}
		}
	}
	return who
}

// meet: some are in both lists.
func meet(a, b []layer.Actor) bool {
	return slices.ContainsFunc(b, func(p layer.Actor) bool { return has(a, p) })
}

func persons(who []layer.Actor) bool {
	return !slices.ContainsFunc(who, func(a layer.Actor) bool { return a.Party.Kind != readout.Person })
}

// absorb drops a journey that the same sentence gives a reason for: "flew to
// Oslo to meet Ruiz".
func (f *finder) absorb(d *draft) {
	f.drafts = slices.DeleteFunc(f.drafts, func(o draft) bool {
		same := o.form == readout.Visit && len(o.who) == 1 && f.sister(&o, d) && has(d.who, o.who[0])
		if same && d.when == nil {
			d.when = o.when
		}
		return same
	})
}

// placed fills in where.
func (f *finder) placed(d *draft) {
	if d.where == "" {
		d.where = f.place(d.at+1, d.last+10)
	}
	if d.where == "" {
		d.where = f.place(d.first, d.at)
	}
}

// dated: what the text puts on a day after its own lies ahead; where the verb
// says that it took place, the day is wrong.
func (f *finder) dated(d *draft) {
	p := f.A.Doc.Published
	if d.state != readout.ContactReported || d.when == nil || d.before || p == nil || !layer.Day(p.Value) {
		return
	}
	switch v := day(d.when.Value); {
	case !layer.Day(v) || v <= p.Value:
	case f.UPOS(d.at) == "VERB" && !strings.HasSuffix(f.Low(d.at), "ing"):
		d.when = nil
	default:
		d.state, d.set = readout.ContactPlanned, true
	}
}
