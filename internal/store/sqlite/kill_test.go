package sqlite

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"readout/internal/store"
)

// childStore tells the test program that it is the child of TestKill, and
// which store to write.
const childStore = "READOUT_TEST_CHILD_STORE"

// TestKillChild puts reports until it is killed, and says which are kept.
func TestKillChild(t *testing.T) {
	path := os.Getenv(childStore)
	if path == "" {
		t.Skip("runs inside TestKill")
	}
	d := openAt(t, path)
	for i := 0; ; i++ {
		doc, rec := simple(fmt.Sprintf("Ferry %d is late.", i))
		if _, err := d.Put(t.Context(), doc, rec); err != nil {
			t.Fatal(err)
		}
		fmt.Println("kept", doc.ID)
	}
}

// TestKill kills a program that writes: what it said is kept is there, and the
// file is sound.
func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	said := writeUntilKilled(t, path, 40)

	d := openAt(t, path)
	if got := pragmaOf(t, d.w, "integrity_check"); got != "ok" {
		t.Errorf("integrity_check: %s", got)
	}
	for _, id := range said {
		doc, err := d.Document(t.Context(), id)
		if err != nil {
			t.Errorf("said to be kept: %v", err)
			continue
		}
		rec, err := d.Record(t.Context(), id)
		if err != nil {
			t.Errorf("said to be kept: %v", err)
			continue
		}
		if err := store.Check(doc, rec); err != nil || len(rec.Statements) != 1 {
			t.Errorf("%s has %d statements, %v", id, len(rec.Statements), err)
		}
	}
	doc, rec := simple("The ferry goes on.")
	if added, err := d.Put(t.Context(), doc, rec); err != nil || !added {
		t.Errorf("put after the kill: %v, %v", added, err)
	}
}

// writeUntilKilled runs TestKillChild, kills it after a number of reports and
// gives all that it said it kept.
func writeUntilKilled(t *testing.T, path string, reports int) (said []string) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestKillChild$")
	child.Env = append(os.Environ(), childStore+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var id string
		if _, err := fmt.Sscanf(lines.Text(), "kept %s", &id); err != nil {
			continue // the test program's own words
		}
		if said = append(said, id); len(said) == reports {
			if err := child.Process.Kill(); err != nil {
				t.Error(err)
			}
		}
	}
	if err := child.Wait(); err == nil || len(said) < reports {
		t.Fatalf("the child ended with %v after %d reports, want that it is killed after %d", err, len(said), reports)
	}
	return said
}
