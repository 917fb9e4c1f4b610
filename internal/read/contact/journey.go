package contact

import (
	"readout"
	"readout/internal/read/layer"
)

// destination is where a verb of travelling leads, "" where no name says it.
func (f *finder) destination(v int) string {
	for _, k := range f.kids[v] {
		if f.Relation(k) == "obl" && f.UPOS(k) == "PROPN" && f.marked(k, "to", "in") && f.Time(k) == nil {
			return f.Text(f.Range(k, k+1))
		}
	}
	return ""
}

// visits reads "X visited the plant", "X is to visit Oslo": one party is enough.
func (f *finder) visits(d *draft) bool {
	left := f.people(f.agents(d.at))
	o := f.kid(d.at, "obj")
	if len(left) == 0 || o < 0 || !f.guest(left[0]) || f.Verb(d.at).Passive || f.often(d.at) {
		return false
	}
	if f.UPOS(o) != "PROPN" && len(f.actors(o)) == 0 && f.time(d) == nil {
		return false
	}
	d.take(left)
	for _, a := range f.actors(o) {
		if a.Party.Kind != readout.State {
			d.take([]layer.Actor{a})
		}
	}
	d.last = max(d.last, o+1)
	return true
}

// guest reports a party whose visit is news: somebody with an office.
func (f *finder) guest(a layer.Actor) bool {
	if a.Party.Kind != readout.Person || len(a.Party.Offices) > 0 {
		return a.Party.Kind == readout.OfficeKind || a.Party.Kind == readout.Person || f.Low(f.top(f.Range(a.First, a.Last))) == "delegation"
	}
	for _, m := range f.A.Mentions {
		if m.Kind == readout.NounMention && m.Party >= 0 && &f.A.Parties[m.Party] == a.Party && f.official(m.Range) {
			return true
		}
	}
	return false
}

// official reports a description that names an office.
func (f *finder) official(r readout.Range) bool {
	for k := f.At(r.Start); k < len(f.A.Tokens) && f.A.Tokens[k].Start < r.End; k++ {
		if f.is(k, "office") {
			return true
		}
	}
	return false
}

// sees finds "went to see X": a verb of seeing that says what a journey is for.
func (f *finder) sees(i int) bool {
	if f.Low(i) != "see" || f.Low(i-1) != "to" {
		return false
	}
	h := f.Head(i)
	if f.Relation(i) == "xcomp" && (f.is(h, "refuse") || f.is(h, "offer") || f.is(h, "plan")) {
		return true
	}
	return f.Relation(i) == "advcl" && h >= 0 && f.UPOS(h) == "VERB" && (f.is(h, "travel") || f.kid(h, "obl") >= 0 && f.kid(h, "obj") < 0) || f.Relation(i) == "advcl" && f.kid(h, "cop") >= 0
}

// travels finds "X flew to Oslo on Monday": a visit, where X holds an office.
func (f *finder) travels(i int) (draft, bool) {
	if f.UPOS(i) != "VERB" || !f.is(i, "journey") || f.Verb(i).Negated {
		return draft{}, false
	}
	d := draft{form: readout.Visit, at: i, first: i, last: i + 1, state: readout.ContactReported}
	d.where = f.destination(i)
	who := f.people(f.agents(i))
	if d.where == "" || len(who) != 1 || !f.guest(who[0]) {
		return d, false
	}
	d.take(who)
	return d, f.time(&d) != nil && f.course(&d)
}
