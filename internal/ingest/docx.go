package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"readout"
)

const adviceDOCX = "open it in a word processor and save it as .docx or as plain text, without a password"

// A Word document is a zip archive of XML files (ECMA-376), which may be small
// and hold gigabytes. What is unpacked is bounded, and so is what is done with
// it; a hundred pages of text have about 3 MB of XML.
const (
	maxParts  = 4096     // files in the archive
	maxXML    = 16 << 20 // bytes of one of them, unpacked
	maxLevels = 256      // elements inside each other
)

func isDOCX(name string, data []byte) bool {
	return hasExt(name, ".docx", ".docm") ||
		!hasExt(name, extensions...) && bytes.HasPrefix(data, []byte("PK\x03\x04")) && bytes.Contains(data, []byte("word/document.xml"))
}

// decodeDOCX gives the paragraphs of the document, those of tables and text
// boxes too, with an empty line between them. What a person sees is taken:
// deletions and moved-away text of tracked changes are not there. Headers,
// footers, notes and comments are left out, and so is what the file says of its
// author and dates, which are those of its template as often as not; header
// lines ("Outlet: ...") are read as in a text.
func decodeDOCX(doc *readout.Document, data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fault(adviceDOCX, "not a Word document: %v", err)
	}
	if len(z.File) > maxParts {
		return fault(adviceDOCX, "the document has %d parts, more than %d", len(z.File), maxParts)
	}
	all, err := wordParagraphs(z, mainPart(z))
	if err != nil {
		return fault(adviceDOCX, "the document cannot be read: %v", err)
	}
	doc.Text = strings.Join(all, "\n\n")
	if err := errors.Join(checkText(doc.Text), checkFilled(doc.Text)); err != nil {
		return err
	}
	return declare(doc, headers(doc.Text, true), basisPrefix)
}

// mainPart is the path of the document inside the package, which the package
// says itself (ECMA-376 part 2, 6.5.3); nearly always it is this one.
func mainPart(z *zip.Reader) string {
	main := "word/document.xml"
	var relations struct {
		All []struct {
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
		} `xml:"Relationship"`
	}
	r, err := part(z, "_rels/.rels")
	if err != nil {
		return main
	}
	defer r.Close()
	if xml.NewDecoder(io.LimitReader(r, maxXML)).Decode(&relations) != nil {
		return main
	}
	for _, one := range relations.All {
		if strings.HasSuffix(one.Type, "/officeDocument") {
			return strings.TrimPrefix(path.Clean(one.Target), "/")
		}
	}
	return main
}

func part(z *zip.Reader, name string) (io.ReadCloser, error) {
	for _, f := range z.File {
		if f.Name == name {
			return f.Open()
		}
	}
	return nil, errors.New("it has no part " + name)
}

func wordParagraphs(z *zip.Reader, name string) ([]string, error) {
	r, err := part(z, name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	limited := &io.LimitedReader{R: r, N: maxXML}
	w := wordText{dec: xml.NewDecoder(limited)}
	err = w.read()
	if limited.N <= 0 {
		err = errors.New("it is too large when it is unpacked")
	}
	return w.done, err
}

// wordText walks over the elements of WordprocessingML (ECMA-376 part 1, 17.3).
type wordText struct {
	dec  *xml.Decoder
	done []string
	open strings.Builder
	size int
	text bool // inside a text element
}

var errMuch = errors.New("it has more text than a report")

func (w *wordText) read() error {
	for level := 0; ; {
		token, err := w.dec.Token()
		switch {
		case err == io.EOF:
			w.flush()
			return nil
		case err != nil:
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if level++; level > maxLevels {
				return errors.New("its elements are nested too deep")
			}
			if unshown(t.Name) {
				level--
				if err := w.dec.Skip(); err != nil {
					return err
				}
				continue
			}
			w.begin(t.Name)
		case xml.EndElement:
			level--
			w.end(t.Name)
		case xml.CharData:
			if w.text {
				w.open.Write(t)
				w.size += len(t)
			}
		}
		if w.size > maxWords {
			return errMuch
		}
	}
}

// isWord reports whether a name is of WordprocessingML, transitional or strict.
func isWord(n xml.Name) bool { return strings.Contains(n.Space, "wordprocessingml") }

// unshown are elements that nobody sees, or sees twice: a text box stands in the
// file once for new programs and once for old ones.
func unshown(n xml.Name) bool {
	switch n.Local {
	case "del", "moveFrom":
		return isWord(n)
	case "Fallback":
		return strings.Contains(n.Space, "markup-compatibility")
	}
	return false
}

func (w *wordText) begin(n xml.Name) {
	if !isWord(n) {
		return
	}
	switch n.Local {
	case "p":
		w.flush() // a paragraph inside one is of a text box
	case "t":
		w.text = true
	case "tab":
		w.open.WriteByte('\t')
	case "br", "cr":
		w.open.WriteByte('\n')
	case "noBreakHyphen":
		w.open.WriteByte('-')
	}
}

func (w *wordText) end(n xml.Name) {
	switch {
	case isWord(n) && n.Local == "t":
		w.text = false
	case isWord(n) && n.Local == "p":
		w.flush()
	}
}

// flush ends the open paragraph. No line of it is empty, so that empty lines
// are between paragraphs only.
func (w *wordText) flush() {
	var lines []string
	for l := range strings.SplitSeq(w.open.String(), "\n") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	if len(lines) > 0 {
		w.done = append(w.done, strings.Join(lines, "\n"))
	}
	w.open.Reset()
}
