package utterance

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

// All lists the utterances in order of their first witness to arrive. A
// document in copies repeats another's text: its outlet is no further teller.
func (f *File) All(copies map[string]bool) []readout.Utterance {
	var out []readout.Utterance
	for _, members := range f.forest.Groups() {
		out = append(out, f.group(members, copies))
	}
	return out
}

func (f *File) group(members []int, copies map[string]bool) readout.Utterance {
	root := members[0]
	sorted := slices.Clone(members)
	slices.SortFunc(sorted, func(a, b int) int { return f.witnesses[a].order.compare(f.witnesses[b].order) })
	origin, words := &f.witnesses[sorted[0]], wordings{}
	u := readout.Utterance{
		ID: f.id(root), Why: f.why[root], Speaker: f.canonical(origin.st.Speaker), Origin: origin.st.ID,
	}
	for _, i := range sorted {
		w := &f.witnesses[i]
		u.Statements = append(u.Statements, w.st.ID)
		if better(w.st.Said, u.Said) {
			u.Said = w.st.Said
		}
		if u.Place == "" {
			u.Place = w.st.Place
		}
		if u.Channel == "" && len(w.st.Chain) <= 2 {
			u.Channel = w.st.Channel
		}
		if !copies[w.st.Doc] {
			f.addTellers(&u, w)
		}
		words.add(&u, w.st)
	}
	if len(u.Tellers) == 0 { // the copy has more than its origin
		f.addTellers(&u, origin)
	}
	return u
}

// near is two witnesses that share much of their words and were not joined by
// them.
type near struct {
	a, b  int
	share float64
}

// Candidates lists the joins that came near and were not made, each pair of
// groups once, with the share of the shorter's words.
func (f *File) Candidates() []readout.Candidate {
	var out []readout.Candidate
	seen := map[[2]int]bool{}
	for _, n := range f.near {
		pair := [2]int{f.forest.Root(n.a), f.forest.Root(n.b)}
		if pair[0] == pair[1] || seen[pair] {
			continue
		}
		seen[pair] = true
		out = append(out, readout.Candidate{
			Kind: "utterance", A: f.id(pair[0]), B: f.id(pair[1]), Score: n.share,
			Why: "the same speaker and much the same words, but less than four fifths of them",
		})
	}
	return out
}

func (f *File) id(root int) string { return readout.NewID("u", f.witnesses[root].st.ID) }

func (f *File) addTellers(u *readout.Utterance, w *witness) {
	for _, t := range w.tellers {
		if t = f.canonical(t); !slices.Contains(u.Tellers, t) {
			u.Tellers = append(u.Tellers, t)
		}
	}
}

// better prefers a date that the text gives to "on or before publication", and
// the first to come among equals.
func better(a, than *readout.Date) bool {
	if !a.Known() {
		return false
	}
	return !than.Known() || strings.HasPrefix(than.Value, "..") && !strings.HasPrefix(a.Value, "..")
}

// wordings is where each wording of an utterance stands, by its words: case,
// marks and punctuation do not make another wording (as in Quotebank).
type wordings map[string]int

// add puts a statement under each of its wordings.
func (ws wordings) add(u *readout.Utterance, st *readout.Statement) {
	for _, q := range Quoted(st) {
		key := strings.Join(match.Words(q), " ")
		if key == "" {
			continue
		}
		i, ok := ws[key]
		if !ok {
			i = len(u.Wordings)
			ws[key] = i
			u.Wordings = append(u.Wordings, readout.Wording{Text: q})
		}
		if w := &u.Wordings[i]; len(w.Statements) == 0 || w.Statements[len(w.Statements)-1] != st.ID {
			w.Statements = append(w.Statements, st.ID)
		}
	}
}

// tellers are the parties that pass a statement on, the outlet first, the
// speaker himself left out.
func tellers(doc *readout.Document, rec *readout.Record, st *readout.Statement) []string {
	out := []string{outlet(doc, rec, st)}
	for i, hop := range st.Chain {
		if i > 0 && hop.Party != "" && hop.Party != st.Speaker && !slices.Contains(out, hop.Party) {
			out = append(out, hop.Party)
		}
	}
	return slices.DeleteFunc(out, func(t string) bool { return t == "" })
}

// outlet is the party id of the report's outlet; where the reader made none,
// the outlet's name.
func outlet(doc *readout.Document, rec *readout.Record, st *readout.Statement) string {
	if len(st.Chain) > 0 && st.Chain[0].Party != "" && st.Chain[0].Party != st.Speaker {
		return st.Chain[0].Party
	}
	for _, p := range rec.Parties {
		if p.Kind == readout.Outlet && doc.Outlet != "" && (p.Name == doc.Outlet || slices.Contains(p.Aliases, doc.Outlet)) {
			return p.ID
		}
	}
	return doc.Outlet
}
