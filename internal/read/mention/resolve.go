package mention

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/lang"
)

// nounParty says whom a noun phrase stands for: a party of the report that
// fits its head, or one that keeps the phrase as its name.
func (f *finder) nounParty(start, h, end int, role lang.Role) (party int, sure bool) {
	head := f.low(h)
	words := f.text[f.a.Tokens[start].Start:f.a.Tokens[end-1].End]
	definite := f.low(start) == "the" || f.low(start) == "his" || f.low(start) == "her" || f.low(start) == "its" || f.owned(start, h)
	proper := f.properIn(start, h+1)
	switch role {
	case lang.RolePerson:
		if definite || start == h {
			if p := f.holder(start, h); p >= 0 {
				return p, false
			}
		}
		if f.low(start) == "the" {
			if p := f.introduced(start, h, end); p >= 0 {
				f.alias(p, words)
				return p, true
			}
		}
		if definite && !f.plural(h) && end == h+1 {
			return f.party(bare(words), readout.OfficeKind), true
		}
		return f.party(words, readout.Unnamed), true
	case lang.RoleInstitution:
		if head == "side" || head == "sides" {
			if p := f.side(start, h); p >= 0 {
				return p, true
			}
		}
		if proper {
			return f.named(start, h), true
		}
		if definite {
			if p := f.bodyWith(head, start); p >= 0 && f.low(start) != "his" && f.low(start) != "her" {
				return p, true
			}
			return f.party(bare(words), readout.Institution), true
		}
		if !f.plural(h) {
			return f.party(words, readout.Institution), true
		}
		return f.party(words, readout.Unnamed), true
	}
	if f.low(start) == "the" && end == h+1 {
		if p := f.introduced(start, h, end); p >= 0 {
			f.alias(p, words)
			return p, role != lang.RoleDocument
		}
	}
	// whose words a paper has, and whom "one of them" means, its form does not say
	return f.party(words, readout.Unnamed), role != lang.RoleDocument && f.low(end-1) != "them" && f.low(end-1) != "whom"
}

// bare drops the article.
func bare(words string) string {
	if len(words) > 4 && strings.EqualFold(words[:4], "the ") {
		return words[4:]
	}
	return words
}

func (f *finder) plural(h int) bool {
	low := f.low(h)
	return strings.HasSuffix(low, "s") && !strings.HasSuffix(low, "ss") || low == "people" || low == "men" || low == "women"
}

func (f *finder) owned(start, h int) bool {
	for k := start; k < h; k++ {
		if w := f.word(k); w == "'s" || w == "’s" {
			return true
		}
	}
	return false
}

func (f *finder) properIn(start, end int) bool {
	for k := start; k < end; k++ {
		if f.class(k) == readout.Proper {
			return true
		}
	}
	return false
}

// named is the body that a phrase with a name in it stands for: "the Danish
// military", "the Ruiz campaign".
func (f *finder) named(start, h int) int {
	first := start
	if f.class(first) == readout.Determiner {
		first++
	}
	if f.low(first) == "own" {
		first++
	}
	name := f.text[f.a.Tokens[first].Start:f.a.Tokens[h].End]
	kind := readout.Institution
	switch f.low(h) {
	case "army", "navy", "force", "forces", "troops", "military", "brigade":
		kind = readout.Force
		if f.low(h) == "military" {
			kind = readout.Institution
		}
	}
	p := f.party(name, kind)
	if of := f.stateNamed(f.word(first)); of != "" {
		f.parties[p].PartOf = f.parties[f.party(of, readout.State)].ID
	}
	return p
}

// side is the state of "the Danish side".
func (f *finder) side(start, h int) int {
	for k := start; k < h; k++ {
		if of := f.stateNamed(f.word(k)); of != "" {
			p := f.party(of, readout.State)
			f.alias(p, bare(f.text[f.a.Tokens[start].Start:f.a.Tokens[h].End]))
			return p
		}
	}
	return -1
}

// bodyWith is the body named last before the phrase whose name has the head
// in it: "the ministry" after "the Ministry of Transport".
func (f *finder) bodyWith(head string, start int) int {
	if m := f.bodies(head).before(f.a.Tokens[start].Start); m >= 0 {
		return f.mentions[m].Party
	}
	return -1
}

