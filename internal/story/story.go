// Package story reads a folder of reports on one course of events: the files
// as a user would save them, and beside them a manifest that says in which
// order they were published, and by whom and when where a file does not say it
// itself. It takes nothing in: what the reports say is for others to find.
//
// The manifest is plain text, a line a report, comments welcome:
//
//	# name | outlet | published ("-": the report itself says it)
//	01-harbour-post.txt | The Harbour Post | 2026-05-04
//	02-quay-letter.html | - | -
package story

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Manifest is the name of the list in a folder of reports.
const Manifest = "manifest"

// Report is one file of a story. Outlet and Published (an EDTF day) are what
// a user would give with --outlet and --published; empty where the file says
// it itself.
type Report struct {
	Name      string // file name
	Outlet    string
	Published string
	Line      int // of the manifest, from 1
	Data      []byte
}

// Read gives the reports of dir, a folder of files, in the order of its
// manifest. It is an error if the manifest and the folder do not hold the same
// files; the message names the manifest and, where there is one, the line.
func Read(files fs.FS, dir string) ([]Report, error) {
	file := path.Join(dir, Manifest)
	text, err := fs.ReadFile(files, file)
	if err != nil {
		return nil, err
	}
	reports, err := Parse(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for i, r := range reports {
		if reports[i].Data, err = fs.ReadFile(files, path.Join(dir, r.Name)); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", file, r.Line, err)
		}
	}
	return reports, unlisted(files, dir, reports)
}

// unlisted is an error about the first file of dir that no line names.
func unlisted(files fs.FS, dir string, reports []Report) error {
	entries, err := fs.ReadDir(files, dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		named := slices.ContainsFunc(reports, func(r Report) bool { return r.Name == e.Name() })
		if !named && e.Name() != Manifest {
			return fmt.Errorf("%s: no line for %s", path.Join(dir, Manifest), e.Name())
		}
	}
	return nil
}

// Parse reads a manifest, in order of publication. The error names the line.
func Parse(manifest string) ([]Report, error) {
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
		r := Report{Name: cells[0], Outlet: cells[1], Published: cells[2], Line: i + 1}
		if slices.ContainsFunc(out, func(o Report) bool { return o.Name == r.Name }) {
			return nil, fmt.Errorf("line %d: %s stands twice", i+1, r.Name)
		}
		out = append(out, r)
	}
	return out, nil
}
