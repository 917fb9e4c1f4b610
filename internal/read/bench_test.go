package read_test

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	uax29 "github.com/clipperhouse/uax29/v2/words"

	"readout"
	"readout/internal/read"
)

// benchCorpus loads the text files of the directory in READOUT_CORPUS, and counts
// their words as UAX #29 has them.
func benchCorpus(b *testing.B) (docs []*readout.Document, count, bytes int) {
	b.Helper()
	dir := os.Getenv("READOUT_CORPUS")
	if dir == "" {
		b.Skip("set READOUT_CORPUS to a directory of .txt files")
	}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".txt" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		hash, text := readout.HashOf(data), strings.ToValidUTF8(string(data), "\uFFFD")
		docs = append(docs, &readout.Document{ID: readout.DocumentID(hash), Hash: hash, Name: path, Lang: "en", Text: text})
		count += countWords(text)
		bytes += len(text)
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	if len(docs) == 0 {
		b.Fatalf("no .txt files in %s", dir)
	}
	return docs, count, bytes
}

// countWords counts the segments of a text that begin with a letter or digit.
func countWords(text string) (n int) {
	for it := uax29.FromString(text); it.Next(); {
		if r, _ := utf8.DecodeRuneInString(it.Value()); unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// benchOver runs over the whole corpus once an iteration and reports words a
// second and the memory that is in use at the end, in MB.
func benchOver(b *testing.B, over func(*readout.Document)) {
	docs, count, bytes := benchCorpus(b)
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		for _, doc := range docs {
			over(doc)
		}
	}
	b.StopTimer()
	b.ReportMetric(float64(count)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(len(docs)), "docs")
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapInuse)/(1<<20), "heap-MB")
	b.ReportMetric(float64(m.Sys)/(1<<20), "sys-MB")
}

// BenchmarkRead reads the corpus, on one processor.
func BenchmarkRead(b *testing.B) {
	r, err := read.New("en")
	if err != nil {
		b.Fatal(err)
	}
	statements := 0
	benchOver(b, func(doc *readout.Document) {
		rec, err := r.Read(doc)
		if err != nil {
			b.Fatal(err)
		}
		statements += len(rec.Statements)
	})
	if statements == 0 {
		b.Error("the corpus has no statements")
	}
}

// BenchmarkReference is what reading is measured against, so that a figure can
// be compared over machines: cut the same texts into words by UAX #29 and hash
// them. The ratio of the two words/s is the figure to quote.
func BenchmarkReference(b *testing.B) {
	var sum byte
	benchOver(b, func(doc *readout.Document) {
		hash := sha256.Sum256([]byte(doc.Text))
		sum ^= hash[0] ^ byte(countWords(doc.Text))
	})
	runtime.KeepAlive(sum)
}
