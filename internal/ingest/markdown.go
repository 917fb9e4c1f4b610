package ingest

import (
	"strings"

	"readout"
)

func isMarkdown(name string, _ []byte) bool { return hasExt(name, ".md", ".markdown") }

// decodeMarkdown keeps the file as it is, marks and all, so that offsets fit
// the file. Front matter is read for what it declares and stays in the text.
func decodeMarkdown(doc *readout.Document, data []byte) error {
	if err := decodeText(doc, data); err != nil {
		return err
	}
	return declare(doc, frontMatter(doc.Text), basisFront)
}

// frontMatter gives the "key: value" lines between two lines "---" at the
// very top. Of YAML it knows quoted values and lists of names; everything
// else is passed over.
func frontMatter(text string) []field {
	var out []field
	key := ""
	first := lineAt(text, 0)
	if strings.TrimRight(text[first.Start:first.End], " \t\r") != "---" {
		return nil
	}
	for at := first.End + 1; at < len(text); {
		line := lineAt(text, at)
		at = line.End + 1
		s := strings.TrimRight(text[line.Start:line.End], " \t\r")
		if s == "---" || s == "..." {
			return out
		}
		if item, ok := listItem(text, line); ok && key != "" {
			out = append(out, field{key, item})
			continue
		}
		f, ok := fieldOf(text, line)
		if !ok {
			continue
		}
		key = f.key
		out = append(out, field{f.key, unquote(text, f.value)})
	}
	return nil // never closed: a line of dashes, not front matter
}

// listItem is the value of a line "- value", which belongs to the key before.
func listItem(text string, line readout.Range) (readout.Range, bool) {
	r := trim(text, line)
	if !strings.HasPrefix(text[r.Start:r.End], "- ") {
		return readout.Range{}, false
	}
	r.Start += len("- ")
	return unquote(text, trim(text, r)), true
}

// unquote takes one pair of quotation marks off r.
func unquote(text string, r readout.Range) readout.Range {
	s := text[r.Start:r.End]
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return readout.Range{Start: r.Start + 1, End: r.End - 1}
	}
	return r
}
