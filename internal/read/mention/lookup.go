package mention

import (
	"slices"
	"sort"
	"strings"

	"readout"
)

// marks notes for each token what stands around it.
func (f *finder) marks() {
	f.timedAt, f.quotedAt = make([]bool, len(f.a.Tokens)), make([]bool, len(f.a.Tokens))
	mark := func(of []bool, r readout.Range) {
		for i := f.tokenAt(r.Start); i < len(of) && f.a.Tokens[i].Start < r.End; i++ {
			of[i] = true
		}
	}
	for _, x := range f.a.Times {
		mark(f.timedAt, x.Range)
	}
	for _, q := range f.a.Quotes {
		mark(f.quotedAt, q.Inner)
	}
}

// latest is some of the mentions, in the order in which they were found, for
// the question which of them is the last that begins before a place.
type latest struct {
	mentions []int // indices into finder.mentions
	least    []int // the smallest start of mentions[k:]
}

func (f *finder) newLatest(mentions []int) *latest {
	l := &latest{mentions, make([]int, len(mentions))}
	for k := len(mentions) - 1; k >= 0; k-- {
		l.least[k] = f.mentions[mentions[k]].Start
		if k+1 < len(mentions) {
			l.least[k] = min(l.least[k], l.least[k+1])
		}
	}
	return l
}

// before is the last mention of l that begins before a byte, or -1.
func (l *latest) before(at int) int {
	k := sort.SearchInts(l.least, at) - 1
	if k < 0 {
		return -1
	}
	return l.mentions[k]
}

// known is the named parties by the words that noun phrases call them by. It
// is made when all names are known and no noun phrase is.
type known struct {
	names  int              // how many mentions are names: the first ones
	office map[string][]int // word of an office → persons
	person map[int][]int    // person → mentions
	body   map[string][]int // word of a body's name → mentions; "" stands for a word for any business
	held   map[string]*holders
	latest map[string]*latest // head → bodies that fit it
}

// holders is the persons whose office has some words.
type holders struct {
	persons map[int]bool
	names   *latest
	nouns   []int // mentions that are noun phrases
	seen    int   // how many mentions have been looked at for nouns
}

func (f *finder) newKnown() *known {
	n := &known{names: len(f.mentions), office: map[string][]int{}, person: map[int][]int{}, body: map[string][]int{}, held: map[string]*holders{}, latest: map[string]*latest{}}
	for i, m := range f.mentions {
		if m.Party < 0 {
			continue
		}
		switch p := &f.parties[m.Party]; p.Kind {
		case readout.Person:
			if n.person[m.Party] == nil {
				for w := range titleWords(p.Offices) {
					n.office[w] = append(n.office[w], m.Party)
				}
			}
			n.person[m.Party] = append(n.person[m.Party], i)
		case readout.Institution:
			if m.Kind != readout.NameMention {
				continue
			}
			words := strings.Fields(strings.ToLower(p.Name))
			if isBusiness(words) {
				words = append(words, "")
			}
			slices.Sort(words)
			for _, w := range slices.Compact(words) {
				n.body[w] = append(n.body[w], i)
			}
		}
	}
	return n
}

// first is where a person with an office is first spoken of.
func (n *known) first(f *finder, party int) int {
	at := len(f.text)
	for _, m := range n.person[party] {
		at = min(at, f.mentions[m].Start)
	}
	return at
}

func titleWords(offices []readout.Office) map[string]bool {
	words := map[string]bool{}
	for _, o := range offices {
		for _, w := range strings.Fields(strings.ToLower(o.Title)) {
			words[w] = true
		}
	}
	return words
}

// bodies are the names of bodies that fit a head noun.
func (f *finder) bodies(head string) *latest {
	l := f.known.latest[head]
	if l == nil {
		list := f.known.body[head]
		if businessHeads[head] {
			list = append(slices.Clone(list), f.known.body[""]...)
			slices.Sort(list)
		}
		l = f.newLatest(slices.Compact(list))
		f.known.latest[head] = l
	}
	return l
}

// holders finds the persons with an office of the words wanted, the head last.
func (f *finder) holders(want []string) *holders {
	key := strings.Join(want, " ")
	h := f.known.held[key]
	if h == nil {
		h = &holders{persons: map[int]bool{}, seen: f.known.names}
		heads := []string{want[len(want)-1]}
		if heads[0] == "leader" {
			heads = append(heads, leaders...)
		}
		var list []int
		for _, head := range heads {
			for _, p := range f.known.office[head] {
				if !h.persons[p] && f.holds(p, want) {
					h.persons[p] = true
					list = append(list, f.known.person[p]...)
				}
			}
		}
		slices.Sort(list)
		h.names = f.newLatest(list)
		f.known.held[key] = h
	}
	for ; h.seen < len(f.mentions); h.seen++ {
		if h.persons[f.mentions[h.seen].Party] {
			h.nouns = append(h.nouns, h.seen)
		}
	}
	return h
}
