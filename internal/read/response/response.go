// Package response finds who has answered and who has not: "did not respond",
// "neither side has confirmed", "no comment from the ministry", and the
// confirmations and denials among the statements. It reads the parse: a verb of
// answering, saying or confirming, what takes it back (negation, unwillingness,
// a negative subject or object), and who its subject is. It says what the text
// says of an answer, never why there is none. One response a party.
package response

import (
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/internal/lang"
	"readout/internal/read/layer"
)

// Find reads the responses of a report, in order of the text; statements are
// those already found in it.
func Find(a *readout.Analysis, l *lang.Language, statements []readout.Statement) ([]readout.Response, error) {
	f := newFinder(a, l, statements)
	for _, s := range a.Sentences {
		if !f.Reads(s) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			f.read(i)
		}
	}
	f.answers()
	slices.SortStableFunc(f.out, func(a, b readout.Response) int { return a.Span.BStart - b.Span.BStart })
	return f.out, f.err
}

type finder struct {
	*layer.Index
	words words
	kids  [][]int // token → those that hang on it, in order
	byID  map[string]int
	used  map[int]bool // verbs that a response was read from
	out   []readout.Response
	err   error
}

func newFinder(a *readout.Analysis, l *lang.Language, statements []readout.Statement) *finder {
	f := &finder{
		Index: layer.New(a, l, statements), words: l.Grouped("response"), kids: make([][]int, len(a.Tokens)),
		byID: map[string]int{}, used: map[int]bool{},
	}
	for i, t := range a.Tokens {
		if t.Head >= 0 && t.Head != i {
			f.kids[t.Head] = append(f.kids[t.Head], i)
		}
	}
	for i, p := range a.Parties {
		if _, ok := f.byID[p.ID]; !ok && p.ID != "" {
			f.byID[p.ID] = i
		}
	}
	return f
}

// found is one reading of an answer before it is kept: for each party a
// response. A party of -1 is nobody that is named.
type found struct {
	status      readout.Status
	parties     []int
	first, last int // the tokens that say so
	about       string
}

// keep adds a response for each party, unless the party has one there already.
func (f *finder) keep(d found) {
	r := f.Range(d.first, d.last+1)
	for _, p := range d.parties {
		resp := readout.Response{Doc: f.A.Doc.ID, Status: d.status, AsOf: f.A.Doc.Published}
		if p >= 0 {
			resp.Party = f.A.Parties[p].ID
		}
		if slices.ContainsFunc(f.out, func(o readout.Response) bool { return o.Party == resp.Party && o.Span.Bytes().Overlaps(r) }) {
			continue
		}
		span, err := f.A.Span(r)
		if err != nil {
			f.err = fmt.Errorf("response: %w", err)
			return
		}
		resp.Span = span
		if about := strings.TrimSpace(d.about); about != "" {
			resp.About = &readout.About{Text: about}
		}
		resp.ID = readout.NewID("r", f.A.Doc.ID, r, d.status, resp.Party)
		f.out = append(f.out, resp)
	}
}

// read tries the ways of answering on token i.
func (f *finder) read(i int) {
	if f.Quoted(i) >= 0 {
		return // a speaker's words about answers are a statement, not the report's
	}
	for _, way := range []func(*finder, int) (found, bool){verbal, silent, object, unanswered, asked, waiting, unreached, nominal} {
		if d, ok := way(f, i); ok {
			f.keep(d)
			return
		}
	}
}
