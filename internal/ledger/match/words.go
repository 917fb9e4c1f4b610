// Package match is the mathematics of likeness: words and their stems,
// shingles, sets compared with and without weights, stretches of days, and a
// forest that joins what is alike. The measures are the usual ones (Dice,
// containment, inverse document frequency); stems follow the first steps of
// Porter's algorithm only, because a stem too short joins what is different.
// It knows nothing of news, keeps nothing between calls but what its types
// hold, and leaves out vectors.
package match

import (
	"slices"
	"strings"
	"unicode"
)

// Words cuts a text into words and numbers in their order: lower case,
// possessive endings dropped, hyphens split, "3,000" as "3000".
func Words(text string) []string {
	var out []string
	for _, w := range Fields(text) {
		out = append(out, strings.ToLower(w))
	}
	return out
}

// Fields is Words with the letters as they are written.
func Fields(text string) []string {
	var out []string
	runes := []rune(text)
	for i := 0; i < len(runes); {
		if !isWord(runes[i]) {
			i++
			continue
		}
		j := i
		for j < len(runes) && (isWord(runes[j]) || inner(runes, j)) {
			j++
		}
		if w := level(string(runes[i:j])); w != "" {
			out = append(out, w)
		}
		i = j
	}
	return out
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// inner is an apostrophe or dot between letters ("don't", "U.S.") or a mark
// between digits ("3,000", "2.5").
func inner(runes []rune, i int) bool {
	if i == 0 || i+1 >= len(runes) {
		return false
	}
	before, after := runes[i-1], runes[i+1]
	switch runes[i] {
	case '\'', '’':
		return unicode.IsLetter(before) && unicode.IsLetter(after)
	case '.':
		return unicode.IsUpper(before) && unicode.IsUpper(after) || unicode.IsDigit(before) && unicode.IsDigit(after)
	case ',':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return false
}

// level drops what writing adds to a word: the curl of an apostrophe, a
// possessive, dots of an abbreviation, separators of thousands.
func level(w string) string {
	w = strings.ReplaceAll(w, "’", "'")
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'S")
	if IsNumber(w) {
		return strings.ReplaceAll(w, ",", "")
	}
	return strings.ReplaceAll(w, ".", "")
}

// IsNumber reports whether a word begins with a digit.
func IsNumber(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// Stem takes the endings of plural, past and participle off a lower-case word
// (Porter 1980, steps 1a and 1b with their repairs). Short words stay.
func Stem(w string) string {
	if len(w) <= 3 || IsNumber(w) {
		return w
	}
	switch {
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "ies"):
		w = w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		w = w[:len(w)-1]
	}
	for _, end := range []string{"ing", "ed"} {
		if base, ok := strings.CutSuffix(w, end); ok && hasVowel(base) && len(base) > 2 {
			w = undouble(base)
			break
		}
	}
	if len(w) > 4 {
		w = strings.TrimSuffix(w, "e")
	}
	if base, ok := strings.CutSuffix(w, "y"); ok && len(base) > 3 {
		w = base + "i"
	}
	return w
}

func hasVowel(w string) bool { return strings.ContainsAny(w, "aeiouy") }

func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("lsz", rune(w[n-1])) {
		return w[:n-1]
	}
	return w
}

// Set sorts words and drops repetitions; every comparison takes sets.
func Set(words []string) []string {
	out := slices.Clone(words)
	slices.Sort(out)
	return slices.Compact(out)
}

// Shingles is the set of all runs of n words, each as 64 bits in which two
// runs are the same by accident once in 10^19 (FNV-1a over the bytes of a word,
// then over the words of a run). Two sets share no run unless they have the
// same seed.
func Shingles(words []string, n int, seed string) []uint64 {
	return SetOf(runs(words, n, hash(seed)))
}

// Runs is the runs of Shingles in the order of the text.
func Runs(words []string, n int, seed string) []uint64 { return runs(words, n, hash(seed)) }

// Winnow is the set of those runs by which a text is found again: of every few
// (window) that follow each other the one with the smallest hash (Schleimer,
// Wilkerson and Aiken 2003). Two texts that share a window of runs share one of
// these.
func Winnow(runs []uint64, window int) []uint64 {
	var out []uint64
	last := -1
	for i := range runs {
		least := max(0, i-window+1)
		for j := least; j <= i; j++ {
			if runs[j] <= runs[least] {
				least = j
			}
		}
		if least != last && (i >= window-1 || i == len(runs)-1) {
			out, last = append(out, runs[least]), least
		}
	}
	return SetOf(out)
}

func runs(words []string, n int, start uint64) []uint64 {
	hashes := make([]uint64, len(words))
	for i, w := range words {
		hashes[i] = hash(w)
	}
	var out []uint64
	for i := 0; i+n <= len(words); i++ {
		h := start
		for _, w := range hashes[i : i+n] {
			h = (h ^ w) * prime
			h ^= h >> 29 // the prime alone lets high bits reach no low ones
		}
		out = append(out, h)
	}
	return out
}

// SetOf sorts hashes, in place, and drops repetitions.
func SetOf(hashes []uint64) []uint64 {
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// Hash is a word as 64 bits.
func Hash(w string) uint64 { return hash(w) }

const offset, prime = 14695981039346656037, 1099511628211 // of FNV-1a

func hash(w string) uint64 {
	h := uint64(offset)
	for i := range len(w) {
		h = (h ^ uint64(w[i])) * prime
	}
	return h
}
