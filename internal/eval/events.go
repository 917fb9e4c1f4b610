package eval

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"readout"
)

// eventTypes are the types that are measured: the labels of the corpora that
// mean them, and how a record shows them.
var eventTypes = []struct {
	name   string
	labels set[string]
	found  func(*readout.Record) bool
}{
	{"meeting", setOf("CONSULT"), hasContact},
	{"agreement", setOf("AGREEMENT", "AGREE"), hasAgreement},
	{"strike", strikes, hasIncident},
	{"incident", incidents, hasIncident},
}

// Labels of armed strikes, and of all that is an incident in the record: those,
// disasters, what happens to people, and places that change hands. Labour
// strikes are no label of either corpus.
var (
	strikes   = setOf("AIR_STRIKE", "ART_MISS_ATTACK", "SUIC_BOMB", "REM_EXPLOS", "GRENADE", "CHEM_WEAP", "ATTACK", "ARMED_CLASH", "FIGHT", "ASSAULT")
	incidents = setOf("AIR_STRIKE", "ART_MISS_ATTACK", "SUIC_BOMB", "REM_EXPLOS", "GRENADE", "CHEM_WEAP", "ATTACK", "ARMED_CLASH", "FIGHT", "ASSAULT",
		"MAN_MADE_DISASTER", "NATURAL_DISASTER", "SEX_VIOL", "MOB_VIOL", "PROPERTY_DISTRUCT", "VIOL_DEMONSTR", "FORCE_AGAINST_PROTEST",
		"ABDUCT_DISSAP", "ARREST", "DISR_WEAP", "GOV_REGAINS_TERIT", "NON_STATE_ACTOR_OVERTAKES_TER")
)

func hasContact(rec *readout.Record) bool {
	for _, c := range rec.Contacts {
		if c.State != readout.ContactRefused && c.State != readout.ContactDenied {
			return true
		}
	}
	return false
}

func hasAgreement(rec *readout.Record) bool {
	for _, s := range rec.Statements {
		if s.Act == readout.ActAccept || s.Act == readout.ActAcceptIf || s.Act == readout.ActCommit {
			return true
		}
	}
	return len(rec.Commitments) > 0
}

func hasIncident(rec *readout.Record) bool { return len(rec.Incidents) > 0 }

// EventCorpus is how a reader's records agree with labels of event types.
type EventCorpus struct {
	sheet
	dump strings.Builder
}

// Events compares records of single snippets with the event type that each is
// labelled with, in the files of a folder: PLOVER's sentences (*.jsonl, "event"
// and "text") and those of CASE 2021 (*.tsv, "EventSnippet" and "SubType"), in
// one half of them. A snippet has one label; readout records no types, so that a type is read off
// the record:
//
//	meeting    CONSULT            a contact that is neither refused nor denied
//	agreement  AGREEMENT, AGREE   a commitment, or a statement that accepts or commits
//	strike     armed ones         an incident of any kind
//	incident   those, disasters, violence, arrests, places that change hands: an incident
//
// CASE has no label for meetings: its DIPLO is sanctions and expulsions.
// "strike" therefore counts every right incident of another kind as too much.
func Events(dir string, half Half, read Recorder) (*EventCorpus, error) {
	snippets, err := readSnippets(dir)
	if err != nil {
		return nil, fmt.Errorf("events: %w", err)
	}
	c := &EventCorpus{}
	tallies, documents := make([]tally, len(eventTypes)), 0
	for n, s := range snippets {
		if n%2 != int(half) {
			continue
		}
		rec, err := read(plainReport("", s.text, s.day))
		if err != nil {
			c.note("snippet %s: %v", s.name, err)
			continue
		}
		documents++
		for i, t := range eventTypes {
			c.judge(&tallies[i], t.name, s, t.labels[s.label], t.found(rec))
		}
	}
	c.put("snippets", Count(documents))
	for i, t := range eventTypes {
		c.put(t.name, tallies[i].prf())
	}
	return c, nil
}

// Report is the figures.
func (c *EventCorpus) Report() *Report { return c.report() }

// Dump writes what was got wrong: type, name, label and "missed" or "too much".
func (c *EventCorpus) Dump(w io.Writer) error {
	_, err := io.WriteString(w, c.dump.String())
	return err
}

func (c *EventCorpus) judge(t *tally, name string, s snippet, gold, pred bool) {
	how := "too much"
	switch {
	case gold && pred:
		t.right++
	case gold:
		how = "missed"
	}
	if gold {
		t.gold++
	}
	if pred {
		t.pred++
	}
	if gold != pred {
		c.miss(name, how, s.name, s.label, s.text)
		fmt.Fprintf(&c.dump, "%s\t%s\t%s\t%s\n", name, how, s.name, s.label)
	}
}

// snippet is a sentence or a few, with its label and the day it is of, if any.
type snippet struct{ name, text, label, day string }

func readSnippets(dir string) ([]snippet, error) {
	var list []snippet
	for _, format := range []struct {
		pattern string
		read    func(*os.File) ([]snippet, error)
	}{{"*.jsonl", ploverSnippets}, {"*.tsv", caseSnippets}} {
		files, err := filepath.Glob(filepath.Join(dir, format.pattern))
		if err != nil {
			return nil, err
		}
		for _, name := range files {
			file, err := os.Open(name)
			if err != nil {
				return nil, err
			}
			more, err := format.read(file)
			if err := file.Close(); err != nil {
				return nil, err
			}
			if err != nil {
				return nil, fmt.Errorf("%s: %w", filepath.Base(name), err)
			}
			list = append(list, more...)
		}
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: no labelled sentences (*.jsonl, *.tsv): %w", dir, os.ErrNotExist)
	}
	return list, nil
}

// ploverSnippets leaves out the day, which is the same made-up one everywhere.
func ploverSnippets(file *os.File) ([]snippet, error) {
	var list []snippet
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var e struct{ ID, Event, Text string }
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			return nil, err
		}
		list = append(list, snippet{name: e.ID, text: strings.Trim(e.Text, "{} "), label: e.Event})
	}
	return list, lines.Err()
}

func caseSnippets(file *os.File) ([]snippet, error) {
	r := csv.NewReader(file)
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	var list []snippet
	for i, row := range rows {
		if i > 0 && len(row) == 3 {
			list = append(list, snippet{name: "CASE-" + row[0], text: row[1], label: row[2]})
		}
	}
	return list, nil
}
