package response

import "strings"

// child is the first word with one of these relations that hangs on token i,
// or -1.
func (f *finder) child(i int, relations ...string) int {
	for _, k := range f.kids[i] {
		if f.related(k, relations...) {
			return k
		}
	}
	return -1
}

// related reports that token k hangs on its head in one of these ways.
func (f *finder) related(k int, relations ...string) bool {
	for _, r := range relations {
		if f.A.Tokens[k].Relation == r {
			return true
		}
	}
	return false
}

// worded is the first of the words that hangs on token i, or -1.
func (f *finder) worded(i int, low ...string) int {
	for _, k := range f.kids[i] {
		for _, w := range low {
			if f.Low(k) == w {
				return k
			}
		}
	}
	return -1
}

// head is the token that i hangs on, -1 for the root.
func (f *finder) head(i int) int { return f.A.Tokens[i].Head }

// ends are the first and the last token of the phrase of which i is the head.
func (f *finder) ends(i int) (first, last int) {
	first, last = i, i
	for _, k := range f.kids[i] {
		if f.related(k, "punct") {
			continue
		}
		a, b := f.ends(k)
		first, last = min(first, a), max(last, b)
	}
	return first, last
}

// lastOf is where the clause of verb i ends: before a sister clause with a
// subject of its own.
func (f *finder) lastOf(i int) int {
	last := i
	for _, k := range f.kids[i] {
		if _, end := f.ends(k); !f.related(k, "punct", "parataxis") && (!f.related(k, "conj") || f.used[k]) {
			last = max(last, end)
		}
	}
	return last
}

// phrase is the text of the phrase of which i is the head, without the
// preposition, conjunction or comma in front.
func (f *finder) phrase(i int) string {
	first, last := f.ends(i)
	for first < last && first != i && (f.related(first, "case") || f.Low(first) == "that" && f.related(first, "mark") || f.Punct(first)) {
		first++
	}
	return f.Text(f.Range(first, last+1))
}

// within are the tokens of the phrase of which i is the head, in order.
func (f *finder) within(i int) []int {
	first, last := f.ends(i)
	var out []int
	for k := first; k <= last; k++ {
		for up, steps := k, 0; up >= 0 && steps < 40; up, steps = f.head(up), steps+1 {
			if up == i {
				out = append(out, k)
				break
			}
		}
	}
	return out
}

// asks reports a sentence that ends with a question mark.
func (f *finder) asks(i int) bool {
	s := f.Sentence(i)
	return strings.HasPrefix(f.Low(s.Last-1), "?") || strings.HasPrefix(f.Low(s.Last-2), "?")
}

// supposed reports a verb in a clause that only supposes: "if it does not
// reply by Friday", "should it admit the appeal".
func (f *finder) supposed(i int) bool {
	for up, steps := i, 0; up >= 0 && steps < 12; up, steps = f.head(up), steps+1 {
		if f.worded(up, "if", "unless", "until", "once", "lest") >= 0 && f.related(up, "advcl") {
			return true
		}
		if k, s := f.worded(up, "should"), f.subjectOf(up); k >= 0 && k < s {
			return true
		}
	}
	return false
}

// firstOf is the first token of the phrase of which i is the head.
func (f *finder) firstOf(i int) int { first, _ := f.ends(i); return first }
