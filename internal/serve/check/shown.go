package check

import (
	"strings"
	"unicode/utf8"

	"readout"
	"readout/internal/serve/query"
)

// Place is where something stands in the draft as it came. Line and Column
// (code points) count from 1; In says whether they are those of the "file" or,
// where these cannot be told, of the "text" as it was read. Paragraph counts the
// paragraphs of a file that has no lines.
type Place struct {
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	Paragraph int    `json:"paragraph,omitempty"`
	In        string `json:"in,omitempty"`
}

// Shown is a finding as a door shows it: with where it begins and ends (behind
// its last character) in the draft as it came, and by what it is silenced.
type Shown struct {
	Finding
	Begin, End Place
	Silenced   *Silence
}

// Row is a finding as it is written in JSON.
type Row struct {
	Finding
	Paragraph int      `json:"paragraph,omitempty"`
	EndLine   int      `json:"end_line"`
	EndColumn int      `json:"end_column"`
	In        string   `json:"in"`
	Silenced  *Silence `json:"silenced,omitempty"`
}

// Row gives the finding with the line and column of the draft as it came.
func (s Shown) Row() Row {
	r := Row{Finding: s.Finding, Paragraph: s.Begin.Paragraph, EndLine: s.End.Line, EndColumn: s.End.Column, In: s.Begin.In, Silenced: s.Silenced}
	r.Line, r.Column = s.Begin.Line, s.Begin.Column
	return r
}

// Show gives findings their places; at tells where a byte of the text that was
// read stands.
func Show(all []Finding, at func(int) Place) []Shown {
	shown := make([]Shown, len(all))
	for i, f := range all {
		shown[i] = Shown{Finding: f, Begin: at(f.At.BStart), End: at(f.At.BEnd)}
		if _, n := utf8.DecodeLastRuneInString(f.At.Text); n > 0 && shown[i].End.In != shown[i].Begin.In {
			shown[i].End = shown[i].Begin // one end cannot be told
		} else if n > 0 {
			shown[i].End = at(f.At.BEnd - n) // the next character may stand far off
			shown[i].End.Column++
		}
	}
	return shown
}

// Within leaves out the witnesses that are in other documents than these, and
// the findings that have no other.
func Within(all []Finding, documents map[string]bool) []Finding {
	var kept []Finding
	for _, f := range all {
		var rows []query.Row
		for _, r := range f.Witnesses {
			if documents[r.Doc] {
				rows = append(rows, r)
			}
		}
		if len(rows) > 0 || len(f.Witnesses) == 0 {
			f.Witnesses = rows
			kept = append(kept, f)
		}
	}
	return kept
}

// Open counts the findings that are not silenced, by level.
func Open(all []Shown) map[Level]int {
	n := map[Level]int{}
	for _, s := range all {
		if s.Silenced == nil {
			n[s.Level]++
		}
	}
	return n
}

// Target is what a decision about a finding is about: its kind and words.
func Target(f Finding) readout.Target {
	return readout.Target{Type: "finding", ID: f.ID, Name: string(f.Kind) + ": " + strings.Join(strings.Fields(f.At.Text), " ")}
}
