package decision

import (
	"slices"
	"strconv"
	"strings"

	"readout"
)

// follower carries decisions about earlier versions of a report over to it.
type follower struct {
	*applied
	earlier []*readout.Record
	own     map[string]bool // what decisions about this very report are about
	left    map[string]bool // targets that could not be followed, by their ids
}

// follow applies a decision about an earlier version. It holds for this one
// where its target's very words stand here, once only, where the reader reads in
// them what it read there as far as the decision goes into it, and where nothing
// has been decided here. In all other cases, and after one that did not hold,
// nothing follows: a person has not seen what stands here.
func (f *follower) follow(d readout.Decision) {
	t := d.Target
	if f.left[t.ID] {
		return
	}
	id, ok := f.counterpart(d)
	if !ok || f.own[id] || !f.apply(id, d) {
		f.left[t.ID] = true
	}
}

// counterpart is the one statement or response of this report that reads as
// the target did.
func (f *follower) counterpart(d readout.Decision) (id string, ok bool) {
	at, ok := f.again(d.Target.At.Text)
	was := slices.IndexFunc(f.earlier, func(r *readout.Record) bool { return r.Doc == d.Target.At.Doc })
	if !ok || was < 0 || !wordsInside(d) {
		return "", false
	}
	before := &applied{read: f.earlier[was]}
	old, ok := before.target(d.Target)
	if !ok {
		return "", false
	}
	want := before.readAs(old, d)
	var fits []string
	for _, s := range f.read.Statements {
		if d.Target.Type == "statement" && likeness(s.Span, at) > 0.5 && slices.Equal(f.readAs(s.ID, d), want) {
			fits = append(fits, s.ID)
		}
	}
	for _, r := range f.read.Responses {
		if d.Target.Type == "response" && likeness(r.Span, at) > 0.5 && slices.Equal(f.readAs(r.ID, d), want) {
			fits = append(fits, r.ID)
		}
	}
	if len(fits) != 1 {
		return "", false
	}
	return fits[0], true
}

// again is the one place at which words stand in the report.
func (f *follower) again(words string) (readout.Span, bool) {
	if words == "" || strings.Count(f.doc.Text, words) != 1 {
		return readout.Span{}, false
	}
	return f.find(words, readout.Span{})
}

// wordsInside reports whether the words that a correction puts in stand inside
// the target: those around it may not be here.
func wordsInside(d readout.Decision) bool {
	if d.What != readout.CorrectIt || d.Field != "source" && d.Field != "cue" && d.Field != "content" {
		return true
	}
	for piece := range strings.SplitSeq(d.Value, " … ") {
		if !strings.Contains(d.Target.At.Text, piece) {
			return false
		}
	}
	return true
}

// readAs is what the reader reads in a statement or response, as far as a
// decision goes into it: a correction into its field, the others into all that
// makes it right or wrong.
func (a *applied) readAs(id string, d readout.Decision) []string {
	for _, s := range a.read.Statements {
		if s.ID == id {
			return a.statementAs(s, d)
		}
	}
	for _, r := range a.read.Responses {
		if r.ID == id {
			return []string{a.name(r.Party), string(r.Status)}
		}
	}
	return nil
}

func (a *applied) statementAs(s readout.Statement, d readout.Decision) []string {
	of := map[string]string{"speaker": a.name(s.Speaker), "act": string(s.Act), "mode": string(s.Mode), "negated": strconv.FormatBool(s.Negated)}
	as := []string{s.ContentText()}
	switch d.What {
	case readout.CorrectIt:
		return append(as, of[d.Field])
	case readout.AcceptIt:
		as = append(as, saidOn(s.Said))
	}
	return append(as, of["speaker"], of["act"], of["mode"], of["negated"])
}

// saidOn is the day that a text gives; "on or before publication" is none.
func saidOn(d *readout.Date) string {
	if d == nil || strings.HasPrefix(d.Value, "..") {
		return ""
	}
	return d.Value
}

// name is what two readings have in common of a party.
func (a *applied) name(party string) string {
	for _, p := range a.read.Parties {
		if p.ID == party {
			return p.Name
		}
	}
	return party
}
