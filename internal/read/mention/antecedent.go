package mention

import (
	"math"
	"sort"
	"strings"

	"readout"
)

// What speaks for an antecedent, in points; its place in the sentence (places) is
// worth up to two. Set by trial on the pronoun sources of PolNeAR dev that two
// readers agree on and on the invented stories.
const (
	farther   = 0.9 // against it: for each sentence between that is not all quotation
	agreement = 0.6 // gender or number are known and agree
	speaking  = 0.8 // it is the source of an attribution
	spoke     = 1.2 // it spoke last, and the pronoun speaks
	saying    = 1.0 // the pronoun stands in what it says
	named     = 2.0 // against it: it is named in what the pronoun says
	opposed   = 1.5 // against it: pronouns of the other gender went to it
	chained   = 0.6 // it is a subject pronoun of the same gender
	often     = 0.2 // for each earlier mention, up to eight
	nameless  = 0.7 // against it: it has no name
	doubtful  = 1.0 // against it: nothing shows that it is a person
	apart     = 2.0 // against it: it stands in a headline or a caption
	encoded   = 1.7 // times the encoder's probability
	settled   = 1.5 // the encoder is sure
	clear     = 1.0 // by how much the first must lead to be sure
)

// How far back an antecedent is looked for.
const (
	mentionsBack  = 200
	sentencesBack = 14
	faraway       = 5 // sentences: no pronoun is sure of whom it goes back to
)

// antecedents chooses what pronouns and descriptions stand for. It knows all that
// is in front of them, the pronouns included that it has settled.
type antecedents struct {
	f        *finder
	links    links
	talks    talks
	all      []candidate // names and noun phrases, in order of the text
	own      []candidate // settled pronouns, in order of the text
	pronoun  map[int]int // token → party of a settled pronoun
	unspoken []int       // sentence → how many before it are not quotations as a whole
	times    map[int]int // party → mentions so far
	counted  int         // how many of all are in times
}

func (f *finder) newAntecedents() *antecedents {
	a := &antecedents{f: f, links: f.newLinks(), talks: f.newTalks(), pronoun: map[int]int{}, times: map[int]int{}}
	for _, m := range append(f.pairs(), f.mentions...) {
		if m.Party < 0 || m.Kind == readout.PronounMention || f.quoted(m.Start) {
			continue
		}
		if c := f.place(m); f.blockOf(c.sentence) != readout.Byline {
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
	return a
}

func (f *finder) blockOf(sentence int) readout.Class {
	return f.a.Blocks[f.a.Sentences[sentence].Block].Class
}

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
	return party, sure && a.plain(party, i)
}

// plain reports somebody whom a pronoun at token i can stand for without doubt: he has
// a name, and it or a description of him stands not far in front.
func (a *antecedents) plain(party, i int) bool {
	if a.f.nameless(party) {
		return false
	}
	for k := sort.Search(len(a.all), func(k int) bool { return a.all[k].Start >= a.f.a.Tokens[i].Start }) - 1; k >= 0; k-- {
		c := &a.all[k]
		if a.f.a.Tokens[i].Sentence-c.sentence >= faraway {
			return false
		}
		if c.Party == party {
			return true
		}
	}
	return false
}

// choose is the party with the most points for an anaphor.
func (a *antecedents) choose(x anaphor) (party int, sure bool) {
	points := map[int]float64{}
	last := a.lastSpeaker(x.token)
	a.visit(x, func(c *candidate) {
		v := a.points(c, x, last)
		if old, ok := points[c.Party]; !ok || v > old {
			points[c.Party] = v
		}
	})
	for p, v := range a.votes(x.token) {
		if _, ok := points[p]; ok {
			points[p] += encoded * v
			if v >= linked {
				points[p] += settled
			}
		}
	}
	for p := range a.namedBy(x.token) {
		if _, ok := points[p]; ok {
			points[p] -= named
		}
	}
	return best(points)
}

// visit calls for each candidate that fits an anaphor, the nearest first, but for
// those that the same verb has as its subject.
func (a *antecedents) visit(x anaphor, call func(*candidate)) {
	t := a.f.a.Tokens[x.token]
	from := sort.Search(len(a.all), func(k int) bool { return a.all[k].Start >= t.Start })
	for ; a.counted < from; a.counted++ {
		a.times[a.all[a.counted].Party]++
	}
	not := map[int]bool{}
	var near []*candidate
	for i, j, n := from-1, len(a.own)-1, 0; (i >= 0 || j >= 0) && n < mentionsBack; n++ {
		var c *candidate
		if j < 0 || i >= 0 && a.all[i].Start > a.own[j].Start {
			c, i = &a.all[i], i-1
		} else {
			c, j = &a.own[j], j-1
		}
		if c.sentence < t.Sentence-sentencesBack {
			break
		}
		if c.End > t.Start || !x.fits(c.Party) {
			continue
		}
		not[c.Party] = not[c.Party] || c.sentence == t.Sentence && a.f.clausemate(x.token, c.head, x.form)
		near = append(near, c)
	}
	for k := from; k < min(len(a.all), from+mentionsBack) && a.all[k].sentence == t.Sentence; k++ {
		if c := &a.all[k]; x.fits(c.Party) && a.f.ahead(x.token, c.head) {
			near = append(near, c)
		}
	}
	for _, c := range near {
		if !not[c.Party] {
			call(c)
		}
	}
}

// best is the party with most points and whether it leads clearly.
func best(points map[int]float64) (party int, sure bool) {
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

// points are those of one candidate; last is who spoke last.
func (a *antecedents) points(c *candidate, x anaphor, last int) float64 {
	f, t := a.f, a.f.a.Tokens[x.token]
	v := c.role - farther*float64(max(0, a.unspoken[t.Sentence]-a.unspoken[c.sentence]))
	if x.firm(c.Party) {
		v += agreement
	}
	if n, ok := a.talks.at[c.head]; ok && !f.embedded(a.talks.list[n].source) {
		v += speaking
	}
	if f.blockOf(c.sentence) != f.blockOf(t.Sentence) {
		v -= apart
	}
	if _, speaks := a.talks.at[x.token]; speaks && c.Party == last {
		v += spoke
	} else if !speaks && t.Relation == "nsubj" && a.talks.saidBy(c.head, t.Range) {
		v += saying
	}
	return v + a.familiar(c, x.form)
}

// familiar is what is known of the party of a candidate from elsewhere.
func (a *antecedents) familiar(c *candidate, form string) (v float64) {
	f := a.f
	switch {
	case personal[form] != "" || form == "they" || form == "it" || businessHeads[form]:
		v += often * float64(min(a.times[c.Party], 8))
	case c.form != "":
		v -= often // a description is for whom a pronoun would not do
	}
	if f.against(form, c.Party) {
		v -= opposed
	}
	if f.nameless(c.Party) {
		v -= nameless
	}
	if personal[form] != "" && f.traitOf(c.Party) == unknown && !f.perhaps[c.Party] {
		v -= doubtful
	}
	if c.form != "" && c.role >= places["nsubj"] && personal[c.form] == personal[form] {
		v += chained
	}
	return v
}

// nameless reports somebody who is known by what he is or whose he is: "her
// husband".
func (f *finder) nameless(party int) bool {
	first, _, _ := strings.Cut(f.parties[party].Name, " ")
	switch f.parties[party].Kind {
	case readout.Unnamed:
		return true
	case readout.OfficeKind:
		switch strings.ToLower(first) {
		case "his", "her", "their", "my", "our":
			return true
		}
	}
	return false
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
	a.own = append(a.own, c)
	a.pronoun[i] = m.Party
	a.times[m.Party]++
}
