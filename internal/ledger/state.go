package ledger

import (
	"slices"

	"readout"
	"readout/internal/lang"
	"readout/internal/ledger/commitment"
	"readout/internal/ledger/contact"
	"readout/internal/ledger/incident"
	"readout/internal/ledger/origin"
	"readout/internal/ledger/party"
	"readout/internal/ledger/proposition"
	"readout/internal/ledger/revision"
	"readout/internal/ledger/story"
	"readout/internal/ledger/utterance"
)

// state is the parts of the ledger after some reports.
type state struct {
	reports      int
	parties      *party.File
	utterances   *utterance.File
	propositions *proposition.File
	commitments  *commitment.File
	contacts     *contact.File
	incidents    *incident.File
	stories      *story.File
	origins      *origin.File
	revisions    *revision.File
	responses    []readout.Response
}

func newState() *state {
	s := &state{parties: party.New(adjectives()), origins: origin.New(), revisions: revision.New()}
	s.utterances = utterance.New(s.parties.Canonical, s.origins.Copied)
	s.propositions = proposition.New(s.parties, s.utterances.Twin)
	s.commitments = commitment.New(s.parties)
	s.contacts = contact.New(s.parties.Canonical)
	s.incidents = incident.New(s.parties.Canonical)
	s.stories = story.New()
	return s
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

// add takes in one report. Parties come first: the other parts ask them who
// is who.
func (s *state) add(doc *readout.Document, rec *readout.Record) {
	s.parties.Add(rec.Parties)
	s.origins.Add(doc, rec)
	s.revisions.Add(doc, rec)
	s.stories.Add(doc, rec)
	s.utterances.Add(s.reports, doc, rec)
	s.propositions.Add(doc, rec)
	s.commitments.Add(doc, rec)
	s.contacts.Add(rec)
	s.incidents.Add(rec)
	s.responses = append(s.responses, rec.Responses...)
	s.reports++
}

// ledger is the groups as they stand.
func (s *state) ledger() *readout.Ledger {
	l := &readout.Ledger{
		Parties:     s.parties.All(),
		Utterances:  s.utterances.All(s.origins.Copies()),
		Responses:   s.propositions.About(s.responses),
		Commitments: s.commitments.All(),
		Contacts:    s.contacts.All(),
		Incidents:   s.incidents.All(),
		Stories:     s.stories.All(),
		Origins:     s.origins.All(),
		Revisions:   s.revisions.All(),
	}
	l.Propositions, l.Stances = s.propositions.All()
	l.Candidates = slices.Concat(s.parties.Candidates(), s.utterances.Candidates(), s.propositions.Candidates())
	return l
}
