package eval

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout"
)

// article is one text of the corpus with the file of its first annotator.
type article struct {
	name       string
	bytes      []byte
	text       []rune
	annotation string
}

// articlesIn lists the articles that have an annotation, in order of name.
func articlesIn(dir string) ([]article, error) {
	first, err := firstAnnotations(filepath.Join(dir, "attributions"))
	if err != nil {
		return nil, err
	}
	texts, err := filesIn(filepath.Join(dir, "text"), ".txt")
	if err != nil {
		return nil, err
	}
	var list []article
	for _, name := range texts {
		annotation, ok := first[strings.TrimSuffix(name, ".txt")]
		if !ok {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, "text", name))
		if err != nil {
			return nil, err
		}
		list = append(list, article{strings.TrimSuffix(name, ".txt"), b, []rune(string(b)), annotation})
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: no article with an annotation: %w", dir, fs.ErrNotExist)
	}
	return list, nil
}

// firstAnnotations is the path of each article's first file in sorted order.
func firstAnnotations(dir string) (map[string]string, error) {
	files, err := filesIn(dir, ".ann")
	if err != nil {
		return nil, err
	}
	first := map[string]string{}
	for _, name := range files {
		name := strings.TrimSuffix(name, ".ann")
		doc := name
		if i := strings.LastIndex(name, "_"); i >= 0 {
			doc = name[:i]
		}
		if first[doc] == "" {
			first[doc] = filepath.Join(dir, name+".ann")
		}
	}
	return first, nil
}

// filesIn is the names of the files of a folder with an ending, sorted.
func filesIn(dir, ending string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ending) {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, nil
}

func (a article) annotated() ([]relation, error) {
	b, err := os.ReadFile(a.annotation)
	if err != nil {
		return nil, err
	}
	return parseBrat(string(b), a.text)
}

// document is the article as a reader gets it.
func (a article) document() *readout.Document {
	hash := readout.HashOf(a.bytes)
	return &readout.Document{
		ID: readout.DocumentID(hash), Hash: hash, Name: a.name + ".txt", Lang: "en", Text: string(a.bytes),
	}
}

// predicted is what read finds in the article.
func (a article) predicted(read Attributor) ([]relation, []float64, error) {
	found, err := read(a.document())
	if err != nil {
		return nil, nil, err
	}
	return relationsOf(found, a.text, codePoints(string(a.bytes)))
}
