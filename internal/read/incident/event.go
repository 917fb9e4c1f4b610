package incident

import "readout"

// event finds what a sentence says happened: a verb that leaves no doubt, else
// a noun of an event in front of the figures.
func (f *finder) event(s readout.Sentence, figures []figure) (event, bool) {
	for i := s.First; i < s.Last; i++ {
		if ev, ok := f.verb(i, s); ok {
			return ev, true
		}
	}
	if ev, ok := f.deed(s); ok {
		return ev, true
	}
	var best event
	found := false
	for i := s.First; i < s.Last; i++ {
		if len(figures) == 0 && (!f.is(i, "strong") || f.Quoted(i) >= 0 || f.background(i, s)) {
			continue
		}
		if f.is(i, "event") && f.Class(i+1) != readout.Preposition || f.is(i, "event") && f.named(i) {
			if ev, ok := f.nounEvent(i, s); ok && (!found || len(figures) > 0 && i < figures[0].at) {
				best, found = ev, true
			}
		}
	}
	if !found && len(figures) > 0 && figures[0].quantity == readout.Clashes {
		g := figures[0]
		return event{what: f.afterNumber(g.words), at: g.at, fresh: true, first: s.First, last: s.Last}, true
	}
	return best, found
}

// named: an event noun with a preposition behind is no verb ("a strike on").
func (f *finder) named(i int) bool {
	for k := i - 1; k > i-5 && k >= 0; k-- {
		if f.Class(k) == readout.Determiner || f.Possessive(k) {
			return true
		}
		if !f.Noun(k) && f.Class(k) != readout.Adverb { // "deadly" is one by its ending
			return false
		}
	}
	return false
}

func (f *finder) afterNumber(r readout.Range) readout.Range {
	k := f.At(r.Start)
	for f.Number(k) || f.spelt(k) || f.is(k, "least") || f.is(k, "about") || f.Low(k) == "at" {
		k++
	}
	return readout.Range{Start: f.Range(k, k+1).Start, End: r.End}
}

// verb reads "a missile struck a camp", "a bus plunged into the gorge", "its
// forces have retaken control of A".
func (f *finder) verb(i int, s readout.Sentence) (event, bool) {
	hit, take := f.is(i, "hit"), f.is(i, "take")
	if !hit && !take && !f.is(i, "happen") || f.unreal(i) {
		return event{}, false
	}
	passive := f.Verb(i).Passive
	first := f.subjectStart(i, s)
	if first == f.Auxiliaries(i) && f.Low(f.Auxiliaries(i)-1) != "that" || passive && take {
		return event{}, false
	}
	if f.Low(f.Auxiliaries(i)-1) == "that" && first == f.Auxiliaries(i) {
		first = f.nounStart(f.Auxiliaries(i)-1, s)
	}
	ev := event{at: i, first: first, fresh: true}
	ev.last = f.phraseEnd(i+1, s)
	if take {
		if !f.takes(i) || !f.forces(first, i) {
			return event{}, false
		}
	}
	if hit && !passive && !f.target(i+1) {
		return event{}, false
	}
	ev.what = f.Range(f.bare(first), ev.last)
	ev.fresh = f.Low(first) != "the" && f.Low(first) != "this" && f.Low(first) != "that"
	ev.sure = take || (hit || f.is(i, "happen")) && !f.background(i, s) && f.Quoted(i) < 0 && ((f.Low(first) == "a" || f.Low(first) == "an") && f.Low(i) != "attacked" || hit && f.forces(first, i))
	if hit && f.L.Places.States[f.hitPlace(i+1, ev.last)] != "" && !f.located(i+1, ev.last) {
		ev.sure = false // "Ruritania attacked Velm" is a war
	}
	if hit || take {
		ev.actor = f.striker(first, i)
		ev.where = f.hitPlace(i+1, ev.last)
	}
	return ev, true
}

// subjectStart is where the noun phrase in front of a verb begins.
func (f *finder) subjectStart(i int, s readout.Sentence) int {
	return f.nounStart(f.Auxiliaries(i), s)
}

func (f *finder) nounStart(end int, s readout.Sentence) int {
	k := end
	for n := 0; n < 2; n++ {
		for k > s.First && (f.Noun(k-1) || f.Number(k-1) || f.Possessive(k-1)) && f.Time(k-1) == nil {
			k--
		}
		if k > s.First && f.Class(k-1) == readout.Determiner && f.Low(k-1) != "that" {
			k--
			if low := f.Low(k - 1); k-1 > s.First && n == 0 && (low == "from" || low == "of" || low == "down" || low == "on") {
				k--
				continue
			}
			return k
		}
		if k-1 > s.First && k < end && (f.Low(k-1) == "from" || f.Low(k-1) == "of") {
			k--
			continue
		}
		break
	}
	for k < end && f.Class(k) == readout.Preposition {
		k++
	}
	return k
}

func (f *finder) bare(k int) int {
	if low := f.Low(k); f.Class(k) == readout.Determiner && (low == "a" || low == "an" || low == "the") {
		return k + 1
	}
	return k
}

// phraseEnd goes over object and place behind a verb, up to a time, a mark or
// the next verb.
func (f *finder) phraseEnd(k int, s readout.Sentence) int {
	for k < s.Last && !f.Punct(k) && f.Time(k) == nil && f.Class(k) != readout.Verb && f.Class(k) != readout.Subordinator &&
		f.Class(k) != readout.Auxiliary && !(f.Class(k) == readout.Preposition && f.Time(k+1) != nil) && f.Low(k) != "early" && f.Low(k) != "during" {
		k++
	}
	return k
}

// takes: what was taken is a place.
func (f *finder) takes(i int) bool {
	k := i + 1
	if f.Low(k) == "control" && f.Low(k+1) == "of" || f.Low(k) == "over" {
		return true
	}
	if f.Low(k) == "the" {
		k++
	}
	switch f.Low(k) {
	case "town", "village", "city", "settlement", "airport", "base":
		return true
	}
	return false
}

// target: a thing or place is struck, not a deal or a chord.
func (f *finder) target(k int) bool {
	if f.Class(k) == readout.Determiner {
		k++
	}
	switch f.Low(k) {
	case "deal", "deals", "agreement", "balance", "tone", "blow", "compromise", "back", "out", "bargain", "record", "note", "it":
		return false
	}
	return f.Noun(k) || f.Number(k) || f.Class(k-1) == readout.Determiner
}

// nounEvent reads "a deadly strike on A", "the explosion".
func (f *finder) nounEvent(i int, s readout.Sentence) (event, bool) {
	first := i
	for first > s.First && (f.Noun(first-1) || f.Class(first-1) == readout.Adverb || f.Possessive(first-1) || f.Time(first-1) != nil) {
		first--
	}
	if first > s.First && f.Class(first-1) == readout.Determiner {
		first--
	}
	last := i + 1
	if low := f.Low(last); low == "on" || low == "at" || low == "in" || low == "against" || low == "near" || low == "from" {
		last = f.phraseEnd(i+1, s)
	}
	ev := event{at: i, first: first, last: last, what: f.Range(f.bare(first), last)}
	low := f.Low(first)
	ev.fresh = low == "a" || low == "an" || f.Class(first) != readout.Determiner && !f.owned(first, i)
	ev.where = f.place(i+1, min(s.Last, i+12))
	ev.actor = f.behind(first, i, s)
	return ev, true
}

func (f *finder) owned(first, i int) bool {
	for k := first; k < i; k++ {
		if f.Possessive(k) || f.Time(k) != nil {
			return true
		}
	}
	return false
}
