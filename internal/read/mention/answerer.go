package mention

import (
	"maps"
	"strings"

	"readout"
)

// answerers makes mentions of those of whom it is said that they answer, or do
// not, and whom no list knows: "The tannery has yet to respond", "the winery had
// no comment".
func (f *finder) answerers() {
	words, classes := map[string]bool{}, f.l.Grouped("response")
	for _, class := range []string{"reply", "comment", "confirm", "admit", "hang", "pick"} {
		maps.Copy(words, classes[class])
	}
	for _, m := range f.mentions {
		f.mark(m)
	}
	for h, t := range f.a.Tokens {
		if t.UPOS != "NOUN" || t.Head < 0 || f.mentionedAt[h] {
			continue
		}
		v := t.Head
		if up := f.a.Tokens[v]; t.Relation == "nmod" && up.Relation == "nsubj" && up.Head >= 0 && nobody[f.low(v)] {
			v = up.Head // "none of the banks responded"
		} else if t.Relation != "nsubj" {
			continue
		}
		if !f.reads(f.a.Sentences[t.Sentence]) || !(words[f.low(v)] && (f.negated(v) || t.Head != v)) && !f.withoutComment(v) {
			continue
		}
		first := h
		for k := h - 1; k >= 0 && f.a.Tokens[k].Head == h && f.a.Tokens[k].Kind == readout.Word && f.low(k) != "neither" && f.low(k) != "no"; k-- {
			first = k
		}
		if first > 0 && strings.HasSuffix(f.low(first-1), "s") && f.a.Tokens[first-1].UPOS == "PART" {
			continue // "the court's press desk": the court's
		}
		f.add(first, h+1, readout.NounMention, f.party(bare(f.words(first, h+1)), f.kindOfPhrase(h)), true)
	}
}

var nobody = map[string]bool{"none": true, "one": true, "nobody": true, "neither": true}

// negated reports "not" or "yet" in front of a verb.
func (f *finder) negated(v int) bool {
	for k := v - 1; k >= 0 && k >= v-5; k-- {
		if low := f.low(k); low == "not" || low == "never" || low == "yet" || strings.HasSuffix(low, "n't") || strings.HasSuffix(low, "n’t") {
			return true
		}
	}
	return false
}

// withoutComment reports "had no comment", "made no immediate comment".
func (f *finder) withoutComment(v int) bool {
	for k := v + 2; k < len(f.a.Tokens) && k <= v+3; k++ {
		if f.low(k) == "comment" && f.low(v+1) == "no" {
			return true
		}
	}
	return false
}
