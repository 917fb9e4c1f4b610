// Package timex finds the time expressions of a report and gives them a value
// with the calculation that led to it.
//
// What counts as an expression, its extent and its type follow TIMEX3 (TimeML
// 1.2.1): prepositions stand outside ("by [the end of March]"). Every value is
// computed once and written twice: for the record in EDTF (ISO 8601-2) and ISO
// 8601 periods, and in TIMEX3, which also has weeks (2026-W11), quarters, parts
// of the day (2026-03-14TNI), lengths that are not told (PXW) and times that no
// calendar has (PRESENT_REF). Where the two differ in kind, each has its own:
// "in three days" is a day for the record and P3D in TIMEX3.
//
// The knowledge is the list timex of each language (internal/lang): classes of
// words and rules, each rule under a tested example.
//
//	CLASS value = word | more words | ~weak | *suffix
//	pattern → TYPE function arguments mod=X
//
// A pattern is words and CLASSES, with a|b for alternatives, ? for what may be
// missing and _ inside what is several words; what stands in {braces} must be
// there and is not part of the expression. A word written with a capital wants
// one in the text. A hyphen inside a word needs no mention. A ~weak word counts
// only beside something else of its rule. The type NONE swallows what only looks
// like a time. The longest expression wins, unless a rule has the argument first.
// The functions are a closed list (value.go). The argument spare marks what
// TIMEX3 has and a record has no use for ("now"). The classes AHEAD, BACK and their like (tense.go) are the words
// that tell whether a sentence looks back or ahead.
//
// Every relative expression is reckoned from the publication date, or from the
// date or quarter that the text has just spoken of (topic.go); a bare weekday or
// yearless date is in the past unless words point ahead. Inside a quotation the
// right anchor is when it was said, which a later step knows: Resolve reckons
// again. Left out: events as dates ("since the war"), time zones that depend on
// the season ("Eastern time"), financial years that are not calendar years, and
// any guess at a day where none is given.
package timex

import (
	"slices"
	"sync"

	"readout"
	"readout/internal/lang"
)

var cache = struct {
	sync.Mutex
	byTag map[string]*ruleset
}{byTag: map[string]*ruleset{}}

// silent are the classes of block whose dates say nothing of the story.
var silent = map[readout.Class]bool{
	readout.Byline: true, readout.Credit: true, readout.Promo: true,
	readout.Link: true, readout.Metadata: true, readout.Dateline: true,
}

// Find gives the time expressions of the report in order, without overlaps.
// It reads a.Doc, a.Blocks, a.Sentences and a.Quotes, and of a.Tokens the parse,
// where there is one (governor.go). What is in bylines,
// datelines, credits, promotion, links and metadata is left out, and so is what
// a record has no use for ("now").
func Find(a *readout.Analysis, l *lang.Language) []readout.Timex { return find(a, l, false) }

// Annotate gives all that TIMEX3 marks: what Find gives and what it leaves out.
func Annotate(a *readout.Analysis, l *lang.Language) []readout.Timex { return find(a, l, true) }

func find(a *readout.Analysis, l *lang.Language, all bool) []readout.Timex {
	r := &reader{a: a, rules: load(l), anchor: anchorOf(a.Doc.Published, publication)}
	var out []readout.Timex
	for i := range a.Sentences {
		for _, f := range r.sentence(i) {
			if all || !f.spare {
				out = append(out, r.timex(&f))
			}
		}
	}
	return out
}

// Resolve gives t, which Find found in a, again, reckoned from the day that
// the words around it were said. Where said is not one day, t has a value only
// if every day of it leads to the same one; where said is nil, unknown or open
// at one end ("../2026-03-04"), only if t does not depend on it.
func Resolve(a *readout.Analysis, l *lang.Language, t readout.Timex, said *readout.Date) readout.Timex {
	r := &reader{a: a, rules: load(l), anchor: anchorOf(said, utterance)}
	first := slices.IndexFunc(a.Sentences, func(s readout.Sentence) bool { return s.End >= t.End })
	for first > 0 && a.Sentences[first-1].Block == a.Sentences[first].Block {
		first-- // "the next day" needs the days before it in the block
	}
	for i := max(0, first); i < len(a.Sentences) && a.Sentences[i].Start < t.End; i++ {
		for _, f := range r.sentence(i) {
			if f.Range == t.Range {
				return r.timex(&f)
			}
		}
	}
	return t
}
