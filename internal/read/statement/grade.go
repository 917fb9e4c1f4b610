package statement

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/lang"
)

// How probable an attribution of the encoder must be for a rule's find to be sure:
// less where both have the same words for content, least for a quotation with its
// speaker and cue beside it, which is sure by its form. Chosen on the invented
// stories.
const (
	certain = 0.85
	likely  = 0.65
	seen    = 0.5
)

// doubt lowers the grade of what rule and encoder do not both see, and of speakers
// that the text only points at. A name before a colon and a post are sure by their
// form alone. The encoder sees no statement inside another's content: there the
// parse must have the same subject.
func (s *scan) doubt() {
	for n := range s.drafts {
		d := &s.drafts[n]
		if d.by == "encoder" && d.grade == readout.Inherited {
			d.grade, d.why = readout.Guessed, "no rule sees it"
		}
		if d.pronoun && d.grade == readout.Inherited && d.probability == 0 {
			d.grade, d.why = readout.Guessed, "the encoder does not see it"
		}
		if s.recalls(d) {
			d.grade, d.why = readout.Inherited, "a description of somebody named"
		}
		if d.grade != readout.Sure {
			continue
		}
		switch why := s.doubtful(d); {
		case why == onlyDescribed:
			d.grade, d.why = readout.Inherited, why
		case why != "":
			d.grade, d.why = readout.Guessed, why
		case d.parent >= 0:
			d.grade, d.why = readout.Inherited, "told inside another's words"
		}
	}
}

// onlyDescribed is why a speaker without a name is not sure: who it is is plain, but
// he may be one of those who are named.
const onlyDescribed = "a description; the name may stand elsewhere"

// recalls reports a speaker whom a definite description goes back to and whom the
// encoder sees speak: "the company", "the 61-year-old".
func (s *scan) recalls(d *draft) bool {
	if d.grade != readout.Guessed || d.why != byNearness || d.by == "encoder" || d.probability < certain || s.a.Parties[d.party].Kind == readout.Unnamed {
		return false
	}
	first := s.tokenAt(d.source.Start)
	head := s.sourceHead(d.source)
	return definite[s.low(first)] && s.l.Roles[s.low(head)] != lang.RoleDocument && !pointing[s.low(head)]
}

// doubtful is why a draft is not sure; "" when it is.
func (s *scan) doubtful(d *draft) string {
	needed := certain
	switch {
	case d.by == "interview", d.by == "embed", d.parent >= 0 && s.parsedSubject(d):
		return ""
	case d.by == "encoder":
		return "no rule sees it"
	case d.probability == 0:
		return "the encoder does not see it"
	case d.by == "quoted":
		needed = seen
	case d.agreed:
		needed = likely
	}
	switch head := s.sourceHead(d.source); {
	case d.probability < needed:
		return "the encoder is not sure"
	case s.l.Roles[s.low(head)] == lang.RoleDocument:
		return "a document: whose words they are is not said"
	case pointing[s.low(head)]:
		return "who is meant stands elsewhere"
	case s.cutShort(d.source):
		return "the name may be longer"
	case s.oneOf(d.source, head):
		return "others speak too"
	case s.anotherName(d):
		return "a name in the source may be another's"
	case s.described(d, head):
		return onlyDescribed
	}
	return ""
}

// parsedSubject reports that the parse too has the source as subject of the cue.
func (s *scan) parsedSubject(d *draft) bool {
	for _, k := range s.dependents(d.cueToken, "nsubj") {
		if d.source.Contains(s.a.Tokens[k].Range) {
			return true
		}
	}
	return false
}

// cutShort reports that another capitalised word stands in front of a name, or that
// the hour of a live page's entry is read into it: "[Inland] Waters Forum", "13.50 Police".
func (s *scan) cutShort(source readout.Range) bool {
	first := s.tokenAt(source.Start)
	if s.timeAt(first) >= 0 || s.pastClock(first) > first {
		return true
	}
	if s.capital(first) && s.capital(first-1) && s.sentence(first).First < first {
		return true
	}
	last := s.tokenAt(source.End)
	return s.capital(last-1) && s.class(last) == readout.Proper && s.timeAt(last) < 0
}

// oneOf reports a source that is joined to another in front of it: "the mill and
// [Ruiz] said".
func (s *scan) oneOf(source readout.Range, head int) bool {
	t := s.a.Tokens[head]
	return t.Relation == "conj" && t.Head >= 0 && s.a.Tokens[t.Head].Start < source.Start && s.a.Tokens[t.Head].UPOS != "VERB"
}

