// Package ingest turns a file into a readout.Document: it decodes the bytes,
// finds the text, and notes what the file itself declares of its outlet,
// title, byline, language and day of publication.
//
// The text is set here, once. A plain-text or Markdown file is its own text,
// byte for byte, so that offsets fit the file; a web page is reduced to its
// main text, one paragraph a block, with an empty line between blocks. What
// is not declared stays unknown: no language is detected, no clock is read,
// and a date that is only a guess is left out. Dates are EDTF (ISO 8601-2).
//
// Of a page (WHATWG HTML) goes first what its own names call furniture; what
// then holds the prose is the report. What it declares is read from meta
// elements, JSON-LD with schema.org's names, and microdata. Of a Word document
// (ECMA-376) the paragraphs are kept. Whoever wants to point into the file
// itself asks for its Source.
//
// A format is one file and one line in Formats. Left out: feeds, mail,
// archives, PDF, the network. What comes in is hostile until proven dull, so
// sizes are bounded before anything is taken apart.
package ingest

import (
	"errors"
	"strings"

	"readout"
)

// DefaultLang is the language a caller should read a document in that
// declares none. Decode itself leaves Lang empty then: unknown is not English.
const DefaultLang = "en"

// MaxSize is the largest file that is taken in, in bytes. A long report has
// 100 kB and a page saved with its pictures inside a few MB; 16 MiB is beyond
// both and still small enough that one file never fills the memory.
const MaxSize = 16 << 20

// Options is what the caller knows of a document. It wins over what the file
// says of itself.
type Options struct {
	Published string // EDTF day or month: "2026-03-05", "2026-03"
	Outlet    string
	Lang      string // BCP 47
	URL       string
}

// Check reports an error, with a hint, if an option is not well formed.
func (o Options) Check() error {
	_, err := o.published()
	return err
}

// Format is one kind of file.
type Format struct {
	Name string
	// Detect reports whether a file with this name and these bytes is one.
	Detect func(name string, data []byte) bool
	// Decode sets doc.Text from data, and the fields that the file declares.
	// ID, Name, Hash and a URL given by the caller are there already.
	Decode func(doc *readout.Document, data []byte) error
}

// Formats are tried in order. Text takes what the others leave, so that a
// file of any name is read if it holds text.
var Formats = []Format{
	{"docx", isDOCX, decodeDOCX},
	{"html", isHTML, decodeHTML},
	{"markdown", isMarkdown, decodeMarkdown},
	{"text", isText, decodeText},
}

// Decode makes a document of one file. Name is a file name or URL; ID and
// Hash come from the bytes as they are. The error is an *Error.
func Decode(name string, data []byte, o Options) (*readout.Document, error) {
	name = strings.ToValidUTF8(name, "\uFFFD")
	published, err := o.published()
	if err != nil {
		return nil, err
	}
	if len(data) > MaxSize {
		return nil, tooLarge(name, int64(len(data)))
	}
	hash := readout.HashOf(data)
	doc := &readout.Document{ID: readout.DocumentID(hash), Hash: hash, Name: name, URL: o.URL}
	for _, f := range Formats {
		if !f.Detect(name, data) {
			continue
		}
		if err := f.Decode(doc, data); err != nil {
			return nil, named(name, err)
		}
		o.apply(doc, published)
		return doc, nil
	}
	return nil, &Error{Name: name, Err: errors.New("no format fits"), Advice: adviceText}
}

// apply lets what the caller gave win.
func (o Options) apply(doc *readout.Document, published *readout.Date) {
	if published != nil {
		doc.Published = published
	}
	if o.Outlet != "" {
		doc.Outlet = o.Outlet
	}
	if o.Lang != "" {
		doc.Lang = o.Lang
	}
}