// businessHeads are words for a business: a body fits them, too, whose name
// isBusiness.
var businessHeads = map[string]bool{
	"company": true, "firm": true, "group": true, "maker": true, "manufacturer": true, "retailer": true, "operator": true, "carrier": true, "airline": true, "bank": true, "corporation": true, "supplier": true, "utility": true, "publisher": true,
	"brewer": true, "lender": true, "insurer": true, "carmaker": true, "automaker": true, "chipmaker": true, "drugmaker": true, "grocer": true, "shipbuilder": true, "startup": true, "start-up": true, "conglomerate": true, "broadcaster": true, "producer": true,
}

// isBusiness reports that a name is one word or ends in one that businesses
// have.
func isBusiness(words []string) bool {
	return len(words) == 1 || business[strings.TrimSuffix(words[len(words)-1], ".")]
}

var business = map[string]bool{
	"inc": true, "corp": true, "ltd": true, "plc": true, "llc": true, "group": true, "holdings": true, "company": true, "corporation": true,
	"energy": true, "airlines": true, "airways": true, "railways": true, "motors": true, "industries": true, "systems": true, "technologies": true,
	"pharma": true, "pharmaceuticals": true, "partners": true, "capital": true, "steel": true, "air": true, "hydro": true, "electric": true, "telecom": true, "lines": true, "ferries": true, "stores": true, "mines": true, "rovers": true, "united": true, "mining": true, "foods": true, "shipping": true,
}

// holder is the person of the report whose title has the phrase's words: named
// before it, nearest first, else the only one named after it.
func (f *finder) holder(start, h int) int {
	var want []string
	for k := start; k <= h; k++ {
		if c := f.class(k); f.a.Tokens[k].Kind == readout.Word && c != readout.Determiner && f.word(k) != "'s" && f.word(k) != "’s" {
			want = append(want, f.low(k))
		}
	}
	at := f.a.Tokens[start].Start
	if len(want) == 0 {
		return -1
	}
	held := f.holders(want)
	for k := len(held.nouns) - 1; k >= 0; k-- {
		if m := f.mentions[held.nouns[k]]; m.Start < at {
			return m.Party
		}
	}
	if m := held.names.before(at); m >= 0 {
		return f.mentions[m].Party
	}
	if len(held.persons) == 1 {
		for p := range held.persons {
			return p
		}
	}
	return -1
}

// leaders are the words of offices that "leader" stands for, too.
var leaders = []string{"president", "minister", "chancellor", "king"}

// holds reports that one of a person's offices has the head (the last word
// wanted), and its other words do not name another state or body.
func (f *finder) holds(party int, want []string) bool {
	head := want[len(want)-1]
	for _, o := range f.parties[party].Offices {
		title := strings.Fields(strings.ToLower(o.Title))
		if !contains(title, head) && !(head == "leader" && slices.ContainsFunc(leaders, func(w string) bool { return contains(title, w) && (w != "minister" || contains(title, "prime")) })) {
			continue
		}
		fits := (head != "leader" || f.leads(party, want)) && (!contains(want, "former") || past(title))
		for _, w := range want[:len(want)-1] {
			if f.l.TitleWords[w] && !contains(title, w) && !adverbial(w) {
				fits = false
			}
			if f.stateOf(w) != "" && f.titleState(title) != "" && f.stateOf(w) != f.titleState(title) {
				fits = false
			}
		}
		if fits {
			return true
		}
	}
	return false
}

// past reports a title that somebody held.
func past(title []string) bool {
	return slices.ContainsFunc(title, func(w string) bool { return w == "former" || strings.HasPrefix(w, "ex-") })
}

// leads reports that "the Danish leader" can be this person: one that is known
// to belong to that state.
func (f *finder) leads(party int, want []string) bool {
	for _, w := range want {
		if state := f.stateOf(w); state != "" {
			return f.parties[party].PartOf == "p-"+slug(state)
		}
	}
	return true
}

func adverbial(w string) bool {
	return w == "top" || w == "senior" || w == "former" || w == "late" || w == "foreign" || w == "policy"
}

func (f *finder) stateOf(low string) string {
	w := strings.ToUpper(low[:1]) + low[1:]
	if s := f.stateNamed(w); s != "" {
		return s
	}
	return f.l.Places.States[w]
}

func (f *finder) titleState(title []string) string {
	for _, w := range title {
		if s := f.stateOf(w); s != "" {
			return s
		}
	}
	return ""
}

func contains(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}
