package eval

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout"

	"github.com/google/go-cmp/cmp"
)

const tunnelText = "Irma Lund said the pumps failed. “They are new,” Otto Brask replied.\nBrask, who calls them “sound”, will not leave."

// standoff writes an annotation: roles by their words, an event from them.
func standoff(text string, events ...map[string][]string) string {
	var b strings.Builder
	n := 0
	for i, roles := range events {
		event := fmt.Sprintf("E%d\tAttribution:T999", i+1)
		for _, role := range sortedKeys(roles) {
			n++
			var offsets []string
			for _, words := range roles[role] {
				start := len([]rune(text[:strings.Index(text, words)]))
				offsets = append(offsets, fmt.Sprintf("%d %d", start, start+len([]rune(words))))
			}
			fmt.Fprintf(&b, "T%d\t%s %s\t%s\n", n, role, strings.Join(offsets, ";"), strings.Join(roles[role], " "))
			event += fmt.Sprintf(" %s:T%d", role, n)
		}
		fmt.Fprintln(&b, event)
	}
	return b.String()
}

func corpus(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// tunnelCorpus has a direct, a mixed and an indirect attribution, an empty
// event, a free label, a second content and a second annotator.
func tunnelCorpus(t *testing.T) string {
	gold := standoff(tunnelText,
		map[string][]string{"Source": {"Irma Lund"}, "Cue": {"said"}, "Content": {"the pumps"}, "Content2": {"failed"}},
		map[string][]string{"Source": {"Otto Brask"}, "Cue": {"replied"}, "Content": {"“They are new,”"}},
		map[string][]string{"Source": {"Brask,"}, "Cue": {"calls"}, "Content": {"them “sound”"}},
		map[string][]string{})
	return corpus(t, map[string]string{
		"text/tunnel.txt":              tunnelText,
		"text/alone.txt":               "No annotation.",
		"attributions/tunnel_b.ann":    "T1\tCue 0 4\tIrma\nE1\tAttribution:T1 Cue:T1\n",
		"attributions/tunnel_a.ann":    gold + "T900\tDiscuss 0 4\tIrma\n",
		"attributions/notes.txt":       "not an annotation",
		"attributions/elsewhere_a.ann": "",
	})
}

// cut is the span of the first place of words in the document.
func cut(t *testing.T, d *readout.Document, words string) readout.Span {
	t.Helper()
	b := strings.Index(d.Text, words)
	s, err := d.Span(readout.Range{Start: b, End: b + len(words)})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func statementOf(t *testing.T, d *readout.Document, source, cue string, content ...string) readout.Statement {
	s, c := cut(t, d, source), cut(t, d, cue)
	st := readout.Statement{Source: &s, Cue: &c}
	for _, words := range content {
		st.Content = append(st.Content, cut(t, d, words))
	}
	return st
}

func TestPolnear(t *testing.T) {
	read := func(d *readout.Document) (*readout.Record, error) {
		nested := statementOf(t, d, "Irma", "leave", "will")
		nested.Parent = "s"
		return &readout.Record{Statements: []readout.Statement{
			statementOf(t, d, "Irma Lund", "said", "the pumps failed"),           // exact: the two contents are one
			statementOf(t, d, "Otto", "replied", "They are new"),                 // half; who_what wants the source
			statementOf(t, d, "Brask,", "calls", "them “sound”, will not leave"), // half and who_what
			statementOf(t, d, "Brask", "leave", "not"),                           // too much
			nested,
		}}, nil
	}
	c, err := Polnear(tunnelCorpus(t), ByRecords(read))
	if err != nil {
		t.Fatal(err)
	}
	r := c.Report()
	want := map[string]string{
		"articles":          "count 1",
		"segment.source":    prf(2, 4, 3).String(),
		"segment.cue":       prf(3, 4, 3).String(),
		"segment.content":   prf(1, 4, 3).String(),
		"begin.source":      prf(3, 4, 3).String(),
		"begin.cue":         prf(3, 4, 3).String(),
		"begin.content":     prf(2, 4, 3).String(),
		"token.source":      prf(6, 6, 6).String(),
		"token.cue":         prf(3, 4, 3).String(),
		"token.content":     prf(10, 14, 13).String(),
		"relation.found":    prf(3, 4, 3).String(),
		"relation.exact":    prf(1, 4, 3).String(),
		"relation.half":     prf(3, 4, 3).String(),
		"relation.overlap":  prf(3, 4, 3).String(),
		"relation.who_what": prf(2, 4, 3).String(),
		"role.source":       prf(2, 4, 3).String(),
		"role.cue":          prf(3, 4, 3).String(),
		"role.content":      prf(1, 4, 3).String(),
		"direct.found":      Breakdown{0, 0, 1, 1}.String(), // the prediction left out the marks
		"direct.exact":      Breakdown{0, 0, 0, 1}.String(),
		"direct.half":       Breakdown{0, 0, 1, 1}.String(),
		"direct.overlap":    Breakdown{0, 0, 1, 1}.String(),
		"direct.who_what":   Breakdown{0, 0, 0, 1}.String(),
		"mixed.found":       Breakdown{1, 1, 1, 1}.String(),
		"mixed.exact":       Breakdown{0, 1, 0, 1}.String(),
		"mixed.half":        Breakdown{1, 1, 1, 1}.String(),
		"mixed.overlap":     Breakdown{1, 1, 1, 1}.String(),
		"mixed.who_what":    Breakdown{1, 1, 1, 1}.String(),
		"indirect.found":    Breakdown{2, 3, 1, 1}.String(),
		"indirect.exact":    Breakdown{1, 3, 1, 1}.String(),
		"indirect.half":     Breakdown{2, 3, 1, 1}.String(),
		"indirect.overlap":  Breakdown{2, 3, 1, 1}.String(),
		"indirect.who_what": Breakdown{1, 3, 1, 1}.String(),
		"say.found":         Breakdown{1, 1, 1, 1}.String(),
		"say.exact":         Breakdown{1, 1, 1, 1}.String(),
		"say.half":          Breakdown{1, 1, 1, 1}.String(),
		"say.overlap":       Breakdown{1, 1, 1, 1}.String(),
		"say.who_what":      Breakdown{1, 1, 1, 1}.String(),
		"other.found":       Breakdown{2, 3, 2, 2}.String(),
		"other.exact":       Breakdown{0, 3, 0, 2}.String(),
		"other.half":        Breakdown{2, 3, 2, 2}.String(),
		"other.overlap":     Breakdown{2, 3, 2, 2}.String(),
		"other.who_what":    Breakdown{1, 3, 1, 2}.String(),
	}
	got := map[string]string{}
	for _, l := range r.Lines() {
		got[l.Name] = l.Figures
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	wantMiss := []string{"too much | tunnel | [Brask] [leave] [not]"}
	if diff := cmp.Diff(wantMiss, byMeasure(r, "relation.found").Misses); diff != "" {
		t.Error(diff)
	}
}

func byMeasure(r *Report, name string) Measure {
	for _, m := range r.Measures {
		if m.Name == name {
			return m
		}
	}
	return Measure{}
}

func TestPolnearNotesWhatTheReaderFailsOn(t *testing.T) {
	finds := func(a ...Attribution) Attributor {
		return func(*readout.Document) ([]Attribution, error) { return a, nil }
	}
	for note, read := range map[string]Attributor{
		"article tunnel: no such language": ByRecords(func(*readout.Document) (*readout.Record, error) {
			return nil, errors.New("no such language")
		}),
		"article tunnel: attribution 1: content 5-1000 lies outside the 123 bytes of the text": finds(Attribution{Content: []readout.Range{{Start: 5, End: 1000}}}),
		"article tunnel: attribution 2: cue 0-34 cuts a character":                             finds(Attribution{}, Attribution{Cue: []readout.Range{{Start: 0, End: 34}}}),
	} {
		c, err := Polnear(tunnelCorpus(t), read)
		if err != nil {
			t.Fatal(err)
		}
		r := c.Report()
		if diff := cmp.Diff([]string{note}, r.Notes); diff != "" {
			t.Error(diff)
		}
		if f := byName(r)["relation.found"]; f != prf(0, 0, 3) {
			t.Errorf("found: %v", f)
		}
	}
}

// TestDump: spans are in code points, cleaned, and an absent role is a list.
func TestDump(t *testing.T) {
	c, err := Polnear(tunnelCorpus(t), func(d *readout.Document) ([]Attribution, error) {
		they, new, mark := strings.Index(d.Text, "They"), strings.Index(d.Text, "new"), strings.Index(d.Text, "”")
		return []Attribution{{Content: []readout.Range{{Start: new, End: mark}, {Start: they, End: they + 5}}}}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := c.Dump(&b); err != nil {
		t.Fatal(err)
	}
	want := `{"doc":"tunnel","relations":[{"source":[],"cue":[],"content":[[34,38],[43,47]]}]}` + "\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestPolnearThatCannotBeReadIsAnError(t *testing.T) {
	read := func(*readout.Document) ([]Attribution, error) { return nil, nil }
	for name, files := range map[string]map[string]string{
		"no folder":  {"text/a.txt": "x"},
		"no article": {"text/a.txt": "x", "attributions/b_1.ann": ""},
		"bad offset": {"text/a.txt": "x", "attributions/a_1.ann": "T1\tCue 0 x\tx\nE1\tAttribution:T1 Cue:T1\n"},
		"outside":    {"text/a.txt": "x", "attributions/a_1.ann": "T1\tCue 0 9\tx\nE1\tAttribution:T1 Cue:T1\n"},
	} {
		if _, err := Polnear(corpus(t, files), read); err == nil || !strings.HasPrefix(err.Error(), "polnear: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestModeOfARelation(t *testing.T) {
	for content, want := range map[string]readout.Mode{
		"the dam holds":                  readout.Indirect,
		"the dam's wall":                 readout.Indirect,
		"“The dam holds,”":               readout.Direct,
		"''The dam holds.''":             readout.Direct,
		"the “dam” holds":                readout.Mixed,
		"“The dam” holds":                readout.Mixed,
		"“The dam holds,” “and will”":    readout.Direct,
		"“The dam holds,” and “so what”": readout.Mixed,
		"“The dam holds”\n.":             readout.Direct,
	} {
		text := []rune(content)
		r := relation{contentRole: {{0, len(text)}}}
		if got := r.mode(text); got != want {
			t.Errorf("%s is %s, want %s", content, got, want)
		}
	}
}
