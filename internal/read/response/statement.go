package response

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

var byAct = map[readout.Act]readout.Status{
	readout.ActConfirm: readout.Confirmed, readout.ActDeny: readout.Denied, readout.ActAcknowledge: readout.Acknowledged, readout.ActDecline: readout.Declined,
}

// answers adds the statements that are answers themselves: a confirmation, a
// denial, an admission, a refusal to speak.
func (f *finder) answers() {
	for n := range f.Statements {
		s := &f.Statements[n]
		if s.Negated || s.Parent != "" {
			continue
		}
		if d, ok := f.refusal(s); ok {
			f.keep(d)
			continue
		}
		if s.Cue == nil {
			continue
		}
		status, ok := byAct[s.Act]
		if !ok || status == readout.Denied && !denies(s.Cue) {
			continue // the words deny something that they do not name
		}
		if f.spent(s.Cue.Bytes()) || f.paper(s) || status != readout.Declined && f.unsaid(s.Cue.Bytes()) {
			continue
		}
		if status == readout.Declined && strings.Contains(strings.ToLower(s.Cue.Text), "refus") {
			status = readout.Refused
		}
		r := s.Span.Bytes()
		if s.Source != nil && s.Source.BStart < s.Cue.BStart && r.Contains(s.Source.Bytes()) {
			r = readout.Range{Start: s.Source.BStart, End: s.Cue.BEnd}
		}
		about := ""
		if len(s.Content) > 0 {
			about = s.Content[0].Text
			if status == readout.Declined || status == readout.Refused {
				about = f.refused(s.Content[0].Bytes())
			}
		} else if status == readout.Declined || status == readout.Refused {
			about = f.topic(s.Cue.Bytes())
		}
		f.keep(found{status: status, parties: f.speaker(s), first: f.At(r.Start), last: f.At(r.End) - 1, about: about})
	}
}

// verbs are the verbs of a range.
func (f *finder) verbs(r readout.Range) []int {
	var out []int
	for k := f.At(r.Start); k < len(f.A.Tokens) && f.A.Tokens[k].End <= r.End; k++ {
		if f.verb(k) {
			out = append(out, k)
		}
	}
	return out
}

// unsaid reports a cue whose verb is taken back or only supposed: "was unable
// to confirm", "should it admit".
func (f *finder) unsaid(cue readout.Range) bool {
	for _, k := range f.verbs(cue) {
		if c := f.clause(k); c.takenBack() || c.open || f.supposed(k) {
			return true
		}
	}
	return false
}

// refused is what somebody declines to comment on, or to say.
func (f *finder) refused(content readout.Range) string {
	if v := f.verbs(content); len(v) > 0 {
		return f.matter(v[0])
	}
	return f.Text(content)
}

// spent reports a cue whose verb a response was read from.
func (f *finder) spent(cue readout.Range) bool {
	for k := f.At(cue.Start); k < len(f.A.Tokens) && f.A.Tokens[k].End <= cue.End; k++ {
		if f.used[k] {
			return true
		}
	}
	return false
}

// paper reports that the speaker is no party: a document or a test confirms, and
// an admission by somebody unnamed commits nobody.
func (f *finder) paper(s *readout.Statement) bool {
	n, ok := f.byID[s.Speaker]
	if !ok || f.A.Parties[n].Kind != readout.Unnamed || s.Source == nil {
		return false
	}
	for k := f.At(s.Source.BStart); k < len(f.A.Tokens) && f.A.Tokens[k].End <= s.Source.BEnd; k++ {
		if r := f.L.Roles[f.Low(k)]; r == lang.RolePerson || r == lang.RoleUnnamed || r == lang.RoleInstitution {
			return s.Act == readout.ActAcknowledge
		}
	}
	return true
}

func (f *finder) speaker(s *readout.Statement) []int {
	if s.Source != nil { // "Danish and Dutch officials"
		if both := f.adjectives(f.At(s.Source.BEnd) - 1); len(both) > 1 {
			return both
		}
	}
	if n, ok := f.byID[s.Speaker]; ok {
		return []int{n}
	}
	return []int{-1}
}

// refusal reads words by which a speaker will not answer: "I am not going to
// answer that," said Lind; "We don't comment on leaks"; "No comment."
func (f *finder) refusal(s *readout.Statement) (found, bool) {
	if s.Mode == readout.Indirect || len(s.Content) == 0 || s.Speaker == "" {
		return found{}, false
	}
	r := s.Content[0].Bytes()
	first, last := f.At(r.Start), f.At(r.End)
	for i := first; i < last && f.Sentence(i) == f.Sentence(first+1); i++ {
		if f.Low(i) == "no" && f.Low(i+1) == "comment" && i <= first+2 {
			return found{status: readout.Declined, parties: f.speaker(s), first: i, last: i + 1}, true
		}
		if !f.is(i, "comment", "discuss", "reply", "say", "tell") && f.Low(i) != "into" {
			continue
		}
		c := f.clause(i)
		if f.Low(i) == "into" { // "get into that", "go into it"
			if c = f.clause(i - 1); f.Low(i-1) != "get" && f.Low(i-1) != "go" {
				continue
			}
		}
		if c.subject < 0 || c.open || !c.negative && !c.unwilling || !f.first(c.subject) {
			continue
		}
		status := readout.Declined
		switch {
		case f.is(i, "reply", "say", "tell") && !c.will:
			continue // "we did not answer then"
		case f.is(i, "say") && !f.ofQuestion(&c), f.is(i, "tell") && !f.ofMatter(&c):
			continue
		case c.will:
			status = readout.Refused
		}
		_, end := f.ends(i)
		return found{status: status, parties: f.speaker(s), first: c.first, last: end, about: f.matter(i)}, true
	}
	return found{}, false
}

// first reports "I" and "we", with what is melted into them.
func (f *finder) first(i int) bool {
	low, _, _ := strings.Cut(f.Low(i), "'")
	return low == "i" || low == "we"
}

// denies reports a cue that says of its content that it is denied.
func denies(cue *readout.Span) bool {
	for _, w := range strings.Fields(strings.ToLower(cue.Text)) {
		for _, stem := range []string{"den", "dismiss", "refut", "rebut", "disput", "contradict", "reject", "disavow"} {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}
