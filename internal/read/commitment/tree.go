package commitment

import (
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// hang lists for every token what hangs on it, in order of the text.
func hang(tokens []readout.Token) [][]int {
	kids := make([][]int, len(tokens))
	for i, t := range tokens {
		if t.UPOS != "" && t.Head >= 0 && t.Head != i {
			kids[t.Head] = append(kids[t.Head], i)
		}
	}
	return kids
}

func (f *finder) head(i int) int { return f.A.Tokens[i].Head }

// related reports that token k hangs on its head in one of these ways.
func (f *finder) related(k int, relations ...string) bool {
	for _, r := range relations {
		if k >= 0 && f.A.Tokens[k].Relation == r {
			return true
		}
	}
	return false
}

// child is the first word that hangs on token i in one of these ways, or -1.
func (f *finder) child(i int, relations ...string) int {
	for _, k := range f.kids[i] {
		if f.related(k, relations...) {
			return k
		}
	}
	return -1
}

// worded is the first of the words that hangs on token i, or -1.
func (f *finder) worded(i int, low ...string) int {
	for _, k := range f.kids[i] {
		for _, w := range low {
			if f.Low(k) == w {
				return k
			}
		}
	}
	return -1
}

// beneath reports that token k is i or hangs on it, however far down.
func (f *finder) beneath(k, i int) bool {
	for steps := 0; k >= 0 && steps < 40; k, steps = f.head(k), steps+1 {
		if k == i {
			return true
		}
	}
	return false
}

// ends are the first and the last token of the phrase of which i is the head.
func (f *finder) ends(i int) (first, last int) {
	first, last = i, i
	for _, k := range f.kids[i] {
		if !f.related(k, "punct") {
			a, b := f.ends(k)
			first, last = min(first, a), max(last, b)
		}
	}
	return first, last
}

// subjectOf is the head of the subject of verb i, shared with the verb that it
// is joined to ("welcomed it and would reply"); -1 where there is none.
func (f *finder) subjectOf(i int) int {
	for steps := 0; i >= 0 && steps < 5; i, steps = f.head(i), steps+1 {
		if s := f.child(i, "nsubj"); s >= 0 {
			return s
		}
		if !f.related(i, "conj") {
			break
		}
	}
	return -1
}

// passive reports "would be handed over": a participle with "be" in front.
func (f *finder) passive(verb int) bool {
	for _, k := range f.kids[verb] {
		if k < verb && f.related(k, "aux") && (f.Low(k) == "be" || f.Low(k) == "been" || f.Low(k) == "being") {
			return !strings.HasSuffix(f.Low(verb), "ing")
		}
	}
	return false
}

// reach is where the clause of a verb ends: at the end of the range, or in
// front of a joined clause with a subject of its own, of what belongs to
// another verb behind a mark, and of a bracket or semicolon.
func (f *finder) reach(verb, last int) int {
	for k := verb + 1; k < last; k++ {
		switch {
		case f.Word(k) == ";" || f.Word(k) == "(" || f.Word(k) == "–" || f.Word(k) == "—":
			return k
		case f.related(k, "conj", "parataxis") && f.child(k, "nsubj") >= 0 && f.child(k, "nsubj") > verb && f.beneath(k, verb):
			first, _ := f.ends(k)
			return max(first, verb+1)
		case f.Comma(k) && k+1 < last && !f.Punct(k+1) && !f.beneath(k+1, verb) && f.Quoted(k+1) == f.Quoted(verb):
			return k
		}
	}
	return last
}

// actor is the party that a noun or pronoun stands for.
func (f *finder) actor(head int) (layer.Actor, bool) {
	if head < 0 {
		return layer.Actor{}, false
	}
	last := head
	for _, k := range f.kids[head] {
		if f.related(k, "flat") {
			last = max(last, k)
		}
	}
	if a, ok := f.Ending(last); ok {
		return a, true
	}
	for k := head + 1; k < min(head+4, len(f.A.Tokens)) && f.A.Tokens[head].UPOS != "PRON" && f.A.Tokens[k].UPOS == "PROPN"; k++ {
		if a, ok := f.Ending(k); ok && a.First <= head { // "Envoy Ana Ruiz", whatever the parse makes the head
			return a, true
		}
	}
	return f.Ending(head)
}

// parties are those of a subject or object: "Ruiz", "Ruiz and Holt", "both
// sides"; nil where one of them is not known.
func (f *finder) parties(head int) []string {
	if head < 0 {
		return nil
	}
	first, last := f.ends(head)
	for _, m := range f.A.Mentions {
		if m.Party >= 0 && m.Start == f.A.Tokens[first].Start && m.End == f.A.Tokens[last].End && len(f.A.Parties[m.Party].Members) > 0 {
			return f.A.Parties[m.Party].Members
		}
	}
	a, ok := f.actor(head)
	if !ok {
		return nil
	}
	out := []string{a.Party.ID}
	for _, k := range f.kids[head] {
		if !f.related(k, "conj") {
			continue
		}
		b, ok := f.actor(k)
		if !ok {
			return nil
		}
		out = append(out, b.Party.ID)
	}
	return out
}
