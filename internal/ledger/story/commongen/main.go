// Command commongen counts in how many of many texts each stem stands and
// prints the table of the common ones that package story begins with. A stem
// in few texts is left out: what is rare is rare without a table, and no table
// should tell what was in a text.
//
//	go run ./internal/ledger/story/commongen DIR... > internal/ledger/story/common.txt
package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"readout/internal/ledger/match"
)

const fewest = 12 // texts that a stem of the table stands in

func main() {
	texts, in := 0, map[string]int{}
	seen := map[string]bool{}
	for _, dir := range os.Args[1:] {
		files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
		if err != nil || len(files) == 0 {
			fail(fmt.Errorf("no texts in %s", dir))
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				fail(err)
			}
			if text := string(b); !seen[text] {
				seen[text] = true
				texts++
				count(in, text)
			}
		}
	}
	write(texts, in)
}

func count(in map[string]int, text string) {
	words := match.Words(text)
	for i, w := range words {
		words[i] = match.Stem(w)
	}
	for _, stem := range match.Set(words) {
		in[stem]++
	}
}

func write(texts int, in map[string]int) {
	fmt.Println("# In how many of * texts a stem stands, from", fewest, "on. Counted by commongen; source and use: doc/architecture.md.")
	fmt.Println("*", texts)
	common := slices.DeleteFunc(slices.Collect(maps.Keys(in)), func(stem string) bool { return in[stem] < fewest })
	slices.SortFunc(common, func(a, b string) int { return cmp.Or(cmp.Compare(in[b], in[a]), cmp.Compare(a, b)) })
	for _, stem := range common {
		fmt.Println(stem, in[stem])
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "commongen: error:", err)
	os.Exit(1)
}
