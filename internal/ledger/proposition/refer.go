package proposition

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

// refer places a statement that has no matter of its own but speaks of what
// was said before it in the report: "dismissed the claim", "denied it",
// "called it a lie", "agreed to do that".
func (f *File) refer(r *report, i int, s stand) bool {
	e := &r.entries[i]
	switch {
	case doesSo(&e.content):
		return f.follow(r, i)
	case (callsFalse(&e.content) || flatly(&e.content)) && s.value != readout.Questions && s.value != readout.Tentative:
		return f.deny(r, i)
	}
	c := f.pointing(e)
	named, proposal, assertion := f.referent(c)
	if !proposal && !assertion {
		return false
	}
	f.placeHeadline(r, i)
	target := f.target(r, i, c, named, proposal, assertion)
	if target == nil {
		return true // nothing to point at: no matter of its own either
	}
	if value, ok := answer(e.st, s, target.value, f.group(target.group).kind); ok {
		f.put(r, e, target.group, member{value: value, bare: true, why: "points at what was said before it"})
	}
	return true
}

// placeHeadline places a headline before its turn, where the first words below
// it answer it.
func (f *File) placeHeadline(r *report, i int) {
	if i > 0 && r.entries[i-1].headline && r.entries[i-1].group < 0 && !r.entries[i].headline {
		f.place(r, i-1)
	}
}

// answer is where a statement stands that answers another by "the claim", "the
// plan", "it": no where the other says yes, and the reverse.
func answer(st *readout.Statement, s stand, theirs readout.StanceValue, kind readout.PropositionKind) (readout.StanceValue, bool) {
	if kind == readout.Proposal {
		switch theirs {
		case readout.Proposes, readout.Requests, readout.Supports, readout.SupportsIf:
		default:
			return "", false
		}
		switch s.value {
		case readout.Supports, readout.SupportsIf, readout.Opposes, readout.Questions:
			return s.value, true
		case readout.Denies: // "dismissed the plan"
			return readout.Opposes, true
		}
		return "", false
	}
	switch st.Act {
	case readout.ActDeny, readout.ActReject:
		return turn(theirs)
	case readout.ActConfirm, readout.ActAcknowledge:
		return theirs, theirs == readout.Affirms || theirs == readout.Denies
	case readout.ActQuestion:
		return readout.Questions, true
	}
	return "", false
}

// pointing is the content of a statement that answers, without what it calls
// the thing answered: "the charge as 'a smear'", "the claim 'pure fantasy'".
func (f *File) pointing(e *entry) *content {
	if e.st.Act != readout.ActDeny && e.st.Act != readout.ActReject {
		return &e.content
	}
	text := e.content.text
	if at := strings.IndexAny(text, openingMarks); at > 0 {
		text = text[:at]
	}
	text, _, _ = strings.Cut(text, " as ")
	c := f.content(text)
	return &c
}

const openingMarks = `"“„«‘`

// referent reports whether a content is nothing but a noun or pronoun for what
// was said before, and whose word it is if it says so ("Ruiz's claim").
func (f *File) referent(c *content) (named string, proposal, assertion bool) {
	words := c.words
	if len(words) == 0 || len(words) > 5 {
		return "", false, false
	}
	last := words[len(words)-1]
	proposal, assertion = proposalNouns[last], assertionNouns[last]
	for _, w := range words[:len(words)-1] {
		switch {
		case strings.HasPrefix(w, "@"):
			named = strings.TrimPrefix(w, "@")
		case !determiners[w] && !plainAdjectives[w]:
			return "", false, false
		}
	}
	return named, proposal, assertion
}

var plainAdjectives = set(`latest new earlier recent such of by same`)

// before is the statement that entry i answers: by the party named, else the
// one directly before it by another party. It must have a matter. Refusals to
// comment and what stands inside another's words are passed over.
func (r *report) before(i int, named string, fits func(*entry) bool) *entry {
	for j := i - 1; j >= 0; j-- {
		t := &r.entries[j]
		if t.speaker == r.entries[i].speaker || named != "" && t.speaker != named ||
			t.st.Act == readout.ActDecline || t.st.Parent != "" {
			continue
		}
		if t.group >= 0 && fits(t) {
			return t
		}
		if named == "" {
			return nil
		}
	}
	return nil
}

// accused is the act that a noun calls by its name.
var accused = map[string]readout.Act{
	"claim": readout.ActClaim, "claims": readout.ActClaim, "allegation": readout.ActClaim, "allegations": readout.ActClaim,
	"accusation": readout.ActAccuse, "accusations": readout.ActAccuse, "charge": readout.ActAccuse, "charges": readout.ActAccuse,
}

