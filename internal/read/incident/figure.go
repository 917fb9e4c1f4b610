package incident

import (
	"strings"

	"readout"
)

// figures finds what a sentence counts, in order.
func (f *finder) figures(s readout.Sentence) []figure {
	var out []figure
	for i := s.First; i < s.Last; i++ {
		if f.background(i, s) {
			continue
		}
		if g, ok := f.counts(i, s); ok {
			out = append(out, g...)
		}
	}
	return out
}

// counts reads the figures that hang on the word at token i.
func (f *finder) counts(i int, s readout.Sentence) ([]figure, bool) {
	if g, ok := f.clashes(i, s); ok {
		return g, true
	}
	if q, ok := f.quantity(i, "verb"); ok && !f.unreal(i) {
		if !f.Verb(i).Passive {
			if g := f.object(i, q, s); len(g) > 0 {
				return g, true
			}
		}
		if g := f.front(i, q, s, f.Verb(i).Passive); len(g) > 0 && q != readout.Launched {
			return g, true
		}
	}
	if q, ok := f.quantity(i, "toll"); ok {
		if g := f.toll(i, q, s); len(g) > 0 {
			return g, true
		}
	}
	if q, ok := f.quantity(i, "state"); ok && !f.unreal(i) {
		if q == readout.Displaced && f.Low(i) == "moved" && !f.Verb(i).Passive {
			return nil, false
		}
		if g := f.front(i, q, s, f.Auxiliaries(i) < i); len(g) > 0 {
			return g, true
		}
	}
	if f.Low(i) == "lost" && f.Low(i+2) == "lives" {
		return f.front(i, readout.Killed, s, true), true
	}
	if f.Low(i) == "shot" && f.Low(i+1) == "down" && !f.unreal(i) {
		return f.object(i+1, readout.Intercepted, s), true
	}
	return nil, false
}

// unreal: what may happen, or did not.
func (f *finder) unreal(i int) bool {
	g := f.Verb(i)
	return g.Negated || g.Modal || g.Future
}

// background reports a clause of records and long counts: "the deadliest
// since", "in the war so far".
func (f *finder) background(i int, s readout.Sentence) bool {
	clause := true
	for k := i; k >= s.First; k-- {
		clause = clause && !f.Comma(k) && k > i-12
		switch f.Low(k) {
		case "deadliest", "worst", "anniversary":
			return true
		case "if", "whether", "commemorate":
			if clause {
				return true
			}
		}
	}
	for k := i; k < s.Last && k < i+8 && !f.Comma(k); k++ {
		if t := f.Time(k); t != nil && (t.Grain == readout.GrainYear || f.Low(f.At(t.Start)-1) == "since" && t.Mod == "") {
			return true
		}
	}
	return false
}

// phrase reads "[bound] number [of its] noun" from token k.
func (f *finder) phrase(k, last int, q readout.Quantity, at int) (figure, int, bool) {
	start := k
	for f.is(k, "least") || f.is(k, "about") && f.Low(k) != "some" || f.is(k, "upto") || f.Low(k) == "at" || f.Low(k) == "to" || f.Low(k) == "as" || f.Low(k) == "many" && f.Low(k-1) == "as" ||
		f.Low(k) == "some" && (f.Number(k+1) || f.spelt(k+1)) || f.Low(k) == "the" || f.Low(k) == "another" {
		k++
	}
	if k-start > 3 {
		return figure{}, start, false
	}
	value, end, ok := f.number(k)
	one := false
	if !ok && f.Class(k) == readout.Determiner && (f.Low(k) == "a" || f.Low(k) == "an") && q == readout.Damaged {
		v := 1.0
		value, end, ok, one = &v, k+1, true, true
	}
	if !ok || f.counted[k] || end > last {
		return figure{}, start, false
	}
	unit, behind := f.noun(end, last)
	if one && unit == "" || unit != "" && f.money(k) || f.currency(unit) {
		return figure{}, start, false
	}
	b, first := f.bound(k, value)
	f.counted[k] = true
	return figure{quantity: q, words: f.Range(max(first, start), behind), unit: unit, value: value, bound: b, at: at}, behind, true
}

