package incident

import "readout"

// topic is what the numbers before this place have counted.
type topic struct {
	quantity readout.Quantity
	unit     string
	at       int // the figure's number
	word     int // what says it is counted
	crowd    bool
}

// label takes up what a line that only names a count is about: "The dead."
func (f *finder) label(s readout.Sentence) {
	for i := s.First; i < s.Last; i++ {
		q, ok := f.quantity(i, "toll")
		if ok && (s.Last-s.First <= 6 || f.Low(i-1) == "of" && f.is(i-2, "amount") || f.Low(i) == "toll") {
			f.topic = topic{quantity: q, at: i, word: i}
		}
	}
}

// tollOf reads "the death toll at three", "put the number of dead at 19",
// "raised the number of people killed in the flood to seven", "the injured now
// number 12": a number without a noun behind a count of something.
func (f *finder) tollOf(n phrase, s readout.Sentence) (reading, bool) {
	if !n.bare() && !f.personal(n) {
		return reading{}, false
	}
	switch f.Low(n.first - 1) {
	case "at", "to", "was", "is", "of", "number", "numbered", "reached", "passed", "hit", "topped", "exceeded", "as", "now", "from":
	default:
		return reading{}, false
	}
	for i := n.first - 1; i >= s.First && i > n.first-14; i-- {
		if f.Word(i) == ";" || f.Word(i) == ":" {
			break
		}
		q, ok := f.quantity(i, "toll")
		if !ok || f.unreal(i) {
			continue
		}
		if first, ok := f.count(i, s); ok && (f.Low(n.first-1) != "of" || f.Low(i) == "toll") {
			return reading{quantity: q, at: i, by: f.setter(first, s)}, true
		}
	}
	return reading{}, false
}

// count reports that token i is in the name of a count; first is where that
// begins: "the number of dead", "the death toll", "the injured" as a subject.
func (f *finder) count(i int, s readout.Sentence) (first int, ok bool) {
	first, ok = i, f.Low(i) == "toll" || f.Low(i) == "deaths" || f.Low(i-1) == "the" || f.Relation(i) == "nsubj"
	for k := i - 1; k >= s.First && k > i-6 && !f.Punct(k); k-- {
		if f.is(k, "amount") {
			first, ok = k, true
		}
	}
	if f.Class(first-1) == readout.Determiner {
		first--
	}
	return first, ok
}

// personal: the noun only says that people are counted.
func (f *finder) personal(n phrase) bool {
	switch f.Low(n.head) {
	case "people", "persons", "others":
		return true
	}
	return false
}

// setter is who raised or put a toll: the subject of the verb in front of it.
func (f *finder) setter(first int, s readout.Sentence) string {
	if v := first - 1; f.is(v, "set") {
		if who, _ := f.Subject(v); len(who) == 1 && !who[0].Pronoun {
			return who[0].Party.ID
		}
	}
	return ""
}

// near is how many tokens may stand between a figure and a number that only
// repeats its noun in thought.
const near = 60

// echo reads a number that stands alone for what the figure before it counted:
// "the union put it at 31", "five by that of the coroner", "Seven, says the
// authority".
func (f *finder) echo(n phrase, s readout.Sentence) (reading, bool) {
	t := f.topic
	if t.quantity == "" || n.article || n.number-t.at > near || !n.bare() && !f.personal(n) && n.unit != t.unit || n.value == nil {
		return reading{}, false
	}
	if by, ok := f.figureOf(n); ok {
		return reading{t.quantity, t.word, by, t.crowd}, true
	}
	if v := f.teller(n); v >= 0 && !f.unreal(v) {
		return reading{t.quantity, t.word, f.subjectOf(v), t.crowd}, true
	}
	if r, ok := f.aside(n, s); ok {
		return reading{t.quantity, t.word, r, t.crowd}, true
	}
	return reading{}, false
}

