package read

import (
	"readout"
	"readout/internal/read/segment"
)

// Credits lists the agencies and outlets that a document names as those whose
// text or reporting it has, as far as its segments show them.
func (r *Reader) Credits(doc *readout.Document, rec *readout.Record) []string {
	return segment.Credits(doc, rec.Segments, r.lang)
}
