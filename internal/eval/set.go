package eval

import (
	"cmp"
	"maps"
	"slices"
)

// set is a set of things; a missing key is false.
type set[T comparable] map[T]bool

func setOf[T comparable](list ...T) set[T] {
	s := set[T]{}
	for _, x := range list {
		s[x] = true
	}
	return s
}

// shared is how many things are in both.
func (s set[T]) shared(other set[T]) int {
	if len(other) < len(s) {
		s, other = other, s
	}
	n := 0
	for x := range s {
		if other[x] {
			n++
		}
	}
	return n
}

// dice is twice what is shared over the sum of the sizes, 0 where either is
// empty.
func dice[T comparable](a, b set[T]) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return float64(2*a.shared(b)) / float64(len(a)+len(b))
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
