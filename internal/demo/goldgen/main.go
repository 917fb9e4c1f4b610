// Goldgen makes record.jsonl, the gold of the demonstration story, from the
// files that people write: gold/NN.txt, what is in report NN, and
// gold/story.txt, what the reports say together, both in the notation of
// package gold. The output is the export format; a field with several right
// readings is {"any": [a, b]}, an object that is no miss has "optional": true.
//
// What a line does not say follows a rule. A statement was said on or before
// the day of publication (said=), stands in the chain outlet > speaker, goes
// from its source to the end of its content (span=), is of the class of its
// speaker's kind, and is inherited where no source or only a pronoun stands
// with it, else sure (grade=).
//
// Run it in internal/demo, by go generate.
package main

import (
	"bytes"
	"fmt"
	"os"
)

func main() {
	if err := run("gold", "record.jsonl"); err != nil {
		fmt.Fprintln(os.Stderr, "goldgen: error:", err)
		os.Exit(1)
	}
}

// run makes the record at path from the gold files in dir.
func run(dir, path string) error {
	b, err := build(os.DirFS(dir))
	if err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o644)
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
