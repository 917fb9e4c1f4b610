package eval

import (
	"fmt"
	"unicode/utf8"

	"readout"
)

// Attribution is one attribution as a reader finds it: ranges of bytes of the
// document for each role, none for a role that is absent, and how probable it
// is, from 0 to 1. Spans follow the convention of the corpus that the reader is
// compared with: in PolNeAR, quotation marks and a leading "that" or "to"
// belong to the content, auxiliaries and negation to the cue, and what stands
// inside another content is no attribution of its own.
type Attribution struct {
	Source, Cue, Content []readout.Range
	Probability          float64
}

// Attributor finds the attributions of a document. What goes wrong is an error
// of this document.
type Attributor func(*readout.Document) ([]Attribution, error)

// ByRecords makes an Attributor of a reader that makes records. PolNeAR has the
// outermost attributions only, so statements with a parent are left out; a
// record has no probabilities, so all are 0.
func ByRecords(read func(*readout.Document) (*readout.Record, error)) Attributor {
	return func(d *readout.Document) ([]Attribution, error) {
		record, err := read(d)
		if err != nil {
			return nil, err
		}
		var list []Attribution
		for _, st := range record.Statements {
			if st.Parent != "" {
				continue
			}
			a := Attribution{Source: rangeOf(st.Source), Cue: rangeOf(st.Cue)}
			for _, s := range st.Content {
				a.Content = append(a.Content, s.Bytes())
			}
			list = append(list, a)
		}
		return list, nil
	}
}

func rangeOf(s *readout.Span) []readout.Range {
	if s == nil {
		return nil
	}
	return []readout.Range{s.Bytes()}
}

// relationsOf makes the corpus's relations of what a reader found: white space
// is trimmed off, pieces with nothing between them are one. The error names an
// attribution by its number, from 1.
func relationsOf(found []Attribution, text []rune, at []int) ([]relation, []float64, error) {
	relations, probabilities := make([]relation, len(found)), make([]float64, len(found))
	for i, a := range found {
		r, err := a.relation(at)
		if err == nil {
			err = r.clean(text)
		}
		if err == nil && !(a.Probability >= 0 && a.Probability <= 1) {
			err = fmt.Errorf("%g is no probability", a.Probability)
		}
		if err != nil {
			return nil, nil, fmt.Errorf("attribution %d: %w", i+1, err)
		}
		relations[i], probabilities[i] = r, a.Probability
	}
	return relations, probabilities, nil
}

// relation is the attribution in code points; at gives those before each byte.
func (a Attribution) relation(at []int) (relation, error) {
	var r relation
	for role, ranges := range [roles][]readout.Range{sourceRole: a.Source, cueRole: a.Cue, contentRole: a.Content} {
		for _, b := range ranges {
			if b.Start < 0 || b.End < b.Start || b.End >= len(at) {
				return r, fmt.Errorf("%s %d-%d lies outside the %d bytes of the text", roleNames[role], b.Start, b.End, len(at)-1)
			}
			if at[b.Start] == inside || at[b.End] == inside {
				return r, fmt.Errorf("%s %d-%d cuts a character", roleNames[role], b.Start, b.End)
			}
			r[role] = append(r[role], stretch{at[b.Start], at[b.End]})
		}
	}
	return r, nil
}

// inside marks a byte that no character begins at.
const inside = -1

// codePoints is the number of code points before each byte of the text, its
// end included.
func codePoints(text string) []int {
	at := filled(len(text)+1, inside)
	n := 0
	for i := range text {
		at[i] = n
		n++
	}
	at[len(text)] = utf8.RuneCountInString(text)
	return at
}