// anotherName reports a source that ends in the name of a person who is not the speaker.
func (s *scan) anotherName(d *draft) bool {
	for k := s.tokenAt(d.source.Start); s.a.Tokens[k].End < d.source.End; k++ {
		if s.class(k) == readout.Preposition {
			return false // "an aide to Ivo Lind"
		}
	}
	m := s.endsIn(d.source)
	return m != nil && m.Kind == readout.NameMention && m.Party >= 0 && m.Party != d.party && s.a.Parties[m.Party].Kind == readout.Person
}

// described reports a speaker who is known by a description alone and may have a name
// elsewhere in the report, "the collector", or whose name has a description in it:
// "clerk Ivo Lind". Who was brought in as "a collector" has none.
func (s *scan) described(d *draft, head int) bool {
	p := s.a.Parties[d.party]
	if s.longer[p.Name] {
		return true
	}
	switch p.Kind {
	case readout.Unnamed, readout.OfficeKind, readout.Person: // "the Dane"
	case readout.Institution:
		if !business[s.low(head)] {
			return false
		}
	default:
		return false
	}
	det, rest, _ := strings.Cut(s.text[d.source.Start:d.source.End], " ")
	plural := strings.HasSuffix(s.low(head), "s") && !strings.HasSuffix(s.low(head), "ss")
	return definite[strings.ToLower(det)] && !plural && strings.HasSuffix(strings.ToLower(p.Name), strings.ToLower(rest)) && !s.introduced[d.party]
}

var (
	definite = map[string]bool{"the": true, "his": true, "her": true, "its": true, "their": true, "this": true, "that": true}
	business = map[string]bool{"company": true, "firm": true, "group": true, "business": true, "brewer": true, "maker": true}
)

// known fills what is known of parties: whose name takes in a description, as small
// letters at its head show, or the encoder, which has a person's name that is shorter;
// and who was introduced as somebody new.
func (s *scan) known() {
	s.longer, s.introduced = map[string]bool{}, map[int]bool{}
	seen := map[string]bool{}
	for _, n := range s.a.Names {
		if n.Class == readout.NamePerson {
			seen[s.text[n.Start:n.End]] = true
		}
	}
	for _, p := range s.a.Parties {
		first, rest, _ := strings.Cut(p.Name, " ")
		small := strings.ToLower(first) == first && len(first) > 3
		for strings.Contains(rest, " ") && s.l.Classes[strings.ToLower(first)] == readout.Other {
			r, _ := utf8.DecodeRuneInString(rest)
			if seen[rest] && !seen[p.Name] || small && unicode.IsUpper(r) && p.Kind == readout.Person {
				s.longer[p.Name] = true
			}
			first, rest, _ = strings.Cut(rest, " ")
		}
	}
	for _, m := range s.a.Mentions {
		if low := s.low(s.tokenAt(m.Start)); low == "a" || low == "an" || low == "one" || low == "another" {
			s.introduced[m.Party] = true
		}
	}
}

// endsIn is the shortest mention that ends where a source does.
func (s *scan) endsIn(source readout.Range) *readout.Mention {
	var best *readout.Mention
	n := sort.Search(len(s.a.Mentions), func(n int) bool { return s.a.Mentions[n].Start >= source.Start })
	for ; n < len(s.a.Mentions) && s.a.Mentions[n].Start < source.End; n++ {
		if m := &s.a.Mentions[n]; m.End == source.End {
			best = m
		}
	}
	return best
}

func (s *scan) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.word(i))
	return unicode.IsUpper(r)
}

// sourceHead is the token that says who or what a source is.
func (s *scan) sourceHead(r readout.Range) int {
	first := s.tokenAt(r.Start)
	return s.phraseHead(first, s.tokenAt(r.End))
}

// EXAMPLE "one of them" · "the latter" · "either side" · "a copy of the letter"
var pointing = map[string]bool{
	"one": true, "ones": true, "other": true, "others": true, "another": true, "latter": true, "former": true, "either": true, "neither": true,
	"both": true, "two": true, "three": true, "second": true, "third": true, "fourth": true, "same": true, "side": true, "sides": true,
	"each": true, "some": true, "all": true, "many": true, "few": true, "several": true, "copy": true, "version": true,
}

// alike reports that two contents are nearly the same words.
func alike(a, b []readout.Range) bool {
	var both, all int
	for _, x := range a {
		all += x.Len()
		for _, y := range b {
			both += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	for _, y := range b {
		all += y.Len()
	}
	return 20*both >= 9*all
}
