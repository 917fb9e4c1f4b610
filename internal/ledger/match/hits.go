package match

// Hits counts how often things are met, for many look-ups one after the other.
// Things are small numbers.
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
