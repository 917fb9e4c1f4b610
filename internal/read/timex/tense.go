package timex

// direction is where the words around an expression point: back (-1), ahead
// (+1), or nowhere (0).
type direction int

const (
	back    direction = -1
	nowhere direction = 0
	ahead   direction = 1
)

// farOff is how many atoms away a word still points, before or behind; it also
// bounds the work on a text without sentences.
const farOff = 80

// tense looks for the nearest word that points: before the expression, to the
// start of the sentence, then behind it. Lists of the language say which:
// AHEAD ("will", "due"), PLAN (present tense: "resumes"; not where it
// describes a picture), INTENT ("vowed to"), BACK ("said", "*ed") and NEUTRAL
// ("the will", "as expected"). Words of another quotation do not count. cue is
// the word.
func (m *matcher) tense(h *hit) (d direction, cue string) {
	if cue := m.done(h.to); cue != "" {
		return back, cue
	}
	for j := h.from - 1; j >= max(0, h.from-farOff); j-- {
		if m.atoms[j].text == ";" {
			break
		}
		if d, cue := m.points(j, h.from, ahead); d != nowhere && m.sameVoice(j, h.from) {
			return d, cue
		}
	}
	for j := h.to; j < min(len(m.atoms), h.to+farOff) && m.atoms[j].text != ";"; j++ {
		if d, cue := m.points(j, len(m.atoms), back); d != nowhere && m.sameVoice(j, h.from) {
			return d, cue
		}
	}
	return nowhere, ""
}

// hangsOn reports whether the word of the past stands right before the
// expression: "it ended on June 30".
func (m *matcher) hangsOn(h *hit) bool {
	for j := max(0, h.from-2); j < h.from; j++ {
		if d, _ := m.points(j, h.from, ahead); d == back {
			return true
		}
	}
	return false
}

// done is the noun of the past (class DONE) that an expression is the
// possessive of: "Friday's deadly attack".
func (m *matcher) done(j int) string {
	if m.apostrophe(j) && m.at(j+1).text == "s" {
		for k := j + 2; k < j+5; k++ {
			if n, _, _ := m.word("DONE", k); n > 0 {
				return m.at(k).text
			}
		}
	}
	return ""
}

// points tells where the words that begin at atom j point. Words that reach
// over limit do not count; intent is where a resolve ("vowed to") points.
func (m *matcher) points(j, limit int, intent direction) (direction, string) {
	if m.covered(j) {
		return nowhere, ""
	}
	best, d := 0, nowhere
	for _, c := range []struct {
		class string
		d     direction
	}{{"AHEAD", ahead}, {"PLAN", ahead}, {"INTENT", intent}, {"BACK", back}, {"NEUTRAL", nowhere}} {
		n, _, _ := m.word(c.class, j)
		if n <= best || j+n > limit || c.class == "PLAN" && m.picture || c.d == back && n == 1 && (m.participle(j) || m.adjective(j)) {
			continue
		}
		best, d = n, c.d
	}
	if d == nowhere {
		return nowhere, ""
	}
	return d, m.atoms[j].text
}

// covered reports whether atom j goes on with words of a list that began
// before it: "will" of "the will", "due" of "due to the".
func (m *matcher) covered(j int) bool {
	for k := max(0, j-4); k < j; k++ {
		for _, class := range []string{"NEUTRAL", "BACK"} {
			if n, _, _ := m.word(class, k); n > j-k {
				return true
			}
		}
	}
	return false
}

// participle reports whether the verb form at atom j hangs on a form of "be"
// (class BE) just before it, which then decides: "will be announced". One
// adverb may stand between ("will be formally announced").
func (m *matcher) participle(j int) bool {
	if n, _, _ := m.word("ADVERB", j-1); j > 1 && n == 1 {
		j--
	}
	n, _, _ := m.word("BE", j-1)
	return j > 0 && n == 1
}

// adjective reports whether the word at atom j only has the ending of a verb
// and stands after a word that no verb follows (class NOVERB).
func (m *matcher) adjective(j int) bool {
	listed := false
	for _, e := range m.words["BACK"][m.atoms[j].key()] {
		listed = listed || len(e.atoms) == 1
	}
	n, _, _ := m.word("NOVERB", j-1)
	return !listed && n == 1
}

// sameVoice reports whether two atoms stand in the same quotation, or none.
func (m *matcher) sameVoice(i, j int) bool { return m.atoms[i].quoted == m.atoms[j].quoted }
