package main

import (
	"os"
	"strings"
	"testing"
)

// TestNoticeListsTheBuild: the committed notice names the modules of the
// build, no more and no fewer.
func TestNoticeListsTheBuild(t *testing.T) {
	b, err := os.ReadFile("../../THIRD_PARTY.md")
	if err != nil {
		t.Fatal(err)
	}
	modules, err := linked()
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(b), "## Modules\n\n")
	list, _, _ = strings.Cut(list, "\n\n")
	var want []string
	for _, m := range modules {
		want = append(want, "- "+m.Path+" "+m.Version)
	}
	if got := strings.TrimSpace(list); got != strings.Join(want, "\n") || len(want) == 0 {
		t.Errorf("THIRD_PARTY.md is not of this build; run: go run ./internal/notice > THIRD_PARTY.md\ngot:\n%s\nwant:\n%s", got, strings.Join(want, "\n"))
	}
}
