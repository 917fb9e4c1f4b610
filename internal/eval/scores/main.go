// Command scores measures the reader and keeps the figures in a committed file:
// on the demo story, on the stories and the drafts under testdata always, on the
// seeds and the dev parts of the corpora where their folder is given. A change to reading
// moves the figures in the same commit; what moved is printed, and the exit code
// is 1 until the file is written anew.
//
//	go run ./internal/eval/scores [-write] [DIR]
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"readout"
	"readout/internal/eval"
	"readout/internal/ingest"
	"readout/internal/ledger"
	"readout/internal/read"
	"readout/internal/serve/export"
	"readout/internal/store/sqlite"
)

const (
	committed = "internal/eval/testdata/scores.txt"
	demoStory = "internal/demo"
	stories   = "testdata/stories"
	drafts    = "testdata/drafts"
)

func main() {
	write := flag.Bool("write", false, "write the figures into "+committed)
	flag.Parse()
	moved, err := run(context.Background(), os.Stdout, flag.Arg(0), *write)
	if err != nil {
		fmt.Fprintln(os.Stderr, "scores: error:", err)
		os.Exit(1)
	}
	if moved {
		fmt.Fprintln(os.Stderr, "scores: error: figures moved; if that is meant: go run ./internal/eval/scores -write DIR")
		os.Exit(1)
	}
}

func run(ctx context.Context, w io.Writer, shared string, write bool) (moved bool, err error) {
	old, err := kept(committed)
	if err != nil {
		return false, err
	}
	now, err := measure(ctx, shared)
	if err != nil {
		return false, err
	}
	if err := now.Write(w); err != nil {
		return false, err
	}
	for _, m := range now.Moved(old) {
		moved = true
		fmt.Fprintln(w, "moved:", m)
	}
	left := withoutLost(old, now)
	if len(left) < len(old) {
		moved = true
		fmt.Fprintln(w, "moved: figures of a story that is not there")
	}
	if !write {
		return moved, nil
	}
	for _, s := range now {
		left.Put(s.Name, s.Lines)
	}
	var b bytes.Buffer
	if err := left.Write(&b); err != nil {
		return false, err
	}
	return false, os.WriteFile(committed, b.Bytes(), 0o644)
}

func kept(file string) (eval.Table, error) {
	f, err := os.Open(file)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return eval.ParseTable(f)
}

// measure gives the sections that can be measured with what is there.
func measure(ctx context.Context, shared string) (eval.Table, error) {
	var t eval.Table
	r, err := read.New("en")
	if err != nil {
		return nil, err
	}
	if err := putStory(ctx, &t, r, "demo", demoStory); err != nil {
		return nil, err
	}
	if err := putStories(ctx, &t, r, stories); err != nil {
		return nil, err
	}
	if err := putDrafts(ctx, &t, r, drafts); err != nil {
		return nil, err
	}
	if shared == "" {
		return t, nil
	}
	return t, putShared(ctx, &t, r, shared)
}

// input is one report with what is said of it from outside.
type input struct {
	name string
	data []byte
	with ingest.Options
}

// seedDays are the days of publication that the texts of two seeds do not give.
var seedDays = map[string]string{"001": "2025-03-14", "003": "2025-08-06"}

func seedReports(dir string) ([]input, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no reports in %s", dir)
	}
	var out []input
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		name := filepath.Base(file)
		out = append(out, input{name, data, ingest.Options{Published: seedDays[name[:3]]}})
	}
	return out, nil
}

// score takes the reports in as `readout add` does, exports and compares.
func score(ctx context.Context, r *read.Reader, reports []input, gold string) ([]eval.Line, error) {
	db, err := sqlite.Open(ctx, sqlite.Memory)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	for _, in := range reports {
		doc, rec, err := take(r, in)
		if err != nil {
			return nil, err
		}
		if _, err := db.Put(ctx, doc, rec); err != nil {
			return nil, err
		}
	}
	if err := ledger.Update(ctx, db); err != nil {
		return nil, err
	}
	var pred bytes.Buffer
	if err := export.JSONL(ctx, &pred, db, ledger.Version); err != nil {
		return nil, err
	}
	g, err := os.Open(gold)
	if err != nil {
		return nil, err
	}
	defer g.Close()
	report, err := eval.Score(g, &pred)
	if err != nil {
		return nil, err
	}
	if len(report.Notes) > 0 {
		return nil, fmt.Errorf("%s", report.Notes[0])
	}
	return report.Lines(), nil
}

func take(r *read.Reader, in input) (*readout.Document, *readout.Record, error) {
	doc, err := ingest.Decode(in.name, in.data, in.with)
	if err != nil {
		return nil, nil, err
	}
	rec, err := r.Read(doc)
	return doc, rec, err
}
