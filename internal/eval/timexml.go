package eval

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// timeML is one document of TimeML: its name, the day that it was written, the
// plain text inside <TEXT>, tags taken out and nothing else changed, and the
// expressions marked there, in order of the text.
type timeML struct {
	name, published, text string
	gold                  []timex
}

func readTimeML(file string) (timeML, error) {
	f, err := os.Open(file)
	if err != nil {
		return timeML{}, err
	}
	defer f.Close()
	return parseTimeML(strings.TrimSuffix(filepath.Base(file), ".tml"), f)
}

func parseTimeML(name string, r io.Reader) (timeML, error) {
	p := timeMLParser{timeML: timeML{name: name}}
	for d := xml.NewDecoder(r); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return timeML{}, err
		}
		p.token(token)
	}
	p.timeML.text = p.text.String()
	if p.published == "" || p.timeML.text == "" {
		return timeML{}, fmt.Errorf("no TimeML: it has no <DCT> or no <TEXT>")
	}
	slices.SortStableFunc(p.gold, func(a, b timex) int { return cmp.Compare(a.start, b.start) })
	return p.timeML, nil
}

// timeMLParser is what has been read of a document.
type timeMLParser struct {
	timeML
	text       strings.Builder
	points     int // code points of text
	dct, inner int // how deep in <DCT> and <TEXT>
	open       []timex
}

func (p *timeMLParser) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		p.nest(t.Name.Local, 1)
		if t.Name.Local == "TIMEX3" {
			p.begin(t.Attr)
		}
	case xml.EndElement:
		if t.Name.Local == "TIMEX3" {
			p.end()
		}
		p.nest(t.Name.Local, -1)
	case xml.CharData:
		if p.inner > 0 {
			p.text.Write(t)
			p.points += utf8.RuneCount(t)
		}
	}
}

func (p *timeMLParser) nest(element string, n int) {
	switch element {
	case "DCT":
		p.dct += n
	case "TEXT":
		p.inner += n
	}
}

func (p *timeMLParser) begin(attributes []xml.Attr) {
	t := timex{stretch: stretch{start: p.points}}
	for _, a := range attributes {
		switch a.Name.Local {
		case "type":
			t.kind = a.Value
		case "value":
			t.value = a.Value
		}
	}
	p.open = append(p.open, t)
}

// end closes an expression. That of the <DCT> gives the day of publication.
func (p *timeMLParser) end() {
	t := p.open[len(p.open)-1]
	p.open = p.open[:len(p.open)-1]
	switch {
	case p.inner > 0:
		t.end = p.points
		p.gold = append(p.gold, t)
	case p.dct > 0:
		p.published = t.value[:min(len(t.value), len("2006-01-02"))]
	}
}
