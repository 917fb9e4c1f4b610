package eval

import (
	"strings"

	"readout"
)

// Tagger lays layers over an analysis that has blocks, sentences and tokens, and
// chooses among candidates (half-open ranges of tokens) for what a token stands
// for; it gives -1 for none.
type Tagger interface {
	Tag(a *readout.Analysis)
	Choose(a *readout.Analysis, token int, candidates [][2]int) int
}

// Tagged says what a tagger finds in the terms of Namer, Parser, Resolver and
// Chooser: the words that are given are its tokens.
type Tagged struct{ Tagger Tagger }

var (
	_ Namer    = Tagged{}
	_ Parser   = Tagged{}
	_ Resolver = Tagged{}
	_ Chooser  = Tagged{}
)

// Names has the words joined by spaces.
func (t Tagged) Names(words []string, sentences [][2]int) []Name {
	var at [][2]int
	end := 0
	for _, w := range words {
		at = append(at, [2]int{end, end + len(w)})
		end += len(w) + 1
	}
	a := t.tag(strings.Join(words, " "), at, sentences)
	var out []Name
	for _, n := range a.Names {
		first := tokenAt(a, n.Start)
		last := first
		for last+1 < len(a.Tokens) && a.Tokens[last+1].End <= n.End {
			last++
		}
		out = append(out, Name{First: first, Last: last, Class: NameClass(n.Class)})
	}
	return out
}

// Parse leaves a word that was not parsed without a part of speech.
func (t Tagged) Parse(text string, words, sentences [][2]int) []Arc {
	var out []Arc
	for _, k := range t.tag(text, words, sentences).Tokens {
		if k.UPOS == "" {
			k.Head = unparsed
		}
		out = append(out, Arc{UPOS: k.UPOS, Head: k.Head, Relation: k.Relation})
	}
	return out
}

// Antecedents are the most probable earlier words, also where none is likelier.
func (t Tagged) Antecedents(text string, words, sentences [][2]int, pronouns []int) []int {
	best := map[int]int{}
	for _, l := range t.tag(text, words, sentences).Anaphors {
		if len(l.To) > 0 {
			best[l.Token] = l.To[0].Token
		}
	}
	out := make([]int, len(pronouns))
	for i, p := range pronouns {
		out[i] = -1
		if b, ok := best[p]; ok {
			out[i] = b
		}
	}
	return out
}

// Choose has the words of the text as tokens, all in one sentence.
func (t Tagged) Choose(text string, pronoun [2]int, names [2][2]int) Choice {
	runes := []rune(text)
	bytes := make([]int, len(runes)+1)
	for i, r := range runes {
		bytes[i+1] = bytes[i] + len(string(r))
	}
	var words [][2]int
	for _, p := range tokenize(runes, place{"", 0, len(runes)}) {
		words = append(words, [2]int{bytes[p.start], bytes[p.end]})
	}
	a := analysisOf(text, words, [][2]int{{0, len(words)}})
	touching := func(r [2]int) [2]int {
		first := len(words)
		last := 0
		for i, w := range words {
			if w[1] > r[0] && w[0] < r[1] {
				first, last = min(first, i), i+1
			}
		}
		return [2]int{first, last}
	}
	return First + Choice(t.Tagger.Choose(a, touching(pronoun)[0], [][2]int{touching(names[0]), touching(names[1])}))
}

func (t Tagged) tag(text string, words, sentences [][2]int) *readout.Analysis {
	a := analysisOf(text, words, sentences)
	t.Tagger.Tag(a)
	return a
}

// analysisOf has the words as tokens.
func analysisOf(text string, words, sentences [][2]int) *readout.Analysis {
	a := &readout.Analysis{Doc: &readout.Document{Text: text}}
	for n, s := range sentences {
		for _, w := range words[s[0]:s[1]] {
			t := readout.Token{Range: readout.Range{Start: w[0], End: w[1]}, Kind: readout.Word, Sentence: n}
			if !strings.ContainsFunc(text[w[0]:w[1]], isWord) {
				t.Kind = readout.Punct
			}
			a.Tokens = append(a.Tokens, t)
		}
		if s[0] < s[1] {
			r := readout.Range{Start: words[s[0]][0], End: words[s[1]-1][1]}
			a.Sentences = append(a.Sentences, readout.Sentence{Range: r, First: s[0], Last: s[1]})
		}
	}
	return a
}

func tokenAt(a *readout.Analysis, start int) int {
	for i, t := range a.Tokens {
		if t.Start >= start {
			return i
		}
	}
	return len(a.Tokens) - 1
}

// ByAnalysis makes an Attributor of an analysis that has the encoder's layers: its
// attributions are in the convention of PolNeAR already.
func ByAnalysis(analyze func(*readout.Document) (*readout.Analysis, error)) Attributor {
	return func(d *readout.Document) ([]Attribution, error) {
		a, err := analyze(d)
		if err != nil {
			return nil, err
		}
		var out []Attribution
		for _, x := range a.Attributions {
			out = append(out, Attribution{Source: x.Source, Cue: x.Cue, Content: x.Content, Probability: x.Probability})
		}
		return out, nil
	}
}
