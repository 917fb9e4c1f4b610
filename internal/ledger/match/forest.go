package match

// Forest keeps things in groups (union-find). Things are small numbers from 0,
// in order of arrival; the root of a group is its earliest member, so that a
// group keeps its name when later things join.
type Forest struct{ up []int }

// Add brings in the next thing, alone, and returns its number.
func (f *Forest) Add() int {
	f.up = append(f.up, len(f.up))
	return len(f.up) - 1
}

// Root is the earliest member of the group that i is in.
func (f *Forest) Root(i int) int {
	for f.up[i] != i {
		f.up[i] = f.up[f.up[i]]
		i = f.up[i]
	}
	return i
}

// Join puts the groups of i and j together.
func (f *Forest) Join(i, j int) {
	i, j = f.Root(i), f.Root(j)
	f.up[max(i, j)] = min(i, j)
}

// Groups lists every group, members in order of arrival, groups by their root.
func (f *Forest) Groups() [][]int {
	at := map[int]int{}
	var out [][]int
	for i := range f.up {
		root := f.Root(i)
		if root == i {
			at[i] = len(out)
			out = append(out, nil)
		}
		out[at[root]] = append(out[at[root]], i)
	}
	return out
}
