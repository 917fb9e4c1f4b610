package incident

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// figures finds what a sentence counts, in order: each number with its noun
// phrase, where the parse ties it to a word that says what is counted.
func (f *finder) figures(s readout.Sentence) []figure {
	f.label(s)
	var out []figure
	for k := s.First; k < s.Last; k++ {
		n, ok := f.counted(k, s)
		if !ok {
			continue
		}
		if g, ok := f.counts(n, s); ok {
			out = append(out, g)
			f.topic = topic{g.quantity, g.unit, k, g.at, g.crowd}
		}
		k = max(k, n.last-1)
	}
	return out
}

// counts is the figure that a counted phrase makes, if any.
func (f *finder) counts(n phrase, s readout.Sentence) (figure, bool) {
	g := figure{words: f.Range(n.first, n.last), unit: n.unit, value: n.value, bound: n.bound, at: n.head}
	r, ok := f.role(n)
	if !ok {
		r, ok = f.gathered(n, s)
	}
	if !ok {
		r, ok = f.tollOf(n, s)
	}
	if !ok {
		r, ok = f.echo(n, s)
	}
	if !ok || f.background(r.at, s) {
		return figure{}, false
	}
	g.quantity, g.at, g.by, g.crowd, g.topic = r.quantity, r.at, r.by, r.crowd, -1
	if r.at < s.First {
		g.at, g.topic = n.number, r.at
	}
	if g.by == "" {
		g.by = f.source(n)
	}
	if g.by == "" && (f.Low(n.end+1) == "whom" || f.Low(n.end+1) == "which") && f.topic.quantity != "" && f.topic.at >= s.First {
		g.by = f.Teller(f.Range(f.topic.at, f.topic.at+1)) // "14 men, one of whom": on the same word
	}
	if n.article && !f.one(n, g.quantity) {
		return figure{}, false
	}
	switch g.quantity {
	case readout.Captured:
		return g, !n.bare() || f.Low(n.number) != "one" || r.at < s.First // not "one captured by a camera"
	case readout.OtherCount:
		return g, (f.is(r.at, "illness") && n.value != nil || f.people(n)) && (n.value != nil || !n.bare())
	case readout.Displaced:
		return g, f.people(n)
	case readout.Launched, readout.Intercepted:
		return g, f.weapons(n)
	}
	return g, !f.is(n.noun, "weapon") || g.quantity == readout.Damaged || g.quantity == readout.Captured
}

// reading is what a number counts: the word at that says so, and who is said to
// have set the number, where the sentence tells that itself.
type reading struct {
	quantity readout.Quantity
	at       int
	by       string
	crowd    bool
}

// background reports a clause of records and long counts: "the deadliest
// since", "in the war so far".
func (f *finder) background(i int, s readout.Sentence) bool {
	clause, since := true, false
	for k := i; k >= s.First; k-- {
		clause = clause && !f.Comma(k) && k > i-12
		switch low := f.Low(k); low {
		case "since", "when":
			since = true
		case "deadliest", "worst", "bloodiest", "heaviest":
			if since {
				return true
			}
		case "anniversary":
			return true
		case "if", "whether", "commemorate":
			if clause {
				return true
			}
		}
	}
	for k := i; k < s.Last && k < i+8 && !f.Comma(k); k++ {
		if f.rate(k) {
			return true
		}
		if t := f.Time(k); t != nil && (t.Grain == readout.GrainYear || f.Low(f.At(t.Start)-1) == "since" && t.Grain == readout.GrainMonth) {
			return true
		}
	}
	return false
}

// rate reads "each day", "a year"; "a day after" is a time.
func (f *finder) rate(k int) bool {
	if !f.is(k+1, "unit") {
		return false
	}
	switch f.Low(k) {
	case "each", "every", "per":
		return true
	case "a":
		switch f.Low(k + 2) {
		case "after", "before", "later", "earlier", "ago", "from":
			return false
		}
		return f.Punct(k+2) || f.Class(k+2) == readout.Preposition
	}
	return false
}

// one reports that "a" or "an" counts: one person who was hurt, one thing that
// was damaged.
func (f *finder) one(n phrase, q readout.Quantity) bool {
	switch q {
	case readout.Killed, readout.Injured, readout.Missing, readout.Captured:
		return f.human(n.head)
	case readout.Damaged:
		return f.is(n.head, "built")
	}
	return false
}

// human reports a noun for one person.
func (f *finder) human(i int) bool {
	low := f.Low(i)
	if f.is(i, "person") || f.L.Roles[low] == lang.RolePerson {
		return true
	}
	for _, ending := range []string{"man", "woman", "ist", "ian", "eer", "ier"} {
		if strings.HasSuffix(low, ending) && len(low) > len(ending)+2 {
			return true
		}
	}
	return false
}

// people reports a phrase that counts persons, or leaves open what.
func (f *finder) people(n phrase) bool {
	if n.bare() || f.is(n.noun, "plural") || f.human(n.noun) || f.Class(n.noun) == readout.Pronoun {
		return true
	}
	one := strings.TrimSuffix(f.Low(n.noun), "s")
	return f.isWord(one, "person") || strings.HasSuffix(f.Low(n.noun), "men") || f.L.Roles[one] == lang.RolePerson || f.L.Roles[f.Low(n.noun)] == lang.RoleUnnamed
}

func (f *finder) weapons(n phrase) bool {
	for i := n.first; i < n.last; i++ {
		if f.is(i, "weapon") {
			return true
		}
	}
	return false
}
