package query

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"readout"
	"readout/internal/store"
)

// Saying is something that a party says or, with SecondHand, that another tells
// of it; that never counts as its own word.
type Saying struct {
	Row
	Stances    []MatterRef `json:"stances,omitempty"`
	SecondHand bool        `json:"second_hand,omitempty"`
}

// MatterRef is a stance on a proposition.
type MatterRef struct {
	ID       string              `json:"id"`
	Text     string              `json:"text"`
	Value    readout.StanceValue `json:"value"`
	Reported readout.StanceValue `json:"reported_value,omitempty"`
}

// Says lists what a party says in the reports that count, the latest first, and
// then what others tell of it. Party is an id, the beginning of one, or a name
// or word of it; about narrows it to words, or to propositions by their ids
// with commas between. An *UnknownError is a party or claim that is not there.
func (e *Engine) Says(ctx context.Context, party, about string, at At) ([]PartyRef, []Saying, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, nil, err
	}
	day, err := v.day(at.AsOf)
	if err != nil {
		return nil, nil, err
	}
	ids, err := v.partiesCalled(party)
	if err != nil {
		return nil, nil, err
	}
	var refs []PartyRef
	for _, id := range ids {
		refs = append(refs, *v.ref(id))
	}
	claims, words, err := e.aboutWhat(ctx, about)
	if err != nil {
		return nil, nil, err
	}
	all, err := v.sayings(ids, day)
	if err != nil {
		return nil, nil, err
	}
	all = slices.DeleteFunc(all, func(s Saying) bool { return !s.about(claims, words) })
	slices.SortStableFunc(all, func(a, b Saying) int {
		return cmp.Or(compareBools(a.SecondHand, b.SecondHand), compareDays(b.Said, a.Said))
	})
	return refs, all, nil
}

// partiesCalled finds parties of the ledger, all of which it loads.
func (v *view) partiesCalled(text string) ([]string, error) {
	found, err := v.store.Groups(v.ctx, v.version, store.GroupFilter{Type: "party"})
	if err != nil {
		return nil, err
	}
	v.ledger.Parties = found.Parties
	for _, p := range found.Parties {
		v.parties[p.ID] = p
	}
	return v.speakers(text)
}

// aboutWhat takes ids of propositions apart from words.
func (e *Engine) aboutWhat(ctx context.Context, about string) (claims []string, words string, err error) {
	if !strings.HasPrefix(about, "q-") {
		return nil, about, nil
	}
	for id := range strings.SplitSeq(about, ",") {
		ref, err := e.resolve(ctx, strings.TrimSpace(id), "proposition")
		if err != nil {
			return nil, "", err
		}
		claims = append(claims, ref.ID)
	}
	return claims, "", nil
}

// about reports whether a saying is on one of the claims, or has all the words
// in itself or in a matter that it is on.
func (s Saying) about(claims []string, words string) bool {
	text := s.Sentence
	on := len(claims) == 0
	for _, m := range s.Stances {
		text += " " + m.Text
		on = on || slices.Contains(claims, m.ID)
	}
	return on && (words == "" || share(words, text) == 1)
}

// sayings lists the statements of some parties, and those in which others tell
// of their stances, with the stances that are theirs.
func (v *view) sayings(parties []string, day string) ([]Saying, error) {
	var own []readout.Statement
	for s, err := range v.store.Statements(v.ctx, store.Filter{Speakers: parties}) {
		if err != nil {
			return nil, err
		}
		if v.held(s.Doc, day) {
			own = append(own, s)
		}
	}
	stances, err := v.groups("stance", 0, parties...)
	if err != nil {
		return nil, err
	}
	theirs := map[string][]readout.Stance{}
	var matters, ids, told []string
	for _, s := range stances.Stances {
		if !slices.Contains(parties, s.Party) {
			continue
		}
		theirs[s.Statement] = append(theirs[s.Statement], s)
		matters = append(matters, s.Proposition)
		if s.Value == readout.SecondHand {
			told = append(told, s.Statement)
		}
	}
	for _, s := range own {
		ids = append(ids, s.ID)
	}
	if err := v.takeMatters(matters); err != nil {
		return nil, err
	}
	if err := v.takeUtterances(append(ids, told...)); err != nil {
		return nil, err
	}
	var all []Saying
	for _, s := range own {
		all = append(all, Saying{Row: v.row(s), Stances: v.matterRefs(theirs[s.ID])})
	}
	err = v.load(told, func(s readout.Statement) {
		if v.held(s.Doc, day) && !slices.Contains(ids, s.ID) {
			all = append(all, Saying{Row: v.row(s), Stances: v.matterRefs(theirs[s.ID]), SecondHand: true})
		}
	})
	return all, err
}

func (v *view) takeMatters(ids []string) error {
	found, err := v.groups("proposition", 0, ids...)
	if err != nil {
		return err
	}
	for _, q := range found.Propositions {
		v.matter[q.ID] = q.Text
	}
	return nil
}

func (v *view) matterRefs(stances []readout.Stance) []MatterRef {
	var all []MatterRef
	for _, s := range stances {
		all = append(all, MatterRef{s.Proposition, v.matter[s.Proposition], s.Value, s.ReportedValue})
	}
	return all
}
