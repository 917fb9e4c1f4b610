package story

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/ledger/match"
)

// What a word counts each time it stands in a part of the report, and in all.
const (
	ofHeadline = 2
	ofOpening  = 1.5
	ofRest     = 0.5
	opening    = 120 // words
	ofName     = 1.5
	rareness   = 0.8 // power of a word's inverse document frequency
	titleLong  = 80  // letters of a first sentence that serves as a title
)

// word is a stem with what it weighs in a report.
type word struct {
	stem   string
	weight float64
}

func stems(words []word) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.stem
	}
	return out
}

// text is what a report says: its headline, or else its title, and the rest
// without what is not part of it.
type text struct{ headline, body string }

func textOf(doc *readout.Document, rec *readout.Record) text {
	var body strings.Builder
	t, at := text{}, 0
	for _, s := range rec.Segments {
		switch s.Class {
		case readout.Body, readout.Relay, readout.Embed, readout.Caption, readout.Dateline:
			continue
		case readout.Headline:
			if t.headline == "" {
				t.headline = strings.TrimSpace(s.Span.Text)
			}
		}
		if s.Span.BStart >= at {
			body.WriteString(doc.Text[at:s.Span.BStart])
			at = s.Span.BEnd
		}
	}
	body.WriteString(doc.Text[at:])
	t.body = strings.TrimSpace(body.String())
	if t.headline == "" {
		t.headline = strings.TrimSpace(doc.Title)
	}
	return t
}

// title is the headline, else the start of the first sentence.
func (t text) title() string {
	if t.headline != "" {
		return t.headline
	}
	first := t.body
	if end := strings.IndexAny(first, ".!?\n"); end > 0 {
		first = first[:end]
	}
	return shorten(first)
}

func shorten(s string) string {
	runes := []rune(s)
	if len(runes) <= titleLong {
		return s
	}
	s = string(runes[:titleLong])
	if cut := strings.LastIndexByte(s, ' '); cut > 0 {
		s = s[:cut]
	}
	return s + "…"
}

// words are the report's, in order of first appearance, weighed by where and
// how often they stand and whether they are names.
func (t text) words() []word {
	headline, body := cut(t.headline), cut(t.body)
	names := namesOf(headline, body)
	var out []word
	at, name := map[string]int{}, map[string]bool{}
	count := func(part []written, weight float64) {
		for _, w := range part {
			stem := match.Stem(w.lower)
			i, ok := at[stem]
			if !ok {
				i = len(out)
				at[stem], out = i, append(out, word{stem: stem})
			}
			out[i].weight += weight
			name[stem] = name[stem] || w.capital && names[w.lower]
		}
	}
	lead := min(opening, len(body))
	count(headline, ofHeadline)
	count(body[:lead], ofOpening)
	count(body[lead:], ofRest)
	for i, w := range out {
		if out[i].weight = math.Log1p(w.weight); name[w.stem] {
			out[i].weight *= ofName
		}
	}
	return out
}

// written is a word as it stands in the text.
type written struct {
	lower          string
	capital, first bool // first after a mark that may end a sentence
}

func cut(s string) []written {
	var out []written
	for _, piece := range strings.FieldsFunc(s, ends) {
		for i, w := range match.Fields(piece) {
			r, _ := utf8.DecodeRuneInString(w)
			out = append(out, written{lower: strings.ToLower(w), capital: unicode.IsUpper(r), first: i == 0})
		}
	}
	return out
}

func ends(r rune) bool { return strings.ContainsRune(".!?:\n\"“”", r) }

// namesOf are the words that stand with a capital inside sentences, and more
// often so than without one. A headline adds those that the body does not have,
// unless it writes most of its words so.
func namesOf(headline, body []written) map[string]bool {
	balance := map[string]int{}
	plain := map[string]bool{}
	for _, w := range body {
		switch {
		case !w.capital:
			balance[w.lower]--
			plain[w.lower] = true
		case !w.first:
			balance[w.lower]++
		}
	}
	names := map[string]bool{}
	for w, n := range balance {
		names[w] = n > 0
	}
	if !inCapitals(headline) {
		for _, w := range headline {
			if w.capital && !w.first && !plain[w.lower] {
				names[w.lower] = true
			}
		}
	}
	return names
}

// inCapitals: seven of ten longer words.
func inCapitals(headline []written) bool {
	long, capital := 0, 0
	for _, w := range headline {
		if len(w.lower) > 3 {
			long++
			if w.capital {
				capital++
			}
		}
	}
	return 10*capital >= 7*long
}
