package statement

import (
	"strings"

	"readout"
)

// interviews finds questions and answers: paragraphs that begin with a name,
// "Q" or "A" and a colon. The name is the source; the words are direct.
func interviews(s *scan) []draft {
	labels := s.labels()
	if len(labels) < 2 {
		return nil
	}
	answerer := s.answerer()
	var out []draft
	for _, b := range labels {
		d := draft{
			source: b.label, party: b.party, first: b.from, cueToken: -1, sent: s.a.Tokens[b.from].Sentence,
			parent: -1, poster: -1, grade: readout.Sure, why: "the name before the colon", act: b.act,
		}
		if b.party < 0 && b.answer {
			d.party, d.grade, d.why = answerer, readout.Guessed, "the only person interviewed"
		}
		if d.party < 0 {
			d.grade, d.why = readout.Guessed, "could not tell who asks or answers"
		}
		d.content = []readout.Range{s.trimmed(s.span(b.from, b.to))}
		for n, q := range s.a.Quotes {
			if d.content[0].Contains(q.Range) {
				s.used[-1-n] = true
			}
		}
		out = append(out, d)
	}
	return out
}

// label is the beginning of one turn of an interview.
type label struct {
	label    readout.Range
	party    int
	from, to int // tokens of the words
	answer   bool
	act      readout.Act
}

// labels finds the turns: at least two paragraphs that begin alike.
func (s *scan) labels() []label {
	var out []label
	seen := map[string]int{}
	for n := range s.a.Blocks {
		first, last := s.tokensOf(n)
		if last-first < 3 || !s.readsBlock(n) {
			continue
		}
		k := first
		for k < last && k < first+5 && s.word(k) != ":" && s.quoteAt(k) < 0 {
			k++
		}
		if k == first || k >= last-1 || s.word(k) != ":" || s.quoteAt(k+1) >= 0 {
			continue
		}
		words := s.text[s.a.Tokens[first].Start:s.a.Tokens[k-1].End]
		b := label{label: s.span(first, k), party: -1, from: k + 1, to: last, act: readout.ActState}
		switch strings.ToLower(strings.Trim(words, ".*")) {
		case "q", "question":
			b.act = readout.ActQuestion
		case "a", "answer":
			b.answer = true
		default:
			m := s.startingAt(first)
			switch {
			case m != nil && s.tokenAt(m.End) == k && m.Party >= 0:
				b.party = m.Party
			case strings.EqualFold(words, s.a.Doc.Outlet):
				b.party = s.partyNamed(words)
			default:
				continue
			}
		}
		if strings.HasSuffix(s.text[:s.a.Tokens[last-1].End], "?") {
			b.act = readout.ActQuestion
		}
		seen[words]++
		out = append(out, b)
	}
	if len(out) < 2 || len(seen) < 2 {
		return nil
	}
	return out
}

func (s *scan) readsBlock(n int) bool {
	switch s.a.Blocks[n].Class {
	case readout.Body, readout.Relay:
		return true
	}
	return false
}

// tokensOf is the first token of a block and the one behind its last.
func (s *scan) tokensOf(n int) (int, int) {
	return s.tokenAt(s.a.Blocks[n].Start), s.tokenAt(s.a.Blocks[n].End)
}

// answerer is the only person that the report names, or -1.
func (s *scan) answerer() int {
	best := -1
	for i, p := range s.a.Parties {
		if p.Kind == readout.Person {
			if best >= 0 {
				return -1
			}
			best = i
		}
	}
	return best
}
