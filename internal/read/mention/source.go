package mention

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// credible is how probable an attribution of the encoder must be for its source to
// be taken for somebody.
const credible = 0.3

// sources makes mentions of the phrases that the encoder takes for sources and
// that no list knows: "the coast guard", "three people in the room". Whoever they
// are, they keep their own words as their name.
func (f *finder) sources() {
	f.mentionedAt = make([]bool, len(f.a.Tokens))
	for _, m := range f.mentions {
		f.mark(m)
	}
	for _, x := range f.a.Attributions {
		if len(x.Source) == 0 || x.Probability < credible {
			continue
		}
		first, last := f.tokens(x.Source[0])
		first = f.pastClock(max(first, f.a.Sentences[f.a.Tokens[max(first, last-1)].Sentence].First))
		for k := first + 1; k < last; k++ {
			if f.glued[k] {
				first = k
			}
		}
		if who := f.low(first); who == "who" || who == "which" {
			f.restricted(first)
			continue
		}
		if head := f.headOf(first, last); head >= 0 && !f.mentionedAt[head] {
			f.speaker(first, head, f.phraseEnd(head, last))
		}
	}
}

// tellers makes mentions of nouns that no list knows and that the parse shows to be
// somebody: the subject of a verb that reports a clause, what stands beside a
// person's name in apposition.
func (f *finder) tellers() {
	said, named := f.governing(), map[int]bool{}
	for _, m := range f.mentions {
		if m.Kind == readout.NameMention && m.Party >= 0 && f.parties[m.Party].Kind == readout.Person {
			named[f.tokenAt(m.Start)] = true
		}
	}
	for k, t := range f.a.Tokens {
		if t.UPOS != "NOUN" || t.Head < 0 || f.quotedAt[k] || f.role(k) != lang.RoleNone || f.timed(k) || f.mentionedAt[k] || !f.reads(f.a.Sentences[t.Sentence]) {
			continue
		}
		if t.Relation == "appos" && t.Head < k && named[t.Head] || t.Relation == "nsubj" && said[t.Head] {
			s := f.a.Sentences[t.Sentence]
			start := f.left(s, k)
			f.speaker(start, k, f.restrictive(s, k, f.right(s, start, k)))
		}
	}
}

// governing are the verbs that report what a clause says and that things do not go
// with: "verified that".
func (f *finder) governing() map[int]bool {
	out := map[int]bool{}
	for _, t := range f.a.Tokens {
		if t.Relation == "ccomp" && t.Head >= 0 && f.reports(t.Head) && !showing[f.l.Forms[f.low(t.Head)][0].Lemma] {
			out[t.Head] = true
		}
	}
	return out
}

// showing are verbs whose subject need not speak: "the silence suggests that".
var showing = map[string]bool{"suggest": true, "show": true, "indicate": true, "prove": true, "mean": true, "reveal": true, "imply": true, "underline": true, "underscore": true, "highlight": true}

// speaker adds a phrase with its head as a mention of its own party.
func (f *finder) speaker(first, head, last int) {
	kind := f.kindOfPhrase(head)
	party := f.party(bare(f.words(first, last)), kind)
	f.note(party, head)
	f.keep(first, head, last, party)
	f.add(first, last, readout.NounMention, party, true)
	f.mark(f.mentions[len(f.mentions)-1])
}

// restricted makes a mention of the noun in front of "who" at token k:
// "growers who say".
func (f *finder) restricted(k int) {
	h := k - 1
	if h >= 0 && f.word(h) == "," {
		h--
	}
	if h < 0 || f.a.Tokens[h].UPOS != "NOUN" || f.a.Tokens[h].Sentence != f.a.Tokens[k].Sentence || f.mentionedAt[h] {
		return
	}
	f.speaker(f.left(f.a.Sentences[f.a.Tokens[h].Sentence], h), h, h+1)
}

// pastClock goes over the hour that an entry of a live page begins with: "13.50
// Police say".
func (f *finder) pastClock(i int) int {
	if i < len(f.a.Tokens) && f.a.Tokens[i].Kind == readout.Number && len(f.word(i)) == len("13.50") && f.a.Sentences[f.a.Tokens[i].Sentence].First == i {
		return i + 1
	}
	return i
}

// headOf is the noun of a phrase that hangs on a word outside; -1 when there is
// none, or a pronoun is it.
func (f *finder) headOf(first, last int) int {
	for k := first; k < last; k++ {
		t := f.a.Tokens[k]
		if f.class(k) == readout.Pronoun {
			t.UPOS = "PRON" // the list knows better
		}
		switch t.UPOS {
		case "NOUN", "PROPN", "NUM", "ADJ", "SYM":
			if t.Head < first || t.Head >= last {
				return k
			}
		case "PRON":
			if t.Head >= first && t.Head < last {
				continue
			}
			if speaks[f.low(k)] {
				return k
			}
			return -1
		}
	}
	return -1
}

// speaks are pronouns that are somebody of their own: "some said", "many feared".
var speaks = map[string]bool{"some": true, "many": true, "others": true, "most": true, "few": true, "several": true, "one": true, "another": true, "none": true, "all": true, "somebody": true, "someone": true}

// mark notes the tokens that stand in a mention of somebody.
func (f *finder) mark(m readout.Mention) {
	for i := f.tokenAt(m.Start); m.Party >= 0 && i < len(f.a.Tokens) && f.a.Tokens[i].End <= m.End; i++ {
		f.mentionedAt[i] = true
	}
}

// phraseEnd cuts a relative clause and an insertion off the end of a phrase.
func (f *finder) phraseEnd(head, last int) int {
	if speaks[f.low(head)] {
		return last // "somebody who waited outside"
	}
	for k := head + 1; k < last; k++ {
		if w := f.low(k); w == "," || w == "who" || w == "which" || w == "—" || w == "–" || w == "(" {
			return k
		}
	}
	return last
}

func (f *finder) words(first, last int) string {
	return f.text[f.a.Tokens[first].Start:f.a.Tokens[last-1].End]
}

// kindOfPhrase is what the encoder takes a name for; a phrase without a name is
// unnamed.
func (f *finder) kindOfPhrase(head int) readout.PartyKind {
	at := f.a.Tokens[head]
	if !f.upper(head) || f.stateNamed(f.word(head)) != "" {
		return readout.Unnamed
	}
	for _, n := range f.a.Names {
		if !n.Contains(at.Range) {
			continue
		}
		switch n.Class {
		case readout.NamePerson:
			return readout.Person
		case readout.NameOrganisation:
			return readout.Institution
		case readout.NamePlace:
			return readout.State
		case readout.NameGroup:
			return readout.Group
		}
	}
	if at.UPOS == "PROPN" && !strings.HasSuffix(f.low(head), "s") {
		return readout.Institution
	}
	return readout.Unnamed
}
