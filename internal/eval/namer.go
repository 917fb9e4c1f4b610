package eval

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// NameClass is what a name is the name of.
type NameClass string

const (
	PersonName       NameClass = "person"
	OrganisationName NameClass = "organisation"
	PlaceName        NameClass = "place" // states among them
	GroupName        NameClass = "group" // nationality, religious or political group
	OtherName        NameClass = "other" // work, event, product, ...
)

var nameClasses = []NameClass{PersonName, OrganisationName, PlaceName, GroupName, OtherName}

// Name is a name of words First to Last, the last included.
type Name struct {
	First, Last int
	Class       NameClass
}

// Namer finds the names among words that are given; sentences are half-open
// ranges of words.
type Namer interface {
	Names(words []string, sentences [][2]int) []Name
}

// Names compares a namer with the gold of six corpora below dir: the five of
// ner, of which nameCorpora says how their labels are read, and the news of
// GUM's dev part. A name is right where words and class are the gold's. Lines
// have a class each and all of a corpus, then ner (the five together) and
// pooled (the six).
//
// A corpus that does not mark a class says nothing of it: predictions of that
// class are left out there. Where a corpus has one label for groups and
// everything else, both classes are counted as other.
func Names(dir string, n Namer) (*Report, error) {
	s := &sheet{}
	var five, six nameTally
	for _, c := range nameCorpora {
		documents, err := c.read(filepath.Join(dir, "ner", filepath.FromSlash(c.file)))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.name, err)
		}
		t := scoreNames(s, c.name, documents, c.marks(), n)
		t.put(s, c.name)
		five.join(t)
	}
	gum, err := gumNames(filepath.Join(dir, "gum"))
	if err != nil {
		return nil, fmt.Errorf("gum: %w", err)
	}
	t := scoreNames(s, "gum-news", gum, gumClasses, n)
	t.put(s, "gum-news")
	five.put(s, "ner")
	six.join(five)
	six.join(t)
	six.put(s, "pooled")
	return s.report(), nil
}

// namedText is words with their gold names.
type namedText struct {
	name      string
	words     []string
	sentences [][2]int
	gold      []Name
}

// show is a name for a listing of errors.
func (d namedText) show(n Name) string {
	first, end := min(max(0, n.First), len(d.words)), min(max(0, n.Last+1), len(d.words))
	return string(n.Class) + " " + strings.Join(d.words[first:max(first, end)], " ")
}

// nameTally counts names by class.
type nameTally struct {
	marks   []NameClass
	byClass map[NameClass]tally
}

func (t *nameTally) count(class NameClass, right, pred, gold int) {
	if t.byClass == nil {
		t.byClass = map[NameClass]tally{}
	}
	n := t.byClass[class]
	t.byClass[class] = tally{n.right + right, n.pred + pred, n.gold + gold}
}

// join adds what another tally has counted.
func (t *nameTally) join(other nameTally) {
	for _, class := range other.marks {
		if !slices.Contains(t.marks, class) {
			t.marks = append(t.marks, class)
		}
		n := other.byClass[class]
		t.count(class, n.right, n.pred, n.gold)
	}
}

// put enters a line for each class that is marked, and one for all.
func (t *nameTally) put(s *sheet, name string) {
	var all tally
	for _, class := range nameClasses {
		if !slices.Contains(t.marks, class) {
			continue
		}
		n := t.byClass[class]
		s.put(name+"."+string(class), prf(n.right, n.pred, n.gold))
		all = tally{all.right + n.right, all.pred + n.pred, all.gold + n.gold}
	}
	s.put(name+".all", prf(all.right, all.pred, all.gold))
}

// scoreNames counts what a namer finds in the texts of a corpus that marks
// these classes.
func scoreNames(s *sheet, corpus string, texts []namedText, marks map[NameClass]NameClass, n Namer) nameTally {
	var t nameTally
	for _, class := range nameClasses {
		if marks[class] == class {
			t.marks = append(t.marks, class)
		}
	}
	for _, d := range texts {
		gold, pred := setOf(d.gold...), set[Name]{}
		for _, name := range n.Names(d.words, d.sentences) {
			if class, marked := marks[name.Class]; marked {
				pred[Name{name.First, name.Last, class}] = true
			}
		}
		for _, name := range sortedNames(gold) {
			t.count(name.Class, count(pred[name]), 0, 1)
			if !pred[name] {
				s.miss(corpus+"."+string(name.Class), "missed", d.name, d.show(name))
			}
		}
		for _, name := range sortedNames(pred) {
			t.count(name.Class, 0, 1, 0)
			if !gold[name] {
				s.miss(corpus+"."+string(name.Class), "too much", d.name, d.show(name))
			}
		}
	}
	return t
}

func sortedNames(names set[Name]) []Name {
	list := make([]Name, 0, len(names))
	for n := range names {
		list = append(list, n)
	}
	slices.SortFunc(list, func(a, b Name) int {
		if a.First != b.First {
			return a.First - b.First
		}
		if a.Last != b.Last {
			return a.Last - b.Last
		}
		return strings.Compare(string(a.Class), string(b.Class))
	})
	return list
}
