// Package timex finds the time expressions of a report and gives them a value
// with the calculation that led to it.
//
// What counts as an expression, and its type, follow TIMEX3 (TimeML 1.2.1):
// prepositions stand outside ("by [the end of March]"). Values are EDTF (ISO
// 8601-2) for dates and times, ISO 8601 periods for durations and sets. The
// knowledge is the list timex of each language (internal/lang): classes of
// words and rules, each rule under a tested example.
//
//	CLASS value = word | more words | ~weak | *suffix
//	pattern → TYPE function arguments mod=X
//
// A pattern is words and CLASSES, with a|b for alternatives and ? for what may
// be missing; what stands in {braces} must be there and is not part of the
// expression. A word written with a capital wants one in the text. A hyphen
// inside a word needs no mention. A ~weak word counts only beside something
// else of its rule. The type NONE swallows what only looks like a time. The
// longest expression wins. The functions are a closed list (value.go). The
// classes AHEAD, BACK and their like (tense.go) are the words that tell whether
// a sentence looks back or ahead.
//
// Every relative expression is reckoned from the publication date; a bare
// weekday or yearless date is in the past unless words point ahead. Inside a
// quotation the right anchor is when it was said, which a later step knows:
// Resolve reckons again. Left out: holidays, events as dates ("since the
// war"), time zones that depend on the season ("Eastern time"), and any guess
// at a day where none is given.
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
// It reads a.Doc, a.Blocks, a.Sentences and a.Quotes. Bylines, datelines,
// credits, promotion, links and metadata are passed over.
func Find(a *readout.Analysis, l *lang.Language) []readout.Timex {
	r := &reader{a: a, rules: load(l), anchor: anchorOf(a.Doc.Published, publication)}
	var out []readout.Timex
	for i := range a.Sentences {
		out = append(out, r.sentence(i)...)
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
				return f
			}
		}
	}
	return t
}
