package ingest_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"readout/internal/ingest"
)

// tree writes files below a new directory; a name ending in "/" is a
// directory.
func tree(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		path := filepath.Join(dir, f)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f, "/") {
			if err := os.Mkdir(path, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.WriteFile(path, []byte("text of "+f), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// inputs runs Files and gives a line for each input: its name below dir, and
// its text, "skipped" or "error" with the reason.
func inputs(dir string, stdin io.Reader, paths ...string) []string {
	out := []string{}
	for in, err := range ingest.Files(paths, stdin) {
		name := strings.TrimPrefix(strings.TrimPrefix(in.Name, dir), "/")
		what := string(in.Data)
		if err != nil {
			what = "error" + strings.TrimPrefix(err.Error(), in.Name)
		}
		out = append(out, name+" = "+what)
	}
	return out
}

func TestFilesOfDirectory(t *testing.T) {
	dir := tree(t, "b.txt", "a/z.HTML", "a/y.md", "a.text", "c.pdf", "noext", ".hidden.txt", ".git/x.txt", "empty/", "d.htm", "e.markdown")
	got := inputs(dir, nil, dir)
	want := []string{
		"a/y.md = text of a/y.md",
		"a/z.HTML = text of a/z.HTML",
		"a.text = text of a.text",
		"b.txt = text of b.txt",
		"d.htm = text of d.htm",
		"e.markdown = text of e.markdown",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFilesNamed(t *testing.T) {
	dir := tree(t, "noext", ".hidden.txt", "b.txt", "none/x.pdf")
	p := func(name string) string { return filepath.Join(dir, name) }
	got := inputs(dir, strings.NewReader("from the pipe"), p("noext"), p("missing.txt"), p(".hidden.txt"), "-", p("none"), p("b.txt"))
	want := []string{
		"noext = text of noext",
		"missing.txt = error: no such file or directory",
		".hidden.txt = text of .hidden.txt",
		"stdin = from the pipe",
		"none = error: the directory holds no reports",
		"b.txt = text of b.txt",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFilesSkipped(t *testing.T) {
	dir := tree(t, "a.txt", "z.txt", "big.txt")
	must := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	must(os.Symlink(dir, filepath.Join(dir, "loop")))
	must(os.Symlink("a.txt", filepath.Join(dir, "link.txt")))
	must(syscall.Mkfifo(filepath.Join(dir, "pipe.txt"), 0o644))
	must(os.Truncate(filepath.Join(dir, "big.txt"), ingest.MaxSize+1))
	skipped := 0
	for in, err := range ingest.Files([]string{dir}, nil) {
		if errors.Is(err, ingest.ErrSkipped) {
			skipped++
			if !strings.HasPrefix(err.Error(), in.Name+": skipped: ") || in.Data != nil {
				t.Errorf("%s: %v", in.Name, err)
			}
		} else if err != nil {
			t.Error(err)
		}
	}
	if skipped != 4 {
		t.Errorf("%d skipped, want 4 (loop, link, pipe, big)", skipped)
	}
	if got := inputs(dir, nil, dir); len(got) != 6 || got[0] != "a.txt = text of a.txt" || got[5] != "z.txt = text of z.txt" {
		t.Errorf("%q", got)
	}
	// A directory named by a link is entered.
	if got := inputs(dir, nil, filepath.Join(dir, "loop")); len(got) != 6 || got[0] != "loop/a.txt = text of a.txt" {
		t.Errorf("%q", got)
	}
	// A link and a large file that are named are no longer skipped.
	got := inputs(dir, nil, filepath.Join(dir, "link.txt"), filepath.Join(dir, "big.txt"))
	if len(got) != 2 || got[0] != "link.txt = text of a.txt" || !strings.Contains(got[1], "error: 16777217 bytes are more than") {
		t.Errorf("%q", got)
	}
}

func TestFilesUnreadable(t *testing.T) {
	broken := iotest.ErrReader(errors.New("the line broke"))
	if got := inputs("", broken, "-"); len(got) != 1 || got[0] != "stdin = error: the line broke" {
		t.Errorf("%q", got)
	}
	endless := iotest.OneByteReader(strings.NewReader("x"))
	if got := inputs("", io.MultiReader(strings.NewReader(strings.Repeat("x", ingest.MaxSize)), endless), "-"); len(got) != 1 || !strings.Contains(got[0], "more than") {
		t.Errorf("%.80q", got)
	}
}

func TestFilesStops(t *testing.T) {
	dir := tree(t, "a.txt", "b.txt", "c.txt")
	count := 0
	for range ingest.Files([]string{dir, dir}, nil) {
		if count++; count == 2 {
			break
		}
	}
	if count != 2 {
		t.Errorf("%d inputs after a break at 2", count)
	}
}
