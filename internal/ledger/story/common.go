package story

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed common.txt
var commonFile string

// common is a number of texts, and in how many of them each stem stands.
var common = sync.OnceValues(func() (int, map[string]int) {
	texts, in := 0, map[string]int{}
	for line := range strings.Lines(commonFile) {
		var stem string
		var n int
		if line[0] == '#' {
			continue
		}
		if _, err := fmt.Sscan(line, &stem, &n); err != nil {
			panic("story: common.txt: " + err.Error())
		}
		if stem == "*" {
			texts = n
			continue
		}
		in[stem] = n
	}
	return texts, in
})
