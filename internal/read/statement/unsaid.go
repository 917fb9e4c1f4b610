package statement

import (
	"slices"
	"strings"
)

// unsaid reports what somebody did, wanted or came to know, which nobody need have told: a
// wish with the speaker's own deed, "wants to sell"; knowledge, "noticed that"; a picture
// that shows; a name that means; a participle that says of its noun what was done to it,
// "people worried about".
func (s *scan) unsaid(d *draft) bool {
	if d.form == nil || d.cueToken < 0 || len(d.content) == 0 || d.by != "cue" && d.by != "encoder" && d.by != "participle" {
		return false
	}
	if glossing[d.form.Lemma] {
		return true
	}
	if s.hasQuotation(d.content) || s.quoteAt(d.cueToken) >= 0 {
		return false
	}
	t, first := s.a.Tokens[d.cueToken], s.tokenAt(d.content[0].Start)
	switch lemma := d.form.Lemma; {
	case wishful[lemma] && (s.low(first) == "to" || s.low(first-1) == "to"):
		return !d.negated && !s.inContent(d)
	case knowing(s.low(d.cueToken)), lemma == "find" && (s.modal(d.cueToken) || s.low(d.cueToken+1) == "out"):
		return !s.medium(d)
	case lemma == "show" || lemma == "depict":
		return pictures[strings.TrimSuffix(s.low(s.sourceHead(d.source)), "s")]
	}
	return t.Relation == "acl" && strings.HasSuffix(s.low(d.cueToken), "ed") && t.Head >= 0 && d.source.Contains(s.a.Tokens[t.Head].Range) && s.tokenAt(d.source.End) == d.cueToken
}

// modal reports a verb of what will or may be: "will find that".
func (s *scan) modal(i int) bool {
	return s.perfect(&draft{cueToken: i}, "will", "would", "may", "might", "can", "could")
}

// inContent reports a draft whose cue stands in what another says.
func (s *scan) inContent(d *draft) bool {
	return slices.ContainsFunc(s.drafts, func(o draft) bool { return o.cueToken != d.cueToken && s.holds(&o, d.cue) })
}

// knowing reports a word of coming to know, or of not knowing.
func knowing(word string) bool {
	for _, stem := range []string{"notic", "learn", "discover", "realis", "realiz", "forget", "forgot"} {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	switch word {
	case "know", "knows", "knew", "known", "unaware", "aware":
		return true
	}
	return false
}

var (
	wishful  = map[string]bool{"want": true, "wish": true, "wishes": true, "wished": true, "seek": true, "plan": true, "intend": true}
	glossing = map[string]bool{"mean": true, "translate": true, "translates": true}
	pictures = map[string]bool{"image": true, "footage": true, "video": true, "photo": true, "photograph": true, "picture": true, "pic": true, "clip": true, "map": true}
)
