package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
)

// called runs the program in this process.
func called(args ...string) (code int, out, talk string) {
	var o, e bytes.Buffer
	code = run(args, strings.NewReader(""), &o, &e)
	return code, o.String(), e.String()
}

// TestUsage: what cannot be meant ends with 2, an error and a hint, and makes
// no file.
func TestUsage(t *testing.T) {
	db := filepath.Join(t.TempDir(), "no", "readout.db")
	for _, tt := range []struct{ line, says string }{
		{"nosuch", `unknown command "nosuch"`},
		{"docs --nosuch", "unknown flag: --nosuch"},
		{"docs much", `unknown command "much"`},
		{"show", "accepts 1 arg(s), received 0"},
		{"add", "no report given"},
		{"add x --published yesterday", `"yesterday" is not a day or a month`},
		{"add x --lang xx", `no reader for language "xx"`},
		{"add x --name y", "--name is for standard input"},
		{"statements --act shout", "act:shout is not an act; the acts are state, "},
		{"statements --since Friday", "since:Friday is not a date"},
		{"claim", "requires at least 1 arg(s)"},
		{"claims much", `unknown command "much"`},
		{"claims --as-of Friday", `"Friday" is not a date`},
		{"claims --limit few", `invalid argument "few"`},
		{"positions --recorded-by Friday", `"Friday" is not a date`},
		{"silent x --as-of 2026-13", `"2026-13" is not a date`},
		{"quote", "requires at least 1 arg(s)"},
		{"check", "accepts 1 arg(s), received 0"},
		{"check x --format xml", `no format "xml"`},
		{"check x --as-of Friday", `"Friday" is not a date`},
		{"check x --published Friday", `"Friday" is not a day or a month`},
		{"check x --silence f-1", "needs a reason"},
		{"says", "requires at least 1 arg(s)"},
		{"trace", "accepts 1 arg(s), received 0"},
		{"diff 2026-03-01", "accepts 2 arg(s), received 1"},
		{"diff 2026-03-01 soon", `"soon" is not a date`},
		{"stories much", `unknown command "much"`},
		{"due --within soon", `"soon" is no stretch of time`},
		{"due --within d", `"d" is no stretch of time`},
		{"due --now Friday", `"Friday" is not a date`},
		{"promises --state happy", `"happy" is not a state`},
		{"promise", "accepts 1 arg(s), received 0"},
		{"contacts --between a,b,c", "--between takes one or two parties"},
		{"incident i-1 i-2", "accepts 1 arg(s), received 2"},
		{"timeline much", `unknown command "much"`},
		{"timeline --as-of 2026-13", `"2026-13" is not a date`},
		{"export", "no format given; there are: jsonl, ics"},
		{"export ics --now soon", `"soon" is not a date`},
		{"serve --addr 8707", "write address:port"},
		{"serve --addr :8707", "name one address"},
		{"serve --addr 0.0.0.0:8707", "name one address"},
		{"eval", "nothing to measure against"},
		{"eval --gold x y", `"y" is too much`},
		{"eval --corpus other x", `no corpus "other"; there is: polnear`},
		{"eval --corpus polnear", "takes one directory"},
		{"eval --corpus polnear --gold x y", "without --gold"},
	} {
		code, out, talk := called(append([]string{"--db", db}, strings.Fields(tt.line)...)...)
		if code != exitUsage || out != "" || !strings.HasPrefix(talk, "readout: error: ") ||
			!strings.Contains(talk, tt.says) || !strings.Contains(talk, "\nreadout: hint: ") {
			t.Errorf("readout %s: exit code %d, output %q, talk %q", tt.line, code, out, talk)
		}
	}
	if found, err := filepath.Glob(filepath.Dir(db)); err != nil || found != nil {
		t.Errorf("made %v, %v", found, err)
	}
}

// TestHelp: the help says what the exit codes mean, and every command has one.
func TestHelp(t *testing.T) {
	for _, line := range []string{"", "--help", "help"} {
		code, out, talk := called(strings.Fields(line)...)
		for _, part := range []string{"\nExit codes:\n", "\n  0 ", "\n  1 ", "\n  2 ", "\n  130 ", "NO_COLOR", "--db"} {
			if code != exitOK || talk != "" || !strings.Contains(out, part) {
				t.Errorf("readout %s: exit code %d, %q, no %q in\n%s", line, code, talk, part, out)
			}
		}
	}
	for _, c := range new(program).root().Commands() {
		if c.Short == "" || c.Runnable() && c.Long == "" {
			t.Errorf("%s is not described", c.Name())
		}
		if c.Flags().Lookup("json") != nil && c.Example == "" {
			t.Errorf("%s has no example", c.Name())
		}
	}
}

func TestAboutItself(t *testing.T) {
	for _, tt := range []struct{ line, says string }{
		{"version", "\nreader  rules/"},
		{"--version", "readout "},
		{"completion bash", "__start_readout"},
		{"man", "\n.SS readout add FILE"},
	} {
		code, out, talk := called(strings.Fields(tt.line)...)
		if code != exitOK || talk != "" || !strings.Contains(out, tt.says) {
			t.Errorf("readout %s: exit code %d, %q, %q", tt.line, code, out, talk)
		}
	}
}

// TestRoff: no line of text is taken for a macro.
func TestRoff(t *testing.T) {
	got := roff(".a \\ b-c\n'd\n\n  e\n.f")
	if want := "\\&.a \\e b\\-c\n\\&'d\n.PP\n.br\ne\n\\&.f\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
