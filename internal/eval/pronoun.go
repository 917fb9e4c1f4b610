package eval

import (
	"fmt"
	"path/filepath"
	"strings"
)

// Resolver finds what pronouns of a document go back to: words are ranges of
// bytes of the text, sentences ranges of words, pronouns numbers of words. It
// returns for each pronoun the number of a word before it, any word that names
// its antecedent, or -1 where it finds none.
type Resolver interface {
	Antecedents(text string, words, sentences [][2]int, pronouns []int) []int
}

// pronounGroups are the pronouns that are judged, by what they agree with.
var pronounGroups = []struct {
	name  string
	forms set[string]
}{
	{"he_she", setOf(strings.Fields("he him his himself she her hers herself")...)},
	{"it", setOf(strings.Fields("it its itself")...)},
	{"they", setOf(strings.Fields("they them their theirs themselves")...)},
	{"i_we_you", setOf(strings.Fields("i me my mine myself we us our ours ourselves you your yours yourself yourselves")...)},
}

const thirdPerson = 3 // the first groups

// pronounGroup is the number of a word's group, none for any other word.
func pronounGroup(form string) int {
	for n, g := range pronounGroups {
		if g.forms[strings.ToLower(form)] {
			return n
		}
	}
	return none
}

// Coreference compares a resolver with the dev documents of GUM (dir/gum: see
// Syntax). Judged are the personal and possessive pronouns that have an
// earlier mention in their gold chain, that is, one that begins before them;
// pronoun.third has those of the third person, which say least by themselves. The answer
// is right where the word stands before the pronoun, in such a mention, and not
// in a smaller mention of another chain inside it.
func Coreference(dir string, r Resolver) (*Report, error) {
	documents, err := gumDev(filepath.Join(dir, "gum"))
	if err != nil {
		return nil, fmt.Errorf("gum: %w", err)
	}
	s := &pronounScorer{}
	for _, d := range documents {
		entities, err := d.entities()
		if err != nil {
			return nil, fmt.Errorf("gum: %w", err)
		}
		s.add(d, entities, r)
	}
	return s.finish(), nil
}

type pronounScorer struct {
	sheet
	groups     [4]Accuracy // as pronounGroups
	third, all Accuracy
}

// anaphor is a pronoun with the earlier mentions of its chain.
type anaphor struct {
	word    int
	chain   string
	earlier []entity
}

func (s *pronounScorer) add(d *treebank, entities []entity, r Resolver) {
	list := d.anaphors(entities)
	words := make([]int, len(list))
	for i, a := range list {
		words[i] = a.word
	}
	answers := r.Antecedents(d.text, d.bounds(), d.sentences, words)
	if len(answers) != len(words) {
		s.note("document %s: %d pronouns, but %d answers", d.name, len(words), len(answers))
		answers = filled(len(words), none)
	}
	for i, a := range list {
		group := pronounGroup(d.words[a.word].form)
		right := a.goesTo(answers[i], entities)
		judged := []*Accuracy{&s.groups[group], &s.all}
		if group < thirdPerson {
			judged = append(judged, &s.third)
		}
		for _, of := range judged {
			of.N++
			of.Right += count(right)
		}
		if !right {
			last := a.earlier[len(a.earlier)-1]
			s.miss("pronoun."+pronounGroups[group].name, d.name, d.around(a.word), "gold "+d.show(last), "got "+d.wordAt(answers[i]))
		}
	}
}

// anaphors are the judged pronouns of a document.
func (d *treebank) anaphors(entities []entity) []anaphor {
	var list []anaphor
	for i, w := range d.words {
		if pronounGroup(w.form) == none {
			continue
		}
		own, ok := d.mentionBy(i, entities)
		if !ok {
			continue // it speaks of nothing: "it rains"
		}
		a := anaphor{word: i, chain: own.chain}
		for _, e := range entities {
			if e.chain == own.chain && e.first < own.first {
				a.earlier = append(a.earlier, e)
			}
		}
		if len(a.earlier) > 0 {
			list = append(list, a)
		}
	}
	return list
}

// mentionBy is the smallest mention that a word is the head of.
func (d *treebank) mentionBy(word int, entities []entity) (found entity, ok bool) {
	for _, e := range entities {
		if e.holds(word) && d.headOf(e) == word && (!ok || e.size() < found.size()) {
			found, ok = e, true
		}
	}
	return found, ok
}

// goesTo reports whether a word names the antecedent.
func (a anaphor) goesTo(word int, entities []entity) bool {
	if word < 0 || word >= a.word {
		return false
	}
	for _, e := range a.earlier {
		if e.holds(word) && !inOther(word, e, entities) {
			return true
		}
	}
	return false
}

// inOther reports whether the word stands in a part of the mention that speaks
// of something else.
func inOther(word int, of entity, entities []entity) bool {
	for _, e := range entities {
		if e.chain != of.chain && e.holds(word) && e.inside(of) {
			return true
		}
	}
	return false
}

func (s *pronounScorer) finish() *Report {
	for n, g := range pronounGroups {
		s.put("pronoun."+g.name, s.groups[n])
	}
	s.put("pronoun.third", s.third)
	s.put("pronoun.all", s.all)
	return s.report()
}

// show is the words of a mention.
func (d *treebank) show(e entity) string {
	return d.text[d.words[e.first].start:d.words[e.last].end]
}

// around is a word with those that stand near it.
func (d *treebank) around(word int) string {
	return d.show(entity{first: max(0, word-4), last: min(len(d.words)-1, word+2)})
}
