package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// TestWriteFile: a file is written whole or stays as it was.
func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.jsonl")
	half := func(w io.Writer) error {
		io.WriteString(w, "half of it")
		return errors.New("the rest does not come")
	}
	whole := func(w io.Writer) error {
		_, err := io.WriteString(w, "whole")
		return err
	}
	for _, tt := range []struct {
		write func(io.Writer) error
		fails bool
		want  string
	}{{whole, false, "whole"}, {half, true, "whole"}} {
		if err := writeFile(path, tt.write); (err != nil) != tt.fails {
			t.Errorf("error %v, want one: %v", err, tt.fails)
		}
		if got, err := os.ReadFile(path); string(got) != tt.want || err != nil {
			t.Errorf("the file is %q, %v, want %q", got, err, tt.want)
		}
	}
	if files, err := os.ReadDir(dir); len(files) != 1 || err != nil {
		t.Errorf("%d files are left, %v", len(files), err)
	}
	if err := writeFile(os.DevNull, whole); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("%s has become a file, %v", os.DevNull, err)
	}
}
