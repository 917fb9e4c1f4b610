package mention

import (
	"sort"

	"readout"
)

// talk is somebody speaking, as the encoder's attributions and the parse show it
// before any statement is made: the head of the source, its words, and what is
// said where the encoder has seen it.
type talk struct {
	source  int // token
	words   readout.Range
	content []readout.Range
}

// talks are all of a report in order of their sources.
type talks struct {
	list []talk
	at   map[int]int // token → talk that it is the source of
}

func (f *finder) newTalks() talks {
	t := talks{at: map[int]int{}}
	add := func(x talk) {
		if _, ok := t.at[x.source]; !ok {
			t.at[x.source] = -1
			t.list = append(t.list, x)
		}
	}
	for _, x := range f.a.Attributions {
		if x.Probability < credible || len(x.Source) == 0 {
			continue
		}
		if first, last := f.tokens(x.Source[0]); first < len(f.a.Tokens) {
			add(talk{f.topOf(first, last), x.Source[0], x.Content})
		}
	}
	for i, x := range f.a.Tokens {
		if x.Relation == "nsubj" && x.Head >= 0 && !f.quotedAt[i] && f.reports(x.Head) {
			add(talk{source: i, words: x.Range})
		}
	}
	sort.Slice(t.list, func(x, y int) bool { return t.list[x].source < t.list[y].source })
	for n, x := range t.list {
		t.at[x.source] = n
	}
	return t
}

// reports reports a verb that can stand with words said.
func (f *finder) reports(verb int) bool {
	if f.class(verb) != readout.Verb {
		return false
	}
	for _, form := range f.l.Forms[f.low(verb)] {
		if form.Quote && form.Particle == "" {
			return true
		}
	}
	return false
}

func (x talk) says(r readout.Range) bool {
	for _, c := range x.content {
		if c.Contains(r) {
			return true
		}
	}
	return false
}

// saidBy reports that the source with this head says words in which r stands.
func (t *talks) saidBy(head int, r readout.Range) bool {
	n, ok := t.at[head]
	return ok && t.list[n].says(r)
}

// namedBy are the persons whom the words name that token i is the source of.
func (a *antecedents) namedBy(i int) map[int]bool {
	n, ok := a.talks.at[i]
	if !ok {
		return nil
	}
	out := map[int]bool{}
	for _, c := range a.talks.list[n].content {
		for _, m := range a.f.from(c.Start) {
			if m.Start >= c.End {
				break
			}
			if m.Kind == readout.NameMention && m.Party >= 0 && a.f.parties[m.Party].Kind == readout.Person {
				out[m.Party] = true
			}
		}
	}
	return out
}

// recently is within how many sentences somebody must have spoken to be expected to
// go on.
const recently = 3

// lastSpeaker is the party that spoke last before token i, not long ago, or -1.
func (a *antecedents) lastSpeaker(i int) int {
	list := a.talks.list
	s := a.f.a.Tokens[i].Sentence
	for n := sort.Search(len(list), func(n int) bool { return list[n].source >= i }) - 1; n >= 0; n-- {
		x := list[n]
		if a.unspoken[s]-a.unspoken[a.f.a.Tokens[x.source].Sentence] > recently {
			return -1
		}
		if a.f.embedded(x.source) || x.says(a.f.a.Tokens[i].Range) {
			continue
		}
		if p := a.speaker(x); p >= 0 {
			return p
		}
	}
	return -1
}

// embedded reports the subject of a clause that another verb governs: in "Ruiz
// would not say whether Holt had told her" Holt has not spoken.
func (f *finder) embedded(source int) bool {
	t := f.a.Tokens[source]
	if t.Head < 0 || t.Relation != "nsubj" {
		return false
	}
	verb := f.a.Tokens[t.Head]
	return verb.Relation == "ccomp" && verb.Head >= 0 && verb.Head < t.Head
}

// speaker is the party of the longest mention in the words of a source that holds
// their head.
func (a *antecedents) speaker(x talk) int {
	if p, ok := a.pronoun[x.source]; ok {
		return p
	}
	head := a.f.a.Tokens[x.source]
	best, longest := -1, 0
	for k := sort.Search(len(a.all), func(k int) bool { return a.all[k].Start >= x.words.Start }); k < len(a.all) && a.all[k].Start < x.words.End; k++ {
		if c := &a.all[k]; c.Contains(head.Range) && c.Len() > longest {
			best, longest = c.Party, c.Len()
		}
	}
	return best
}
