package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"readout"
)

// Source is the file that a document was made of, for whoever wants to point
// into it. Text is what an editor shows, "" where the file is no text (DOCX).
type Source struct {
	Text    string
	doc     *readout.Document
	format  string
	letters *letters // of a page
}

// Place is where a byte of a document's text stands. Line and Column (code
// points) count from 1; InFile says whether they are those of the file or, where
// that cannot be told, of the text as it was read. Paragraph counts, from 1, the
// paragraphs with text of a file that has no lines.
type Place struct {
	Line, Column int
	Paragraph    int
	InFile       bool
}

// Trace gives the source of a document that Decode has made of these bytes.
func Trace(doc *readout.Document, data []byte) (*Source, error) {
	s := &Source{doc: doc}
	for _, f := range Formats {
		if f.Detect(doc.Name, data) {
			s.format = f.Name
			break
		}
	}
	switch s.format {
	case "docx":
	case "html":
		text, err := htmlSource(data)
		if err != nil {
			return nil, named(doc.Name, err)
		}
		s.Text, s.letters = text, lettersOf(text)
	default:
		s.Text = doc.Text // these formats keep the file as it is
	}
	return s, nil
}

// At is the place of the byte at of the document's text.
func (s *Source) At(at int) Place {
	p := Place{InFile: s.format != "docx"}
	text := s.doc.Text
	if s.letters != nil {
		if there, ok := s.letters.find(text, at); ok {
			text, at = s.Text, there
		} else {
			p.InFile = false
		}
	}
	if s.format == "docx" {
		p.Paragraph = strings.Count(text[:at], "\n\n") + 1
	}
	p.Line = strings.Count(text[:at], "\n") + 1
	p.Column = utf8.RuneCountInString(text[strings.LastIndexByte(text[:at], '\n')+1:at]) + 1
	return p
}

// letters are the characters of a page that are not white space, in order, each
// byte with the place in the page at which it is written. White space is left
// out because reading a page folds it, across elements too.
type letters struct {
	text string
	at   []int
}

// textless are elements whose text is not the page's.
var textless = wordSet("script style title template noscript iframe textarea noframes noembed xmp")

func lettersOf(page string) *letters {
	l := new(letters)
	var text strings.Builder
	z, at, skip := html.NewTokenizer(strings.NewReader(page)), 0, false
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		raw := string(z.Raw())
		switch kind {
		case html.TextToken:
			if !skip {
				l.add(&text, raw, at)
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			skip = textless[string(name)]
		case html.EndTagToken:
			skip = false
		}
		at += len(raw)
	}
	l.text = text.String()
	return l
}

// add takes in a stretch of text that begins at a byte of the page. A character
// reference (&amp;) stands for its characters.
func (l *letters) add(text *strings.Builder, raw string, begin int) {
	for i := 0; i < len(raw); {
		_, n := utf8.DecodeRuneInString(raw[i:])
		said := raw[i : i+n]
		if end := strings.IndexByte(raw[i:min(len(raw), i+longestReference)], ';'); raw[i] == '&' && end > 0 {
			if plain := html.UnescapeString(raw[i : i+end+1]); plain != raw[i:i+end+1] {
				said, n = plain, end+1
			}
		}
		for _, r := range said {
			if !unicode.IsSpace(r) {
				written, _ := text.WriteRune(r)
				for range written {
					l.at = append(l.at, begin+i)
				}
			}
		}
		i += n
	}
}

const longestReference = 33 // &CounterClockwiseContourIntegral;

// find is the place in the page of the byte at of the text made of it: that of
// its line, whose words must stand in the page as they do in the text.
func (l *letters) find(text string, at int) (int, bool) {
	begin := strings.LastIndexByte(text[:at], '\n') + 1
	end := lineAt(text, begin).End
	found := strings.Index(l.text, squeeze(text[begin:end]))
	k := found + len(squeeze(text[begin:at]))
	if found < 0 || k >= len(l.at) {
		return 0, false
	}
	return l.at[k], true
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
