// Package statement finds attributions: source, cue and content, as PARC 3 and
// PolNeAR have them, with speaker, act, mode, nesting and grade. Finders stand
// in order of precision; each takes the cues and quotations that those before
// it left. Every statement says which finder made it (By) and why. When the
// form does not show who speaks, the statement is Guessed and has no speaker
// rather than a likely one.
package statement

import (
	"sort"

	"readout"
	"readout/internal/lang"
)

// Finder is one way of attributing.
type finder struct {
	name string
	find func(*scan) []draft
}

// finders in order of precision: what one takes, the next does not see.
var finders = []finder{
	{"interview", interviews},
	{"embed", embeds},
	{"cited", cited},
	{"quoted", quoted},
	{"inside", inside},
	{"according", according},
	{"decline", declines},
	{"cue", cues},
	{"qualified", qualified},
	{"passive", passives},
	{"participle", participles},
	{"noun", nouns},
	{"hedge", hedges},
	{"tail", tails},
	{"floating", floating},
	{"fragment", fragments},
}

// draft is a statement in the making: ranges and indices instead of spans.
type draft struct {
	source  readout.Range // empty: none
	shared  bool          // the source stands with another cue and is not part of this one's span
	cue     readout.Range // empty: none
	content []readout.Range
	party   int // index into Analysis.Parties, -1: nobody
	form    *lang.Cue
	act     readout.Act // set where the form alone does not say it
	first   int         // first token of the attribution
	sent    int         // sentence of the cue, or of the content without one
	parent  int         // index of the draft around it, -1
	grade   readout.Grade
	why     string
	by      string

	pronoun, floating, negated bool
	probability                float64       // the encoder's, 0 where it found nothing
	agreed                     bool          // the encoder has the same words for content
	split                      bool          // source and cue stand between commas in the content
	told                       readout.Range // where the addressee stands
	addressee, channel         string        // where the finder knows them
	poster                     int           // party that relays the words, -1
	tellers                    []teller
	cited                      readout.Range // how the last of them cites the speaker, where that is not the cue
	cueToken                   int
}

// Find reads the attributions of a report, in order of the text.
func Find(a *readout.Analysis, l *lang.Language, version string) ([]readout.Statement, error) {
	s := newScan(a, l)
	for _, f := range finders {
		if f.name == "floating" {
			s.afterColons()
		}
		for _, d := range f.find(s) {
			d.by = f.name
			s.take(d)
		}
	}
	s.consult()
	s.continueQuotes()
	s.relays()
	s.unframe()
	s.untime()
	s.sisters()
	s.splitThat()
	s.cutOff()
	sort.SliceStable(s.drafts, func(i, j int) bool { return s.drafts[i].whole().Start < s.drafts[j].whole().Start })
	s.nest()
	s.owners()
	s.doubt()
	return s.statements(version)
}

// whole is the range from the first to the last part.
func (d *draft) whole() readout.Range {
	var r readout.Range
	parts := append([]readout.Range{d.cue, d.told}, d.content...)
	if !d.shared {
		parts = append(parts, d.source)
	}
	for _, p := range parts {
		switch {
		case p.Empty():
		case r.Empty():
			r = p
		default:
			r = readout.Range{Start: min(r.Start, p.Start), End: max(r.End, p.End)}
		}
	}
	return r
}
