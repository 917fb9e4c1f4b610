package eval

import "cmp"

// edge joins row i to column j.
type edge[K comparable] struct{ i, j K }

// assign is the one-to-one matching of most total weight; rows and columns may
// stay alone. All weights are above 0. It is solved component by component,
// which keeps the matrices small.
func assign[K cmp.Ordered](weights map[edge[K]]float64) map[K]K {
	rows, cols := map[K][]K{}, map[K][]K{}
	for e := range weights {
		rows[e.i] = append(rows[e.i], e.j)
		cols[e.j] = append(cols[e.j], e.i)
	}
	done, result := set[K]{}, map[K]K{}
	for _, start := range sortedKeys(rows) {
		if done[start] {
			continue
		}
		left, right := component(start, rows, cols)
		for _, i := range left {
			done[i] = true
		}
		for r, c := range cheapest(costs(left, right, weights)) {
			if c >= 0 && weights[edge[K]{left[r], right[c]}] > 0 {
				result[left[r]] = right[c]
			}
		}
	}
	return result
}

// component is the rows and columns that can be reached from a row, sorted.
func component[K cmp.Ordered](start K, rows, cols map[K][]K) (left, right []K) {
	seenLeft, seenRight := setOf(start), set[K]{}
	for todo := []K{start}; len(todo) > 0; {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, j := range rows[i] {
			if seenRight[j] {
				continue
			}
			seenRight[j] = true
			for _, i := range cols[j] {
				if !seenLeft[i] {
					seenLeft[i] = true
					todo = append(todo, i)
				}
			}
		}
	}
	return sortedKeys(seenLeft), sortedKeys(seenRight)
}

// costs is the matrix of negated weights; what may not be joined costs 0.
func costs[K cmp.Ordered](left, right []K, weights map[edge[K]]float64) [][]float64 {
	matrix := make([][]float64, len(left))
	for r, i := range left {
		matrix[r] = make([]float64, len(right))
		for c, j := range right {
			matrix[r][c] = -weights[edge[K]{i, j}]
		}
	}
	return matrix
}
