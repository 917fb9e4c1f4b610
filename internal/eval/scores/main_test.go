package main

import (
	"os"
	"testing"
)

// TestDemoFigures: the committed figures of the demo story are those of this
// code. They move in the commit of the change that moves them.
func TestDemoFigures(t *testing.T) {
	if err := os.Chdir("../../.."); err != nil {
		t.Fatal(err)
	}
	old, err := kept(committed)
	if err != nil {
		t.Fatal(err)
	}
	now, err := measure(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	if len(old) == 0 || len(now) == 0 {
		t.Fatal("no figures")
	}
	for _, m := range now.Moved(old) {
		t.Errorf("moved: %s", m)
	}
}
