package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// plant notes what hangs on each token and which token heads each mention of
// a party.
func (f *finder) plant() {
	f.kids = make([][]int, len(f.A.Tokens))
	for k, t := range f.A.Tokens {
		if t.Head >= 0 {
			f.kids[t.Head] = append(f.kids[t.Head], k)
		}
	}
	f.heads = map[int]int{}
	for n, m := range f.A.Mentions {
		h := f.top(m.Range)
		if m.Party < 0 || h < 0 || f.Time(h) != nil || len(f.A.Parties[m.Party].Members) > 0 && m.Kind == readout.NameMention {
			continue
		}
		if o, ok := f.heads[h]; !ok || better(m, f.A.Mentions[o]) {
			f.heads[h] = n
		}
	}
}

// better: a name before a description, the longer of two.
func better(m, o readout.Mention) bool {
	if (m.Kind == readout.NameMention) != (o.Kind == readout.NameMention) {
		return m.Kind == readout.NameMention
	}
	return m.Len() > o.Len()
}

// top is the token of a phrase that hangs on none of its others.
func (f *finder) top(r readout.Range) int {
	first := f.At(r.Start)
	for k := first; k < len(f.A.Tokens) && f.A.Tokens[k].Start < r.End; k++ {
		if h := f.A.Tokens[k].Head; h < first || f.A.Tokens[h].Start >= r.End {
			return k
		}
	}
	return -1
}

// kid is the first token that hangs on i in a way, or -1.
func (f *finder) kid(i int, relation string) int {
	if i < 0 {
		return -1
	}
	for _, k := range f.kids[i] {
		if f.Relation(k) == relation {
			return k
		}
	}
	return -1
}

// mark is the preposition or conjunction of token i in lower case, "" for
// none.
func (f *finder) mark(i int) string {
	for _, relation := range []string{"case", "mark"} {
		if k := f.kid(i, relation); k >= 0 && k < i {
			return f.Low(k)
		}
	}
	return ""
}

// marked reports that one of the words is the preposition or conjunction of
// token i: it hangs on it, or stands in front of its phrase.
func (f *finder) marked(i int, words ...string) bool {
	if f.UPOS(i) == "NOUN" && slices.Contains(words, f.Low(f.phraseStart(i)-1)) {
		return true
	}
	for _, k := range f.kids[i] {
		if r := f.Relation(k); r != "case" && r != "mark" {
			continue
		}
		if slices.Contains(words, f.Low(k)) {
			return true
		}
	}
	return false
}

// actors are the parties that the noun at token i and those joined to it
// stand for.
func (f *finder) actors(i int) []layer.Actor {
	if i < 0 {
		return nil
	}
	var out []layer.Actor
	if a, ok := f.actor(i); ok {
		if many := f.members(i, a); len(many) > 0 {
			return many
		}
		out = append(out, a)
	}
	for _, k := range f.kids[i] {
		if f.Relation(k) == "conj" && f.UPOS(k) != "VERB" {
			out = append(out, f.actors(k)...)
		}
	}
	if len(out) == 0 && f.Relation(i) == "appos" && f.Head(i) < i {
		return f.actors(f.Head(i))
	}
	return out
}

// actor is the party of the phrase that token i heads; "I" and "me" in a
// quotation are its speaker.
func (f *finder) actor(i int) (layer.Actor, bool) {
	if first[f.Low(i)] {
		return f.speaker(i)
	}
	n, ok := f.heads[i]
	if !ok || f.numeral(i) {
		return layer.Actor{}, false
	}
	m := f.A.Mentions[n]
	return layer.Actor{Party: &f.A.Parties[m.Party], First: f.At(m.Start), Last: f.At(m.End), Pronoun: m.Kind == readout.PronounMention}, true
}

