package mention

import (
	"slices"
	"strings"

	"readout"
)

// namesakes finds the runs that a short name may be short for without a look
// at all the others. What it gives is a candidate; partOf decides.
type namesakes struct {
	runs    map[string][]int // by key: runs with a party, in order of the text
	parties map[string][]int // by the beginning of their name
	of      []int            // run → party
}

// keyed is how many words at the end or the beginning of a name a key has: the
// names of a hostile text have thousands.
const keyed = 4

func foreKey(words []string) string {
	return "fore " + strings.Join(words[:min(len(words), keyed)], " ")
}

func rearKey(words []string) string {
	return "rear " + strings.Join(words[max(0, len(words)-keyed):], " ")
}

func initialKey(s string) string { return "initials " + s }

func newNamesakes(f *finder) namesakes {
	n := namesakes{runs: map[string][]int{}, parties: map[string][]int{}, of: make([]int, len(f.runs))}
	seen := map[int]bool{}
	for i, r := range f.runs {
		if r.party < 0 {
			continue
		}
		n.add(f, i)
		if seen[r.party] {
			continue
		}
		seen[r.party] = true
		full := strings.Fields(f.parties[r.party].Name)
		for k := 1; k < len(full) && k <= keyed; k++ {
			key := foreKey(full[:k])
			n.parties[key] = append(n.parties[key], r.party)
		}
	}
	return n
}

// add makes run i, which has got its party, one that others may be short for.
// A key that has more words than the run stands for no shorter name.
func (n *namesakes) add(f *finder, i int) {
	r := f.runs[i]
	n.of[i] = r.party
	full := strings.Fields(f.parties[r.party].Name)
	keys := map[string]bool{}
	switch f.parties[r.party].Kind {
	case readout.Person:
		for k := 1; k <= keyed && k < min(len(full), r.end-r.name); k++ {
			keys[rearKey(full[len(full)-k:])] = true
		}
		for k := range full {
			if r.end-r.name > 1 && (k > 0 || len(full) <= 3) {
				keys[rearKey(full[k:k+1])] = true
			}
		}
	case readout.Institution, readout.Outlet:
		for k := 1; k <= keyed && k < min(len(full), r.end-r.name); k++ {
			keys[foreKey(full[:k])] = true
		}
		if r.end-r.name > 1 {
			keys[initialKey(initials(full))] = true
		}
	}
	for key := range keys {
		list := n.runs[key]
		at, _ := slices.BinarySearch(list, i)
		n.runs[key] = slices.Insert(list, at, i)
	}
}

// nearest is the party of the last fitting run before run at, else of the
// first behind it, or -1.
func (n *namesakes) nearest(at int, name string, words []string, fits func(run int) bool) int {
	before, behind := -1, -1
	keys := []string{rearKey(words), initialKey(strings.ReplaceAll(name, ".", ""))}
	if fore := foreKey(words); len(words) > keyed || len(n.parties[fore]) < 2 { // else it is not onlyPrefix of any
		keys = append(keys, fore)
	}
	for _, key := range keys {
		list := n.runs[key]
		from, _ := slices.BinarySearch(list, at)
		for k := from - 1; k >= 0 && list[k] > before; k-- {
			if fits(list[k]) {
				before = list[k]
			}
		}
		for k := from; before < 0 && k < len(list) && (behind < 0 || list[k] < behind); k++ {
			if fits(list[k]) {
				behind = list[k]
			}
		}
	}
	switch {
	case before >= 0:
		return n.of[before]
	case behind >= 0:
		return n.of[behind]
	}
	return -1
}
