package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

const demo = "../../demo"

// folders are the demonstration story and the stories that only measure, by
// name.
func folders(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{"demo": demo}
	found, err := filepath.Glob("../../../testdata/stories/*/")
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range found {
		all[filepath.Base(dir)] = dir
	}
	return all
}

// eachStory runs a test on every story.
func eachStory(t *testing.T, test func(t *testing.T, dir string)) {
	for name, dir := range folders(t) {
		t.Run(name, func(t *testing.T) { test(t, dir) })
	}
}

func TestRecordIsWhatTheGoldSays(t *testing.T) {
	eachStory(t, func(t *testing.T, dir string) {
		want, err := build(os.DirFS(dir))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(dir, recordName))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Error("record.jsonl is not what gold/ says: go run ./internal/gold/goldgen DIR")
		}
	})
}

// A folder of a story holds its parts and nothing else; that the parts are
// whole is what build sees to.
func TestAStoryHasEveryPart(t *testing.T) {
	for name, dir := range folders(t) {
		if dir == demo {
			continue // a package as well
		}
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		parts := map[string]bool{"gold": true, "story": true, recordName: true}
		for _, e := range entries {
			if !parts[e.Name()] {
				t.Errorf("%s: %s is no part of a story", name, e.Name())
			}
			delete(parts, e.Name())
		}
		for missing := range parts {
			t.Errorf("%s: no %s", name, missing)
		}
	}
}

// TestRunMakesTheRecord: the program writes beside the gold that it reads, and
// leaves what is there alone where the gold has a fault.
func TestRunMakesTheRecord(t *testing.T) {
	dir := t.TempDir()
	for _, part := range []string{"story", "gold"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(demo, part))); err != nil {
			t.Fatal(err)
		}
	}
	if err := run(dir); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(demo, recordName))
	if err != nil {
		t.Fatal(err)
	}
	record := filepath.Join(dir, recordName)
	if got, err := os.ReadFile(record); err != nil || !bytes.Equal(got, want) {
		t.Errorf("run made another record: %v", err)
	}
	if err := os.Remove(filepath.Join(dir, "gold", "03.txt")); err != nil {
		t.Fatal(err)
	}
	if err := run(dir); err == nil {
		t.Error("no error without gold/03.txt")
	}
	if got, err := os.ReadFile(record); err != nil || !bytes.Equal(got, want) {
		t.Errorf("a run that failed changed the record: %v", err)
	}
}
