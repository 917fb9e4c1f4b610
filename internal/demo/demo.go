// Package demo holds a small story to try readout on: fourteen invented
// reports, in fourteen house styles, on an invented quarrel of two invented
// states over a dam. Nothing in it is real: no country, place, person, company
// or outlet.
//
// The reports stand in story/ as a user would save them: plain text, Markdown
// and a web page. What a careful reader finds in them stands in gold/, in the
// notation of package gold, and record.jsonl is made from that in the export
// format, so that the reader can be measured on texts that anybody may see.
// The package itself offers the reports only.
package demo

import (
	"embed"

	"readout/internal/story"
)

//go:generate go run ../gold/goldgen .

//go:embed story
var files embed.FS

// Reports gives the story in order of publication.
func Reports() []story.Report {
	reports, err := story.Read(files, "story")
	if err != nil {
		panic("demo: embedded files: " + err.Error())
	}
	return reports
}
