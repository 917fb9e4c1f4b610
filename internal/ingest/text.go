package ingest

import (
	"path"
	"slices"
	"strings"

	"readout"
)

// isText takes everything: whether it is text is decided by decoding it.
func isText(string, []byte) bool { return true }

// decodeText keeps the file as it is: the text is the bytes decoded as UTF-8,
// a byte order mark dropped and nothing else changed. A file in UTF-16 is
// decoded if it begins with a byte order mark; offsets then fit the decoded
// text, not the file.
func decodeText(doc *readout.Document, data []byte) error {
	text, err := plain(data)
	if err != nil {
		return err
	}
	doc.Text = text
	if day, ok := datePrefix(text); ok {
		return setPublished(doc, day, basisPrefix)
	}
	return declare(doc, headers(text, false), basisPrefix)
}

// hasExt reports whether the file name ends in one of these, in any case.
func hasExt(name string, exts ...string) bool {
	return slices.Contains(exts, strings.ToLower(path.Ext(name)))
}
