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
		if f.late || name == "" && !f.l.Occasion.Has(f.low(head), "venue") {
			return false
		}
	case "on":
		name = ""
	default:
		return false
	}
	if name == "" && p == "at" && f.a.Tokens[head].UPOS == "PROPN" && !f.somebody(i, end, head) {
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

// somebody reports the name of a person or body: "hinted at Ruiz".
func (f *frame) somebody(i, end, head int) bool {
	if class := f.nameClass(i, end); class == readout.NamePerson || class == readout.NameOrganisation {
		return true
	}
	m := f.nameAt(i, head)
	return m != nil && f.a.Parties[m.Party].Kind == readout.Person
}

// placeName is the name of a place among the tokens from i up to end.
func (s *scan) placeName(i, end int) string {
	r := s.span(i, end)
	for _, n := range s.namesIn(i, end) {
		if n.Class == readout.NamePlace && r.Contains(n.Range) {
			from, to := s.tokenAt(n.Start), s.tokenAt(n.End)
			for from > i && s.a.Tokens[from-1].UPOS == "PROPN" && s.timeAt(from-1) < 0 { // "House" of "White House"
				from--
			}
			for to < end && s.a.Tokens[to].UPOS == "PROPN" && s.timeAt(to) < 0 {
				to++
			}
			return s.wordsAt(from, max(to, from+1))
		}
	}
	return ""
}

// speaks reports that the phrases hang on words spoken or written, not on a
// deed ("undertook in 2019 to keep"), or on an aside.
func (f *frame) speaks() bool {
	if f.verb != f.d.cueToken || f.d.by == "scene" || f.d.form == nil {
		return true
	}
	form := f.d.form
	onlyDeed := form.ToVerb && !form.Quote && !form.Clause
	return len(f.l.Forms[f.low(f.verb)]) > 0 && !onlyDeed && !f.l.Occasion.Has(form.Lemma, "mind")
}
