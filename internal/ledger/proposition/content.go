package proposition

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

// content is what of a statement's words counts when two are compared.
type content struct {
	text    string
	words   []string // in order, lower case, a party's name as "@id"
	stems   []string // set, without stop words and negations
	names   []string // parties in order of first mention
	parties []string // set of names
	numbers []string // set
	turns   []string // set of turning stems
	frames  []string // set of framing stems in the place of the main verb
	thing   []string // set of stems of the proposal that the content names, if it does no more
	negated int      // how many negations
	deep    bool     // a negation stands in a subordinate clause, or later than one
	future  bool
}

// verbPlace is how many words into a clause its main verb can stand, turnPlace
// how many into it a word still turns it round and not what hangs on it.
const verbPlace, turnPlace = 6, 12

func stems(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[match.Stem(w)] = true
	}
	return m
}

func (f *File) content(text string) content { return contentOf(text, f.names.Fold(text)) }

// contentOf takes a text that is cut into words and folded.
func contentOf(text string, words []string) content {
	c := content{text: text, words: words}
	var bag, numbers, turns, framing []string
	seen, sub := map[string]bool{}, false
	for i, w := range c.words {
		if n, ok := numberWords[w]; ok {
			w = n
		}
		stem := match.Stem(w)
		switch {
		case strings.HasPrefix(w, "@"):
			stem = w
			if !seen[w] {
				c.names = append(c.names, w)
			}
			seen[w] = true
		case match.IsNumber(w):
			numbers = append(numbers, w)
		case negations[w]:
			c.negated++
			c.deep = c.deep || sub
			continue
		case subordinators[w]:
			sub = true
		case futureWords[w]:
			c.future = true
		case turning[stem] && i < turnPlace:
			turns = append(turns, root(stem))
		case frames[stem] && i < verbPlace:
			framing = append(framing, root(stem))
		}
		if !match.Stop(w) && (len(stem) > 1 || match.IsNumber(w)) {
			bag = append(bag, root(stem))
		}
	}
	c.stems, c.numbers, c.turns, c.frames = match.Set(bag), match.Set(numbers), match.Set(turns), match.Set(framing)
	c.parties = match.Set(c.names)
	c.thing = thing(c.words)
	return c
}

// rooted is how many letters of a stem count: an inspector makes an inspection.
const rooted = 6

// root cuts a stem to the letters that words of one family share; names and
// numbers stay.
func root(stem string) string {
	letters := []rune(stem)
	if len(letters) <= rooted || stem[0] == '@' || match.IsNumber(stem) {
		return stem
	}
	return string(letters[:rooted])
}

// thing is the set of stems of a noun phrase at the head of a content that
// names a proposal by whose or what kind it is ("the Ostran 30-day toll plan");
// nil where there are less than three.
func thing(words []string) []string {
	end := slices.IndexFunc(words, func(w string) bool { return phraseEnds[w] })
	if end < 0 {
		end = len(words)
	}
	if end == 0 || !proposalNouns[words[end-1]] {
		return nil
	}
	if stems := match.Stems(words[:end]); len(stems) >= 3 {
		return stems
	}
	return nil
}

// contentText is the content of a statement in one line, outer marks and a
// leading "that" dropped.
func contentText(st *readout.Statement) string {
	var parts []string
	for _, c := range st.Content {
		parts = append(parts, strings.TrimSpace(c.Text))
	}
	return strings.TrimPrefix(strings.Join(parts, " "), "that ")
}
