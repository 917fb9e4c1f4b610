package main

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"readout/internal/ingest"
	"readout/internal/store/sqlite"
)

// generated gives reports that are made when they are asked for.
func generated(n int) iter.Seq2[input, error] {
	days := []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"}
	return func(yield func(input, error) bool) {
		for i := range n {
			var b strings.Builder
			fmt.Fprintf(&b, "Quay %d stays shut\n\n", i)
			for j := range 8 {
				fmt.Fprintf(&b, "Harbour master Nora Quell%d said on %s that quay %d would be repaired by April %d.\n\n", i%500, days[(i+j)%5], i+j, 1+(i+j)%30)
				fmt.Fprintf(&b, "“We count %d boats,” she told reporters. The union denied that %d crews had left.\n\n", i, j)
			}
			day := time.Date(2026, 1, 1+i/100, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
			in := input{name: fmt.Sprintf("%05d.txt", i), data: []byte(b.String()), options: ingest.Options{Published: day, Outlet: "Quay Post"}}
			if !yield(in, nil) {
				return
			}
		}
	}
}

// TestAddFlatMemory reads 10,000 reports into a file and looks at the heap on
// the way: the second half must not need half as much again as the first. It
// looks at reading and keeping; joining knows all statements, and grows with
// them.
func TestAddFlatMemory(t *testing.T) {
	if os.Getenv("READOUT_LONG") == "" {
		t.Skip("takes minutes; set READOUT_LONG=1")
	}
	const reports = 10_000
	ctx := context.Background()
	db, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "readout.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var peak [2]uint64
	done, statements, start := 0, 0, time.Now()
	in := &intake{store: db, now: time.Now}
	err = in.run(ctx, generated(reports), func(o outcome) {
		if o.err != nil || !o.added {
			t.Fatalf("%s: added %v, %v", o.name, o.added, o.err)
		}
		if done%100 == 0 {
			half := min(1, 2*done/reports)
			peak[half] = max(peak[half], heap())
		}
		done++
		statements += len(o.rec.Statements)
	})
	if err != nil || done != reports {
		t.Fatalf("%d reports, %v", done, err)
	}
	t.Logf("%d reports with %d statements in %.1f s; heap at most %d MB in the first half, %d MB in the second",
		done, statements, time.Since(start).Seconds(), peak[0]>>20, peak[1]>>20)
	if peak[1] > peak[0]+peak[0]/2 {
		t.Errorf("the heap has grown from %d to %d bytes", peak[0], peak[1])
	}
}

// heap is what is in use after everything that is not has been given back, so
// that the moment of looking does not matter.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse
}
