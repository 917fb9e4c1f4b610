// Package archtest holds the floors of the house: which package may import
// which, and which package alone imports a library. A test fails on a wrong
// import and prints the reason of the rule that it breaks.
package archtest

import (
	"encoding/json"
	"os/exec"
	"path"
	"strings"
	"testing"
)

const module = "readout"

// floor of a package; a pattern that ends in "/*" is for one level below, the
// first that fits decides. Imports go down, never up; packages of one floor do
// not import each other, unless allowed says so.
var floors = []struct {
	pattern string
	floor   int
}{
	{"readout", 1},
	{"readout/doc", 1}, // a page, not even the nouns
	{"readout/internal/lang", 2},
	{"readout/internal/ingest", 2},
	{"readout/internal/decision", 2},
	{"readout/internal/store", 2},
	{"readout/internal/store/*", 2},
	{"readout/internal/gold", 2},
	{"readout/internal/story", 2},
	{"readout/internal/nn/wordpiece", 2},
	{"readout/internal/nn/head", 2}, // built from the operations of nn
	{"readout/internal/nn", 1},      // knows tensors, not even the nouns
	{"readout/models", 2},
	{"readout/internal/ledger/match", 2},
	{"readout/internal/ledger/shelf", 1}, // knows tables, not even the nouns
	{"readout/internal/ledger/ruling", 2},
	{"readout/internal/read/layer", 2}, // lookups over the layers, for the steps that read them
	{"readout/internal/read/*", 3},
	{"readout/internal/ledger/*", 3},
	{"readout/internal/ledger/story/commongen", 6},
	{"readout/internal/serve/query", 3},
	{"readout/internal/serve/query/querytest", 3},
	{"readout/internal/demo", 3},
	{"readout/internal/read", 4},
	{"readout/internal/ledger", 4},
	{"readout/internal/serve/*", 4},
	{"readout/internal/gold/goldgen", 5},
	{"readout/internal/eval/scores", 6},
	{"readout/internal/eval/stance", 3},
	{"readout/internal/eval", 5},
	{"readout/internal/notice", 5},
	{"readout/cmd/readout", 6},
	{"readout/bench/made", 5},
	{"readout/bench/*", 6},
	{"readout/internal/archtest", 0},
}

// allowed are imports between packages of one floor, and some that are
// forbidden in general.
var allowed = []struct{ from, to, why string }{
	{"readout/internal/store/*", "readout/internal/store", "a store implements the interface beside it"},
	{"readout/internal/store/*", "readout/internal/decision", "a store applies what persons have decided"},
	{"readout/internal/ledger/ruling", "readout/internal/decision", "what persons have decided, as the ledger finds its targets"},
	{"readout/internal/decision", "readout/internal/store", "days mean the same everywhere"},
	{"readout/internal/read/layer", "readout/internal/lang", "words are looked up in the language's lists"},
	{"readout/internal/serve/*", "readout/internal/serve/query", "doors render the answers of query"},
	{"readout/internal/serve/query/querytest", "readout/internal/serve/query", "a fake for the tests of the doors"},
	{"readout/internal/serve/check", "readout/internal/ledger/match", "a draft is compared by the same mathematics, which knows no ledger"},
	{"readout/internal/serve/query", "readout/internal/ledger/match", "words asked for are compared by the same mathematics, which knows no ledger"},
}

// forbidden are imports that the floors would allow.
var forbidden = []struct{ from, to, why string }{
	{"readout/internal/read", "readout/internal/store", "reading is pure: one report in, one record out, no disk"},
	{"readout/internal/read/*", "readout/internal/store", "reading is pure: one report in, one record out, no disk"},
	{"readout/internal/read/*", "readout/internal/ingest", "reading takes a document, whatever format it came in"},
	{"readout/internal/ledger", "readout/internal/read", "the ledger joins records, however they were read"},
	{"readout/internal/ledger/*", "readout/internal/read", "the ledger joins records, however they were read"},
	{"readout/internal/serve/*", "readout/internal/read", "doors show what is kept; they do not read reports"},
	{"readout/internal/serve/*", "readout/internal/ledger", "doors show what is kept; the command line keeps it up to date"},
	{"readout/internal/ledger/match", "readout", "the mathematics of likeness knows nothing of news"},
	{"readout/internal/ingest", "readout/internal/lang", "a format says nothing of a language"},
}

