package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"readout"
	"readout/internal/store"
)

// Trace is where words come from: the reports that tell of them, the first
// published first. Of a statement that was asked for (Asked), Witnesses are
// those of the same words, or nearly the same, and Others what else is told of
// the speech event; of an utterance all are witnesses. A statement that no
// other report has is its own only witness.
type Trace struct {
	Asked       string             `json:"asked,omitempty"`
	Utterance   *readout.Utterance `json:"utterance,omitempty"`
	SpeakerName string             `json:"speaker_name,omitempty"`
	Told        Tally              `json:"told"` // of the witnesses
	Witnesses   []Telling          `json:"witnesses"`
	Others      []Row              `json:"others,omitempty"`
}

// Telling is how one report tells of a speech event. Chain has the tellers in
// order, the outlet first. Beside is the first witness of another report that
// has these words, or nearly these; Words is how its wording became this one.
// CopyOf is the report of which this one is a copy, of the kind Copy.
type Telling struct {
	Row
	Chain  []Teller `json:"chain,omitempty"`
	Within *Row     `json:"within,omitempty"` // the statement it stands in
	Beside string   `json:"beside,omitempty"`
	Words  []Edit   `json:"words,omitempty"`
	CopyOf string   `json:"copy_of,omitempty"`
	Copy   string   `json:"copy,omitempty"`
}

// Teller is one in a chain, and the words by which the one before cites it.
type Teller struct {
	Name string          `json:"name"`
	Kind readout.HopKind `json:"kind,omitempty"`
	Cue  string          `json:"cue,omitempty"`
}

// Trace follows a statement or an utterance, by its id or the beginning of it,
// to where it comes from. Errors are those of Resolve.
func (e *Engine) Trace(ctx context.Context, prefix string) (*Trace, error) {
	ref, err := e.resolve(ctx, prefix, "statement", "utterance")
	if err != nil {
		return nil, err
	}
	v, err := e.partAt(ctx, At{})
	if err != nil {
		return nil, err
	}
	found, err := v.groups("utterance", 0, ref.ID)
	if err != nil {
		return nil, err
	}
	t, ids := &Trace{}, []string{ref.ID}
	if ref.Type == "statement" {
		t.Asked = ref.ID
	}
	if len(found.Utterances) > 0 {
		t.Utterance = &found.Utterances[0]
		ids = t.Utterance.Statements
		t.SpeakerName = v.name(t.Utterance.Speaker, "")
		for _, id := range ids {
			v.utterances[id] = t.Utterance.ID
		}
	}
	if err := v.tellings(t, ids); err != nil {
		return nil, err
	}
	if len(t.Witnesses) == 0 {
		return nil, fmt.Errorf("trace %s: %w", ref.ID, store.ErrNotFound)
	}
	return t, nil
}

func (v *view) tellings(t *Trace, ids []string) error {
	var all []readout.Statement
	if err := v.load(ids, func(s readout.Statement) { all = append(all, s) }); err != nil {
		return err
	}
	slices.SortStableFunc(all, func(a, b readout.Statement) int {
		return cmp.Or(cmp.Compare(v.told(a), v.told(b)), -compareBools(t.first(a), t.first(b)))
	})
	asked := slices.IndexFunc(all, func(s readout.Statement) bool { return s.ID == t.Asked })
	var rows []Row
	for i, s := range all {
		if asked >= 0 && i != asked && !sameWords(all[asked], s) {
			t.Others = append(t.Others, v.row(s))
			continue
		}
		w := Telling{Row: v.row(s)}
		for _, h := range s.Chain {
			w.Chain = append(w.Chain, v.teller(h, s.Doc))
		}
		if s.Parent != "" {
			if err := v.load([]string{s.Parent}, func(p readout.Statement) { row := v.row(p); w.Within = &row }); err != nil {
				return err
			}
		}
		for _, before := range all[:i] {
			if w.Beside == "" && sameWords(before, s) {
				w.Beside = before.ID
				w.Words, _ = Compare(contentOf(before), contentOf(s), false)
			}
		}
		t.SpeakerName = cmp.Or(t.SpeakerName, w.SpeakerName)
		t.Witnesses = append(t.Witnesses, w)
		rows = append(rows, w.Row)
	}
	t.Told = tally(rows)
	return v.copies(t)
}

// sameWords reports whether two reports tell the same words, or nearly: the
// shorter wording lies in the longer as a quotation does in its witness.
func sameWords(a, b readout.Statement) bool {
	short, long := contentOf(a), contentOf(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	_, near := Compare(short, long, true)
	return a.Doc != b.Doc && near >= leastQuoted
}

// told is the last day on which a statement can have been published; one that
// is not known comes last.
func (v *view) told(s readout.Statement) string {
	if d := v.doc(s.Doc); d != nil && d.Published.Known() {
		return lastDay(d.Published)
	}
	return "9999"
}

// first reports whether a statement is the earliest witness by the ledger.
func (t *Trace) first(s readout.Statement) bool {
	return t.Utterance != nil && t.Utterance.Origin == s.ID
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// teller names one of a chain.
func (v *view) teller(h readout.Hop, doc string) Teller {
	t := Teller{Name: v.outlet(doc), Kind: h.Kind}
	if h.Party != "" {
		t.Name = v.name(h.Party, doc)
	} else if h.Name != "" && h.Name != "outlet" {
		t.Name = h.Name
	}
	if h.Cue != nil {
		t.Cue = h.Cue.Text
	}
	return t
}

// copies marks the witnesses whose reports are copies of others.
func (v *view) copies(t *Trace) error {
	var docs []string
	for _, w := range t.Witnesses {
		docs = append(docs, w.Doc)
	}
	found, err := v.groups("origin", 0, docs...)
	if err != nil {
		return err
	}
	for _, o := range found.Origins {
		for _, c := range o.Copies {
			for i := range t.Witnesses {
				if w := &t.Witnesses[i]; w.Doc == c.Doc {
					w.CopyOf, w.Copy = o.Document, c.Kind
				}
			}
		}
	}
	return nil
}
