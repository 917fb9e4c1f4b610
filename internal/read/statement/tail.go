package statement

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// tails finds headlines whose source stands behind a colon or a dash at their end:
// "Bridge will reopen: report", "Ferry lost its rudder - Holt".
func tails(s *scan) []draft {
	var out []draft
	for n := range s.a.Blocks {
		if s.a.Blocks[n].Class != readout.Headline {
			continue
		}
		first, last := s.tokensOf(n)
		mark := last - 1
		for mark > first && !s.comma(mark) && s.word(mark) != ":" {
			mark--
		}
		if s.word(mark) == "," || mark < first+3 || mark == last-1 || last-mark > 4 || s.quoteAt(last-1) >= 0 {
			continue
		}
		u, ok := s.headlineSource(mark+1, last, s.word(mark) == ":")
		if !ok || !s.hasVerb(first, mark) {
			continue
		}
		d := draft{
			source: u.source, party: u.party, first: mark + 1, cueToken: -1, sent: s.a.Tokens[mark+1].Sentence, parent: -1, poster: -1,
			grade: readout.Guessed, why: "the source stands behind the headline", form: &lang.Cue{Act: readout.ActState},
		}
		if d, ok = s.with(d, first, mark); ok {
			out = append(out, d)
		}
	}
	return out
}

// headlineSource is who speaks in tokens i to end: a word for what is reported, a role, or
// behind a dash only a person, since an outlet puts its own name there too.
func (s *scan) headlineSource(i, end int, colon bool) (subject, bool) {
	head := s.low(end - 1)
	if m := s.startingAt(i); m != nil && s.tokenAt(m.End) == end && m.Party >= 0 {
		switch kind := s.a.Parties[m.Party].Kind; kind {
		case readout.Person, readout.Unnamed, readout.OfficeKind:
			return s.mentioned(m, 0, end), true
		case readout.Outlet, readout.Agency:
			return subject{}, false
		default:
			return s.mentioned(m, 0, end), colon
		}
	}
	role := s.l.Roles[head]
	told := role == lang.RolePerson || role == lang.RoleUnnamed || colon && (role == lang.RoleInstitution || studies[strings.TrimSuffix(head, "s")])
	return subject{source: s.span(i, end), party: -1}, told
}

var studies = map[string]bool{"report": true, "study": true, "survey": true, "poll": true, "review": true, "inquiry": true}
