package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/eval"
	"readout/internal/read"
)

func root(t *testing.T) { t.Helper(); t.Chdir("../../..") }

func reader(t *testing.T) *read.Reader {
	t.Helper()
	r, err := read.New("en")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestDemoFigures: the committed figures of the demo story are those of this
// code. They move in the commit of the change that moves them.
func TestDemoFigures(t *testing.T) {
	root(t)
	old, err := kept(committed)
	if err != nil {
		t.Fatal(err)
	}
	var now eval.Table
	if err := putStory(t.Context(), &now, reader(t), "demo", demoStory); err != nil {
		t.Fatal(err)
	}
	if len(old) == 0 || len(now) == 0 || len(now[0].Lines) == 0 {
		t.Fatal("no figures")
	}
	for _, m := range now.Moved(old) {
		t.Errorf("moved: %s", m)
	}
}

// Every story that is committed has committed figures, and no other has; what
// they are is for the command to say.
func TestEveryStoryHasFigures(t *testing.T) {
	root(t)
	old, err := kept(committed)
	if err != nil {
		t.Fatal(err)
	}
	records, err := filepath.Glob(stories + "/*/record.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var now eval.Table
	for _, r := range records {
		name := storySection + filepath.Base(filepath.Dir(r))
		now.Put(name, nil)
		has := false
		for _, s := range old {
			has = has || s.Name == name && len(s.Lines) > 0
		}
		if !has {
			t.Errorf("no figures in [%s]: go run ./internal/eval/scores -write", name)
		}
	}
	if left := withoutLost(old, now); len(left) < len(old) {
		t.Error("figures of a story that is not there: go run ./internal/eval/scores -write")
	}
}

// TestGoldAgreesWithItself: a reader that found just what the gold says would
// have no fault by it.
func TestGoldAgreesWithItself(t *testing.T) {
	root(t)
	records, err := filepath.Glob(stories + "/*/record.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(records, demoStory+"/record.jsonl") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		report, err := eval.Score(bytes.NewReader(data), bytes.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		for _, note := range report.Notes {
			t.Errorf("%s: %s", file, note)
		}
		if last := report.Lines()[len(report.Measures)-1]; last.Name != "overall" || last.Figures != "1.000" {
			t.Errorf("%s: %s", file, last)
		}
	}
}

// A folder of stories gives a section a story, and what is in it depends on
// the gold.
func TestAStoryIsASection(t *testing.T) {
	root(t)
	folder := t.TempDir()
	for _, part := range []string{"story", "record.jsonl"} {
		copyTo(t, filepath.Join(folder, "dam", part), filepath.Join(demoStory, part))
	}
	var got eval.Table
	if err := putStories(t.Context(), &got, reader(t), folder); err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := got.Write(&text); err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || !strings.Contains(text.String(), "[story dam]\n") || !strings.Contains(text.String(), "statements.found") {
		t.Errorf("the table is\n%s", text.String())
	}
}

// copyTo copies a file or a folder.
func copyTo(t *testing.T, to, from string) {
	t.Helper()
	info, err := os.Stat(from)
	if err == nil && info.IsDir() {
		err = os.CopyFS(to, os.DirFS(from))
	} else if err == nil {
		var data []byte
		if data, err = os.ReadFile(from); err == nil {
			err = os.WriteFile(to, data, 0o644)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestWithoutLost(t *testing.T) {
	old := eval.Table{{Name: "demo"}, {Name: "story gone"}, {Name: "seeds"}, {Name: "story there"}}
	left := withoutLost(old, eval.Table{{Name: "demo"}, {Name: "story there"}})
	if len(left) != 3 || left[0].Name != "demo" || left[1].Name != "seeds" || left[2].Name != "story there" {
		t.Errorf("left are %+v", left)
	}
	if len(old) != 4 || old[1].Name != "story gone" {
		t.Errorf("the old table became %+v", old)
	}
}
