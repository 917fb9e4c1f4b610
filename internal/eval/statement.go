package eval

import (
	"slices"
	"strconv"
	"strings"

	"readout"
)

// field is one field of a statement, as strings that are equal where the
// values are; "" is null. Null is no value, unless null makes it one. show
// makes a value readable.
type field struct {
	name string
	gold func(*statement) []string
	pred func(*statement) string
	null bool
	show func(string) string
}

func (s *scorer) scoreStatements() {
	spans := func(name string, of func(*statement) choice[many[readout.Span]]) field {
		return field{
			name: name,
			gold: func(g *statement) []string {
				var keys []string
				for _, v := range of(g).all() {
					keys = append(keys, s.wordsKey(s.gold, v))
				}
				return keys
			},
			pred: func(p *statement) string { return s.wordsKey(s.pred, of(p).first()) },
			show: s.showWords,
		}
	}
	plain := func(name string, of func(*statement) choice[string]) field {
		return field{
			name: name,
			gold: func(g *statement) []string { return of(g).all() },
			pred: func(p *statement) string { return of(p).first() },
		}
	}
	s.field(spans("statements.source", func(x *statement) choice[many[readout.Span]] { return x.Source }))
	s.field(spans("statements.cue", func(x *statement) choice[many[readout.Span]] { return x.Cue }))
	s.field(spans("statements.content", func(x *statement) choice[many[readout.Span]] { return x.Content }))
	s.field(field{name: "statements.speaker", gold: speakers, pred: s.speaker, null: true})
	s.judgeWhoWhat()
	s.field(plain("statements.act", func(x *statement) choice[string] { return x.Act }))
	s.field(plain("statements.mode", func(x *statement) choice[string] { return x.Mode }))
	s.field(field{
		name: "statements.said",
		gold: func(g *statement) []string { return stringsOf(g.Said.all()) },
		pred: func(p *statement) string { return string(p.Said.first()) },
	})
	s.field(field{name: "statements.chain", gold: s.goldChains, pred: s.predChain})
	s.field(field{name: "statements.parent", gold: func(g *statement) []string { return g.Parent.all() }, pred: s.predParent})
}

// field is precision and recall of one field over all statements: what is not
// paired counts as missed or too much.
func (s *scorer) field(f field) {
	right, pred, gold := 0, 0, 0
	for _, g := range s.goldUsed {
		values, p, got := f.gold(g), s.predOf[g.ID], ""
		if p != nil {
			got = f.pred(p)
		}
		needed := f.null || !slices.Contains(values, "")
		if p == nil || got == "" && !f.null {
			if needed {
				gold++
				s.missField(f, g, p, values, got)
			}
			continue
		}
		pred++
		ok := slices.Contains(values, got)
		if ok {
			right++
		} else {
			s.missField(f, g, p, values, got)
		}
		if ok || needed {
			gold++
		}
	}
	for _, p := range s.predUsed {
		if s.goldOf[p.ID] == nil && (f.null || f.pred(p) != "") {
			pred++
		}
	}
	s.put(f.name, prf(right, pred, gold))
}

// missField keeps what was expected and found. A statement that was not found
// is an error of statements.found only.
func (s *scorer) missField(f field, g, p *statement, gold []string, got string) {
	if p == nil {
		return
	}
	show := func(v string) string { return v }
	if f.show != nil {
		show = f.show
	}
	var shown []string
	for _, v := range gold {
		if text := show(v); !slices.Contains(shown, text) {
			shown = append(shown, text)
		}
	}
	s.miss(f.name, g.ID, "gold "+orDash(shown...), "got "+orDash(show(got)))
}

// wordsKey is the words of spans after trimming, as one string for one set of
// places.
func (s *scorer) wordsKey(side *export, spans []readout.Span) string {
	var b strings.Builder
	for _, t := range inOrder(s.gold.words(side.places(spans...))) {
		b.WriteString(t.doc + "\x00" + strconv.Itoa(t.start) + "\x00" + strconv.Itoa(t.end) + "\x00")
	}
	return b.String()
}

// showWords reads a wordsKey.
func (s *scorer) showWords(key string) string {
	var words []string
	parts := strings.Split(strings.TrimSuffix(key, "\x00"), "\x00")
	for ; len(parts) >= 3; parts = parts[3:] {
		start, _ := strconv.Atoi(parts[1])
		end, _ := strconv.Atoi(parts[2])
		words = append(words, string(s.gold.text[parts[0]][start:end]))
	}
	return strings.Join(words, " ")
}

func speakers(g *statement) []string { return g.Speaker.all() }

func (s *scorer) speaker(p *statement) string { return s.goldParty(p.Speaker.first()) }

// judgeWhoWhat finds the predicted statements that have the right speaker and,
// by and large, the right content.
func (s *scorer) judgeWhoWhat() {
	const name = "statements.who_what"
	s.right = set[string]{}
	for _, m := range s.pairs {
		if slices.Contains(speakers(m.gold), s.speaker(m.pred)) && s.overlap[m.pred.ID] >= sameContent {
			s.right[m.pred.ID] = true
		} else {
			s.miss(name, m.gold.ID, "gold "+strings.Join(speakers(m.gold), " or "), "got "+s.speaker(m.pred))
		}
	}
	s.put(name, prf(len(s.right), len(s.predUsed), len(s.goldUsed)))
}

// predParent is the gold statement that a predicted parent is paired with.
func (s *scorer) predParent(p *statement) string {
	parent := p.Parent.first()
	if parent == "" {
		return ""
	}
	if g := s.goldOf[parent]; g != nil {
		return g.ID
	}
	return "?" + parent
}

// scoreGrades gives, for each grade, the precision of who_what among the
// predicted statements of that grade and their share of all.
func (s *scorer) scoreGrades() {
	for _, grade := range readout.Grades {
		a := Accuracy{OfShare: true, Of: len(s.predUsed)}
		for _, p := range s.predUsed {
			if p.Grade.first() != string(grade) {
				continue
			}
			a.N++
			if s.right[p.ID] {
				a.Right++
				continue
			}
			s.miss("grades."+string(grade), p.ID, p.By, p.Why, p.Span.Text)
		}
		s.put("grades."+string(grade), a)
	}
}

func stringsOf[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}
