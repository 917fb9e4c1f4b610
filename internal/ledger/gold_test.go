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

// goldStory is an export with the answers of a person in it.
type goldStory struct {
	reports []store.Report
	ledger  readout.Ledger
	rows    []map[string]any
}

// readGold makes of a gold export the reports that a faultless reader would
// give: of several right answers the first, and each report's own parties,
// statements and responses.
func readGold(t *testing.T, path string) *goldStory {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	g := &goldStory{}
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

func (g *goldStory) take(t *testing.T, kind string, line []byte, at map[string]int) {
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

// The demo's gold statements go in; what comes out must not join two matters
// or two speech events, must not turn a yes into a no, and must join
// something.
func TestJoinsOfTheDemo(t *testing.T) {
	g := readGold(t, "../demo/record.jsonl")
	l := mustBuild(t, g.reports)

	right, wrong := pairs(propositionsOf(g.ledger.Stances), propositionsOf(l.Stances))
	t.Logf("propositions: %d pairs right, %d wrong", right, wrong)
	if wrong > 0 || right < 20 {
		t.Errorf("propositions: %d pairs of statements joined rightly, %d wrongly", right, wrong)
	}
	right, wrong = pairs(utterancesOf(g.ledger.Utterances), utterancesOf(l.Utterances))
	t.Logf("utterances: %d pairs right, %d wrong", right, wrong)
	if wrong > 0 || right < 170 {
		t.Errorf("utterances: %d pairs of statements joined rightly, %d wrongly", right, wrong)
	}
	if turned := turned(g.ledger.Stances, l.Stances); len(turned) > 0 {
		t.Errorf("yes and no are turned round: %v", turned)
	}
}

// propositionsOf and utterancesOf give the groups that each statement is in.
func propositionsOf(stances []readout.Stance) map[string][]string {
	of := map[string][]string{}
	for _, s := range stances {
		if !slices.Contains(of[s.Statement], s.Proposition) {
			of[s.Statement] = append(of[s.Statement], s.Proposition)
		}
	}
	return of
}

func utterancesOf(us []readout.Utterance) map[string][]string {
	of := map[string][]string{}
	for _, u := range us {
		for _, s := range u.Statements {
			of[s] = append(of[s], u.ID)
		}
	}
	return of
}

// pairs counts the pairs of statements, both in some gold group, that share a
// group in got, by whether they share one in gold.
func pairs(gold, got map[string][]string) (right, wrong int) {
	share := func(a, b []string) bool {
		return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
	}
	for a := range gold {
		for b := range gold {
			if a >= b || !share(got[a], got[b]) {
				continue
			}
			if share(gold[a], gold[b]) {
				right++
			} else {
				wrong++
			}
		}
	}
	return right, wrong
}

// turned lists the pairs of statements that stand on one side in the gold and
// on two in got, or the reverse.
func turned(gold, got []readout.Stance) []string {
	side := map[readout.StanceValue]int{
		readout.Affirms: 1, readout.Supports: 1, readout.SupportsIf: 1, readout.Denies: -1, readout.Opposes: -1,
	}
	sides := func(stances []readout.Stance) map[[2]string]int {
		of := map[[2]string]int{}
		for _, s := range stances {
			of[[2]string{s.Proposition, s.Statement}] = side[s.Value]
		}
		return of
	}
	want, have := sides(gold), sides(got)
	var out []string
	for a, x := range have {
		for b, y := range have {
			if a[0] != b[0] || a[1] >= b[1] || x*y == 0 {
				continue
			}
			for g, u := range want {
				if v := want[[2]string{g[0], b[1]}]; g[1] == a[1] && u*v != 0 && u*v != x*y {
					out = append(out, a[1]+" "+b[1])
				}
			}
		}
	}
	return out
}
