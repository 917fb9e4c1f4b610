package timex

import (
	"os"
	"strings"
	"testing"
)

func TestDbg(t *testing.T) {
	b, _ := os.ReadFile("/tmp/dbg.txt")
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		d, txt, _ := strings.Cut(line, "|")
		a := analysis(strings.ReplaceAll(txt, `\n`, "\n"), d)
		t.Log(txt)
		for _, x := range Find(a, english(t)) {
			t.Log("   ", show(a, x))
		}
	}
}
