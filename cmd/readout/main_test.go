package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"readout/internal/store/sqlite"
)

func TestMain(m *testing.M) {
	testscript.Main(cleaned{m}, map[string]func(){"readout": main})
}

// cleaned takes away what the scripts have shared.
type cleaned struct{ *testing.M }

func (m cleaned) Run() int {
	code := m.M.Run()
	if demoDir != "" {
		os.RemoveAll(demoDir)
	}
	return code
}

// demoDir holds the record of the demo story for all scripts that ask it.
var demoDir string

// story makes that record, the first time that a script begins.
var story = sync.OnceValues(func() (path string, err error) {
	if demoDir, err = os.MkdirTemp("", "readout"); err != nil {
		return "", err
	}
	path = filepath.Join(demoDir, "demo.db")
	ctx := context.Background()
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return "", err
	}
	p := &program{out: newScreen(io.Discard), err: newScreen(io.Discard)}
	err = p.keep(ctx, db, demoInputs(), func(o outcome) { err = errors.Join(err, o.err) })
	return path, errors.Join(err, db.Close())
})

// TestScripts runs the program the way a user does; each script has a
// directory of its own, in which alone it may write.
func TestScripts(t *testing.T) {
	data, err := filepath.Abs("testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			env.Setenv("TESTDATA", data)
			env.Setenv("REPORTS", filepath.Join(data, "report"))
			db, err := story()
			env.Setenv("DEMO", db)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"fails": fails, "id": id, "objects": objects, "bytes": writeBytes, "printable": printable, "docx": writeDOCX,
		},
	})
}

// fails CODE COMMAND... runs a command that must end with this exit code.
func fails(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); !errors.As(err, &exit) || exit.ExitCode() != want {
		ts.Fatalf("ended with %v, want exit code %d", err, want)
	}
}

// id NAME REGEXP sets NAME to the first match in the last output, or to its
// first group.
func id(ts *testscript.TestScript, neg bool, args []string) {
	found := regexp.MustCompile(args[1]).FindStringSubmatch(ts.ReadFile("stdout"))
	if found == nil {
		ts.Fatalf("no %s in the output", args[1])
	}
	ts.Setenv(args[0], found[len(found)-1])
}

// objects KEY... checks that the last output is JSON objects, one a line, that
// all have the keys.
func objects(ts *testscript.TestScript, neg bool, args []string) {
	lines := strings.Split(strings.TrimSuffix(ts.ReadFile("stdout"), "\n"), "\n")
	for _, line := range lines {
		var object map[string]any
		ts.Check(json.Unmarshal([]byte(line), &object))
		for _, key := range args {
			if _, ok := object[key]; !ok {
				ts.Fatalf("no %q in %s", key, line)
			}
		}
	}
}

// bytes FILE TEXT writes a file; TEXT is the inside of a Go string.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

// docx FILE PARAGRAPH... writes a Word document.
func writeDOCX(ts *testscript.TestScript, neg bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	z := zip.NewWriter(f)
	part, err := z.Create("word/document.xml")
	ts.Check(err)
	body := strings.Join(args[1:], "</w:t></w:r></w:p><w:p><w:r><w:t>")
	_, err = fmt.Fprintf(part, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>`, body)
	ts.Check(err)
	ts.Check(z.Close())
}

// printable checks that the last output has no control character in it.
func printable(ts *testscript.TestScript, neg bool, args []string) {
	out := ts.ReadFile("stdout")
	if i := bytes.IndexFunc([]byte(out), harmful); i >= 0 || out == "" {
		ts.Fatalf("character %q in the output", out[max(i, 0):])
	}
}