// target is the statement that a noun points at: where a party is named, the
// nearest of its statements with the act that the noun calls by name; else the
// nearest that is more than praise or blame.
func (f *File) target(r *report, i int, c *content, named string, proposal, assertion bool) *entry {
	fits := func(t *entry) bool {
		if f.group(t.group).kind == readout.Proposal {
			return proposal
		}
		return assertion && t.st.Act != readout.ActEvaluate
	}
	if act, ok := accused[c.words[len(c.words)-1]]; ok && named != "" {
		if t := r.before(i, named, func(t *entry) bool { return t.st.Act == act && fits(t) }); t != nil {
			return t
		}
	}
	return r.before(i, named, fits)
}

// doesSo: "agreed to do that", "did it", with nothing else.
func doesSo(c *content) bool {
	n := len(c.words)
	if n < 2 || n > 6 || c.negated > 0 {
		return false
	}
	last := c.words[n-1]
	return (last == "that" || last == "this" || last == "so" || last == "it") &&
		slices.ContainsFunc(c.words[:n-1], func(w string) bool { return w == "agreed" || w == "accepted" || w == "did" })
}

// follow puts entry i to the matter of the statement directly before it, when
// that is the same speaker's.
func (f *File) follow(r *report, i int) bool {
	if i == 0 || r.entries[i-1].group < 0 || r.entries[i-1].speaker != r.entries[i].speaker || r.entries[i].speaker == "" {
		return true
	}
	e, t := &r.entries[i], &r.entries[i-1]
	f.put(r, e, t.group, member{value: t.value, bare: true, why: "does what the same speaker's words directly before it say"})
	return true
}

// callsFalse: "it was disinformation", "that is a lie", "a lie".
func callsFalse(c *content) bool {
	if len(c.words) == 0 || c.negated > 0 {
		return false
	}
	pronoun := slices.Contains([]string{"it", "this", "that", "these", "those", "they"}, c.words[0])
	for i, w := range c.words {
		switch {
		case falsehoods[w]:
			return pronoun && i > 0 || len(c.words) <= 4
		case i >= 5:
			return false
		}
	}
	return false
}

// flatly: "it did no such thing", "not so", "nothing of the kind".
func flatly(c *content) bool {
	line := " " + strings.Join(c.words, " ") + " "
	return len(c.words) <= 7 && slices.ContainsFunc(flatDenials, func(d string) bool { return strings.Contains(line, " "+d+" ") })
}

// deny puts entry i against the matter that its speaker has just denied, else
// against what another party has just affirmed.
func (f *File) deny(r *report, i int) bool {
	f.placeHeadline(r, i)
	e := &r.entries[i]
	if i > 0 && r.entries[i-1].speaker == e.speaker && r.entries[i-1].group >= 0 && e.speaker != "" {
		if t := &r.entries[i-1]; t.value == readout.Denies {
			f.put(r, e, t.group, member{value: readout.Denies, bare: true, why: "calls what was said before it false"})
		}
		return true
	}
	t := r.before(i, "", func(t *entry) bool {
		return t.value == readout.Affirms && t.content.negated == 0 && f.group(t.group).kind != readout.Proposal
	})
	if t != nil {
		f.put(r, e, t.group, member{value: readout.Denies, bare: true, why: "calls what was said before it false"})
	}
	return true
}

// toldOf lists the parties of which a content tells that they took a stand:
// "Velm and Ostra have agreed to ...".
func toldOf(c *content, speaker string) []string {
	if c.negated > 0 {
		return nil
	}
	var parties []string
	for i, w := range c.words {
		id, isName := strings.CutPrefix(w, "@")
		switch {
		case isName:
			parties = append(parties, id)
		case i == 0 && w == "the", w == "and", w == "both", len(parties) > 0 && halfway[w]:
		case doing[w]:
			return slices.DeleteFunc(parties, func(p string) bool { return p == speaker })
		default:
			return nil
		}
	}
	return nil
}

var halfway = set(`has had have also already now since`)

// answered is how much of a denial's words stand in what it denies, when that
// is said in the same report by somebody else.
const answered = 0.5

// denied finds what a denial with a clause of its own answers: of what other
// parties have affirmed before it in the report, that which has most of its
// words, and two at the least that are no names.
func (f *File) denied(r *report, i int, s stand) int {
	e := &r.entries[i]
	if s.value != readout.Denies || e.content.negated > 0 {
		return -1
	}
	best, top := -1, answered
	for j := range r.entries[:i] {
		t := &r.entries[j]
		if t.group < 0 || t.value != readout.Affirms || t.speaker == e.speaker || t.content.negated > 0 {
			continue
		}
		words := unnamed(match.Common(e.content.stems, t.content.stems))
		share := match.Containment(e.content.stems, t.content.stems, f.counts.Weight)
		if len(words) >= 2 && share >= top && !crossed(e.content.numbers, t.content.numbers) && !crossed(e.content.turns, t.content.turns) {
			best, top = t.group, share
		}
	}
	return best
}
