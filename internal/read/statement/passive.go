package statement

import (
	"readout"
	"readout/internal/lang"
)

// passives finds attributions whose speaker stands behind "by": "she was told by the
// ward that it was shut", "the plan has been condemned by the union".
func passives(s *scan) []draft {
	var out []draft
	for i, f := range s.unused() {
		if s.quoteAt(i) >= 0 || f.Tense != lang.Past && f.Tense != lang.Participle || s.weak(f.Lemma) {
			continue
		}
		if d, ok := s.toldBy(i, f); ok {
			out = append(out, d)
		}
	}
	return out
}

// toldBy reads the attribution whose participle is token i.
func (s *scan) toldBy(i int, f *lang.Form) (draft, bool) {
	start, negated, infinitive, passive := s.auxiliaries(i)
	by := i + 1
	for s.timeAt(by) >= 0 || s.class(by) == readout.Preposition && s.timeAt(by+1) >= 0 {
		by++
	}
	if !passive || negated || infinitive || s.low(by) != "by" {
		return draft{}, false
	}
	last := s.sentence(i).Last
	u, end := s.named(by+1, last)
	if u.party < 0 {
		return draft{}, false
	}
	d := s.attributed(u, &lang.Form{Cue: f.Cue, Tense: f.Tense}, start, i, i+1)
	d.addressee, d.told = "", readout.Range{}
	if s.word(start-1) == "," && s.class(start-2) == readout.Adverb && s.word(start-3) == "," {
		start -= 3 // "The offer, however, was rejected by"
	}
	first := s.phraseStart(start, s.sentence(i))
	switch {
	case first == start || s.relative(first):
		return d, false
	case f.Told && (s.low(end) == "that" || s.low(end) == "whether"), f.Asked && s.low(end) == "to", f.Told && s.low(end) == "to":
		if s.low(end) == "that" {
			end++
		}
		d.addressee = s.text[s.a.Tokens[first].Start:s.a.Tokens[start-1].End]
		if f.Act == readout.ActState && s.low(end) == "to" {
			d.act = readout.ActRequest
		}
		return s.with(d, end, s.clauseEnd(end))
	case f.Noun && f.Act != readout.ActState:
		return s.with(d, first, start)
	}
	return d, false
}
