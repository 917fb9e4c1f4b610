package commitment

import (
	"strings"
	"sync"

	"readout/internal/lang"
	"readout/internal/ledger/match"
)

// lexicon is the words of outcome.txt: the rules of joining are English.
type lexicon struct {
	of   map[string]map[string]bool // kind → words; a phrase has spaces
	act  map[string]string          // stem of an act → that of the first that promises the same
	past map[string]string          // irregular form → verb
}

var english = sync.OnceValue(func() *lexicon {
	x := &lexicon{of: map[string]map[string]bool{}, act: map[string]string{}, past: map[string]string{}}
	l, err := lang.For("en")
	if err != nil {
		return x
	}
	for _, line := range l.Lines("outcome") {
		kind, list, _ := strings.Cut(line, " ")
		x.add(kind, strings.Fields(list))
	}
	return x
})

func (x *lexicon) add(kind string, words []string) {
	if x.of[kind] == nil {
		x.of[kind] = map[string]bool{}
	}
	for _, w := range words {
		x.of[kind][strings.ReplaceAll(w, "_", " ")] = true
		switch form, verb, _ := strings.Cut(w, "="); kind {
		case "opposite":
			x.of[kind][x.word(form)+"="+x.word(verb)] = true
		case "past":
			x.past[form] = verb
		case "act":
			if stem := match.Stem(w); x.act[stem] == "" {
				x.act[stem] = match.Stem(words[0])
			}
		}
	}
}

func (x *lexicon) has(kind, word string) bool { return x.of[kind][word] }

// wording is what a commitment is known by: the act and the other stems.
type wording struct {
	Head   string   // the act, "" where there is none
	Rest   []string // a set; no days, no numbers
	Counts []string // numbers
	Not    bool     // a promise of what will not be done
}

// word brings a folded word to what it is compared by.
func (x *lexicon) word(w string) string {
	if strings.HasPrefix(w, "@") {
		return w
	}
	if verb := x.past[w]; verb != "" {
		w = verb
	}
	stem := match.Stem(w)
	if first := x.act[stem]; first != "" {
		return first
	}
	return stem
}

// words reads what somebody is bound to; ended is whether it has a duration or
// an end. The act is the first word, or the first behind "will" and the like.
func (x *lexicon) words(folded []string, ended bool) wording {
	var w wording
	from := 0
	for i, word := range folded {
		if x.has("modal", word) {
			from = i + 1
			break
		}
	}
	for i, word := range folded {
		switch {
		case x.has("not", word) || strings.HasSuffix(word, "n't") || x.has("refrain", word) || ended && x.has("hold", word):
			w.Not = true
		}
		switch {
		case match.IsNumber(word):
			w.Counts = append(w.Counts, strings.TrimRight(word, "abcdefghijklmnopqrstuvwxyz"))
		case match.Stop(word) || x.has("time", word) || x.has("not", word):
		case w.Head == "" && i >= from && !x.has("aux", word):
			w.Head = x.word(word)
		default:
			w.Rest = append(w.Rest, x.word(word))
		}
	}
	w.Rest, w.Counts = match.Set(w.Rest), match.Set(w.Counts)
	return w
}

// all is the act and the rest.
func (w wording) all() []string {
	if w.Head == "" {
		return w.Rest
	}
	return match.Set(append([]string{w.Head}, w.Rest...))
}

// kin reports whether two stems are one word or one is made of the other:
// "memo" and "memorandum", "inspect" and "inspector".
func kin(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= shortStem && a[0] != '@' && strings.HasPrefix(b, a)
}

const shortStem = 4

// shared counts the words of a that b has as well, or akin.
func shared(a, b []string) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			if kin(x, y) {
				n++
				break
			}
		}
	}
	return n
}
