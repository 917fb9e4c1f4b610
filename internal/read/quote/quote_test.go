package quote

import (
	"strings"
	"testing"

	"readout"
)

// analysis makes one block of each line.
func analysis(text string) *readout.Analysis {
	a := &readout.Analysis{Doc: &readout.Document{Text: text}}
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		end := at + len(strings.TrimSuffix(line, "\n"))
		if end > at {
			a.Blocks = append(a.Blocks, readout.Block{Range: readout.Range{Start: at, End: end}, Class: readout.Body})
		}
		at += len(line)
	}
	return a
}

func TestPair(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"straight", `"We stay," she said. "We do."`, "We stay,|We do."},
		{"curly", `“We stay,” she said.`, "We stay,"},
		{"british", `‘We don’t know the miners’ plan,’ she said.`, "We don’t know the miners’ plan,"},
		{"straight single", `'It's the workers' right,' he said.`, "It's the workers' right,"},
		{"doubled apostrophes", `''We stay,'' she said.`, "We stay,"},
		{"tex", "``We stay,'' she said.", "We stay,"},
		{"german", `„Wir bleiben“, he said.`, "Wir bleiben"},
		{"guillemets", `«We stay», he said.`, "We stay"},
		{"apostrophes are no marks", `The workers' union and the '90s deal, it's said.`, ""},
		{"nested", `"He said 'stay away' to us," she said.`, "He said 'stay away' to us,|stay away"},
		{"nested curly", `“He said ‘stay’ to us,” she said.`, "He said ‘stay’ to us,|stay"},
		{"unclosed", `"We stay, she said.`, "We stay, she said."},
		{"unclosed before another", `“We stay, she said. “We go,” he said.`, "We stay, she said.|We go,"},
		{"closing mark alone", `We stay,” she said.`, ""},
		{"mixed shapes", `“We stay," she said.`, "We stay,"},
		{"nothing inside", `"" and “”`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, q := range Pair(analysis(c.text)) {
				got = append(got, c.text[q.Inner.Start:q.Inner.End])
			}
			if g := strings.Join(got, "|"); g != c.want {
				t.Errorf("got %q, want %q", g, c.want)
			}
		})
	}
}

func TestContinued(t *testing.T) {
	quotes := Pair(analysis("“We stay.\n\n“We always did,” she said.\n“And so on.”"))
	if len(quotes) != 3 || quotes[0].Continues != -1 || !quotes[0].Closed || quotes[1].Continues != 0 || quotes[2].Continues != -1 {
		t.Fatalf("got %+v", quotes)
	}
}

func TestEdits(t *testing.T) {
	text := `"We [the union] stay ... here […] and … there"`
	q := Pair(analysis(text))
	if len(q) != 1 {
		t.Fatal(q)
	}
	var got []string
	for _, e := range q[0].Edits {
		got = append(got, string(e.Kind)+" "+text[e.Start:e.End])
	}
	want := "insertion [the union]|cut ...|cut […]|cut …"
	if g := strings.Join(got, "|"); g != want {
		t.Errorf("got %s, want %s", g, want)
	}
}

func FuzzPair(f *testing.F) {
	f.Add("“We ‘stay’,\" he said.\n\n''Go'' «x»")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		a := analysis(text)
		for i, q := range Pair(a) {
			if q.Start < 0 || q.Inner.Start <= q.Start || q.Inner.End < q.Inner.Start || q.End < q.Inner.End || q.End > len(text) {
				t.Fatalf("quotation %+v in %d bytes", q, len(text))
			}
			for _, r := range []readout.Range{q.Range, q.Inner} {
				d := readout.Document{Text: text}
				if _, err := d.Span(r); err != nil {
					t.Fatal(err)
				}
			}
			if q.Outer >= i || q.Continues >= i {
				t.Fatalf("quotation %d points ahead: %+v", i, q)
			}
		}
	})
}
