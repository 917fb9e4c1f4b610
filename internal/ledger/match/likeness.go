package match

import "math"

// Tally counts words; what was never added is 0.
type Tally interface {
	Count(word string) int
	Add(word string)
}

type inMemory map[string]int

func (m inMemory) Count(w string) int { return m[w] }
func (m inMemory) Add(w string)       { m[w]++ }

// Counts holds in how many texts each word was seen.
type Counts struct {
	in    Tally
	known struct {
		texts int
		in    map[string]int
	}
}

// NewCounts counts in a tally, in memory where that is nil; the empty word
// stands for the texts.
func NewCounts(in Tally) *Counts {
	if in == nil {
		in = inMemory{}
	}
	return &Counts{in: in}
}

// Know adds a table of other texts and in how many of them each word stands; it
// is not changed.
func (c *Counts) Know(texts int, in map[string]int) { c.known.texts, c.known.in = texts, in }

// Add counts the words of one more text.
func (c *Counts) Add(set []string) {
	c.in.Add("")
	for _, w := range set {
		c.in.Add(w)
	}
}

// Texts is how many texts were counted.
func (c *Counts) Texts() int { return c.in.Count("") }

// Weight is the inverse document frequency of a word, at least 0.1:
// ln((texts+1) / (texts with the word + 0.5)).
func (c *Counts) Weight(w string) float64 {
	texts, with := c.Texts()+c.known.texts, c.in.Count(w)+c.known.in[w]
	return max(0.1, math.Log(float64(texts+1)/(float64(with)+0.5)))
}

// Flat weighs every word the same.
func Flat(string) float64 { return 1 }

// Sum is the weight of a set.
func Sum(set []string, weight func(string) float64) float64 {
	total := 0.0
	for _, w := range set {
		total += weight(w)
	}
	return total
}

// Common is what two sets share, in order.
func Common(a, b []string) []string {
	var out []string
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			out = append(out, a[i])
			i, j = i+1, j+1
		}
	}
	return out
}

// Shared is how many members two sets of shingles have in common.
func Shared(a, b []uint64) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// Minus is what a has and b has not, in order.
func Minus(a, b []string) []string {
	var out []string
	j := 0
	for _, w := range a {
		for j < len(b) && b[j] < w {
			j++
		}
		if j == len(b) || b[j] != w {
			out = append(out, w)
		}
	}
	return out
}

// Dice is twice the shared weight over the weight of both, 0 to 1.
func Dice(a, b []string, weight func(string) float64) float64 {
	both := Sum(a, weight) + Sum(b, weight)
	if both == 0 {
		return 0
	}
	return 2 * Sum(Common(a, b), weight) / both
}

// Containment is the share of a's weight that b has as well, 0 to 1.
func Containment(a, b []string, weight func(string) float64) float64 {
	all := Sum(a, weight)
	if all == 0 {
		return 0
	}
	return Sum(Common(a, b), weight) / all
}
