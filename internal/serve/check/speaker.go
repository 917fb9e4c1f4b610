package check

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/serve/query"
)

const (
	leastWords = 3   // words of what can be told for somebody's
	alikeFrame = 0.5 // how alike the contents are in which the same few words stand
	closeBy    = 400 // bytes within which a guessed speaker may be another
)

// answers are acts about what others have said.
var answers = []readout.Act{
	readout.ActConfirm, readout.ActDeny, readout.ActAcknowledge, readout.ActAccept, readout.ActAcceptIf, readout.ActReject,
	readout.ActEvaluate, readout.ActQuestion, readout.ActDecline,
}

// speakers finds words that the draft gives to one party and the record to
// others only, and what the draft gives directly and the record only as told by
// another.
func speakers(c *checker) (all []Finding, err error) {
	qs, err := c.quotations()
	if err != nil {
		return nil, err
	}
	done := map[string]bool{}
	add := func(f *Finding, id string, err error) error {
		if f != nil && !done[id] {
			done[id] = true
			all = append(all, *f)
		}
		return err
	}
	for _, q := range qs {
		f, err := c.misattributed(q)
		if err := add(f, q.said.ID, err); err != nil {
			return nil, err
		}
	}
	for _, s := range c.draft.Rec.Statements {
		if s.Mode == readout.Direct || s.Speaker == "" || done[s.ID] {
			continue
		}
		f, err := c.mistold(s)
		if f != nil && f.Kind == WrongSpeaker && f.Level == Question {
			f = nil // words alone, and a guess besides, are too little
		}
		if err := add(f, s.ID, err); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// misattributed looks at who has the words of a quotation on record.
func (c *checker) misattributed(q *quotation) (*Finding, error) {
	hits := q.exact()
	if len(hits) == 0 {
		if n := q.nearest(); n.near >= nearOther {
			hits = []hit{*n.hit}
		}
	}
	var told []query.Told
	for _, h := range hits {
		told = append(told, h.witnesses()...)
	}
	if q.common() && !q.sameMatter(told) {
		return nil, nil
	}
	return c.others(q.said, q.at, told)
}

// common reports whether the words are so few that anybody may have said them.
func (q *quotation) common() bool {
	carries := query.Carries(query.Fold(q.at.Text))
	return len(q.tokens) < leastWords || carries == 0 || len(q.tokens) == leastWords && carries == 1
}

// sameMatter reports whether the few words that stand in marks are said of the
// same, by all who have them.
func (q *quotation) sameMatter(told []query.Told) bool {
	if q.said.Mode != readout.Mixed || q.title() || query.Carries(query.Fold(q.at.Text)) == 0 {
		return false
	}
	return !slices.ContainsFunc(told, func(t query.Told) bool {
		return query.Alike(q.said.ContentText(), t.Statement.ContentText()) < alikeFrame
	})
}

// mistold looks at who is on record as saying what the draft has somebody say
// in its own words.
func (c *checker) mistold(s readout.Statement) (*Finding, error) {
	all, alike, err := c.contents(s)
	if err != nil || len(s.Content) == 0 {
		return nil, err
	}
	matter, stances, err := c.matter(s)
	if err != nil {
		return nil, err
	}
	who := c.speaker(s)
	told := !slices.Contains(answers, s.Act)
	var own, other []query.Told
	for _, t := range matter {
		if same, err := c.near(who, t.Who); err != nil {
			return nil, err
		} else if same {
			own = append(own, t)
		}
	}
	for i, t := range all {
		same, err := c.near(who, t.Who)
		switch {
		case err != nil:
			return nil, err
		case same && alike[i] >= alikeSame:
			own = append(own, t)
		case !same && told && alike[i] >= alikeOther && query.Carries(query.Fold(s.ContentText())) >= leastMeant:
			known, err := c.known(t.Who)
			if err != nil {
				return nil, err
			}
			if known {
				other = append(other, t)
			}
		}
	}
	for _, st := range stances { // told of the party, by others
		if st.Value == readout.SecondHand && st.Party == who && len(own) == 0 {
			told, err := c.recorded([]string{st.Statement})
			if err != nil {
				return nil, err
			}
			return c.secondHand(s, s.Content[0], told)
		}
	}
	if len(own) > 0 {
		return c.others(s, s.Content[0], own)
	}
	return c.others(s, s.Content[0], other)
}

// others is the finding for what the draft gives to somebody who is none of those
// that the witnesses have; nil where one of them is, or may stand for, the one.
func (c *checker) others(said readout.Statement, at readout.Span, told []query.Told) (*Finding, error) {
	who := c.speaker(said)
	known, err := c.known(who)
	if err != nil || len(told) == 0 {
		return nil, err
	}
	told = innermost(told)
	if !known {
		return c.passedOn(said, at, told)
	}
	var others []query.Told
	for _, t := range told {
		same, err := c.near(who, t.Who)
		if err != nil {
			return nil, err
		}
		relayed, err := c.relayed(t.Statement)
		if err != nil {
			return nil, err
		}
		switch {
		case t.Who == "" || same && !relayed:
			return nil, nil
		case same:
		case c.mayBe(who, t) || c.mayBeOwn(said, t):
			return nil, nil
		default:
			voice, err := c.party(t.Who)
			if err != nil || vague(voice) {
				return nil, err
			}
			others = append(others, t)
		}
	}
	if len(others) == 0 {
		return c.secondHand(said, at, told)
	}
	l := level(said.Grade, others[0].Grade)
	if known, err := c.known(others[0].Who); err != nil || !known {
		l = Question // who is left without a name may be the one
	}
	name := others[0].SpeakerName
	return &Finding{Kind: WrongSpeaker, Level: l, At: at, Reason: "On record these are the words of " + name + ".", Witnesses: witnesses(others)}, nil
}

// vague reports whether a party is known by what it is alone, "the minister",
// and so may be any that is one.
func vague(p readout.Party) bool {
	first, _, _ := strings.Cut(p.Name, " ")
	definite := first != "a" && first != "an" && first == strings.ToLower(first)
	return p.Kind == readout.OfficeKind || p.Name == "" || definite || strings.EqualFold(first, "the") && p.Kind == readout.Unnamed
}

// innermost leaves out the statements in which others of them stand.
func innermost(all []query.Told) []query.Told {
	outer := map[string]bool{}
	for _, t := range all {
		outer[t.Statement.Parent] = true
	}
	return slices.DeleteFunc(slices.Clone(all), func(t query.Told) bool { return outer[t.ID] })
}

// known reports whether a party is one by name, and not a voice that a report
// leaves without one.
func (c *checker) known(id string) (bool, error) {
	p, err := c.party(id)
	return slices.Contains([]readout.PartyKind{readout.Person, readout.Institution, readout.State, readout.Force}, p.Kind), err
}

// mayBe reports whether a speaker on record that is not plain may be the party:
// the report names it close by.
func (c *checker) mayBe(id string, t query.Told) bool {
	p, err := c.party(id)
	src := c.sources[t.Doc]
	return err == nil && src != nil && !names(t.Statement.Source, t.SpeakerName) && about(src.Doc.Text, t.Statement, p.Name)
}

// mayBeOwn reports the same of a speaker of the draft.
func (c *checker) mayBeOwn(said readout.Statement, t query.Told) bool {
	p, err := c.party(c.speaker(said))
	return err == nil && !names(said.Source, p.Name) && about(c.draft.Doc.Text, said, t.SpeakerName)
}

// names reports whether a source has the last word of a name.
func names(source *readout.Span, name string) bool {
	words := strings.Fields(name)
	return source != nil && len(words) > 0 && strings.Contains(source.Text, words[len(words)-1])
}

// about reports whether a name stands where the reader may have meant it: of a
// speaker by a pronoun in the paragraph, of a guessed one within a few lines.
func about(text string, s readout.Statement, name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 || s.Grade == readout.Sure {
		return false
	}
	from, to := s.Span.BStart, s.Span.BEnd
	if s.Grade == readout.Guessed {
		from, to = max(0, from-closeBy), min(len(text), to+closeBy)
	}
	from = strings.LastIndexByte(text[:from], '\n') + 1
	if end := strings.IndexByte(text[to:], '\n'); end >= 0 {
		to += end
	}
	return strings.Contains(text[from:to], words[len(words)-1])
}
