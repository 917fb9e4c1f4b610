package story

import (
	"strings"
	"testing"
	"testing/fstest"
)

func folder(manifest string, names ...string) fstest.MapFS {
	files := fstest.MapFS{"a/manifest": {Data: []byte(manifest)}}
	for _, n := range names {
		files["a/"+n] = &fstest.MapFile{Data: []byte("text of " + n)}
	}
	return files
}

func TestReadGivesTheReportsInTheOrderOfTheManifest(t *testing.T) {
	got, err := Read(folder("# comment\n\nb.txt | The Post | 2026-05-04\na.md | - | -\n", "a.md", "b.txt"), "a")
	if err != nil || len(got) != 2 {
		t.Fatalf("Read = %+v, %v", got, err)
	}
	first, second := got[0], got[1]
	if first.Name != "b.txt" || first.Outlet != "The Post" || first.Published != "2026-05-04" || first.Line != 3 ||
		string(first.Data) != "text of b.txt" {
		t.Errorf("the first is %+v", first)
	}
	if second.Name != "a.md" || second.Outlet != "" || second.Published != "" || second.Line != 4 {
		t.Errorf("the second is %+v", second)
	}
}

func TestReadNamesTheLine(t *testing.T) {
	for _, c := range []struct{ name, manifest, want string }{
		{"two cells", "a.md | The Post\n", "a/manifest: line 1: 2 cells"},
		{"a file that is not there", "a.md | - | -\nc.txt | - | -\n", "a/manifest: line 2: open a/c.txt"},
		{"a file twice", "a.md | - | -\n\na.md | - | -\n", "a/manifest: line 3: a.md stands twice"},
		{"a file that no line names", "# nothing\n", "a/manifest: no line for a.md"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(folder(c.manifest, "a.md"), "a")
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error is %v, without %q", err, c.want)
			}
		})
	}
	if _, err := Read(fstest.MapFS{}, "a"); err == nil {
		t.Error("a folder without a manifest is read")
	}
}
