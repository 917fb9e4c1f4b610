package origin

import "readout/internal/ledger/match"

const (
	run    = 4 // words that two texts must share in a row to be compared there
	window = 4 // of these runs the smallest is kept: what seven words share is found
	bridge = 6 // words between two shared runs that an editor may have changed
)

// prints are the runs by which a text is found again: of every few that follow
// each other the one with the smallest hash (winnowing, Schleimer, Wilkerson
// and Aiken 2003).
func prints(prose [][]string) []uint64 {
	var out []uint64
	for _, words := range prose {
		runs := match.Runs(words, run)
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
	}
	return match.SetOf(out)
}

// hashes is a text as one row of hashes, a 0 between two stretches.
func hashes(prose [][]string) (row []uint32, words int) {
	for _, stretch := range prose {
		for _, w := range stretch {
			row = append(row, uint32(match.Hash(w))|1)
		}
		row = append(row, 0)
		words += len(stretch)
	}
	return row, words
}

// covered is how many words of a stand in b, in runs; a few words between two
// runs that stand as near each other in b are counted with them.
func covered(a []uint32, b places) int {
	total, end, endB := 0, -2*bridge, -2*bridge // far from any run
	for i := 0; i+run <= len(a); {
		j := b.nearest([run]uint32(a[i:i+run]), endB+i-end)
		if j < 0 {
			i++
			continue
		}
		if gap, gapB := i-end, j-endB; gap <= bridge && gapB >= 0 && gapB <= bridge {
			total += count(a[end:i])
		}
		n := extend(a[i:], b.row[j:])
		total, end, endB = total+n, i+n, j+n
		i = end
	}
	return total
}

// places are where in a row each run begins.
type places struct {
	row []uint32
	at  map[[run]uint32][]int32
}

func placesOf(row []uint32) places {
	p := places{row, make(map[[run]uint32][]int32, len(row))}
	for i := 0; i+run <= len(row); i++ {
		if key := [run]uint32(row[i : i+run]); holds(key) {
			p.at[key] = append(p.at[key], int32(i))
		}
	}
	return p
}

// nearest is the place of a run that is nearest to where it is expected, -1
// where the row does not have it.
func (p places) nearest(key [run]uint32, expected int) int {
	best := -1
	for _, at := range p.at[key] {
		if best < 0 || distance(int(at), expected) < distance(best, expected) {
			best = int(at)
		}
	}
	return best
}

// holds reports a run that no quotation breaks.
func holds(key [run]uint32) bool {
	for _, w := range key {
		if w == 0 {
			return false
		}
	}
	return true
}

func distance(a, b int) int { return max(a-b, b-a) }

// extend is how many words two rows have in common from their beginnings.
func extend(a, b []uint32) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] && a[n] != 0 {
		n++
	}
	return n
}

// count is how many words a piece of a row has.
func count(row []uint32) int {
	n := 0
	for _, w := range row {
		if w != 0 {
			n++
		}
	}
	return n
}
