package origin

import (
	"encoding/base64"
	"encoding/binary"

	"readout/internal/ledger/match"
)

const (
	run    = 4 // words that two texts must share in a row to be compared there
	window = 4 // of these runs the smallest is kept: what seven words share is found
	bridge = 6 // words between two shared runs that an editor may have changed
)

// prints are the runs by which a text is found again.
func prints(prose [][]string) []uint64 {
	var out []uint64
	for _, words := range prose {
		out = append(out, match.Winnow(match.Runs(words, run, ""), window)...)
	}
	return match.SetOf(out)
}

// row is a text as hashes of its words, a 0 between two stretches.
type row []uint32

// MarshalText writes it in base 64.
func (r row) MarshalText() ([]byte, error) {
	raw := make([]byte, 0, 4*len(r))
	for _, w := range r {
		raw = binary.LittleEndian.AppendUint32(raw, w)
	}
	return base64.RawStdEncoding.AppendEncode(nil, raw), nil
}

// UnmarshalText reads it.
func (r *row) UnmarshalText(text []byte) error {
	raw, err := base64.RawStdEncoding.AppendDecode(nil, text)
	for ; len(raw) >= 4; raw = raw[4:] {
		*r = append(*r, binary.LittleEndian.Uint32(raw))
	}
	return err
}

// hashes is the row of a text, and how many words it has.
func hashes(prose [][]string) (row row, words int) {
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
