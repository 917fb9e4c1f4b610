package incident

import "readout"

// phrase is a noun phrase with a number in it: "at least 12 of its members",
// "a 34-year-old man", or a number alone.
type phrase struct {
	first, last int // its words, the bound's included
	number, end int // the number's tokens
	head        int // what the verb takes: the noun, or the number itself
	noun        int // what is counted, behind "of" too
	unit        string
	value       *float64
	bound       readout.Bound
	article     bool // the number is "a"
}

// bare reports a number without a noun.
func (n phrase) bare() bool { return n.unit == "" }

// counted reads the phrase whose number begins at token k.
func (f *finder) counted(k int, s readout.Sentence) (phrase, bool) {
	value, end, ok := f.number(k)
	n := phrase{number: k, value: value, end: end}
	if !ok && f.article(k) {
		one := 1.0
		n.value, n.end, n.article, ok = &one, k+1, true, true
	}
	if !ok || n.end > s.Last || f.currency(f.Low(n.end)) || value == nil && (f.Low(k-1) == "as" || f.Number(n.end) || f.spelt(n.end)) {
		return n, false
	}
	n.bound, n.first = f.bound(k, n.value)
	n.head = f.headOf(n, s)
	n.last = max(n.end, n.head+1)
	if from := min(n.end, n.last-1); n.head >= n.end {
		n.unit = f.Text(f.Range(from, n.last))
	} else if f.Low(n.end) == "of" || f.Low(n.end-1) == "of" {
		n.unit, n.last = f.noun(f.beforeOf(n.end), s.Last)
		n.last = max(n.last, n.end)
	}
	n.noun = n.last - 1
	if n.article && n.head <= k || f.age(n) || f.currency(n.unit) {
		return n, false
	}
	return n, true
}

// age reports "43" in "Mill, 43, was hurt".
func (f *finder) age(n phrase) bool {
	return n.bare() && f.Comma(n.first-1) && f.Class(n.first-2) == readout.Proper && f.Punct(n.last)
}

// beforeOf steps back over "of" where the number's words have taken it.
func (f *finder) beforeOf(k int) int {
	if f.Low(k-1) == "of" {
		return k - 1
	}
	return k
}

// article reports "a" or "another" in front of one thing.
func (f *finder) article(k int) bool {
	switch f.Low(k) {
	case "a", "an", "another":
		return f.Relation(k) == "det" && f.Head(k) > k && !f.numbered(k+1, f.Head(k))
	}
	return false
}

// numbered: "a further five patients".
func (f *finder) numbered(from, to int) bool {
	for i := from; i < to; i++ {
		if f.Number(i) || f.spelt(i) || f.is(i, "some") {
			return true
		}
	}
	return false
}

// headOf climbs from the number to its noun, over the words of a bound ("more
// than 30 people": 30 hangs on "more", and that on "people").
func (f *finder) headOf(n phrase, s readout.Sentence) int {
	h := n.end - 1
	if f.Low(h) == "of" || f.Low(n.end) == "of" {
		return f.beforeOf(n.end) - 1
	}
	if n.article {
		h = n.number
	}
	for range 4 {
		up := f.Head(h)
		if up < n.first || up >= s.Last || up > n.end+6 {
			return h
		}
		inBound := up < n.number
		switch f.Relation(h) {
		case "nummod", "amod", "compound", "det", "flat", "fixed":
		case "nmod", "obl", "nsubj", "dep":
			if !inBound && f.Relation(h) != "nmod" || up > h && f.child(h, "case") >= n.end {
				return h
			}
		default:
			return h
		}
		if up > n.end-1 && !f.nominal(up) && f.UPOS(up) != "ADJ" || f.broken(n.end, up) {
			return h
		}
		h = up
	}
	return h
}

// broken: a mark or a verb stands between number and noun.
func (f *finder) broken(from, to int) bool {
	for i := from; i < to; i++ {
		if f.Punct(i) && f.Word(i) != "-" && f.Word(i) != "\"" && f.Word(i) != "“" || f.UPOS(i) == "AUX" || f.UPOS(i) == "ADP" {
			return true
		}
	}
	return false
}