// object reads the figures behind an active verb: "killing two people",
// "killed at least 12".
func (f *finder) object(i int, q readout.Quantity, s readout.Sentence) []figure {
	var out []figure
	k := i + 1
	for {
		g, end, ok := f.phrase(k, s.Last, q, i)
		if !ok {
			return out
		}
		if (q == readout.Launched || q == readout.Intercepted) && !f.weapons(g.unit) {
			return out
		}
		out = append(out, g)
		if f.Low(end) != "and" {
			return out
		}
		k = end + 1
	}
}

func (f *finder) weapons(unit string) bool {
	for _, w := range strings.Fields(strings.ToLower(unit)) {
		if strings.Contains(f.words[w], " weapon ") {
			return true
		}
	}
	return false
}

// front reads the figures in front of a verb or adjective: "six people had
// been killed", "five boatmen and one officer were injured", "six dead".
func (f *finder) front(i int, q readout.Quantity, s readout.Sentence, verb bool) []figure {
	end := i
	if verb {
		end = f.Auxiliaries(i)
	}
	var out []figure
	for n := 0; n < 3; n++ {
		g, first, ok := f.phraseBefore(end, q, s, i)
		if !ok {
			break
		}
		out = append([]figure{g}, out...)
		if f.Low(first-1) != "and" {
			break
		}
		end = first - 1
	}
	return out
}

// phraseBefore reads the noun phrase with a number that ends in front of
// token end.
func (f *finder) phraseBefore(end int, q readout.Quantity, s readout.Sentence, at int) (figure, int, bool) {
	for k := end - 1; k >= s.First && k > end-7; k-- {
		if f.Punct(k) || f.Class(k) == readout.Verb && !f.Number(k) || f.Class(k) == readout.Auxiliary {
			return figure{}, end, false
		}
		value, after, ok := f.number(k)
		if !ok || f.counted[k] {
			continue
		}
		if f.Low(k) == "others" && value == nil {
			if _, _, more := f.number(k - 1); more {
				continue
			}
		}
		unit, behind := f.noun(after, end)
		if behind < end && f.Low(behind) != "in" && f.Low(behind) != "on" && f.Low(behind) != "from" || f.currency(unit) {
			return figure{}, end, false
		}
		b, first := f.bound(k, value)
		f.counted[k] = true
		return figure{quantity: q, words: f.Range(first, max(behind, after)), unit: unit, value: value, bound: b, at: at}, first, true
	}
	return figure{}, end, false
}

// toll reads "the death toll at three", "put the number of dead at 19",
// "raised the number of people killed in the flood to seven".
func (f *finder) toll(i int, q readout.Quantity, s readout.Sentence) []figure {
	counts := f.Low(i) == "toll" || f.Low(i) == "deaths"
	first := i
	for k := i - 1; k >= s.First && k > i-6 && !f.Punct(k); k-- {
		if low := f.Low(k); low == "number" || low == "count" {
			counts, first = true, k
		}
	}
	if !counts {
		return nil
	}
	if f.Class(first-1) == readout.Determiner {
		first--
	}
	for k := i + 1; k < s.Last && k < i+12; k++ {
		if f.Punct(k) && f.Word(k) != "'s" {
			break
		}
		switch f.Low(k) {
		case "at", "to", "was", "is", "of":
			if g, _, ok := f.phrase(k+1, s.Last, q, i); ok && (f.Low(k) != "of" || f.Low(i) == "toll") {
				g.by = f.setter(first, s)
				return []figure{g}
			}
		}
	}
	return nil
}

// setter is who raised or put a toll: the subject of the verb in front of it.
func (f *finder) setter(first int, s readout.Sentence) string {
	switch v := first - 1; f.Low(v) {
	case "raised", "put", "revised", "lowered", "lifted", "increased", "updated":
		if who, _ := f.Subject(v); len(who) == 1 && !who[0].Pronoun {
			return who[0].Party.ID
		}
	}
	return ""
}

// clashes reads "13 combat clashes".
func (f *finder) clashes(i int, s readout.Sentence) ([]figure, bool) {
	if !f.is(i, "clash") {
		return nil, false
	}
	for k := i - 1; k >= s.First && k > i-4 && !f.Punct(k); k-- {
		if value, _, ok := f.number(k); ok && value != nil && !f.counted[k] {
			b, first := f.bound(k, value)
			f.counted[k] = true
			return []figure{{quantity: readout.Clashes, words: f.Range(first, i+1), unit: f.Low(i), value: value, bound: b, at: i}}, true
		}
	}
	return nil, false
}
