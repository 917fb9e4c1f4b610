package ledger_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"iter"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"readout"
	"readout/internal/store"
)

// gold is an export with the answers of a person in it.
type gold struct {
	reports []store.Report
	ledger  readout.Ledger
	rows    []map[string]any
}

// readGold makes of a gold export the reports that a faultless reader would
// give: of several right answers the first, and each report's own parties,
// statements and responses.
func readGold(t *testing.T, path string) *gold {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	g := &gold{}
	at := map[string]int{}
	lines := bufio.NewScanner(bytes.NewReader(raw))
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var row any
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		fields := first(row).(map[string]any)
		g.rows = append(g.rows, fields)
		line, _ := json.Marshal(fields)
		g.take(t, fields["type"].(string), line, at)
	}
	slices.SortStableFunc(g.reports, func(a, b store.Report) int { return strings.Compare(published(a.Doc), published(b.Doc)) })
	for i := range g.reports {
		g.reports[i].Seq = int64(i + 1)
		for _, p := range g.ledger.Parties {
			if concerns(&g.reports[i], p) {
				p.Principal = "" // the ledger's to find
				g.reports[i].Rec.Parties = append(g.reports[i].Rec.Parties, p)
			}
		}
	}
	return g
}

func (g *gold) take(t *testing.T, kind string, line []byte, at map[string]int) {
	report := func(doc string) *readout.Record { return g.reports[at[doc]].Rec }
	switch kind {
	case "document":
		d := decode[readout.Document](t, line)
		at[d.ID] = len(g.reports)
		g.reports = append(g.reports, store.Report{Doc: &d, Rec: &readout.Record{Doc: d.ID, Reader: "gold"}})
	case "party":
		g.ledger.Parties = append(g.ledger.Parties, decode[readout.Party](t, line))
	case "statement":
		s := decode[readout.Statement](t, line)
		s.Doc = s.Span.Doc
		report(s.Doc).Statements = append(report(s.Doc).Statements, s)
	case "response":
		r := decode[readout.Response](t, line)
		r.Doc, r.About = r.Span.Doc, nil
		report(r.Doc).Responses = append(report(r.Doc).Responses, r)
	case "segment":
		s := decode[readout.Segment](t, line)
		report(s.Doc).Segments = append(report(s.Doc).Segments, s)
	case "stance":
		g.ledger.Stances = append(g.ledger.Stances, decode[readout.Stance](t, line))
	case "utterance":
		g.ledger.Utterances = append(g.ledger.Utterances, decode[readout.Utterance](t, line))
	}
}

func decode[T any](t *testing.T, line []byte) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(line, &v); err != nil {
		t.Fatalf("%v in %.200s", err, line)
	}
	return v
}

// first takes the first of several right answers, everywhere in a value.
func first(v any) any {
	switch v := v.(type) {
	case map[string]any:
		if options, ok := v["any"].([]any); ok && len(v) == 1 {
			return first(options[0])
		}
		for k := range v {
			if v[k] = first(v[k]); v[k] == nil {
				delete(v, k)
			}
		}
	case []any:
		for i := range v {
			v[i] = first(v[i])
		}
	}
	return v
}

func published(d *readout.Document) string {
	if d.Published == nil {
		return ""
	}
	return d.Published.Value
}

// concerns: the report names the party, or somebody speaks as it.
func concerns(r *store.Report, p readout.Party) bool {
	if slices.ContainsFunc(r.Rec.Statements, func(s readout.Statement) bool { return s.Speaker == p.ID }) {
		return true
	}
	return slices.ContainsFunc(append([]string{p.Name}, p.Aliases...), func(name string) bool {
		return strings.IndexFunc(name, unicode.IsUpper) >= 0 && strings.Contains(r.Doc.Text, name)
	})
}

func seqOf(reports []store.Report) iter.Seq2[store.Report, error] {
	return func(yield func(store.Report, error) bool) {
		for _, r := range reports {
			if !yield(r, nil) {
				return
			}
		}
	}
}
