package contact

import (
	"strings"

	"readout"
	"readout/internal/read/layer"
)

// people drops doubles, pronouns that nobody stands behind for sure in the
// plural, and the press.
func (f *finder) people(list []layer.Actor) []layer.Actor {
	var out []layer.Actor
	for _, a := range list {
		if a.Pronoun {
			switch f.Low(a.First) {
			case "they", "them", "we", "us", "it", "its", "their", "his", "her":
				if f.Low(a.First) != "her" {
					continue
				}
			}
		}
		if !has(out, a) && !f.isPublic(a) && a.Party.Kind != readout.Outlet && a.Party.Kind != readout.Agency {
			out = append(out, a)
		}
	}
	return out
}

func (f *finder) isPublic(a layer.Actor) bool {
	for k := a.First; k < a.Last; k++ {
		if f.is(k, "public") {
			return true
		}
	}
	return false
}

// plural reports one mention that is several: "the two ministers",
// "negotiators from A and B".
func (f *finder) plural(a layer.Actor) bool {
	if a.Pronoun || a.Party.Kind == readout.Person || a.Party.Kind == readout.State {
		return false
	}
	head := ""
	for k := a.First; k < a.Last && f.Class(k) != readout.Preposition; k++ {
		if f.Noun(k) && !f.Possessive(k) {
			head = f.Low(k)
		}
	}
	return strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss")
}

// place is the name behind "in" or "at" among tokens k up to last.
func (f *finder) place(k, last int) string {
	if k >= len(f.A.Tokens) {
		return ""
	}
	s := f.Sentence(k)
	for ; k < min(last, s.Last); k++ {
		if low := f.Low(k); low != "in" && low != "at" || f.Time(k) != nil || f.Time(k+1) != nil {
			continue
		}
		j := k + 1
		for j < s.Last && j < k+6 && f.Class(j) != readout.Proper && (f.Noun(j) || f.Class(j) == readout.Determiner || f.Low(j) == "of") {
			j++
		}
		end := j
		for end < s.Last && f.Class(end) == readout.Proper {
			end++
		}
		if end > j && f.Low(end) != "'s" && !f.Noun(end) {
			return f.Text(f.Range(j, end))
		}
	}
	return ""
}

// conditional looks behind the contact, in its sentence, for what it hangs on:
// "but only after Ruiz has reported", "if he brings the papers".
func (f *finder) conditional(d *draft) {
	if d.state != readout.ContactPlanned {
		return
	}
	s := f.Sentence(d.at)
	for k := d.last; k < s.Last; k++ {
		only := f.Low(k) == "only" && (f.Low(k+1) == "after" || f.Low(k+1) == "if" || f.Low(k+1) == "when" || f.Low(k+1) == "once")
		if !only && !f.is(k, "condition") {
			continue
		}
		end := k + 1
		for end < s.Last && !f.Punct(end) {
			end++
		}
		d.condition, d.state = f.Range(k, end), readout.ContactConditional
		return
	}
}
