package contact

import "readout"

// phoned looks behind the partner for "by phone".
func (f *finder) phoned(d *draft, k int) {
	for end := k + 5; k < end && f.UPOS(k) != "VERB"; k++ {
		if f.is(k, "phone") {
			f.byPhone(d)
		}
	}
}

func (f *finder) byPhone(d *draft) {
	if d.form == readout.ContactOnly || d.form == readout.Meeting {
		d.form = readout.Call
	}
}

// byMeans finds "promised him over the phone", "is on the telephone to X": the
// words at token i say by what means.
func (f *finder) byMeans(i int) (draft, bool) {
	v := f.Head(i)
	if !f.is(i, "phone") || f.UPOS(i) != "NOUN" && f.UPOS(i) != "PROPN" || !f.marked(i, "by", "over", "on", "via") {
		return draft{}, false
	}
	d := draft{form: readout.Call, at: i, first: i, last: i + 1, state: readout.ContactReported}
	if f.kid(i, "cop") >= 0 || f.Relation(i) == "xcomp" {
		v = i
	}
	if v < 0 || f.UPOS(v) != "VERB" && v != i || f.Verb(v).Passive {
		return d, false
	}
	left := f.people(f.agents(v))
	right := f.object(v)
	if len(right) == 0 || v == i {
		right = f.oblique(v, "with", "to")
	}
	if right = f.people(right); len(left) == 0 || len(right) == 0 {
		return d, false
	}
	d.take(left)
	d.take(right)
	d.at = v
	return d, f.course(&d)
}
