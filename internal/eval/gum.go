package eval

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// gumDev reads the documents of GUM that lists/dev.txt names.
func gumDev(dir string) ([]*treebank, error) {
	b, err := os.ReadFile(filepath.Join(dir, "lists", "dev.txt"))
	if err != nil {
		return nil, err
	}
	var all []*treebank
	for _, name := range strings.Fields(string(b)) {
		documents, err := readTreebank(filepath.Join(dir, "conllu", name+".conllu"))
		if err != nil {
			return nil, err
		}
		all = append(all, documents...)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: no document is listed for dev", dir)
	}
	return all, nil
}

// entity is a mention of GUM: words first to last of the document, the chain
// that it belongs to, the type of what it speaks of.
type entity struct {
	chain, kind string
	first, last int
}

func (e entity) size() int { return e.last - e.first + 1 }

func (e entity) holds(word int) bool { return e.first <= word && word <= e.last }

// inside reports whether e is a smaller part of the other.
func (e entity) inside(other entity) bool {
	return other.first <= e.first && e.last <= other.last && e.size() < other.size()
}

// entityMark is a bracket of the Entity layer: "(4-person-new-..." opens a
// mention of chain 4, "4)" closes it, "(4-person-new-...)" is one of one word.
var entityMark = regexp.MustCompile(`^(?:\((\w+)-(\w+)[^()]*(\)?)|(\w+)\))`)

// entities reads the mentions of a document, in the order in which they end.
func (d *treebank) entities() ([]entity, error) {
	r := entityReader{open: map[string][]entity{}}
	for i, w := range d.words {
		for _, field := range w.misc {
			marks, ok := strings.CutPrefix(field, "Entity=")
			if !ok {
				continue
			}
			if err := r.read(i, marks); err != nil {
				return nil, fmt.Errorf("%s: word %d %q: %w", d.name, i, w.form, err)
			}
		}
	}
	for chain, open := range r.open {
		if len(open) > 0 {
			return nil, fmt.Errorf("%s: entity %s does not end", d.name, chain)
		}
	}
	return r.found, nil
}

type entityReader struct {
	open  map[string][]entity // by chain, the innermost last
	found []entity
}

func (r *entityReader) read(word int, marks string) error {
	for marks != "" {
		m := entityMark.FindStringSubmatch(marks)
		if m == nil {
			return fmt.Errorf("no brackets of entities: %q", marks)
		}
		marks = marks[len(m[0]):]
		chain := m[1] + m[4]
		if m[1] != "" {
			r.open[chain] = append(r.open[chain], entity{chain, m[2], word, word})
		}
		if m[3] != "" || m[4] != "" {
			if err := r.end(chain, word); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *entityReader) end(chain string, word int) error {
	open := r.open[chain]
	if len(open) == 0 {
		return errors.New("entity " + chain + " ends before it begins")
	}
	e := open[len(open)-1]
	e.last = word
	r.open[chain] = open[:len(open)-1]
	r.found = append(r.found, e)
	return nil
}

// headOf is the first word of the mention whose own head lies outside it.
func (d *treebank) headOf(e entity) int {
	for i := e.first; i <= e.last; i++ {
		if !e.holds(d.words[i].head) {
			return i
		}
	}
	return e.last // a circle, which a tree does not have
}
