package proposition

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/ledger/shelf"
)

// news is what has changed since it was last asked for.
type news struct {
	groups    map[int]bool
	members   map[string]bool
	responses map[string]bool
	near      []int // groups that came near to another when they were founded
}

func newNews() news {
	return news{groups: map[int]bool{}, members: map[string]bool{}, responses: map[string]bool{}}
}

// Touch has the stances of a statement shown again, one of which is given.
func (f *File) Touch(s readout.Stance) { f.news.members[s.Statement] = true }

// TouchResponse has a response shown again.
func (f *File) TouchResponse(r readout.Response) { f.news.responses[r.ID] = true }

// Changed lists the propositions that are new or otherwise than the last time,
// in order of their founding, and the joins that came near and were not made,
// with the likeness of the words.
func (f *File) Changed() (put []shelf.Placed[readout.Proposition], near []shelf.Placed[readout.Candidate]) {
	for _, n := range slices.Sorted(maps.Keys(f.news.groups)) {
		g := f.group(n)
		p := readout.Proposition{ID: g.id, Text: cmp.Or(f.rulings.Words(g.id, g.founder), g.text), Kind: g.kind}
		for _, near := range g.related {
			p.Links = append(p.Links, readout.PropositionLink{Kind: "possibly-related", To: f.group(near.group).id})
		}
		put = append(put, shelf.Placed[readout.Proposition]{Place: n, Group: p})
	}
	for _, n := range f.news.near {
		g := f.group(n)
		for _, r := range g.related {
			other := f.group(r.group)
			near = append(near, shelf.Placed[readout.Candidate]{Place: n, Group: readout.Candidate{
				ID: readout.NewID("j", "proposition", other.founder, g.founder), Kind: "proposition", A: other.id, B: g.id,
				Statements: []string{other.founder, g.founder}, Score: min(1, r.score), Why: "like words, but " + r.why,
			}})
		}
	}
	clear(f.news.groups)
	f.news.near = nil
	return put, near
}

// ChangedStances lists the stances that are new or otherwise than the last
// time, in order of their statements' arrival.
func (f *File) ChangedStances() []shelf.Placed[readout.Stance] {
	var out []shelf.Placed[readout.Stance]
	for id := range f.news.members {
		all := f.kept.members.Get(id)
		if all == nil {
			continue
		}
		for n := range *all {
			m := &(*all)[n]
			for i, s := range f.stances(id, m) {
				out = append(out, shelf.Placed[readout.Stance]{Place: m.Place<<8 + i, Group: s})
			}
		}
	}
	clear(f.news.members)
	slices.SortFunc(out, byPlace)
	return out
}

// ChangedResponses lists, in order of arrival, the responses that are new or
// otherwise than the last time, with what they are about where that is known.
func (f *File) ChangedResponses() []shelf.Placed[readout.Response] {
	var out []shelf.Placed[readout.Response]
	for id := range f.news.responses {
		if r := f.kept.responses.Get(id); r != nil {
			out = append(out, shelf.Placed[readout.Response]{Place: r.Place, Group: f.answer(r)})
		}
	}
	clear(f.news.responses)
	slices.SortFunc(out, byPlace)
	return out
}

func byPlace[T any](a, b shelf.Placed[T]) int { return cmp.Compare(a.Place, b.Place) }

// stances are those of one statement: the speaker's own, and what it tells of
// others before it. A statement inside another's content is told, not given.
func (f *File) stances(statement string, m *membership) []readout.Stance {
	proposition := f.group(m.Group).id
	own := readout.Stance{Statement: statement, Proposition: proposition, Party: f.names.Canonical(m.Speaker), Value: m.Value, Why: m.Why}
	var out []readout.Stance
	var parties []string // two of which it tells may be one by now
	for _, p := range m.SecondHand {
		if p = f.names.Canonical(p); slices.Contains(parties, p) {
			continue
		}
		parties = append(parties, p)
		out = append(out, readout.Stance{
			Statement: statement, Proposition: proposition, Party: p, Value: readout.SecondHand, ReportedValue: m.Value, Why: m.Why,
		})
	}
	if slices.Contains(parties, own.Party) {
		return out
	}
	return append(out, own)
}

// answer is a response with what it is about.
func (f *File) answer(kept *response) readout.Response {
	r := kept.Response
	if kept.Group >= 0 && (r.About == nil || r.About.Proposition == "" && r.About.Contact == "" && r.About.Incident == "") {
		about := readout.About{Proposition: f.group(kept.Group).id}
		if r.About != nil {
			about.Text = r.About.Text
		}
		r.About = &about
	}
	r.Party = f.names.Canonical(r.Party)
	return r
}

// leastFit is less than any content can be.
const leastFit = -10

// word lets a new member word the matter, where none before it does so as
// well: of the contents that word it as its founder does, an indirect clause of
// its own before quoted words, the first to come among equals.
func (g *group) word(e *entry, m member) {
	if fit := fitness(e); !m.bare && !m.flipped && fit > g.fitness {
		g.text, g.fitness = sentence(spoken(e.st)), fit
	}
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
