package mention

import (
	"math"
	"sort"
	"strings"

	"readout"
)

// What speaks for an antecedent, in points. A sentence between costs one; the
// others say how many sentences each is worth.
const (
	farther   = 0.9 // for each sentence between that is not spoken
	agreement = 0.6 // gender or number are known and agree
	speaking  = 0.8 // it is the source of an attribution
	spoke     = 1.2 // it spoke last, and the pronoun speaks
	saying    = 1.0 // the pronoun stands in what it says
	named     = 2.0 // against it: it is named in what the pronoun says
	opposed   = 1.5 // against it: pronouns of the other gender went to it
	chained   = 0.6 // it is a pronoun of the same form
	often     = 0.2 // for each earlier mention, up to eight
	nameless  = 0.7 // against it: it has no name
	doubtful  = 1.0 // against it: nothing shows that it is a person
	apart     = 2.0 // against it: it stands in a headline or a caption
	encoded   = 2.5 // times the encoder's probability
	settled   = 1.5 // more, where it is sure
	clear     = 1.0 // by how much the first must lead to be sure
)

// How far back an antecedent is looked for.
const (
	mentionsBack  = 200
	sentencesBack = 14
)

// candidate is a mention with its place in the parse.
type candidate struct {
	readout.Mention
	head     int // token
	sentence int
	role     float64
	form     string // of a pronoun
}

// antecedents chooses what pronouns stand for. It knows all that is in front
// of the pronoun, those pronouns included that it has settled.
type antecedents struct {
	f        *finder
	links    links
	all      []candidate
	unspoken []int // sentence → how many before it are not quotations as a whole
	sources  map[int]int
	talks    []talk
	times    map[int]int // party → mentions so far
	seen     int         // how many of all are counted in times
}

// talk is an attribution of the encoder: who speaks, and where the words are.
type talk struct {
	source  int // token
	words   readout.Range
	content []readout.Range
}

func (f *finder) newAntecedents() *antecedents {
	a := &antecedents{f: f, links: f.newLinks(), sources: map[int]int{}, times: map[int]int{}}
	for _, m := range append(f.pairs(), f.mentions...) {
		if m.Party < 0 || m.Kind == readout.PronounMention || f.quoted(m.Start) {
			continue
		}
		if c := f.place(m); f.a.Blocks[f.a.Sentences[c.sentence].Block].Class != readout.Byline {
			a.all = append(a.all, c)
		}
	}
	sort.SliceStable(a.all, func(x, y int) bool { return a.all[x].Start < a.all[y].Start })
	n := 0
	for _, s := range f.a.Sentences {
		a.unspoken = append(a.unspoken, n)
		for i := s.First; i < s.Last; i++ {
			if !f.quotedAt[i] && f.a.Tokens[i].Kind != readout.Punct {
				n++
				break
			}
		}
	}
	for _, x := range f.a.Attributions {
		if x.Probability < credible || len(x.Source) == 0 {
			continue
		}
		first, last := f.tokens(x.Source[0])
		if h := f.topOf(first, last); h >= 0 {
			a.sources[h] = len(a.talks)
			a.talks = append(a.talks, talk{h, x.Source[0], x.Content})
		}
	}
	for i, t := range f.a.Tokens {
		if _, ok := a.sources[i]; !ok && t.Relation == "nsubj" && t.Head >= 0 && !f.quotedAt[i] && f.reports(t.Head) {
			a.sources[i] = len(a.talks)
			a.talks = append(a.talks, talk{source: i, words: t.Range})
		}
	}
	return a
}

// reports reports a finite verb that can stand with words said.
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

// tokens are those of a range, the last one excluded.
func (f *finder) tokens(r readout.Range) (first, last int) {
	first = f.tokenAt(r.Start)
	for last = first; last < len(f.a.Tokens) && f.a.Tokens[last].End <= r.End; last++ {
	}
	return first, last
}

// topOf is the token of a phrase that hangs on one outside; -1 for no phrase.
func (f *finder) topOf(first, last int) int {
	for k := first; k < last; k++ {
		t := f.a.Tokens[k]
		if t.Kind != readout.Punct && t.Relation != "det" && t.Relation != "case" && (t.Head < first || t.Head >= last) {
			return k
		}
	}
	return first
}

func (f *finder) place(m readout.Mention) candidate {
	first, last := f.tokens(m.Range)
	c := candidate{Mention: m, head: f.topOf(first, last)}
	c.sentence = f.a.Tokens[c.head].Sentence
	c.role = f.roleOf(c.head, first, last)
	return c
}

