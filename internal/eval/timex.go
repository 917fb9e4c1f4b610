package eval

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"readout"
)

// TimexCorpus is what a reader says of the documents of a TimeML corpus, beside
// its gold. It gives the figures (Report) and what was read (Dump).
type TimexCorpus struct {
	notes     []string
	documents []timedDocument
}

// Timer finds the time expressions of a document, with their TIMEX3. What goes
// wrong is an error of this document.
type Timer func(*readout.Document) ([]readout.Timex, error)

// timex is one expression: code points of the text, type and value of TIMEX3.
type timex struct {
	stretch
	kind, value string
}

// timedDocument is a document with its gold and what a reader says of it.
type timedDocument struct {
	timeML
	pred []timex
}

// Timex has the TimeML documents (*.tml) under some folders read, in order of their
// paths. A document is the plain text inside <TEXT>, published on the day of
// its <DCT>.
//
// A document that read fails on has no prediction and is a note of the report;
// a corpus that cannot be read, or without a document, is an error.
func Timex(read Timer, dirs ...string) (*TimexCorpus, error) {
	var files []string
	for _, dir := range dirs {
		more, err := timeMLFiles(dir)
		if err != nil {
			return nil, fmt.Errorf("timex: %w", err)
		}
		files = append(files, more...)
	}
	c := &TimexCorpus{}
	for _, file := range files {
		d := timedDocument{}
		var err error
		if d.timeML, err = readTimeML(file); err != nil {
			return nil, fmt.Errorf("timex: %s: %w", file, err)
		}
		if d.pred, err = d.predicted(read); err != nil {
			c.notes = append(c.notes, fmt.Sprintf("document %s: %v", d.name, err))
		}
		c.documents = append(c.documents, d)
	}
	return c, nil
}

func timeMLFiles(dir string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && strings.HasSuffix(path, ".tml") {
			files = append(files, path)
		}
		return err
	})
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("%s: no TimeML document (*.tml): %w", dir, fs.ErrNotExist)
	}
	slices.Sort(files)
	return files, err
}

// document is the document as a reader gets it.
func (d timeML) document() *readout.Document {
	hash := readout.HashOf([]byte(d.text))
	return &readout.Document{
		ID: readout.DocumentID(hash), Hash: hash, Name: d.name, Lang: "en", Text: d.text,
		Published: &readout.Date{Value: d.published, Grain: readout.GrainDay},
	}
}

func (d timeML) predicted(read Timer) ([]timex, error) {
	found, err := read(d.document())
	if err != nil {
		return nil, err
	}
	at := codePoints(d.text)
	list := make([]timex, len(found))
	for i, t := range found {
		if t.Start < 0 || t.End <= t.Start || t.End >= len(at) || at[t.Start] == inside || at[t.End] == inside {
			return nil, fmt.Errorf("expression %d: %d-%d is no stretch of the %d bytes of the text", i+1, t.Start, t.End, len(d.text))
		}
		list[i] = timex{stretch{at[t.Start], at[t.End]}, string(t.TIMEX3.Type), t.TIMEX3.Value}
	}
	return list, nil
}

// Dump writes what was read, one line a document, spans in code points:
//
//	{"doc":"NAME","timex":[{"start":4,"end":10,"type":"DATE","value":"2026-03-03"}]}
func (c *TimexCorpus) Dump(w io.Writer) error {
	for _, d := range c.documents {
		if err := dumpTimes(w, d.name, d.pred); err != nil {
			return fmt.Errorf("dump: %s: %w", d.name, err)
		}
	}
	return nil
}
