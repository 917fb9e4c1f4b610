// Goldgen makes record.jsonl, the gold of a story, from the files that people
// write. The folder of a story has
//
//	story/manifest   the reports in order, as package story reads them, beside them
//	gold/NN.txt      what is in the NN-th report, in the notation of package gold
//	gold/story.txt   what the reports say together, in the same notation
//	record.jsonl     what this program makes
//
// The output is the export format; a field with several right readings is
// {"any": [a, b]}, an object that is no miss has "optional": true.
//
// What a line does not say follows a rule. A statement was said on or before
// the day of publication (said=), stands in the chain outlet > speaker, goes
// from its source to the end of its content (span=), is of the class of its
// speaker's kind, and is inherited where no source or only a pronoun stands
// with it, else sure (grade=).
//
//	go run ./internal/gold/goldgen DIR...
//
// Gold that is incomplete or refers to nothing makes no record: all that is
// wrong is printed with file and line, and the exit code is 1.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// recordName is the file that is made, in the folder of the story.
const recordName = "record.jsonl"

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "goldgen: error: no folder given: go run ./internal/gold/goldgen DIR...")
		os.Exit(2)
	}
	failed := false
	for _, dir := range os.Args[1:] {
		if err := run(dir); err != nil {
			failed = true
			for _, fault := range strings.Split(err.Error(), "\n") {
				fmt.Fprintf(os.Stderr, "goldgen: error: %s: %s\n", dir, fault)
			}
		}
	}
	if failed {
		os.Exit(1)
	}
}

// run makes the record of the story in dir.
func run(dir string) error {
	b, err := build(os.DirFS(dir))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, recordName), b, 0o644)
}

// lines writes one JSON object a line.
func lines(objects []object) ([]byte, error) {
	var b bytes.Buffer
	for _, o := range objects {
		line, err := marshal(o)
		if err != nil {
			return nil, err
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.Bytes(), nil
}
