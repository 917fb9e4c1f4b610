// Package eval says how good the reader is. It holds the measures and the file
// that keeps their figures.
//
// Score compares an export with a gold export in the same format (the record,
// version 1). Predicted things are paired one to one with gold things by where
// they stand in the text, by maximum total weight; then each field is compared
// over the pairs. What is not found counts as missed, what is not in the gold
// as too much; an absent section scores 0. A gold field may accept several
// values ({"any": [a, b]}), and a gold object that is "optional" is right when
// it is found and no miss when it is not. Spans are compared as sets of tokens
// after trimming (quotation marks, final punctuation, a leading "that" or
// "to"), groupings of statements by B-cubed, extended to clusters that overlap
// (Amigó et al. 2009).
//
// Polnear compares a reader with the PolNeAR corpus of attributions (Newell et
// al. 2018), in whatever folder it is given. What the reader says there can be
// written for another scorer (Corpus.Dump), and its probabilities be held
// against what is right (Corpus.Reliability).
//
// Names, Syntax, Coreference and Gap measure one layer each, on the corpora that
// they name: names of persons, organisations and places; parts of speech and
// dependencies; what a pronoun goes back to. The layer is an interface of one
// method that stands here.
//
// Casualties compares the figures of incidents with the keys of MUC-3/4, Events
// meetings, agreements and strikes with the labels of PLOVER and CASE; each
// reads one half of its corpus, so that rules can be made with the other. The
// texts of MUC-3/4 are in capitals and are given their case back first.
//
// A Table is the committed file of figures; Table.Moved says what a change has
// done to them.
//
// Left out: significance, and every judgement that a count cannot make.
package eval

import (
	"fmt"
	"io"
)

// overall is the mean F1 of these measures.
var overall = []string{
	"statements.who_what", "statements.content", "statements.act", "statements.said", "statements.chain",
	"responses", "propositions", "commitments", "contacts", "incidents",
}

// Score compares the export pred with the export gold, both JSON lines.
// Documents are paired by the base name of their name; objects of documents
// that the gold does not have are left out. The error names the side and the
// line that could not be read; a document that is missing or whose text
// differs is a note of the report.
func Score(gold, pred io.Reader) (*Report, error) {
	g, err := readExport(gold, true)
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	p, err := readExport(pred, false)
	if err != nil {
		return nil, fmt.Errorf("prediction: %w", err)
	}
	s := newScorer(g, p)
	s.integrity()
	s.matchStatements()
	s.scoreStatements()
	s.scoreGrades()
	s.scoreSegments()
	s.scoreResponses()
	s.scoreUtterances()
	s.scorePropositions()
	s.scorePositions()
	s.scoreCommitments()
	s.scoreContacts()
	s.scoreIncidents()
	s.scoreOverall()
	return s.report(), nil
}

// scorer holds the two sides, what has been paired so far, and the sheet.
type scorer struct {
	sheet
	gold, pred *export
	names      *names
	toParty    map[string]string // predicted party id to gold party id, "" for none

	pairs        []matched             // statements
	overlap      map[string]float64    // predicted statement id to how well its content covers the gold's
	predOf       map[string]*statement // gold statement id to its predicted partner
	goldOf       map[string]*statement // predicted statement id to its gold partner
	goldUsed     []*statement          // all but the optional ones that were not found
	predUsed     []*statement          // all but the nested ones that were not paired
	right        set[string]           // predicted statement ids with the right speaker and content
	propositions map[string]string     // gold proposition id to predicted proposition id
	turned       set[string]           // gold propositions that the prediction words the other way round
}

func newScorer(gold, pred *export) *scorer {
	s := &scorer{gold: gold, pred: pred, names: newNames(gold.parties), toParty: map[string]string{}}
	for id, p := range pred.party {
		s.toParty[id] = s.names.find(append([]string{p.Name}, p.Aliases...)...)
	}
	for _, name := range gold.docNames {
		d, found := pred.doc[name]
		switch {
		case !found:
			s.note("document %s: not in the prediction", name)
		case d.Text != nil && string(pred.text[name]) != string(gold.text[name]):
			s.note("document %s: its text differs from the gold file; spans cannot be compared", name)
		}
	}
	return s
}

// goldParty is the gold party for a predicted party id or plain name. Null
// ("") stays null; one that the gold does not know equals nothing.
func (s *scorer) goldParty(ref string) string {
	if ref == "" {
		return ""
	}
	id, known := s.toParty[ref]
	if !known {
		id = s.names.find(ref)
	}
	if id == "" {
		return "?" + ref
	}
	return id
}

func (s *scorer) scoreOverall() {
	sum := 0.0
	for _, name := range overall {
		sum += s.f1(name)
	}
	s.put("overall", Mean(sum/float64(len(overall))))
}