// onlyIn are libraries that one package alone imports, so that another can
// take their place by a change in one room.
var onlyIn = map[string]string{
	"github.com/spf13/cobra":                   "readout/cmd/readout",
	"github.com/adrg/xdg":                      "readout/cmd/readout",
	"github.com/rogpeppe/go-internal":          "readout/cmd/readout",
	"golang.org/x/net":                         "readout/internal/ingest",
	"modernc.org/sqlite":                       "readout/internal/store/sqlite",
	"github.com/pressly/goose/v3":              "readout/internal/store/sqlite",
	"github.com/clipperhouse/uax29/v2":         "readout/internal/read/segment",
	"golang.org/x/tools/txtar":                 "readout/internal/gold",
	"net/http":                                 "readout/internal/serve/web",
	"database/sql":                             "readout/internal/store/sqlite",
	"golang.org/x/text/cases":                  "readout/internal/eval",
	"github.com/santhosh-tekuri/jsonschema/v6": "readout/internal/serve/check",
	"github.com/google/go-cmp":                 "readout/internal/store/storetest",
	"github.com/mattn/go-isatty":               "readout/cmd/readout",
	"golang.org/x/term":                        "readout/cmd/readout",
	"github.com/arran4/golang-ical":            "readout/internal/serve/export",
	"github.com/emersion/go-ical":              "readout/internal/serve/export", // of its tests, which read with another library than wrote
}

// net/http has a server to start and to stop, which is the program's to do.
var alsoIn = map[string]string{"net/http": "readout/cmd/readout"}

type listed struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", module+"/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p listed
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) < 10 {
		t.Fatalf("go list found only %d packages", len(all))
	}
	return all
}

func fits(pattern, pkg string) bool {
	ok, _ := path.Match(pattern, pkg)
	return ok
}

func floorOf(pkg string) (int, bool) {
	for _, f := range floors {
		if fits(f.pattern, pkg) {
			return f.floor, true
		}
	}
	return 0, false
}

func TestFloors(t *testing.T) {
	for _, p := range packages(t) {
		from, ok := floorOf(p.ImportPath)
		if !ok {
			t.Errorf("%s has no floor: add it to the table", p.ImportPath)
			continue
		}
		for _, imp := range p.Imports {
			if imp != module && !strings.HasPrefix(imp, module+"/") {
				continue
			}
			if why := broken(p.ImportPath, imp, from); why != "" {
				t.Errorf("%s imports %s: %s", p.ImportPath, imp, why)
			}
		}
	}
}

// broken gives the reason why an import is wrong, or "".
func broken(from, to string, floor int) string {
	for _, a := range allowed {
		if fits(a.from, from) && fits(a.to, to) {
			return ""
		}
	}
	for _, f := range forbidden {
		if fits(f.from, from) && (fits(f.to, to) || strings.HasPrefix(to, f.to+"/") && f.to != module) {
			return f.why
		}
	}
	below, ok := floorOf(to)
	switch {
	case !ok:
		return "the imported package has no floor"
	case below < floor:
		return ""
	case below > floor:
		return "imports go down, never up"
	}
	return "siblings do not import siblings"
}

func TestLibrariesHaveOneDoor(t *testing.T) {
	used := map[string]bool{}
	for _, p := range packages(t) {
		for _, imp := range p.Imports {
			for lib, home := range onlyIn {
				if imp != lib && !strings.HasPrefix(imp, lib+"/") {
					continue
				}
				used[lib] = true
				if p.ImportPath != home && p.ImportPath != alsoIn[lib] {
					t.Errorf("%s imports %s: only %s does, so that it can be replaced in one place", p.ImportPath, imp, home)
				}
			}
		}
	}
	for _, lib := range []string{"modernc.org/sqlite", "golang.org/x/net"} {
		if !used[lib] {
			t.Errorf("%s is imported by nobody: the rule checks nothing", lib)
		}
	}
}

// TestRulesBite: each kind of rule fails on an import that breaks it.
func TestRulesBite(t *testing.T) {
	for _, c := range []struct{ from, to string }{
		{"readout/internal/lang", "readout/internal/read"},
		{"readout/internal/read/quote", "readout/internal/read/segment"},
		{"readout/internal/read", "readout/internal/store/sqlite"},
		{"readout/internal/serve/web", "readout/internal/ledger/party"},
		{"readout/internal/serve/web", "readout/internal/ledger/match"},
		{"readout/internal/ledger", "readout/internal/read/quote"},
		{"readout/internal/ledger/match", "readout"},
	} {
		floor, _ := floorOf(c.from)
		if broken(c.from, c.to, floor) == "" {
			t.Errorf("%s may import %s", c.from, c.to)
		}
	}
	for _, c := range []struct{ from, to string }{
		{"readout/internal/store/sqlite", "readout/internal/store"},
		{"readout/internal/read", "readout/internal/read/quote"},
		{"readout/internal/serve/query", "readout/internal/ledger/match"},
		{"readout/cmd/readout", "readout/internal/eval"},
	} {
		floor, _ := floorOf(c.from)
		if why := broken(c.from, c.to, floor); why != "" {
			t.Errorf("%s may not import %s: %s", c.from, c.to, why)
		}
	}
}
