package ledger

import (
	"slices"

	"readout"
	"readout/internal/decision"
	"readout/internal/lang"
	"readout/internal/ledger/commitment"
	"readout/internal/ledger/contact"
	"readout/internal/ledger/incident"
	"readout/internal/ledger/origin"
	"readout/internal/ledger/party"
	"readout/internal/ledger/proposition"
	"readout/internal/ledger/revision"
	"readout/internal/ledger/ruling"
	"readout/internal/ledger/shelf"
	"readout/internal/ledger/story"
	"readout/internal/ledger/utterance"
	"readout/internal/store"
)

// state is the parts of the ledger after some reports.
type state struct {
	shelf        *shelf.Shelf
	library      *library
	rulings      *ruling.Book
	reports      *shelf.Counter
	parties      *party.File
	utterances   *utterance.File
	propositions *proposition.File
	commitments  *commitment.File
	contacts     *contact.File
	incidents    *incident.File
	stories      *story.File
	origins      *origin.File
	revisions    *revision.File
}

func newState(s *shelf.Shelf, l *library, joins []decision.Join) *state {
	st := &state{shelf: s, library: l, rulings: ruling.New(s, joins), reports: shelf.NewCounter(s, "report.count"), origins: origin.New(s)}
	st.parties = party.New(s, st.rulings, adjectives())
	st.utterances = utterance.New(s, st.parties, st.origins, st.rulings, l.statement)
	st.propositions = proposition.New(s, st.parties, st.rulings, st.utterances.Twin)
	st.commitments = commitment.New(s, st.parties, st.rulings)
	st.contacts = contact.New(s, st.parties)
	st.incidents = incident.New(s, st.parties)
	st.stories = story.New(s)
	st.revisions = revision.New(s, l.report)
	return st
}

// adjectives are the words for the states of the world that cannot be told by
// their letters ("Dutch"); the rules of joining are English, so the list is.
func adjectives() map[string]string {
	l, err := lang.For("en")
	if err != nil {
		return nil
	}
	return l.Places.Adjectives
}

// add takes in one report. Rulings and parties come first: the other parts ask
// what persons have decided, and who is who.
func (s *state) add(doc *readout.Document, rec *readout.Record) error {
	n := s.reports.Next()
	s.library.add(doc, rec)
	s.rulings.Read(rec)
	s.parties.Add(publishedOn(doc), rec.Parties)
	s.origins.Add(doc, rec)
	s.revisions.Add(doc, rec)
	s.stories.Add(doc, rec)
	s.utterances.Add(n, doc, rec)
	s.propositions.Add(doc, rec)
	s.commitments.Add(doc, rec)
	s.contacts.Add(doc, rec)
	s.incidents.Add(doc, rec)
	return s.shelf.Err()
}

func publishedOn(doc *readout.Document) string {
	if !doc.Published.Known() {
		return ""
	}
	return doc.Published.Value
}

// change is what has become of the groups since it was last asked for. Some
// that no report has touched are shown otherwise now, since another id stands
// for a party or a document has become a copy; kept gives the groups with one of
// some keys as they were shown the last time.
func (s *state) change(kept func(kind string, keys []string) (*readout.Ledger, error)) (c store.Change, err error) {
	parties, surnames, gone, moved := s.parties.Changed()
	c.Gone = refs("candidate", gone)
	if err := s.touch(&c, kept, moved); err != nil {
		return c, err
	}
	origins, gone, copies := s.origins.Changed()
	c.Gone = append(c.Gone, refs("origin", gone)...)
	for _, doc := range copies {
		s.utterances.TouchDoc(doc)
	}
	if gone = s.utterances.Gone(); len(gone) > 0 {
		c.Gone = append(c.Gone, refs("utterance", gone)...)
		near, err := kept("candidate", gone)
		if err != nil {
			return c, err
		}
		for _, one := range near.Candidates {
			s.utterances.Recall(one)
		}
	}
	utterances, alike, gone := s.utterances.Changed()
	c.Gone = append(c.Gone, refs("candidate", gone)...)
	propositions, related := s.propositions.Changed()
	revisions, gone := s.revisions.Changed()
	c.Gone = append(c.Gone, refs("revision", gone)...)

	put(&c, obey(&c, s.rulings, parties, setParty))
	put(&c, utterances)
	put(&c, propositions)
	put(&c, s.propositions.ChangedStances())
	put(&c, s.propositions.ChangedResponses())
	put(&c, obey(&c, s.rulings, s.commitments.Changed(), setCommitment))
	put(&c, obey(&c, s.rulings, s.contacts.Changed(), setContact))
	put(&c, obey(&c, s.rulings, s.incidents.Changed(), setIncident))
	put(&c, s.stories.Changed())
	put(&c, origins)
	put(&c, revisions)
	put(&c, slices.Concat(surnames, alike, related))
	return c, s.shelf.Err()
}

// touch has everything shown again that names a party for which another id
// stands now. A stance is known by its party, so the old one goes.
func (s *state) touch(c *store.Change, kept func(kind string, keys []string) (*readout.Ledger, error), moved []string) error {
	if len(moved) == 0 {
		return nil
	}
	keys := slices.Clone(moved)
	for _, id := range moved {
		keys = append(keys, store.Told+id)
	}
	l, err := kept("", keys)
	if err != nil {
		return err
	}
	for _, v := range l.Stances {
		s.propositions.Touch(v)
		c.Gone = append(c.Gone, store.Ref{Type: "stance", ID: store.GroupOf(v).ID})
	}
	each(l.Utterances, s.utterances.Touch)
	each(l.Responses, s.propositions.TouchResponse)
	each(l.Commitments, s.commitments.Touch)
	each(l.Contacts, s.contacts.Touch)
	each(l.Incidents, s.incidents.Touch)
	return nil
}

func each[T any](list []T, do func(T)) {
	for _, v := range list {
		do(v)
	}
}

func put[T any](c *store.Change, placed []shelf.Placed[T]) {
	for _, p := range placed {
		g := store.GroupOf(p.Group)
		g.Place = int64(p.Place)
		c.Put = append(c.Put, g)
	}
}

func refs(kind string, ids []string) []store.Ref {
	var out []store.Ref
	for _, id := range ids {
		out = append(out, store.Ref{Type: kind, ID: id})
	}
	return out
}
