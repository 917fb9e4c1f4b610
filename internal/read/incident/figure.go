package incident

import (
	"strconv"
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

// number reads a number that begins at token k: digits, words ("twenty-one",
// "two hundred"), or a vague word, which has no value. end is the token
// behind; ok is false for what no number of people or things can be.
func (f *finder) number(k int) (value *float64, end int, ok bool) {
	if f.Time(k) != nil {
		return nil, k, false
	}
	if f.Number(k) {
		v, err := strconv.ParseFloat(strings.ReplaceAll(f.Word(k), ",", ""), 64)
		if err != nil || f.money(k) {
			return nil, k, false
		}
		end = k + 1
		if m := scale(f.Low(end)); m > 1 {
			v *= m
			end++
		}
		return &v, end, !f.measure(end)
	}
	if v, end := f.spelled(k); end > k {
		return &v, end, !f.measure(end)
	}
	if f.is(k, "some") && f.Low(k-1) != "how" {
		end = k + 1
		for f.Low(end) == "of" || f.Low(end) == "others" && f.is(k, "some") && f.Low(k) != "others" {
			end++
		}
		return nil, end, true
	}
	return nil, k, false
}

func (f *finder) money(k int) bool {
	switch f.Word(k - 1) {
	case "$", "€", "£", "¥", "No.", "No":
		return true
	}
	return strings.HasSuffix(f.Word(k-1), "$")
}

// measure: what follows makes it no count: "per cent", "years", "million
// crowns" is left to the unit.
func (f *finder) measure(k int) bool {
	switch f.Low(k) {
	case "%", "percent", "per", "year", "years", "day", "days", "hour", "hours", "minutes", "km", "kilometres", "kilometers", "miles",
		"metres", "meters", "mn", "bn", "million", "billion", "dollars", "euros", "pounds", "crowns", "rupees", "times", "tons", "tonnes":
		return true
	}
	return strings.HasPrefix(f.Low(k), "-year") || f.Word(k) == ":" && f.Number(k+1)
}

func scale(w string) float64 {
	switch w {
	case "dozen":
		return 12
	case "hundred":
		return 100
	case "thousand":
		return 1000
	case "million":
		return 1e6
	}
	return 1
}

var ones = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")

var tens = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")

// spelled adds up number words from token k.
func (f *finder) spelled(k int) (float64, int) {
	total, end := 0.0, k
	for {
		v, ok := word(f.Low(end))
		if !ok {
			break
		}
		total += v
		end++
		if m := scale(f.Low(end)); m > 1 {
			total *= m
			end++
		}
		if f.Low(end) == "and" && end > k+1 {
			if _, more := word(f.Low(end + 1)); more {
				end++
			}
		}
		if f.Word(end) == "-" {
			if _, more := word(f.Low(end + 1)); more {
				end++
			}
		}
	}
	return total, end
}

func word(w string) (float64, bool) {
	if a, b, ok := strings.Cut(w, "-"); ok {
		x, okA := word(a)
		y, okB := word(b)
		return x + y, okA && okB && x >= 20 && y < 10
	}
	for n, o := range ones {
		if w == o {
			return float64(n), true
		}
	}
	for n, t := range tens {
		if w == t {
			return float64(20 + 10*n), true
		}
	}
	return 0, false
}

// bound reads the words in front of a number at token k; first is where they
// begin.
func (f *finder) bound(k int, value *float64) (b readout.Bound, first int) {
	b = readout.Exact
	if value == nil {
		b = readout.Some
	}
	for first = k; ; first-- {
		switch low := f.Low(first - 1); {
		case low == "least" && f.Low(first-2) == "at":
			b, first = readout.AtLeast, first-1
		case low == "than" && f.Low(first-2) == "more":
			b, first = readout.AtLeast, first-1
		case low == "over" && value != nil:
			b = readout.AtLeast
		case low == "to" && f.Low(first-2) == "up", low == "many" && f.Low(first-2) == "as":
			b, first = readout.UpTo, first-1
		case f.is(first-1, "about") && value != nil:
			b = readout.Around
		default:
			return b, first
		}
	}
}

// noun reads the noun phrase that follows a number that ends before token k:
// "27 pilgrims", "14 of its members"; end is the token behind it.
func (f *finder) noun(k, last int) (unit string, end int) {
	end = k
	if f.Low(end) == "of" && (f.Class(end+1) == readout.Determiner || f.Class(end+1) == readout.Pronoun) {
		end += 2
	}
	from := end
	for end < last && end < from+4 && f.Noun(end) && f.Time(end) == nil && !f.counting(end) {
		end++
	}
	if end == from {
		return "", k
	}
	return f.Text(f.Range(from, end)), end
}

// counting: a word that says what is counted is no part of the thing counted,
// in "two wounded".
func (f *finder) counting(i int) bool {
	_, verb := f.quantity(i, "verb")
	_, state := f.quantity(i, "state")
	return verb || state
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

func (f *finder) spelt(k int) bool {
	_, ok := word(f.Low(k))
	return ok
}

func (f *finder) currency(unit string) bool {
	for _, w := range strings.Fields(strings.ToLower(unit)) {
		switch w {
		case "crowns", "dollars", "euros", "pounds", "rupees", "million", "billion", "percent", "points", "votes", "jobs":
			return true
		}
	}
	return false
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
