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
	"fmt"
	"strings"
)

//go:generate go run ./goldgen

//go:embed story
var story embed.FS

// Report is one file of the story. Outlet and Published (an EDTF day) are what
// a user would give with --outlet and --published; empty where the file says
// it itself.
type Report struct {
	Name      string // file name
	Outlet    string
	Published string
	Data      []byte
}

// Reports gives the story in order of publication.
func Reports() []Report {
	manifest, err := story.ReadFile("story/manifest")
	if err != nil {
		panic("demo: embedded files: " + err.Error())
	}
	reports, err := parse(string(manifest))
	if err != nil {
		panic("demo: story/manifest: " + err.Error())
	}
	for i := range reports {
		if reports[i].Data, err = story.ReadFile("story/" + reports[i].Name); err != nil {
			panic("demo: embedded files: " + err.Error())
		}
	}
	return reports
}

// parse reads the manifest: a line "name | outlet | published" a report, in
// order of publication, "-" for what the report says itself.
func parse(manifest string) ([]Report, error) {
	var out []Report
	for i, line := range strings.Split(manifest, "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "|")
		if len(cells) != 3 {
			return nil, fmt.Errorf("line %d: %d cells instead of 3", i+1, len(cells))
		}
		for j := range cells {
			if cells[j] = strings.TrimSpace(cells[j]); cells[j] == "-" {
				cells[j] = ""
			}
		}
		out = append(out, Report{Name: cells[0], Outlet: cells[1], Published: cells[2]})
	}
	return out, nil
}