// members are the parties behind several people: those that send "negotiators
// from A and B", those that "they" and "both" stand for.
func (f *finder) members(i int, a layer.Actor) []layer.Actor {
	var out []layer.Actor
	for _, id := range a.Party.Members {
		if p := f.Party(id); p != nil {
			out = append(out, layer.Actor{Party: p, First: a.First, Last: a.Last})
		}
	}
	if a.Party.Kind != readout.Unnamed {
		return out
	}
	for _, k := range f.kids[i] {
		if f.Relation(k) == "nmod" && f.marked(k, "from", "of") {
			who := f.actors(k)
			if len(who) == 1 && !f.sent(i, who[0]) {
				return nil
			}
			return who
		}
	}
	return out
}

// sent: "officials of the union" meet for the union.
func (f *finder) sent(i int, by layer.Actor) bool {
	return f.is(i, "senders") && (by.Party.Kind == readout.Institution || by.Party.Kind == readout.State)
}

// first are the words of somebody who speaks of himself; "we" may be his side.
var first = map[string]bool{"i": true, "me": true, "my": true}

// numeral reports a mention that is no more than a number or a thing: "two",
// "40 minutes", "a letter".
func (f *finder) numeral(i int) bool {
	_, contact := f.form(i, "noun")
	return f.UPOS(i) == "NUM" || contact
}

// speaker is who says the words around token i.
func (f *finder) speaker(i int) (layer.Actor, bool) {
	st := f.Around(f.Range(i, i+1))
	if st == nil || f.Quoted(i) < 0 && st.Mode != readout.Direct || st.Grade == readout.Guessed {
		return layer.Actor{}, false
	}
	p := f.Party(st.Speaker)
	return layer.Actor{Party: p, First: i, Last: i + 1}, p != nil
}

// agents are those of whom the verb at token v is said: its subject, that of
// the verb it is joined to, or who is asked or set to do it. The words in front
// of the verb count where they tell of more.
func (f *finder) agents(v int) []layer.Actor {
	who, verb := f.subjects(v)
	if verb >= 0 {
		better, _ := f.Subject(verb)
		if len(better) > len(who) && (covers(better, who) || len(who) == 1 && who[0].Party.Kind == readout.Unnamed) {
			return better
		}
	}
	return who
}

// subjects climbs from the verb at token v to one that has a subject; the
// second result is that verb, -1 where the subject is no one's subject.
func (f *finder) subjects(v int) ([]layer.Actor, int) {
	for steps := 0; v >= 0 && steps < 5; steps++ {
		if s := f.kid(v, "nsubj"); s >= 0 {
			if low := f.Low(s); f.Relation(v) == "acl" && (low == "who" || low == "which" || low == "that") {
				if who, _ := f.Subject(v); len(who) > 0 {
					return who, -1
				}
				return f.actors(f.Head(v)), -1
			}
			return f.actors(s), v
		}
		h := f.Head(v)
		switch f.Relation(v) {
		case "xcomp":
			if o := f.kid(h, "obj"); o >= 0 && o < v {
				return f.actors(o), -1
			}
		case "acl":
			if f.UPOS(h) != "VERB" {
				return f.noted(v, h)
			}
		case "conj", "advcl":
		default:
			return nil, v
		}
		v = h
	}
	return nil, -1
}

// noted are the agents of a verb that hangs on a noun: "a delegation meeting
// Ruiz", "Ruiz's offer to meet", "Ruiz declined an invitation to meet".
func (f *finder) noted(v, noun int) ([]layer.Actor, int) {
	if f.Low(f.Auxiliaries(v)-1) != "to" {
		if strings.HasSuffix(f.Low(v), "ing") {
			return f.actors(noun), -1
		}
		return nil, -1
	}
	if who := f.actors(noun); len(who) > 0 {
		return who, -1
	}
	if who := f.owner(noun); len(who) > 0 {
		return who, -1
	}
	if up := f.Head(noun); f.UPOS(up) == "VERB" {
		return f.agents(up), -1
	}
	return nil, -1
}

// owner is whose the noun at token i is: "Ruiz's plan to meet".
func (f *finder) owner(i int) []layer.Actor {
	for _, k := range f.kids[i] {
		if f.Relation(k) == "nmod" && k < i && (f.Possessive(f.kid(k, "case")) || f.UPOS(k) == "PRON") {
			return f.actors(k)
		}
	}
	return nil
}