// roleOf is how much the place of a phrase in its sentence speaks for it: a
// subject is what the next sentence goes on about.
func (f *finder) roleOf(head, first, end int) float64 {
	t := f.a.Tokens[head]
	for range 3 {
		if t.Relation != "appos" && t.Relation != "conj" && t.Relation != "flat" && t.Relation != "compound" || t.Head < 0 {
			break
		}
		t = f.a.Tokens[t.Head]
	}
	if end < len(f.a.Tokens) && (f.word(end) == "'s" || f.word(end) == "’s") && f.a.Tokens[end].UPOS == "PART" {
		if subjects[t.Relation] || t.Head >= 0 && subjects[f.a.Tokens[t.Head].Relation] {
			return 1.2 // "Ruiz's party lost. She"
		}
		return 0.2
	}
	if first > 0 && f.afterCue(first-1) {
		return 2
	}
	switch t.Relation {
	case "nsubj", "csubj":
		if t.Head >= 0 {
			switch f.a.Tokens[t.Head].Relation {
			case "root", "parataxis", "conj":
				return 2
			}
		}
		return 1.5
	case "root":
		return 1
	case "obj", "iobj":
		return 0.6
	case "obl":
		return 0.4
	case "vocative":
		return -1
	}
	return 0.2
}

// possessed open the words for somebody who is known by another: "her husband".
var possessed = map[string]bool{"his": true, "her": true, "their": true, "my": true, "our": true}

var subjects = map[string]bool{"nsubj": true, "csubj": true}

// anaphor is a word or phrase that stands for somebody before it: its token, its
// form in lower case, and which parties it can stand for at all and without doubt.
type anaphor struct {
	token int
	form  string
	fits  func(party int) bool
	firm  func(party int) bool
}

// of is the party that pronoun token i stands for, and whether nothing else
// comes near; -1 when nothing agrees.
func (a *antecedents) of(i int, pronoun string) (party int, sure bool) {
	party, sure = a.choose(anaphor{i, pronoun, func(p int) bool { return a.f.agrees(pronoun, p) }, func(p int) bool { return a.f.firm(pronoun, p) }})
	if party < 0 && pronoun == "they" { // of one who is neither he nor she
		party, _ = a.choose(anaphor{i, pronoun, func(p int) bool { return a.f.parties[p].Kind == readout.Person && a.f.gender[p] == "" }, func(int) bool { return false }})
	}
	return party, sure
}

// choose is the party with the most points for an anaphor.
func (a *antecedents) choose(x anaphor) (party int, sure bool) {
	i := x.token
	points := map[int]float64{}
	s := a.f.a.Tokens[i].Sentence
	at := a.f.a.Tokens[i].Start
	end := sort.Search(len(a.all), func(k int) bool { return a.all[k].Start >= at })
	for ; a.seen < end; a.seen++ {
		a.times[a.all[a.seen].Party]++
	}
	last := a.lastSpeaker(i)
	for k := end - 1; k >= 0 && k >= end-mentionsBack && a.all[k].sentence >= s-sentencesBack; k-- {
		if c := &a.all[k]; c.End <= at && x.fits(c.Party) {
			a.enter(points, c.Party, a.points(c, x, last))
		}
	}
	for k := end; k < len(a.all) && a.all[k].sentence == s; k++ {
		if c := &a.all[k]; x.fits(c.Party) && a.f.ahead(i, c.head) {
			a.enter(points, c.Party, a.points(c, x, last))
		}
	}
	for p, v := range a.votes(i) {
		if _, ok := points[p]; ok {
			points[p] += encoded * v
			if v >= linked {
				points[p] += settled
			}
		}
	}
	for k := end - 1; k >= 0 && a.all[k].sentence == s; k-- {
		if c := &a.all[k]; a.f.clausemate(i, c.head, x.form) {
			delete(points, c.Party)
		}
	}
	for p := range a.namedBy(i) {
		if _, ok := points[p]; ok {
			points[p] -= named
		}
	}
	return a.best(points)
}

func (a *antecedents) enter(points map[int]float64, party int, v float64) {
	if old, ok := points[party]; !ok || v > old {
		points[party] = v
	}
}

// best is the party with most points and whether it leads clearly.
func (a *antecedents) best(points map[int]float64) (party int, sure bool) {
	party = -1
	first, second := math.Inf(-1), math.Inf(-1)
	for p, v := range points {
		switch {
		case v > first || v == first && p < party:
			party, first, second = p, v, first
		case v > second:
			second = v
		}
	}
	return party, party >= 0 && first >= second+clear
}

// points are those of one candidate.
func (a *antecedents) points(c *candidate, x anaphor, last int) float64 {
	f, i := a.f, x.token
	t := f.a.Tokens[i]
	v := c.role - farther*float64(max(0, a.unspoken[t.Sentence]-a.unspoken[c.sentence]))
	if personal[x.form] != "" || x.form == "they" || x.form == "it" {
		v += often * float64(min(a.times[c.Party], 8))
	} else if c.form != "" {
		v -= often // a description is for whom a pronoun would not do
	}
	if x.firm(c.Party) {
		v += agreement
	}
	if f.against(x.form, c.Party) {
		v -= opposed
	}
	if k := f.parties[c.Party].Kind; k == readout.Unnamed || k == readout.OfficeKind && possessed[strings.ToLower(strings.Fields(f.parties[c.Party].Name)[0])] {
		v -= nameless
	}
	if n, ok := a.sources[c.head]; ok && !f.embedded(a.talks[n].source) {
		v += speaking
	}
	if personal[x.form] != "" && f.traitOf(c.Party) == unknown && !f.perhaps[c.Party] {
		v -= doubtful
	}
	if c.form != "" && c.role >= 1.5 && personal[c.form] == personal[x.form] {
		v += chained
	}
	if f.a.Blocks[f.a.Sentences[c.sentence].Block].Class != f.a.Blocks[f.a.Sentences[t.Sentence].Block].Class {
		v -= apart
	}
	if _, ok := a.sources[i]; ok {
		if c.Party == last {
			v += spoke
		}
	} else if t.Relation == "nsubj" && a.saidBy(c.head, t.Range) {
		v += saying
	}
	return v
}

