package head

import "math"

// Tree is the best tree over scores [words][words+1] as Arcs gives them: the head
// of each word, -1 for the root, of which there is exactly one. It is the
// algorithm of Chu and Liu (1965) and Edmonds (1967) with one more node, which
// roots hang on at a price that no second one is worth.
func Tree(scores []float32, n int) []int {
	heads := greedy(scores, n)
	if heads == nil {
		heads = arborescence(weights(scores, n), n)[:n]
	}
	for i, h := range heads {
		if h == n {
			heads[i] = -1
		}
	}
	return heads
}

// greedy is every word's best head, where that is a tree with one root: no other
// tree can have a larger sum. Otherwise it is nil.
func greedy(scores []float32, n int) []int {
	head, roots := make([]int, n+1), 0
	for i := range n {
		row := scores[i*(n+1):][:n+1]
		head[i] = n
		for j, v := range row {
			if j != i && v > row[head[i]] {
				head[i] = j
			}
		}
		if head[i] == n {
			roots++
		}
	}
	if roots != 1 || findCycle(head, n) != nil {
		return nil
	}
	return head[:n]
}

// weights is w[i][j] = score of head j for word i; node n is what roots hang on.
// Other trees differ from one another by at most n times the span of the scores.
func weights(scores []float32, n int) [][]float64 {
	w := make([][]float64, n+1)
	least, most := math.Inf(1), math.Inf(-1)
	for i := range w {
		w[i] = make([]float64, n+1)
		for j := range w[i] {
			w[i][j] = math.Inf(-1)
			if i < n && i != j {
				w[i][j] = float64(scores[i*(n+1)+j])
				least, most = min(least, w[i][j]), max(most, w[i][j])
			}
		}
	}
	for i := range n {
		w[i][n] -= float64(n+1)*(most-least) + 1
	}
	return w
}

// arborescence gives each node but the root a head so that all hang on the root
// and the sum is largest.
func arborescence(w [][]float64, root int) []int {
	n := len(w)
	head := make([]int, n)
	for i := range n {
		head[i] = (root + 1) % n
		for j := range n {
			if j != i && (head[i] == i || w[i][j] > w[i][head[i]]) {
				head[i] = j
			}
		}
	}
	cycle := findCycle(head, root)
	if cycle == nil {
		return head
	}
	return expand(w, root, head, cycle)
}

// findCycle is a circle among the heads, nil when there is none.
func findCycle(head []int, root int) []int {
	seen := make([]int, len(head)) // 0 new, else the number of the walk
	for start := range head {
		i := start
		for i != root && seen[i] == 0 {
			seen[i] = start + 1
			i = head[i]
		}
		if i != root && seen[i] == start+1 {
			cycle := []int{i}
			for j := head[i]; j != i; j = head[j] {
				cycle = append(cycle, j)
			}
			return cycle
		}
	}
	return nil
}

// expand takes the cycle for one node, solves that graph, and opens the cycle
// where the solution enters it.
func expand(w [][]float64, root int, head, cycle []int) []int {
	in := make([]bool, len(w))
	for _, c := range cycle {
		in[c] = true
	}
	var kept []int // the nodes outside, then one for the cycle
	place := make([]int, len(w))
	for i := range w {
		if !in[i] {
			place[i] = len(kept)
			kept = append(kept, i)
		}
	}
	m := len(kept)
	small, enter, leave := shrink(w, head, cycle, kept)
	sub := arborescence(small, place[root])
	out := append([]int(nil), head...)
	for k, i := range kept {
		if i == root {
			continue
		}
		if sub[k] == m {
			out[i] = leave[k]
		} else {
			out[i] = kept[sub[k]]
		}
	}
	out[enter[sub[m]]] = kept[sub[m]]
	return out
}

// shrink is the graph with the cycle as its last node; enter[k] is the word of
// the cycle that kept node k would be the head of, leave[k] the word of the cycle
// that would be its head.
func shrink(w [][]float64, head, cycle, kept []int) (small [][]float64, enter, leave []int) {
	m := len(kept)
	small = make([][]float64, m+1)
	for k := range small {
		small[k] = make([]float64, m+1)
		for j := range small[k] {
			small[k][j] = math.Inf(-1)
		}
	}
	enter, leave = make([]int, m), make([]int, m)
	for k, i := range kept {
		for l, j := range kept {
			small[k][l] = w[i][j]
		}
		enter[k], leave[k] = cycle[0], cycle[0]
		for _, c := range cycle {
			if w[i][c] > small[k][m] {
				small[k][m], leave[k] = w[i][c], c
			}
			if gain := w[c][i] - w[c][head[c]]; gain > small[m][k] {
				small[m][k], enter[k] = gain, c
			}
		}
	}
	return small, enter, leave
}
