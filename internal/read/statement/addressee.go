package statement

import (
	"sort"
	"strings"

	"readout"
	"readout/internal/lang"
)

// told notes the object of a cue that names its hearer, where what is said
// follows it or stands elsewhere.
//
//	EXAMPLE "told a rally in Velm that" · "asked an aide what" · `"...," she told Radio Velm`
func (f *frame) told(next int) {
	d := f.d
	if d.form == nil || !d.form.Told && d.form.Lemma != "ask" || len(d.content) == 0 {
		return
	}
	for f.class(next) == readout.Adverb && f.timeAt(next) < 0 {
		next++
	}
	to, head := f.nounPhrase(next, f.sentence(d.cueToken).Last)
	if head < 0 || isWh(f.low(next)) || f.l.Occasion.Has(f.low(head), "tale") || f.outside(head) || f.holds(d, f.a.Tokens[next].Range) {
		return
	}
	content := f.tokenAt(d.content[0].Start)
	if d.form.Lemma == "ask" && content > head && !f.asks(content) {
		return // "asked the envoy to go": of whom it is asked is part of what is asked
	}
	if f.l.Occasion.Has(f.low(head), "told") && (f.low(head) == "briefing" || f.l.Occasion.Has(f.low(head-1), "toldby")) {
		f.o.channel = f.wayOf(next, to, head) // "told a news conference"
		f.o.told = f.span(next, to)
		f.last = channelPart
		return
	}
	f.setAddressee(next, to, head)
	f.o.told = f.span(next, to)
	if f.last = addresseePart; f.l.Roles[f.low(head)] == lang.RoleMedia {
		f.last = mediaPart
	}
}

// asks reports that a question begins at token k.
func (f *frame) asks(k int) bool {
	return isWh(f.low(k)) || f.low(k) == "whether" || f.low(k) == "if"
}

// names reports a cue that names its hearer behind "to".
func (f *frame) names() bool {
	low := f.low(f.verb)
	if forms := f.l.Forms[low]; len(forms) > 0 {
		low = forms[0].Lemma
	}
	return f.l.Occasion.Has(low, "to") || low == "speaking" || low == "talking" || low == "writing"
}

// askedBy reports "asked by", "contacted by".
func (f *frame) askedBy() bool { return f.l.Occasion.Has(f.low(f.verb), "askedby") }

// setAddressee notes the tokens from i up to end as the hearer: a party with a
// name by its id, anybody else in the text's words.
func (f *frame) setAddressee(i, end, head int) {
	if f.low(end) == "of" && f.timeAt(end+1) < 0 {
		if to, inner := f.nounPhrase(end+1, f.sentence(head).Last); inner >= 0 && !f.outside(inner) {
			end = to
		}
	}
	switch f.low(head) {
	case "it", "this", "that", "these", "those", "each":
		return
	}
	who := f.hearer(i, head)
	if f.nounAt(head) && f.comma(end) && who == "" { // "the clinic's director, Ana Ruiz"
		if to, name := f.nounPhrase(end+1, f.sentence(head).Last); name >= 0 && f.a.Tokens[name].UPOS == "PROPN" && (to >= f.sentence(head).Last || f.punct(to)) {
			who = f.hearer(end+1, name)
		}
	}
	if who != "" {
		f.o.addressee = who
		return
	}
	f.o.addressee = f.wordsAt(i, end)
}

// hearer is the id of the party that the noun at token head stands for, the
// outlet for "this newspaper", and the speaker around for "me" in a quotation.
func (f *frame) hearer(i, head int) string {
	low := f.low(head)
	if low == "me" || low == "us" {
		if p := f.d.parent; p >= 0 && f.drafts[p].party >= 0 {
			return f.id(f.drafts[p].party)
		}
		return ""
	}
	if f.low(i) == "this" && f.l.Roles[low] == lang.RoleMedia {
		return f.outletID()
	}
	if f.a.Tokens[head].UPOS == "PROPN" && f.ownShort(f.wordsAt(i, head+1)) {
		return f.outletID()
	}
	if m := f.nameAt(i, head); m != nil {
		return f.id(m.Party)
	}
	return ""
}

// nameAt is the name that ends with token head and has all of the name's words
// in the phrase that begins at token i; nil for none.
func (s *scan) nameAt(i, head int) *readout.Mention {
	all, phrase := s.a.Mentions, s.span(i, head+1)
	n := sort.Search(len(all), func(n int) bool { return all[n].Start >= phrase.Start })
	for n < len(all) && all[n].Start < phrase.End && !(all[n].End == phrase.End && all[n].Kind == readout.NameMention && all[n].Party >= 0) {
		n++
	}
	if n >= len(all) || all[n].Start >= phrase.End {
		return nil
	}
	m := &all[n]
	for k := i; k < len(s.a.Tokens) && s.a.Tokens[k].End <= m.Start; k++ {
		if s.a.Tokens[k].UPOS == "PROPN" && s.a.Tokens[k+1].Start >= m.Start {
			return nil // "Faro" of "Radio Faro"
		}
	}
	return m
}

// ownShort reports a short form of the outlet's own name: "the Post" in The
// Harbour Post.
func (s *scan) ownShort(name string) bool {
	outlet := " " + strings.ToLower(strings.TrimPrefix(s.a.Doc.Outlet, "The ")) + " "
	name = strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The "))
	return name != "" && (strings.HasSuffix(outlet, " "+name+" ") || strings.HasPrefix(outlet, " "+name+" "))
}

// outletID is the outlet's party, or its name.
func (s *scan) outletID() string {
	if p := s.partyNamed(s.a.Doc.Outlet); p >= 0 {
		return s.a.Parties[p].ID
	}
	return s.a.Doc.Outlet
}

// id of a party that the report names; empty for others, whose words are kept.
func (s *scan) id(party int) string {
	if p := s.a.Parties[party]; p.Kind != readout.Unnamed && p.Name != strings.ToLower(p.Name) {
		return p.ID
	}
	return ""
}
