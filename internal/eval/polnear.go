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

// Polnear compares a reader with the articles of PolNeAR (Newell et al. 2018)
// in dir: text/ARTICLE.txt and attributions/ARTICLE_ANNOTATOR.ann, of which the
// first annotator in sorted order counts. The second content of an attribution
// is folded into its content; an event without spans and a label outside any
// event (Discuss, Discard) are left out.
//
// Scoring tokens are maximal runs of letters, digits and underscores, or one
// other character that is not space. A segment is right where a run of tokens
// is the gold's. A relation pairs with at most one other, by the most total of
// Dice(content) + Dice(cue); it is exact where all three roles are equal, half
// where each has a Dice of at least 0.5, and who_what where the source is equal
// and the content has a Dice of at least 0.5. Where several pairings have the
// same total, which one is taken is left to the matching. Lines by mode give
// precision over the predictions of the mode and recall over the gold of the
// mode; the mode is what the quotation marks of the content say.
//
// PolNeAR has the outermost attributions only, so statements with a parent are
// left out of the prediction. An article that read fails on has no prediction
// and is a note of the report; a corpus that cannot be read is an error.
func Polnear(dir string, read func(*readout.Document) (*readout.Record, error)) (*Report, error) {
	articles, err := articlesIn(dir)
	if err != nil {
		return nil, fmt.Errorf("polnear: %w", err)
	}
	c := &corpusScorer{}
	for _, a := range articles {
		gold, err := a.annotated()
		if err != nil {
			return nil, fmt.Errorf("polnear: %s: %w", a.name, err)
		}
		pred, err := a.predicted(read)
		if err != nil {
			c.note("article %s: %v", a.name, err)
		}
		c.add(a, gold, pred)
	}
	return c.finish(), nil
}

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

// predicted is what read finds in the article, statements inside others left
// out.
func (a article) predicted(read func(*readout.Document) (*readout.Record, error)) ([]relation, error) {
	hash := readout.HashOf(a.bytes)
	record, err := read(&readout.Document{
		ID: readout.DocumentID(hash), Hash: hash, Name: a.name + ".txt", Lang: "en", Text: string(a.bytes),
	})
	if err != nil {
		return nil, err
	}
	var relations []relation
	for _, st := range record.Statements {
		if st.Parent != "" {
			continue
		}
		var r relation
		for role, spans := range [roles][]readout.Span{sourceRole: listOf(st.Source), cueRole: listOf(st.Cue), contentRole: st.Content} {
			for _, s := range spans {
				r[role] = append(r[role], stretch{s.Start, s.End})
			}
		}
		if err := r.clean(a.text); err != nil {
			return nil, fmt.Errorf("statement %s: %w", st.ID, err)
		}
		relations = append(relations, r)
	}
	return relations, nil
}

func listOf(s *readout.Span) []readout.Span {
	if s == nil {
		return nil
	}
	return []readout.Span{*s}
}
