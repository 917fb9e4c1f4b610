package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// adding starts an add of the reports and then of standard input, which does
// not end, and waits until the reports are kept.
func adding(t *testing.T, db string) (child *exec.Cmd, talk *bytes.Buffer) {
	t.Helper()
	talk = new(bytes.Buffer)
	child = &exec.Cmd{
		Path: os.Args[0], Args: []string{"readout", "--db", db, "add", "testdata/report", "-"},
		Env: append(os.Environ(), "HOME="+t.TempDir(), "XDG_DATA_HOME="+t.TempDir()), Stderr: talk,
	}
	if _, err := child.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(30 * time.Second); kept(db) < 3; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			child.Process.Kill()
			t.Fatalf("the child has kept %d reports: %s", kept(db), talk)
		}
	}
	return child, talk
}

// kept is how many reports a listing shows, 0 while there is none.
func kept(db string) int {
	var out bytes.Buffer
	if run([]string{"--db", db, "docs", "--json"}, strings.NewReader(""), &out, io.Discard) != exitOK {
		return 0
	}
	return bytes.Count(out.Bytes(), []byte("\n"))
}

// TestKilled kills an add: what it has kept is there, in a file that opens and
// goes on.
func TestKilled(t *testing.T) {
	db := filepath.Join(t.TempDir(), "readout.db")
	child, _ := adding(t, db)
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	child.Wait()
	if n := kept(db); n != 3 {
		t.Errorf("%d reports after the kill, want 3", n)
	}
	for _, args := range [][]string{{"statements"}, {"export", "jsonl"}, {"add", "testdata/report"}} {
		var out, talk bytes.Buffer
		if code := run(append([]string{"--db", db}, args...), strings.NewReader(""), &out, &talk); code != exitOK || out.Len() == 0 {
			t.Errorf("%v ended with %d after the kill: %s", args, code, &talk)
		}
	}
}

// TestInterrupted stops an add the way Ctrl-C does.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no interrupt can be sent there")
	}
	db := filepath.Join(t.TempDir(), "readout.db")
	child, talk := adding(t, db)
	if err := child.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := child.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitStopped {
		t.Errorf("ended with %v, want exit code %d", err, exitStopped)
	}
	if !strings.Contains(talk.String(), "readout: error: stopped") {
		t.Errorf("talk is %q", talk)
	}
	if n := kept(db); n != 3 {
		t.Errorf("%d reports after the stop, want 3", n)
	}
}
