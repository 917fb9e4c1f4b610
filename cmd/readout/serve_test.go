package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

// served runs a command that shows pages, gives the address it prints, and
// ends it when the test ends.
func served(t *testing.T, args ...string) (url string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r, w := io.Pipe()
	p := &program{in: strings.NewReader(""), out: newScreen(w), err: newScreen(io.Discard)}
	root := p.root()
	root.SetArgs(args)
	ended := make(chan error, 1)
	go func() {
		err := root.ExecuteContext(ctx)
		w.CloseWithError(err)
		ended <- err
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("ended with %v", err)
		}
	})
	url, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(url)
}

func page(t *testing.T, url string) string {
	t.Helper()
	answer, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v", url, answer.Status, err)
	}
	return string(body)
}

func TestServe(t *testing.T) {
	db := filepath.Join(t.TempDir(), "readout.db")
	if code := run([]string{"--db", db, "add", "testdata/report"}, strings.NewReader(""), io.Discard, io.Discard); code != exitOK {
		t.Fatalf("add ended with %d", code)
	}
	url := served(t, "--db", db, "serve", "--addr", "127.0.0.1:0")
	if !strings.HasPrefix(url, "http://127.0.0.1:") {
		t.Fatalf("the address is %q", url)
	}
	if body := page(t, url+"statements"); !strings.Contains(body, "We will not leave the island") {
		t.Errorf("the page has no statement:\n%s", body)
	}
}

func TestServeDemo(t *testing.T) {
	url := served(t, "demo", "--serve", "--addr", "localhost:0")
	if body := page(t, url); !strings.Contains(body, "Corvane") {
		t.Errorf("the page has nothing of the story:\n%s", body)
	}
}
