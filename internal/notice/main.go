// Command notice writes THIRD_PARTY.md: every module that is linked into the
// program, with its version and the text of its licence, and the open data in
// the language lists. It reads the module list of the build, so that nothing is
// kept by hand.
//
//	go run ./internal/notice > THIRD_PARTY.md
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

const data = `## Data

- ` + "`internal/lang/en/states.txt`" + `: names, capitals and adjectives of the world's states, from the countries list of
  Mohammed Le Doze and contributors (github.com/mledoze/countries), Open Database Licence (ODbL) 1.0; short names
  were added. This list, as a derived database, is under the same licence.
- ` + "`models/reader-en.bin`" + `: trained from intfloat/e5-small-v2 (MIT licence, Copyright Microsoft Corporation) on the corpora that
  ` + "`models/reader-en.md`" + ` lists. Its vocabulary, also ` + "`models/vocab.txt`" + `, is that of BERT uncased (Apache-2.0, Google).
- ` + "`internal/nn/wordpiece/fold.txt`" + `: facts of the Unicode Character Database (Unicode licence v3), measured from the
  reference tokenizer.
- ` + "`internal/eval/cheapest.go`" + ` follows the order of steps of SciPy's linear_sum_assignment (BSD-3-Clause).

`

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "notice: error:", err)
		os.Exit(1)
	}
}

func run(w io.Writer) error {
	modules, err := linked()
	if err != nil {
		return err
	}
	fmt.Fprint(w, "# Third-party notices\n\nreadout is built with the modules below. Made by `go run ./internal/notice` from the build's own module list.\n\n", data, "## Modules\n\n")
	for _, m := range modules {
		fmt.Fprintf(w, "- %s %s\n", m.Path, m.Version)
	}
	for _, m := range modules {
		texts, err := licences(m.Dir)
		if err != nil {
			return fmt.Errorf("%s: %w", m.Path, err)
		}
		fmt.Fprintf(w, "\n## %s %s\n", m.Path, m.Version)
		for _, t := range texts {
			fmt.Fprintf(w, "\n```text\n%s\n```\n", strings.TrimSpace(t))
		}
	}
	return nil
}

type module struct {
	Path, Version, Dir string
	Main               bool
}

// linked lists the modules whose packages are in the program, by path.
func linked() ([]module, error) {
	var errs bytes.Buffer
	cmd := exec.Command("go", "list", "-deps", "-json=Module", "readout/cmd/readout")
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w: %s", err, errs.String())
	}
	seen := map[string]module{}
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); {
		var p struct{ Module *module }
		if err := dec.Decode(&p); err != nil {
			return nil, err
		}
		if p.Module != nil && !p.Module.Main {
			seen[p.Module.Path] = *p.Module
		}
	}
	var all []module
	for _, m := range seen {
		all = append(all, m)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Path < all[j].Path })
	return all, nil
}

// licences reads the licence and notice files of a module.
func licences(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		name := strings.ToUpper(e.Name())
		if e.IsDir() || !strings.HasPrefix(name, "LICENSE") && !strings.HasPrefix(name, "LICENCE") && !strings.HasPrefix(name, "COPYING") && !strings.HasPrefix(name, "NOTICE") {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		out = append(out, string(b))
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no licence file in the module")
	}
	return out, nil
}
