package eval

import (
	"fmt"
	"io"
	"strings"

	"readout"
)

// Speakers asks who speaks where a pronoun is the source. A line of the table
// has an article of PolNeAR (in dir), the stretch of a pronoun and the stretch of
// its antecedent's fullest name, on which independent readers agreed:
//
//	ARTICLE 120 122 17 32
//
// speaker.found is how many have a statement whose source meets the pronoun;
// speaker.right is, of these, how many name the antecedent: all words of the
// shorter of both names stand in the longer one, and both end alike.
// speaker.unguessed is the same of what is sure or inherited.
func Speakers(table io.Reader, dir string, read Recorder) (*Report, error) {
	list, err := parseJudged(table, 2)
	if err != nil {
		return nil, fmt.Errorf("speakers: %w", err)
	}
	s := &speakerScorer{}
	if err := eachRecorded(dir, list, read, s.add); err != nil {
		return nil, fmt.Errorf("speakers: %w", err)
	}
	s.put("speaker.found", s.found)
	s.put("speaker.right", s.right)
	s.put("speaker.unguessed", s.unguessed)
	return s.report(), nil
}

type speakerScorer struct {
	sheet
	found, right, unguessed Accuracy
}

func (s *speakerScorer) add(j judgedPlace, text []rune, r *readout.Record) error {
	name, err := parseStretch(j.answer[0], j.answer[1])
	if err != nil || name.end > len(text) {
		return fmt.Errorf("no antecedent at %s-%s", j.answer[0], j.answer[1])
	}
	s.found.N++
	st := statementAt(r, j.at, func(st readout.Statement) *readout.Span { return st.Source })
	want := string(text[name.start:name.end])
	if st == nil {
		s.miss("speaker.found", j.article, around(text, j.at), want)
		return nil
	}
	s.found.Right++
	got := partyName(r, st.Speaker)
	right := sameName(got, want)
	s.right.N++
	s.right.Right += count(right)
	if st.Grade != readout.Guessed {
		s.unguessed.N++
		s.unguessed.Right += count(right)
	}
	if !right {
		s.miss("speaker.right", j.article, st.Grade, around(text, j.at), "gold "+want, "got "+got)
	}
	return nil
}

func partyName(r *readout.Record, id string) string {
	for _, p := range r.Parties {
		if p.ID == id {
			return p.Name
		}
	}
	return ""
}

// sameName reports that one name is the other or a shorter form of it.
func sameName(a, b string) bool {
	short, long := wordsOfName(a), wordsOfName(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) == 0 || short[len(short)-1] != long[len(long)-1] {
		return false
	}
	in := setOf(long...)
	for _, w := range short {
		if !in[w] {
			return false
		}
	}
	return true
}

func wordsOfName(name string) []string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !isWord(r) })
	if len(words) > 1 && words[0] == "the" {
		return words[1:]
	}
	return words
}

// around is a stretch with what stands near it.
func around(text []rune, at stretch) string {
	return string(text[max(0, at.start-60):min(len(text), at.end+40)])
}
