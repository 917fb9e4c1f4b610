package story_test

import (
	"fmt"
	"strings"
	"testing"

	"readout"
	"readout/internal/ledger/ledgertest"
	"readout/internal/ledger/shelf"
	"readout/internal/ledger/story"
)

const lock = "A barge struck the lower gate of the northern lock at Velm and bent two of its hinges, Ana Ruiz said."

func TestStories(t *testing.T) {
	for _, tc := range []struct {
		name, day, text string
		want            int
	}{
		{"the same event", "2026-05-10", "Ana Ruiz said the gate of the northern lock at Velm would be mended, after a barge bent its hinges.", 1},
		{"no day", "", "The northern lock at Velm stays shut, Ana Ruiz said: its gate was bent by a barge.", 1},
		{"another event", "2026-05-10", "The orchestra of Marn loses its conductor, Ivo Castellane, after a quarrel over pay.", 2},
		{"another of its kind", "2026-05-10", "A lorry struck the upper bridge of the southern canal at Tarn and broke two of its lamps, Per Holm said.", 2},
	} {
		f := story.New(shelf.New(nil))
		for _, next := range [][2]string{{"2026-05-04", lock}, {tc.day, tc.text}} {
			b := ledgertest.New("Harbour Post", next[0])
			b.Prose(next[1])
			r := b.Report(1)
			f.Add(r.Doc, r.Rec)
		}
		got := shelf.Groups(f.Changed())
		if len(got) != tc.want {
			t.Errorf("%s: %d stories, want %d", tc.name, len(got), tc.want)
		}
		if got[0].Title != strings.TrimSuffix(lock[:80], " ")[:strings.LastIndexByte(lock[:80], ' ')]+"…" {
			t.Errorf("%s: title %q", tc.name, got[0].Title)
		}
	}
}

// The title of a story is the headline of its earliest report.
func TestTitle(t *testing.T) {
	f := story.New(shelf.New(nil))
	for _, r := range [][2]string{{"2026-05-05", "Velm lock stays shut"}, {"2026-05-04", "Barge bends gate of Velm lock"}} {
		doc := &readout.Document{ID: "d-" + r[0], Title: "Harbour Post", Text: r[1] + "\n" + lock, Published: &readout.Date{Value: r[0]}}
		head, err := doc.Span(readout.Range{Start: 0, End: len(r[1])})
		if err != nil {
			t.Fatal(err)
		}
		f.Add(doc, &readout.Record{Segments: []readout.Segment{{Doc: doc.ID, Span: head, Class: readout.Headline}}})
	}
	if got := shelf.Groups(f.Changed()); len(got) != 1 || got[0].Title != "Barge bends gate of Velm lock" {
		t.Errorf("%+v", got)
	}
}

// generated is the n-th report of one long story.
func generated(n int) *readout.Document {
	var text strings.Builder
	for i := range 60 {
		fmt.Fprintf(&text, "Ana Ruiz said gate %d of the lock at Velm took hinge w%d and bolt x%d. ", i, (n*7+i)%997, (n*31+i*i)%4001)
	}
	return &readout.Document{ID: fmt.Sprint("d-", n), Text: text.String(), Published: &readout.Date{Value: "2026-05-04"}}
}

func BenchmarkAdd(b *testing.B) {
	for _, before := range []int{1000, 10000} {
		b.Run(fmt.Sprint("after ", before), func(b *testing.B) {
			f := story.New(shelf.New(nil))
			for n := range before {
				f.Add(generated(n), new(readout.Record))
			}
			for n := before; b.Loop(); n++ {
				f.Add(generated(n), new(readout.Record))
			}
		})
	}
}
