package ingest_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"readout/internal/ingest"
)

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// docx packs parts, name and content in turn.
func docx(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func wordBody(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:document ` + wordNS + `><w:body>` + body + `</w:body></w:document>`
}

func TestDOCX(t *testing.T) {
	body := `<w:p><w:r><w:t>Outlet: The Quay Times</w:t></w:r></w:p><w:p><w:r><w:t>Date: 2026-03-05</w:t></w:r></w:p><w:p/>` +
		`<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t xml:space="preserve">“We sail </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>on Monday,” said</w:t></w:r>` +
		`<w:del><w:r><w:delText>shouted</w:delText><w:t>never</w:t></w:r></w:del><w:ins><w:r><w:t> Bo Lind &amp; Co.</w:t></w:r></w:ins></w:p>` +
		`<w:p><w:r><w:instrText>HYPERLINK "x"</w:instrText><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>` +
		`<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>` +
		`<mc:Fallback><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>` +
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
	want := "Outlet: The Quay Times\n\nDate: 2026-03-05\n\n“We sail on Monday,” said Bo Lind & Co.\n\nOne\ntwo\tthree\n\nIn a box.\n\nCell"
	for name, data := range map[string][]byte{
		"a.docx": docx(t, "word/document.xml", wordBody(body)),
		"stdin":  docx(t, "[Content_Types].xml", "<Types/>", "word/document.xml", wordBody(body)),
		"b.docx": docx(t, "_rels/.rels", `<Relationships><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>`, "word/document2.xml", wordBody(body)),
	} {
		doc, err := ingest.Decode(name, data, ingest.Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		if doc.Text != want || doc.Outlet != "The Quay Times" || !doc.Published.Known() || doc.Published.Value != "2026-03-05" {
			t.Errorf("%s: text %q, outlet %q, published %+v", name, doc.Text, doc.Outlet, doc.Published)
		}
		checkDocument(t, data, doc)
	}
}

// What is made to be huge or slow, or is no Word document, is refused in a word.
func TestDOCXRefused(t *testing.T) {
	rep := strings.Repeat
	good := docx(t, "word/document.xml", wordBody("<w:p><w:r><w:t>Hello.</w:t></w:r></w:p>"))
	many := make([]string, 0, 10_000)
	for range 5000 {
		many = append(many, rep("x", len(many)%7+1), "")
	}
	for name, data := range map[string][]byte{
		"too large when":   docx(t, "word/document.xml", wordBody(rep(" ", 40<<20))),
		"more text than":   docx(t, "word/document.xml", wordBody("<w:p><w:r><w:t>"+rep("word ", 400_000)+"</w:t></w:r></w:p>")),
		"nested too deep":  docx(t, "word/document.xml", wordBody(rep("<w:p>", 400)+rep("</w:p>", 400))),
		"parts, more than": docx(t, many...),
		"no part word":     docx(t, "word/styles.xml", "<x/>"),
		"invalid character entity": docx(t, "word/document.xml",
			`<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>`+wordBody("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")),
		"unexpected EOF":      docx(t, "word/document.xml", wordBody("<w:p>")[:150]),
		"not a Word document": []byte("Only text."),
		"not a valid zip":     good[:len(good)-30],
		"the file is empty":   docx(t, "word/document.xml", wordBody("<w:p/>")),
	} {
		doc, err := ingest.Decode("a.docx", data, ingest.Options{})
		var e *ingest.Error
		if err == nil || !errors.As(err, &e) || e.Advice == "" || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v, %+v", name, err, doc)
		}
	}
}

// FuzzDOCX: no XML makes the reader panic or gives a text that is none.
func FuzzDOCX(f *testing.F) {
	f.Add(wordBody("<w:p><w:r><w:t>Hello.</w:t><w:br/></w:r><w:del><w:t>x</w:t></w:del></w:p>"))
	f.Add(wordBody("<w:p><w:p><w:t>&#x0;&#xD800;&lt;</w:t></w:p>"))
	f.Fuzz(func(t *testing.T, body string) { decodeTwice(t, "a.docx", docx(t, "word/document.xml", body)) })
}
