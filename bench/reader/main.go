// Command reader measures the trained reader on a folder of texts: the bare
// encoder; tokenising, encoding, all heads and decoding together; and the whole
// reading of a report with its rules, as readout add does it. In word pieces a
// second on one core and on two, with the memory that it took.
//
//	go run ./bench/reader DIR
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"readout"
	"readout/internal/lang"
	"readout/internal/nn"
	"readout/internal/nn/wordpiece"
	"readout/internal/read"
	"readout/internal/read/segment"
	"readout/internal/read/tag"
	"readout/models"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: reader DIR")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "reader: error:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	docs, err := documents(dir)
	if err != nil {
		return err
	}
	encode, pieces, err := bare(docs)
	if err != nil {
		return err
	}
	tagger, err := tag.NewTagger(models.English)
	if err != nil {
		return err
	}
	l, err := lang.For("en")
	if err != nil {
		return err
	}
	reports, err := read.New("en")
	if err != nil {
		return err
	}
	whole := func() func(int) {
		return func(i int) {
			a := &readout.Analysis{Doc: docs[i]}
			a.Blocks, a.Sentences, a.Tokens = segment.Split(docs[i], l)
			tagger.Tag(a)
		}
	}
	record := func() func(int) {
		return func(i int) {
			if _, err := reports.Read(docs[i]); err != nil {
				fmt.Fprintln(os.Stderr, "reader: error:", err)
			}
		}
	}
	fmt.Printf("%d texts, %d pieces\n", len(docs), pieces)
	encoder := measure("encoder", encode, len(docs), pieces, 1)
	reader := measure("reader", whole, len(docs), pieces, 1)
	fmt.Printf("reader/encoder, one core  %.2f\n", reader/encoder)
	fmt.Printf("record/encoder, one core  %.2f\n", measure("record", record, len(docs), pieces, 1)/encoder)
	if runtime.NumCPU() > 1 {
		fmt.Printf("encoder, two cores/one  %.2f\n", measure("encoder", encode, len(docs), pieces, 2)/encoder)
		fmt.Printf("reader, two cores/one  %.2f\n", measure("reader", whole, len(docs), pieces, 2)/reader)
	}
	fmt.Printf("resident memory at most  %s\n", resident())
	return nil
}

func documents(dir string) ([]*readout.Document, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no texts in %s", dir)
	}
	var out []*readout.Document
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		out = append(out, &readout.Document{ID: f, Lang: "en", Text: strings.ToValidUTF8(string(b), "\ufffd")})
	}
	return out, nil
}

// bare is the encoder alone over the documents, cut every 254 pieces; the cutting
// is done before.
func bare(docs []*readout.Document) (each func() func(int), pieces int, err error) {
	w, err := nn.Open(models.English)
	if err != nil {
		return nil, 0, err
	}
	encoder, err := nn.NewEncoder(w)
	if err != nil {
		return nil, 0, err
	}
	vocabulary, err := w.Text("vocabulary")
	if err != nil {
		return nil, 0, err
	}
	tokens, err := wordpiece.New(vocabulary)
	if err != nil {
		return nil, 0, err
	}
	const size = 254
	sequences := make([][]nn.Sequence, len(docs))
	for i, d := range docs {
		ids := []int32{101}
		for _, p := range tokens.Append(nil, d.Text) {
			pieces++
			if ids = append(ids, p.ID); len(ids) == size+1 {
				sequences[i] = append(sequences[i], nn.Sequence{IDs: append(ids, 102)})
				ids = []int32{101}
			}
		}
		sequences[i] = append(sequences[i], nn.Sequence{IDs: append(ids, 102)})
	}
	return func() func(int) {
		s := &nn.Scratch{}
		return func(i int) {
			for _, q := range sequences[i] {
				encoder.Encode(s, []nn.Sequence{q})
			}
		}
	}, pieces, nil
}

// measure runs each over all documents in n goroutines, three times, and gives the
// best pieces a second.
func measure(name string, each func() func(int), docs, pieces, n int) float64 {
	runtime.GOMAXPROCS(n)
	best := 0.0
	for range 3 {
		start := time.Now()
		next := make(chan int)
		var wg sync.WaitGroup
		for range n {
			wg.Add(1)
			go func() {
				defer wg.Done()
				do := each()
				for i := range next {
					do(i)
				}
			}()
		}
		for i := range docs {
			next <- i
		}
		close(next)
		wg.Wait()
		best = max(best, float64(pieces)/time.Since(start).Seconds())
	}
	fmt.Printf("%-8s %d goroutines  %.0f pieces/s\n", name, n, best)
	return best
}

// resident is the largest resident memory so far, as Linux tells it.
func resident() string {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "unknown"
	}
	for _, line := range strings.Split(string(status), "\n") {
		if v, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			return strings.TrimSpace(v)
		}
	}
	return "unknown"
}
