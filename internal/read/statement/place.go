package statement

import (
	"readout"
)

// placeIn notes where it was said, where the phrase of preposition p tells: the
// name of a place, or else a place without a name.
//
//	EXAMPLE "in Velm" · "at the White House" · "outside a church in Velm" · "on the steps of the ministry"
func (f *frame) placeIn(p string, i, end, head int) bool {
	if f.o.named || !f.speaks() || f.last == mediaPart {
		return false
	}
	name := f.placeName(i, end)
	switch p {
	case "in", "at", "outside", "inside", "near", "of", "aboard", "off":
	case "from":
		if low := f.low(f.verb); low != "speaking" && low != "reporting" && low != "writing" && low != "posting" && low != "appearing" && !f.l.Occasion.Has(f.low(head), "venue") {
			return false
		}
	case "on":
		name = ""
	default:
		return false
	}
	if name == "" && p == "at" && f.a.Tokens[head].UPOS == "PROPN" && f.nameClass(i, end) != readout.NamePerson {
		name = f.wordsAt(f.withoutArticle(i, head), end)
	}
	if name != "" {
		f.o.place, f.o.named = name, true
		return true
	}
	if f.o.place == "" && p != "of" && f.l.Occasion.Has(f.low(head), "venue") {
		f.o.place = f.wordsAt(f.withoutArticle(i, head), end)
		return true
	}
	return false
}

// placeName is the name of a place among the tokens from i up to end.
func (s *scan) placeName(i, end int) string {
	r := s.span(i, end)
	for _, n := range s.a.Names {
		if n.Start >= r.End {
			break
		}
		if n.Class == readout.NamePlace && r.Contains(n.Range) {
			from, to := s.tokenAt(n.Start), s.tokenAt(n.End)
			for from > i && s.a.Tokens[from-1].UPOS == "PROPN" && s.timeAt(from-1) < 0 { // "House" of "White House"
				from--
			}
			return s.wordsAt(from, max(to, from+1))
		}
	}
	return ""
}

// speaks reports that the phrases hang on words spoken or written, not on a
// deed ("undertook in 2019 to keep"), or on an aside.
func (f *frame) speaks() bool {
	form := f.d.form
	return f.verb != f.d.cueToken || form == nil || form.Quote || form.Clause || !form.ToVerb
}
