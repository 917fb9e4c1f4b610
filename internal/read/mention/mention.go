// Package mention finds who is spoken of in one report: names with their
// titles, noun phrases that can speak ("the ministry", "two officials"), states
// by name, adjective or seat, pronouns; and which of them are the same party.
// It works by form and by open lists of the world's states and agencies, and
// for names that are in no list. What it settles by nearness only is not Sure.
// A city used for its government is the state; a city as a place is no party.
package mention

import (
	"sort"
	"strings"

	"readout"
	"readout/internal/lang"
)

// Find gives the mentions of a report in order of the text (an outer phrase
// before the names inside it) and the parties that they stand for.
func Find(a *readout.Analysis, l *lang.Language) ([]readout.Mention, []readout.Party) {
	f := &finder{a: a, l: l, text: a.Doc.Text, byKey: map[string]int{}, gender: map[int]string{}, perhaps: map[int]bool{}, traits: map[int]trait{}, leans: lean{}, byHead: map[string][]int{}, headAt: map[readout.Range]int{}, of: map[int]string{}, glued: map[int]bool{}, sameAs: map[int]int{}}
	f.marks()
	f.encoder = f.newTagged()
	f.adjectives()
	f.names()
	f.join()
	f.blocks()
	f.nouns()
	f.sources()
	f.tellers()
	f.appositions()
	f.later()
	f.groups()
	f.offices()
	f.answerers()
	f.sort()
	f.sexes()
	settled := f.pronouns()
	f.sort()
	f.issuers(settled)
	return f.mentions, f.parties
}

// finder collects mentions and parties; its methods run in the order of Find.
type finder struct {
	a          *readout.Analysis
	l          *lang.Language
	text       string
	runs       []run
	encoder    tagged
	mentions   []readout.Mention
	parties    []readout.Party
	byKey      map[string]int        // party id → index
	derived    map[string]string     // adjectives that the text forms of names: "Velmarian" → "Velmar"
	adjectived map[string]bool       // the names that they are formed of
	perhaps    map[int]bool          // parties known by one word only that may be persons
	phrases    []phrase              // noun phrases in order of the text
	byHead     map[string][]int      // head → phrases
	headAt     map[readout.Range]int // noun phrase → its head
	of         map[int]string        // person → the state that a text ties him to by "Velm's" or an adjective
	sameAs     map[int]int           // party without a name → the one that an apposition names it as
	spelledOut map[string]string     // initials of a body's name → the name
	bodyRuns   map[int]run           // names of bodies by token
	personAt   map[int]bool          // token → a person's name without a title begins there
	leans      lean
	glued      map[int]bool   // token → what is in front of it is a label, see pastLabel
	traits     map[int]trait  // what unnamed parties are, by their first words
	gender     map[int]string // party index → "m" or "f", where a title or pronoun shows it

	timedAt     []bool                  // token → it stands in a time expression
	mentionedAt []bool                  // token → it stands in the mention of somebody
	quotedAt    []bool                  // token → it stands in a quotation
	tradedAt    map[string]bool         // see traded
	ruled       map[string]bool         // see governed
	alone       map[string][]int        // see repeated
	short       namesakes               // see partOf
	known       *known                  // see holder and bodyWith
	ending      map[int]readout.Mention // see headBefore
}

func (f *finder) word(i int) string { return f.text[f.a.Tokens[i].Start:f.a.Tokens[i].End] }

func (f *finder) low(i int) string { return strings.ToLower(f.word(i)) }

func (f *finder) class(i int) readout.WordClass { return f.a.Tokens[i].Class }

// rangeOf is the text from token i up to but not including token j.
func (f *finder) rangeOf(i, j int) readout.Range {
	return readout.Range{Start: f.a.Tokens[i].Start, End: f.a.Tokens[j-1].End}
}

func (f *finder) add(i, j int, kind readout.MentionKind, party int, sure bool) {
	f.mentions = append(f.mentions, readout.Mention{Range: f.rangeOf(i, j), Kind: kind, Party: party, Sure: sure})
}

// sort puts mentions in order of the text, the longer first at one place.
func (f *finder) sort() {
	sort.SliceStable(f.mentions, func(x, y int) bool {
		a, b := f.mentions[x], f.mentions[y]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End > b.End
	})
}

// reads reports whether names are looked for in a sentence: not in lines that
// are no part of the report.
func (f *finder) reads(s readout.Sentence) bool {
	switch f.a.Blocks[s.Block].Class {
	case readout.Metadata, readout.Promo, readout.Link, readout.Dateline:
		return false
	}
	line := f.text[s.Start:s.End]
	return strings.ToUpper(line) != line // in capitals no word shows that it is a name
}
