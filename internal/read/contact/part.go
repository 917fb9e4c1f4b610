package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/lang"
	"readout/internal/read/layer"
)

// people drops doubles, pronouns that stand for nobody in particular, and the
// press.
func (f *finder) people(list []layer.Actor) []layer.Actor {
	var out []layer.Actor
	for _, a := range list {
		if a.Pronoun && several[f.Low(a.First)] || vague[f.Low(a.First)] {
			continue
		}
		if !has(out, a) && !f.isPublic(a) && !f.thing(a) && a.Party.Kind != readout.Outlet && a.Party.Kind != readout.Agency {
			out = append(out, a)
		}
	}
	return out
}

// several are the pronouns whose owner only guessing gives.
var several = map[string]bool{"they": true, "them": true, "their": true, "it": true, "its": true, "we": true, "us": true, "our": true, "you": true, "your": true}

// thing reports a phrase whose noun is no one who could meet: "the release".
func (f *finder) thing(a layer.Actor) bool {
	if a.Party.Kind != readout.Unnamed || a.Pronoun {
		return false
	}
	h := f.top(f.Range(a.First, a.Last))
	if h < 0 || f.UPOS(h) != "NOUN" {
		return false
	}
	low := f.Low(h)
	role := max(f.L.Roles[low], f.L.Roles[strings.TrimSuffix(low, "s")])
	return role == lang.RoleDocument || role == lang.RoleNone && !strings.HasSuffix(low, "men")
}

// whole drops who is only the owner of what is meant: "Tarland's king".
func (f *finder) whole(list []layer.Actor) []layer.Actor {
	return slices.DeleteFunc(slices.Clone(list), func(a layer.Actor) bool { return f.Possessive(a.Last) })
}

// vague are words before people who are nobody in particular.
var vague = map[string]bool{"other": true, "others": true, "any": true, "many": true, "some": true, "various": true, "several": true, "either": true, "neither": true, "every": true, "no": true, "nobody": true, "anyone": true, "anybody": true}

// public reports that the other side is the press or the public: no contact.
func (f *finder) public(list []layer.Actor) bool {
	return slices.ContainsFunc(list, f.isPublic)
}

// paired reports a subject that names two who were named before: "the two",
// "they", "both leaders".
func (f *finder) paired(list []layer.Actor) bool {
	if len(list) != 1 {
		return false
	}
	for k := max(list[0].First-2, f.Sentence(list[0].First).First); k < list[0].Last; k++ {
		switch f.Low(k) {
		case "they", "two", "both", "pair":
			return true
		}
	}
	return f.Low(list[0].First) == "the" && list[0].Last == list[0].First+2 && f.plural(list[0]) // "the leaders"
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
		if low := f.Low(k); low != "in" && low != "at" && (low != "to" || !f.is(k-1, "noun:visit")) || f.Time(k) != nil || f.Time(k+1) != nil {
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
		if end > j && f.Low(end) != "'s" && (!f.Noun(end) || f.Time(end) != nil) {
			return f.Text(f.Range(j, end))
		}
	}
	return ""
}

// conditional looks behind the contact, in its sentence, for what it hangs on:
// "but only after Ruiz has reported", "if he brings the papers".
func (f *finder) conditional(d *draft) {
	if d.state != readout.ContactPlanned && d.state != readout.ContactOffered {
		return
	}
	s := f.Sentence(d.at)
	for k := d.last; k < s.Last; k++ {
		only := f.Low(k) == "only" && (f.Low(k+1) == "after" || f.Low(k+1) == "if" || f.Low(k+1) == "when" || f.Low(k+1) == "once")
		if !only && !f.is(k, "condition") || f.Low(k+1) == "true" || f.Low(k) == "if" && f.Low(k-1) == "as" {
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
