// Command encoder measures package nn for compare.py: it encodes batches and
// prints word pieces a second as JSON.
package main

import (
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"sync"
	"time"

	"readout/internal/nn"
)

func main() {
	weights := flag.String("weights", "", "flat weights `file`")
	batches := flag.String("batches", "", "JSON `file`: {name: [[piece, ...], ...]}")
	vectors := flag.String("vectors", "", "write the vectors of the batch \"report\" to this `file` as float32")
	kernel := flag.String("kernel", nn.Kernels()[0], "kernel, one of those of this machine")
	goroutines := flag.Int("goroutines", 1, "how many encode at once")
	least := flag.Duration("time", time.Second, "time for each batch")
	flag.Parse()
	if err := run(*weights, *batches, *vectors, *kernel, *goroutines, *least); err != nil {
		fmt.Fprintln(os.Stderr, "encoder: error:", err)
		os.Exit(1)
	}
}

func run(weights, batches, vectors, kernel string, goroutines int, least time.Duration) error {
	encoder, err := open(weights)
	if err != nil {
		return err
	}
	all, err := read(batches)
	if err != nil {
		return err
	}
	scratch := make([]*nn.Scratch, goroutines)
	for i := range scratch {
		if scratch[i], err = nn.NewScratch(kernel); err != nil {
			return err
		}
	}
	if vectors != "" {
		if err := write(vectors, encoder.Encode(scratch[0], all["report"])); err != nil {
			return err
		}
	}
	speed := map[string]float64{}
	for name, batch := range all {
		speed[name] = measure(encoder, scratch, batch, least)
	}
	return json.NewEncoder(os.Stdout).Encode(speed)
}

func open(path string) (*nn.Encoder, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	w, err := nn.Open(data)
	if err != nil {
		return nil, err
	}
	return nn.NewEncoder(w)
}

func read(path string) (map[string][]nn.Sequence, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var ids map[string][][]int32
	if err := json.Unmarshal(data, &ids); err != nil {
		return nil, fmt.Errorf("batches: %w", err)
	}
	all := map[string][]nn.Sequence{}
	for name, batch := range ids {
		for _, q := range batch {
			all[name] = append(all[name], nn.Sequence{IDs: q})
		}
	}
	return all, nil
}

func write(path string, vectors []float32) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := binary.Write(f, binary.LittleEndian, vectors); err != nil {
		return err
	}
	return f.Close()
}

// measure encodes a batch over and over with each scratch in a goroutine of its
// own and returns pieces a second.
func measure(e *nn.Encoder, scratch []*nn.Scratch, batch []nn.Sequence, least time.Duration) float64 {
	pieces := 0
	for _, q := range batch {
		pieces += len(q.IDs)
	}
	rounds := make([]int, len(scratch))
	var group sync.WaitGroup
	begin := time.Now()
	for i, s := range scratch {
		group.Go(func() {
			for time.Since(begin) < least {
				e.Encode(s, batch)
				rounds[i]++
			}
		})
	}
	group.Wait()
	spent, sum := time.Since(begin).Seconds(), 0
	for _, n := range rounds {
		sum += n
	}
	return float64(sum*pieces) / spent
}
