package utterance

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/ledger/match"
)

// Measures of "the same words". Six words and four fifths: shorter runs are
// stock phrases, looser ones join two speeches on one theme.
const (
	shingle     = 3
	window      = 3 // of shingles, one of which a witness is found by
	leastWords  = 6
	leastQuoted = 4
	enough      = 0.8
	halfway     = 0.5 // a person may join them
	daysApart   = 14  // between the reports: a slogan said again is another utterance
	lookedAt    = 64  // latest witnesses with one run of words
)

// sameWords joins witness i to every earlier one with the same words, or of
// very many to the latest. In a copy of the other's report the words may be
// few.
func (f *File) sameWords(i int) {
	w := f.at(i)
	if len(w.words) > 1 {
		key := w.speaker + " " + strings.Join(w.words, " ")
		same, _ := f.kept.whole.Of(key)
		for _, j := range same {
			if f.origins.Copied(f.at(int(j)).st.Doc, w.st.Doc) {
				f.twin(int(j), i)
			}
		}
		f.kept.whole.Add(key, i)
	}
	for _, fragment := range w.fragments {
		key := w.speaker + " " + fragment
		same, _ := f.kept.fragments.Of(key)
		for _, j := range same {
			f.twin(int(j), i)
		}
		f.kept.fragments.Add(key, i)
	}
	if len(w.words) < leastWords {
		return
	}
	prints := match.Winnow(match.Runs(w.words, shingle, w.speaker), window)
	for _, j := range f.alike(i, prints) {
		f.twin(j, i)
	}
	for _, s := range prints {
		f.kept.prints.Add(s, i)
	}
}

// alike lists the earlier witnesses of the same speaker with most of the words
// of witness i, and notes those with half of them, of a group the one with most.
func (f *File) alike(i int, prints []uint64) []int {
	w := f.at(i)
	var out []int
	half := map[int]near{} // by root
	for _, j := range f.sharing(prints) {
		shorter, longer := w.shingles, f.at(j).shingles
		if len(shorter) > len(longer) {
			shorter, longer = longer, shorter
		}
		common := match.Shared(shorter, longer)
		switch share := float64(common) / float64(len(shorter)); {
		case share >= enough:
			out = append(out, j)
		case share >= halfway && common > 1 && share > half[f.root(j)].share:
			half[f.root(j)] = near{j, i, share}
		}
	}
	for _, root := range slices.Sorted(maps.Keys(half)) {
		f.news.near = append(f.news.near, half[root])
	}
	return out
}

// sharing lists, in order, the witnesses that share most prints, the latest of
// equals.
func (f *File) sharing(prints []uint64) []int {
	type met struct{ witness, common int }
	var all []met
	for _, s := range prints {
		list, _ := f.kept.prints.Of(s)
		f.hits.Meet(list)
	}
	f.hits.Take(func(j, common int) { all = append(all, met{j, common}) })
	slices.SortFunc(all, func(a, b met) int { return cmp.Or(cmp.Compare(b.common, a.common), cmp.Compare(b.witness, a.witness)) })
	var out []int
	for _, m := range all[:min(lookedAt, len(all))] {
		out = append(out, m.witness)
	}
	slices.Sort(out)
	return out
}

// sameDay joins witness i to those of other reports in which the same speaker
// says something with a word in common on the day that both texts give. What is
// posted or written is an occasion of its own.
func (f *File) sameDay(i int) {
	w := f.at(i)
	if !dated(w.st) || w.st.Said.Grain != readout.GrainDay || w.st.Parent != "" || !aloud[w.st.Channel] {
		return
	}
	w.stems = match.Stems(w.words)
	key := w.speaker + " " + w.st.Said.Value
	same, _ := f.kept.days.Of(key)
	for _, j := range same {
		b := f.at(int(j))
		if b.order.report != w.order.report && len(match.Common(b.stems, w.stems)) > 0 {
			f.join(int(j), i, "one day in several reports, with a word in common")
		}
	}
	f.kept.days.Add(key, i)
}

// aloud are the channels of one appearance; "" is where the report names none.
var aloud = map[string]bool{"": true, "press conference": true, "news conference": true, "briefing": true, "press briefing": true}

func (f *File) twin(j, i int) {
	a, b := f.at(j), f.at(i)
	if a.order.report != b.order.report && a.published.Bounded() && b.published.Bounded() &&
		!a.published.Near(b.published, daysApart) {
		return
	}
	if f.join(j, i, "the same words") && f.twins[b.st.ID] == "" {
		f.twins[b.st.ID] = a.st.ID
	}
}

// fragments are the quoted runs of a statement's content that are long enough
// to be told again, lower-case and without marks.
func fragments(st *readout.Statement) []string {
	var out []string
	for _, q := range Quoted(st) {
		words := match.Words(q)
		if len(words) >= leastQuoted {
			out = append(out, strings.Join(words, " "))
		}
	}
	return match.Set(out)
}

// Quoted is what of a statement's content stands in quotation marks, without
// the marks: all of a direct one.
func Quoted(st *readout.Statement) []string {
	switch st.Mode {
	case readout.Direct:
		var parts []string
		for _, c := range st.Content {
			parts = append(parts, strings.Trim(c.Text, marks+"' ,;."))
		}
		return []string{strings.Join(parts, " ")}
	case readout.Mixed:
		return insideMarks(st.ContentText())
	}
	return nil
}

const openers, closers, marks = `"“„«`, `"”“»`, `"“„«”»`

// insideMarks cuts out what stands between quotation marks. Straight single
// marks are left alone: they are apostrophes too often.
func insideMarks(text string) []string {
	var out []string
	for {
		at := strings.IndexAny(text, openers+"‘")
		if at < 0 {
			return out
		}
		open, size := utf8.DecodeRuneInString(text[at:])
		rest := text[at+size:]
		end := closing(rest, open)
		if end < 0 {
			return out
		}
		if q := strings.Trim(rest[:end], " ,;."); q != "" {
			out = append(out, q)
		}
		_, size = utf8.DecodeRuneInString(rest[end:])
		text = rest[end+size:]
	}
}

// closing is where the quotation ends: at a double mark, or, after a single
// opening mark, at a single closing one that no letter follows.
func closing(rest string, open rune) int {
	if open != '‘' {
		return strings.IndexAny(rest, closers)
	}
	for i, r := range rest {
		next, _ := utf8.DecodeRuneInString(rest[i+utf8.RuneLen(r):])
		if r == '’' && !unicode.IsLetter(next) {
			return i
		}
	}
	return -1
}
