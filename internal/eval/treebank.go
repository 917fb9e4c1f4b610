package eval

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// treebank is one document of a Universal Dependencies treebank, in CoNLL-U.
// Its text is that of its sentences with one space between them, nothing where
// the last word has SpaceAfter=No, and an empty line before a new paragraph.
// Lines of multiword tokens (1-2) and empty nodes (8.1) are left out.
type treebank struct {
	name      string
	text      string
	words     []treeWord
	sentences [][2]int // numbers of words, end exclusive
}

// treeWord is a word with its gold syntax. Head is the number of a word of the
// document, none for a root; start and end are bytes of the text.
type treeWord struct {
	form, upos, relation string
	head, start, end     int
	misc                 []string
}

// bounds is the words as ranges of bytes.
func (d *treebank) bounds() [][2]int {
	list := make([][2]int, len(d.words))
	for i, w := range d.words {
		list[i] = [2]int{w.start, w.end}
	}
	return list
}

func (d *treebank) forms() []string {
	list := make([]string, len(d.words))
	for i, w := range d.words {
		list[i] = w.form
	}
	return list
}

// readTreebank reads the documents of a file. One that does not say where its
// documents begin is one, named after the file.
func readTreebank(file string) ([]*treebank, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := &treebankReader{name: strings.TrimSuffix(filepath.Base(file), ".conllu")}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if err := r.line(lines.Text()); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", file, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if err := r.endSentence(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(r.documents) == 0 {
		return nil, fmt.Errorf("%s: no sentence", file)
	}
	return r.documents, nil
}

// treebankReader is what has been read of a file, and the sentence that is
// being read.
type treebankReader struct {
	name      string // of a document that does not give one
	documents []*treebank
	begins    string // the name of the document that the sentence begins
	paragraph bool   // the sentence begins a paragraph
	text      string
	rows      [][]string
	glued     bool // the last word of the sentence before has no space after it
}

func (r *treebankReader) line(line string) error {
	name, value, _ := strings.Cut(strings.TrimPrefix(line, "# "), " = ")
	switch {
	case strings.TrimSpace(line) == "":
		return r.endSentence()
	case line == "# newdoc" || name == "newdoc id":
		r.begins = value
		if value == "" || value == line {
			r.begins = r.name
		}
	case line == "# newpar" || name == "newpar id":
		r.paragraph = true
	case name == "text":
		r.text = value
	case strings.HasPrefix(line, "#"):
	default:
		return r.row(strings.Split(line, "\t"))
	}
	return nil
}

func (r *treebankReader) row(fields []string) error {
	if len(fields) != 10 {
		return fmt.Errorf("%d columns where CoNLL-U has 10", len(fields))
	}
	if !strings.ContainsAny(fields[0], "-.") {
		r.rows = append(r.rows, fields)
	}
	return nil
}

// endSentence adds the sentence to its document.
func (r *treebankReader) endSentence() error {
	if len(r.rows) == 0 {
		return nil
	}
	if r.begins == "" && len(r.documents) == 0 {
		r.begins = r.name
	}
	if r.begins != "" {
		r.documents = append(r.documents, &treebank{name: r.begins})
		r.glued = false
	}
	d := r.documents[len(r.documents)-1]
	switch {
	case len(d.words) == 0 || r.glued && !r.paragraph:
	case r.paragraph:
		d.text += "\n\n"
	default:
		d.text += " "
	}
	last := r.rows[len(r.rows)-1]
	err := d.add(strings.TrimSpace(r.text), r.rows)
	r.begins, r.paragraph, r.text, r.rows = "", false, "", nil
	r.glued = strings.Contains(last[9], "SpaceAfter=No")
	return err
}

// add puts a sentence at the end of the document.
func (d *treebank) add(text string, rows [][]string) error {
	first, at := len(d.words), 0
	for n, row := range rows {
		skip := strings.Index(text[at:], row[1])
		if skip < 0 || strings.TrimSpace(text[at:at+skip]) != "" {
			return fmt.Errorf("word %s %q does not follow in the text %q", row[0], row[1], text)
		}
		at += skip
		head, err := strconv.Atoi(row[6])
		if err != nil || head < 0 || head > len(rows) || row[0] != strconv.Itoa(n+1) {
			return fmt.Errorf("word %s %q has no place in its tree: head %q", row[0], row[1], row[6])
		}
		w := treeWord{form: row[1], upos: row[3], relation: universal(row[7]), head: none, misc: strings.Split(row[9], "|")}
		if head > 0 {
			w.head = first + head - 1
		}
		w.start = len(d.text) + at
		at += len(row[1])
		w.end = len(d.text) + at
		d.words = append(d.words, w)
	}
	d.text += text
	d.sentences = append(d.sentences, [2]int{first, len(d.words)})
	return nil
}

// universal is a relation without what a language adds to it: nsubj of
// nsubj:pass.
func universal(relation string) string {
	relation, _, _ = strings.Cut(relation, ":")
	return relation
}
