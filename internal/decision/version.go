package decision

import (
	"cmp"
	"strings"

	"readout"
	"readout/internal/store"
)

// kept is the least share of the shorter text, by bytes, that two reports with
// one title have in common in whole lines: an outlet's daily column has its
// title every day.
const kept = 0.3

// Later reports whether a report is a later version of another: at the same
// address, or of the same outlet and with the same title and lines that both
// have. It was published later or, if that is not known to differ, came later.
func Later(r, than store.Report) bool {
	if cmp.Or(cmp.Compare(published(r.Doc), published(than.Doc)), cmp.Compare(r.Seq, than.Seq)) <= 0 {
		return false
	}
	if address := Address(r.Doc); address != "" && address == Address(than.Doc) {
		return true
	}
	title := Title(r)
	return title != "" && title == Title(than) && r.Doc.Outlet != "" && r.Doc.Outlet == than.Doc.Outlet &&
		common(r.Doc.Text, than.Doc.Text) >= kept
}

func published(doc *readout.Document) string {
	if doc.Published == nil {
		return ""
	}
	return doc.Published.Value
}

// Address is the page's address without what does not name it.
func Address(doc *readout.Document) string {
	address, _, _ := strings.Cut(doc.URL, "#")
	return strings.TrimSuffix(address, "/")
}

// Title is that of the document or, without one, its headline.
func Title(r store.Report) string {
	if r.Doc.Title != "" {
		return r.Doc.Title
	}
	for _, s := range r.Rec.Segments {
		if s.Class == readout.Headline {
			return s.Span.Text
		}
	}
	return ""
}

// common is the share of the shorter text's lines that stand in the longer one.
func common(a, b string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	there := map[string]bool{}
	for line := range strings.Lines(b) {
		there[strings.TrimSpace(line)] = true
	}
	all, shared := 0, 0
	for line := range strings.Lines(a) {
		line = strings.TrimSpace(line)
		if all += len(line); there[line] {
			shared += len(line)
		}
	}
	return float64(shared) / float64(max(all, 1))
}
