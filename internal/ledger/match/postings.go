package match

// Postings lists, under each key, the things that have it: small numbers, in
// order of arrival. Of more than Most it keeps the latest, so that a look-up
// costs no more in a large file than in a small one: what stands under a
// thousand things is no evidence for any of them, and what is said now was
// most likely said lately. Most 0 keeps all. Most keys have one thing, and cost
// no list.
type Postings[K comparable] struct {
	Most int
	one  map[K]int32
	more map[K][]int32
	lent [1]int32
}

// Add puts thing i, not before those that are there, under a key.
func (p *Postings[K]) Add(key K, i int) {
	if p.one == nil {
		p.one, p.more = map[K]int32{}, map[K][]int32{}
	}
	first, ok := p.one[key]
	if !ok {
		p.one[key] = int32(i)
		return
	}
	list := p.more[key]
	if list == nil {
		list = []int32{first}
	}
	if p.Most > 0 && len(list) == 2*p.Most { // moved seldom, so that it costs little
		list = list[:copy(list, list[p.Most:])]
	}
	p.more[key] = append(list, int32(i))
}

// Of lists what stands under a key, lent until the next call; all is false
// where some was let go.
func (p *Postings[K]) Of(key K) (list []int32, all bool) {
	one, ok := p.one[key]
	if !ok {
		return nil, true
	}
	if list, ok = p.more[key]; !ok {
		p.lent[0] = one
		return p.lent[:], true
	}
	if p.Most > 0 && len(list) > p.Most {
		return list[len(list)-p.Most:], false
	}
	return list, true
}

// Hits counts how often things are met, for many look-ups one after the other.
type Hits struct {
	count   []int32
	touched []int32
}

// Meet counts each of a list once more.
func (h *Hits) Meet(list []int32) {
	for _, i := range list {
		if int(i) >= len(h.count) {
			h.count = append(h.count, make([]int32, int(i)+len(h.count)/2+1-len(h.count))...)
		}
		if h.count[i]++; h.count[i] == 1 {
			h.touched = append(h.touched, i)
		}
	}
}

// Take gives each thing that was met with its count, in the order of meeting,
// and begins anew.
func (h *Hits) Take(each func(i, count int)) {
	for _, i := range h.touched {
		each(int(i), int(h.count[i]))
		h.count[i] = 0
	}
	h.touched = h.touched[:0]
}
