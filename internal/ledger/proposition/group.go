package proposition

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// All lists the propositions in order of their founding, with the stances of
// their statements.
func (f *File) All() ([]readout.Proposition, []readout.Stance) {
	var props []readout.Proposition
	var stances []readout.Stance
	for _, g := range f.groups {
		p := readout.Proposition{ID: g.id, Text: g.text(), Kind: g.kind}
		for _, near := range g.related {
			p.Links = append(p.Links, readout.PropositionLink{Kind: "possibly-related", To: f.groups[near.group].id})
		}
		props = append(props, p)
		for i := range g.members {
			stances = append(stances, f.stances(g, &g.members[i])...)
		}
	}
	return props, stances
}

// Candidates lists the joins that came near and were not made, each with the
// likeness of the words.
func (f *File) Candidates() []readout.Candidate {
	var out []readout.Candidate
	for _, g := range f.groups {
		for _, near := range g.related {
			out = append(out, readout.Candidate{
				Kind: "proposition", A: f.groups[near.group].id, B: g.id, Score: min(1, near.score),
				Why: "like words, but " + near.why,
			})
		}
	}
	return out
}

// stances are those of one statement: the speaker's own, and what it tells of
// others before it. A statement inside another's content is told, not given.
func (f *File) stances(g *group, m *member) []readout.Stance {
	own := readout.Stance{Statement: m.st.ID, Proposition: g.id, Party: f.names.Canonical(m.st.Speaker), Value: m.value, Why: m.why}
	var out []readout.Stance
	nested := false
	for _, p := range m.secondHand {
		p = f.names.Canonical(p)
		nested = nested || p == own.Party
		out = append(out, readout.Stance{Statement: m.st.ID, Proposition: g.id, Party: p, Value: readout.SecondHand, ReportedValue: m.value, Why: m.why})
	}
	if nested {
		return out
	}
	return append(out, own)
}

// About fills in what the responses of a report are about, where it is known.
func (f *File) About(responses []readout.Response) []readout.Response {
	var out []readout.Response
	for _, r := range responses {
		if g, ok := f.abouts[r.ID]; ok && (r.About == nil || r.About.Proposition == "" && r.About.Contact == "" && r.About.Incident == "") {
			about := readout.About{Proposition: f.groups[g].id}
			if r.About != nil {
				about.Text = r.About.Text
			}
			r.About = &about
		}
		r.Party = f.names.Canonical(r.Party)
		out = append(out, r)
	}
	return out
}

// text is the wording of the matter: of the contents that word it as its
// founder does, an indirect clause of its own before quoted words, the first
// to come among equals.
func (g *group) text() string {
	best, top := "", -10
	for i := range g.members {
		m := &g.members[i]
		if m.bare || m.flipped {
			continue
		}
		if score := m.fitness; score > top {
			best, top = sentence(spoken(m.st)), score
		}
	}
	return best
}

// fitness is how well a content words the matter for somebody who has not read
// the report.
func fitness(e *entry) int {
	score := 0
	switch e.st.Mode {
	case readout.Indirect:
		score = 4
	case readout.Mixed:
		score = 2
	}
	if n := len(e.content.words); n >= 4 && n <= 40 {
		score += 3
	}
	if len(e.content.words) > 0 && !leaning[e.content.words[0]] {
		score += 2
	}
	if e.st.Act == readout.ActAccuse && strings.Contains(e.content.text, " of ") {
		score -= 3 // "the crew of hiding the log" is no clause
	}
	if e.st.Grade == readout.Sure {
		score++
	}
	if e.headline {
		score -= 4
	}
	return score
}

// leaning words at the head of a clause need the sentence before it.
var leaning = set(`he she it they this that these those his her its their and but so to if after following`)

// spoken is a content in one line; where the cue splits it, an ellipsis shows.
func spoken(st *readout.Statement) string {
	var parts []string
	for _, c := range st.Content {
		part := strings.TrimPrefix(strings.Join(strings.Fields(c.Text), " "), "that ")
		if inner, ok := unquote(part); ok {
			part = inner
		}
		parts = append(parts, strings.TrimRight(part, " ,;:"))
	}
	return strings.Join(parts, " … ")
}

// sentence gives a clause a capital and a final stop. Words inside quotation
// marks stay as they are; a mark that the content's end cut off is supplied.
func sentence(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if unicode.IsLower(r) {
		text = string(unicode.ToUpper(r)) + text[size:]
	}
	if strings.Count(text, "“") > strings.Count(text, "”") {
		text += "”"
	}
	if strings.Count(text, `"`)%2 == 1 {
		text += `"`
	}
	bare := strings.TrimRight(text, `"”’»`)
	if bare != "" && !strings.ContainsAny(bare[len(bare)-1:], ".!?") {
		text += "."
	}
	return text
}

// unquote takes the outer marks off a text that is one quotation.
func unquote(text string) (string, bool) {
	for _, pair := range [][2]string{{"“", "”"}, {`"`, `"`}, {"‘", "’"}, {"„", "“"}, {"«", "»"}} {
		inner, ok := strings.CutPrefix(text, pair[0])
		if !ok {
			continue
		}
		inner, ok = strings.CutSuffix(strings.TrimRight(inner, ","), pair[1])
		if ok && !strings.Contains(inner, pair[0]) && !strings.Contains(inner, pair[1]) {
			return inner, true
		}
	}
	return text, false
}