// teller is the verb that gives a number alone: "put it at 31", "had spoken of
// one", "said it was 31", "counted three".
func (f *finder) teller(n phrase) int {
	v, relation := f.predicate(n.head)
	if before := f.verbBefore(n); before >= 0 {
		return before
	}
	switch {
	case n.head >= 0 && f.child(n.head, "cop") >= 0 && f.Low(f.child(n.head, "nsubj")) == "it":
		if f.is(v, "tell") {
			return v
		}
		return n.head
	case v < 0 || !f.is(v, "tell"):
		return -1
	case relation == "obj", relation == "obl", relation == "ccomp", relation == "xcomp", relation == "parataxis", relation == "appos", relation == "conj":
		return v
	}
	return -1
}

// figureOf reads "the ministry's figure is 48"; it is on the ministry's word.
func (f *finder) figureOf(n phrase) (by string, ok bool) {
	sub := f.child(n.head, "nsubj")
	if sub < 0 || !f.is(sub, "amount") || f.child(n.head, "cop") < 0 {
		return "", false
	}
	for i := sub - 1; i > sub-4; i-- {
		if f.Possessive(i) {
			a, found := f.Ending(i - 1)
			if !found {
				return "", false
			}
			return a.Party.ID, true
		}
	}
	return "", false
}

// verbBefore reads "put it at 31" where it stands, "had spoken of one".
func (f *finder) verbBefore(n phrase) int {
	switch f.Low(n.first - 1) {
	case "at", "of", "to":
	default:
		return -1
	}
	for _, v := range []int{n.first - 2, n.first - 3} {
		if f.is(v, "tell") && (v == n.first-2 || f.Low(v+1) == "it" || f.Low(v+1) == "them") {
			return v
		}
	}
	return -1
}

// subjectOf is the party that verb v is said of, where it is named.
func (f *finder) subjectOf(v int) string {
	if who, _ := f.Subject(v); len(who) == 1 && !who[0].Pronoun {
		return who[0].Party.ID
	}
	if sub := f.child(v, "nsubj"); sub >= 0 {
		if a, ok := f.Ending(sub); ok {
			return a.Party.ID
		}
	}
	return ""
}

// aside reads a number that hangs loosely on the figure: "four by the company's
// count, five by that of the coroner"; "one, the owners' association of three";
// "Seven, says the authority".
func (f *finder) aside(n phrase, s readout.Sentence) (string, bool) {
	if low := f.Low(n.last); low == "by" || low == "according" {
		return f.source(n), f.source(n) != "" || low == "according"
	}
	if f.Comma(n.last) && f.is(n.last+1, "tell") || n.first == s.First && f.is(n.last, "tell") {
		v := n.last
		if f.Comma(v) {
			v++
		}
		if a, ok := f.Starting(v + 1); ok {
			return a.Party.ID, true
		}
		return "", false
	}
	if before := f.Low(n.first - 1); (before == "of" || before == "at") && f.topic.at > s.First && n.number-f.topic.at < 12 {
		if a, ok := f.Ending(n.first - 2); ok && f.Comma(a.First-1) {
			return a.Party.ID, true
		}
	}
	return "", false
}

// source is whose count a number is by the words behind it: "by the company's
// count", "by that of the coroner", "according to the police".
func (f *finder) source(n phrase) string {
	k := n.last
	switch {
	case f.Low(k) == "by":
		k++
	case f.Low(k) == "according" && f.Low(k+1) == "to":
		k += 2
		if a, ok := f.Starting(k); ok {
			return a.Party.ID
		}
		return ""
	default:
		return ""
	}
	if f.Low(k) == "that" && f.Low(k+1) == "of" {
		if a, ok := f.Starting(k + 2); ok {
			return a.Party.ID
		}
		return ""
	}
	if a, ok := f.Starting(k); ok {
		for j := a.Last; j < a.Last+4; j++ {
			if f.is(j, "amount") {
				return a.Party.ID
			}
		}
	}
	return ""
}
