package timex

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout"
	"readout/internal/lang"
)

// analysis cuts text into paragraphs and sentences, roughly, and pairs double
// quotation marks: enough for Find.
func analysis(text, published string) *readout.Analysis {
	a := &readout.Analysis{Doc: &readout.Document{Text: text}}
	if published != "" {
		a.Doc.Published = &readout.Date{Value: published, Grain: readout.GrainDay}
	}
	at := 0
	for para := range strings.SplitSeq(text, "\n\n") {
		a.Blocks = append(a.Blocks, readout.Block{Range: readout.Range{Start: at, End: at + len(para)}, Class: readout.Body})
		a.Sentences = append(a.Sentences, sentences(text, at, at+len(para), len(a.Blocks)-1)...)
		at += len(para) + 2
	}
	for open, i := -1, 0; i < len(text); i++ {
		switch {
		case text[i] == '"' && open < 0:
			open = i
		case text[i] == '"':
			a.Quotes = append(a.Quotes, readout.Quote{Range: readout.Range{Start: open, End: i + 1},
				Inner: readout.Range{Start: open + 1, End: i}, Outer: -1, Continues: -1, Closed: true})
			open = -1
		}
	}
	return a
}

// sentences ends one at a stop after a word of four letters or more, a digit
// or a quotation mark, before a space and a capital.
func sentences(text string, from, to, block int) []readout.Sentence {
	var out []readout.Sentence
	start := from
	for i := from; i < to; i++ {
		ends := i+2 < to && strings.IndexByte(".!?\"", text[i]) >= 0 && (text[i+1] == ' ' || text[i+1] == '\n') && (text[i+2] >= 'A' && text[i+2] <= 'Z' || text[i+2] == '"')
		if ends && text[i] != '"' {
			w := text[strings.LastIndexAny(text[:i], " \n-")+1 : i]
			ends = len(w) > 4 || strings.ToLower(w) == w && !strings.Contains(w, ".")
		}
		if ends && text[i] == '"' {
			ends = strings.IndexByte(".!?", text[i-1]) >= 0
		}
		if ends {
			out = append(out, readout.Sentence{Range: readout.Range{Start: start, End: i + 1}, Block: block})
			start = i + 2
		}
	}
	return append(out, readout.Sentence{Range: readout.Range{Start: start, End: to}, Block: block})
}

func english(t testing.TB) *lang.Language {
	t.Helper()
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestExamples runs the examples of every list. One reads
//
//	# EXAMPLE "text" (2026-01-10) → DATE 2026-03 "snippet" mod=END grain=month; TIME ?
//
// "(no date)" is a report without a date, "none" no expression, "?" no value;
// snippet, mod, grain and weekday are compared where they are given. Under
// MARKED stands what Annotate gives, in TIMEX3.
func TestExamples(t *testing.T) {
	for _, tag := range lang.Tags() {
		l, err := lang.For(tag)
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join("..", "..", "lang", tag, "timex.txt"))
		if err != nil {
			continue // a language without a list has no times
		}
		n := 0
		for line := range strings.SplitSeq(string(b), "\n") {
			if rest, ok := strings.CutPrefix(line, "# EXAMPLE "); ok {
				n++
				example(t, l, rest, Find)
			}
			if rest, ok := strings.CutPrefix(line, "# MARKED "); ok {
				example(t, l, rest, marked)
			}
		}
		if n == 0 {
			t.Errorf("%s: no examples", tag)
		}
	}
}

// marked is what Annotate gives, with the values of TIMEX3.
func marked(a *readout.Analysis, l *lang.Language) []readout.Timex {
	all := Annotate(a, l)
	for i := range all {
		all[i].Type, all[i].Value = all[i].TIMEX3.Type, all[i].TIMEX3.Value
	}
	return all
}

func example(t *testing.T, l *lang.Language, line string, find func(*readout.Analysis, *lang.Language) []readout.Timex) {
	t.Helper()
	left, right, ok := strings.Cut(line, " → ")
	i := strings.LastIndex(left, `" (`)
	if !ok || i < 1 || left[0] != '"' {
		t.Errorf("%s: not an example", line)
		return
	}
	text, published := left[1:i], strings.TrimSuffix(left[i+3:], ")")
	if published == "no date" {
		published = ""
	}
	a := analysis(text, published)
	got := find(a, l)
	var want []string
	if right != "none" {
		want = strings.Split(right, "; ")
	}
	for k := range max(len(got), len(want)) {
		switch {
		case k >= len(got):
			t.Errorf("%s\n\tmissing: %s", line, want[k])
		case k >= len(want):
			t.Errorf("%s\n\tunexpected: %s", line, show(a, got[k]))
		case !meets(a, got[k], want[k]):
			t.Errorf("%s\n\twant %s\n\tgot  %s", line, want[k], show(a, got[k]))
		}
		if k < len(got) && got[k].Basis == "" {
			t.Errorf("%s: %s has no basis", line, show(a, got[k]))
		}
	}
}

func show(a *readout.Analysis, x readout.Timex) string {
	return string(x.Type) + " " + x.Value + ` "` + a.Doc.Text[x.Start:x.End] + `" mod=` + x.Mod + " grain=" + string(x.Grain) + " weekday=" + x.Weekday + " (" + x.Basis + ")"
}

func meets(a *readout.Analysis, x readout.Timex, want string) bool {
	if i := strings.IndexByte(want, '"'); i >= 0 {
		j := strings.LastIndexByte(want, '"')
		if a.Doc.Text[x.Start:x.End] != want[i+1:j] {
			return false
		}
		want = want[:i] + want[j+1:]
	}
	f := strings.Fields(want)
	if string(x.Type) != f[0] || x.Value != strings.TrimPrefix(f[1], "?") {
		return false
	}
	for _, kv := range f[2:] {
		k, v, _ := strings.Cut(kv, "=")
		if map[string]string{"mod": x.Mod, "grain": string(x.Grain), "weekday": x.Weekday}[k] != v {
			return false
		}
	}
	return true
}
