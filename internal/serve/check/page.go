package check

import (
	"fmt"
	"slices"
	"strings"

	"readout/doc"
)

// Page is what doc/check.md says of a kind, in Markdown without its heading.
func Page(k Kind) string {
	if !slices.Contains(Kinds, k) {
		return ""
	}
	_, page, ok := strings.Cut(doc.Check, "\n## "+string(k)+"\n")
	if !ok {
		return ""
	}
	page, _, _ = strings.Cut(page, "\n## ")
	return strings.TrimSpace(page)
}

// Gist is the first paragraph of the page.
func Gist(k Kind) string {
	first, _, _ := strings.Cut(Page(k), "\n\n")
	return strings.Join(strings.Fields(first), " ")
}

// Words say where a place is, for a person: what follows the name of the file.
func (p Place) Words() string {
	switch {
	case p.Paragraph > 0:
		return fmt.Sprintf("paragraph %d, character %d", p.Paragraph, p.Column)
	case p.In == "file":
		return fmt.Sprintf("%d:%d", p.Line, p.Column)
	}
	return fmt.Sprintf("line %d, column %d of the text as it was read", p.Line, p.Column)
}