// namedBy are the parties that the words name which pronoun i is the source of.
func (a *antecedents) namedBy(i int) map[int]bool {
	n, ok := a.sources[i]
	if !ok {
		return nil
	}
	out := map[int]bool{}
	for _, c := range a.talks[n].content {
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

func (x talk) says(r readout.Range) bool {
	for _, c := range x.content {
		if c.Contains(r) {
			return true
		}
	}
	return false
}

// saidBy reports that the source with this head says words in which r stands.
func (a *antecedents) saidBy(head int, r readout.Range) bool {
	n, ok := a.sources[head]
	return ok && a.talks[n].says(r)
}

// lastSpeaker is the party that spoke last before token i, if it did within
// some sentences.
func (a *antecedents) lastSpeaker(i int) int {
	best, party := -1, -1
	s := a.f.a.Tokens[i].Sentence
	for _, x := range a.talks {
		if x.source >= i || x.source <= best || a.f.embedded(x.source) || a.unspoken[s]-a.unspoken[a.f.a.Tokens[x.source].Sentence] > 3 || x.says(a.f.a.Tokens[i].Range) {
			continue
		}
		if p := a.speaker(x); p >= 0 {
			best, party = x.source, p
		}
	}
	return party
}

// embedded reports the subject of a clause that another verb governs: in "Ruiz
// would not say whether Holt had told her" Holt has not spoken.
func (f *finder) embedded(source int) bool {
	verb := f.a.Tokens[source].Head
	return verb >= 0 && f.a.Tokens[source].Relation == "nsubj" && f.a.Tokens[verb].Relation == "ccomp" && f.a.Tokens[verb].Head >= 0 && f.a.Tokens[verb].Head < verb
}

// speaker is the party of the longest mention in the words of a source that holds
// their head.
func (a *antecedents) speaker(x talk) int {
	head := a.f.a.Tokens[x.source]
	best, longest := -1, 0
	for k := sort.Search(len(a.all), func(k int) bool { return a.all[k].Start >= x.words.Start }); k < len(a.all) && a.all[k].Start < x.words.End; k++ {
		if c := &a.all[k]; c.Contains(head.Range) && c.Len() > longest {
			best, longest = c.Party, c.Len()
		}
	}
	return best
}

// clausemate reports an object whose verb has the candidate as its subject:
// in "Ruiz met him" he is somebody else.
func (f *finder) clausemate(i, head int, pronoun string) bool {
	t, c := f.a.Tokens[i], f.a.Tokens[head]
	switch pronoun {
	case "him", "them", "it", "her":
		return t.Head >= 0 && t.Head == c.Head && (t.Relation == "obj" || t.Relation == "iobj" || t.Relation == "obl") && c.Relation == "nsubj"
	}
	return false
}

// ahead reports a pronoun in a clause or phrase that opens the sentence of
// whose verb the later candidate is the subject: "When he resigned, Ruiz said".
func (f *finder) ahead(i, head int) bool {
	verb := f.a.Tokens[head].Head
	if f.a.Tokens[head].Relation != "nsubj" || verb < 0 {
		return false
	}
	k := i
	for range 6 {
		t := f.a.Tokens[k]
		if t.Head < 0 {
			return false
		}
		if t.Head == verb {
			return t.Relation == "advcl" || t.Relation == "obl"
		}
		k = t.Head
	}
	return false
}

// votes is the encoder's probability of each party.
func (a *antecedents) votes(i int) map[int]float64 {
	votes := map[int]float64{}
	for _, to := range a.links.anaphors[i].To {
		if p, ok := a.links.party[to.Token]; ok && p >= 0 {
			votes[p] += to.Probability
		}
	}
	return votes
}

// settle makes a pronoun a candidate for those behind it.
func (a *antecedents) settle(i int, pronoun string, m readout.Mention) {
	a.links.party[i] = m.Party
	if m.Party < 0 {
		return
	}
	c := a.f.place(m)
	if c.form = pronoun; pronoun == "who" || pronoun == "which" {
		c.role = 0
	}
	k := sort.Search(len(a.all), func(k int) bool { return a.all[k].Start >= m.Start })
	a.all = append(a.all, candidate{})
	copy(a.all[k+1:], a.all[k:])
	a.all[k] = c
	if a.seen > k {
		a.times[m.Party]++
		a.seen++
	}
}
