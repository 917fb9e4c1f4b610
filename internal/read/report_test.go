// Every file of testdata/reports is one report with what a careful person
// finds in it, in the notation of package gold. The tests here read the report
// and compare, section by section; only the fields that a line gives count.
package read_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"readout"
	"readout/internal/gold"
	"readout/internal/read"
)

var update = flag.Bool("update", false, "set and remove the marks of known misses and known false finds in testdata/reports")

const reportsDir = "../../testdata/reports"

// reportFiles lists the reports of all languages.
func reportFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(reportsDir, "*", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no reports under %s: %v", reportsDir, err)
	}
	return files
}

// open reads a case and makes its document as ingest would.
func open(t *testing.T, file string) (*gold.Case, *readout.Document) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c, err := gold.Parse(data)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	hash := readout.HashOf([]byte(c.Text))
	doc := &readout.Document{
		ID: readout.DocumentID(hash), Name: filepath.Base(file), Outlet: c.Meta["outlet"], Title: c.Meta["title"],
		URL: c.Meta["url"], Lang: c.Meta["lang"], Text: c.Text, Hash: hash,
	}
	if day := c.Meta["published"]; day != "" {
		doc.Published = &readout.Date{Value: day, Grain: readout.GrainDay, Basis: "given"}
	}
	return c, doc
}

func TestReports(t *testing.T) {
	var right, missed, extra int
	for _, file := range reportFiles(t) {
		name, _ := filepath.Rel(reportsDir, file)
		t.Run(filepath.ToSlash(name), func(t *testing.T) {
			c, doc := open(t, file)
			x := examine(t, c, doc)
			for _, v := range x.verdicts {
				if len(v.problems) > 0 {
					missed++
				} else if v.found {
					right++
				}
			}
			extra += len(x.surplus)
			if *update {
				rewrite(t, file, x)
				return
			}
			x.report(t, file)
		})
	}
	t.Logf("%d expectations are found and right, %d are missed or wrong; %d false finds", right, missed, extra)
}

// examine reads the document and compares what was read with the case.
func examine(t *testing.T, c *gold.Case, doc *readout.Document) *exam {
	t.Helper()
	r, err := read.New(doc.Lang)
	if err != nil {
		t.Fatal(err)
	}
	rec, err := r.Read(doc)
	if err != nil {
		t.Fatal(err)
	}
	x := newExam(c, doc, rec)
	x.segments()
	x.statements()
	x.responses()
	x.commitments()
	x.contacts()
	x.incidents()
	if c.Has("times") { // a Record keeps no times
		layers, err := r.Analyze(doc)
		if err != nil {
			t.Fatal(err)
		}
		x.times(layers.Times)
	}
	return x
}

// report turns the comparison into errors of the test.
func (x *exam) report(t *testing.T, file string) {
	t.Helper()
	for _, v := range x.verdicts {
		switch found := len(v.problems) == 0; {
		case v.Miss && found:
			t.Errorf("%s:%d: known miss is found now: remove its \"~ \"", file, v.No)
		case !v.Miss && !found:
			t.Errorf("%s:%d: %s", file, v.No, strings.Join(v.problems, "\n\t"))
		}
	}
	for _, s := range x.surplus {
		if s.known == 0 {
			t.Errorf("%s: %s: too much: %s", file, s.section, s.what)
		}
	}
	for _, s := range x.gone() {
		t.Errorf("%s:%d: known false find is gone: remove the line", file, s.No)
	}
}

// gone lists the "~+" lines of sections that were compared and whose find is
// no longer made.
func (x *exam) gone() []gold.Surplus {
	var out []gold.Surplus
	for _, s := range x.Surplus {
		made := slices.ContainsFunc(x.surplus, func(f surplus) bool { return f.known == s.No })
		if !made && x.compared[s.Section] {
			out = append(out, s)
		}
	}
	return out
}

// rewrite sets the marks in the file by what was found. It never writes an
// expectation.
func rewrite(t *testing.T, file string, x *exam) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	for _, v := range x.verdicts {
		line := &lines[v.No-1]
		*line = strings.TrimPrefix(*line, "~ ")
		if len(v.problems) > 0 {
			*line = "~ " + *line
		}
	}
	drop := map[int]bool{}
	for _, s := range x.gone() {
		drop[s.No] = true
	}
	var out []string
	for i, line := range lines {
		if !drop[i+1] {
			out = append(out, line)
		}
		if name, ok := strings.CutPrefix(line, "-- "); ok {
			out = append(out, x.newFalseFinds(t, strings.TrimSuffix(name, " --"))...)
		}
	}
	if err := os.WriteFile(file, []byte(strings.Join(out, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}

// newFalseFinds gives a "~+" line for each false find that has none yet.
func (x *exam) newFalseFinds(t *testing.T, section string) []string {
	t.Helper()
	var out []string
	for _, s := range x.surplus {
		if s.section != section || s.known != 0 {
			continue
		}
		snippet := strings.Join(strings.Fields(x.Text[s.at.Start:s.at.End]), " ")
		all := gold.Occurrences(x.Text, snippet)
		n := slices.IndexFunc(all, func(r readout.Range) bool { return r.Overlaps(s.at) })
		if n < 0 {
			t.Errorf("%s: too much: %s: this cannot be written as a snippet", section, s.what)
			continue
		}
		line := `~+ "` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(snippet) + `"`
		if len(all) > 1 {
			line += "#" + strconv.Itoa(n+1)
		}
		out = append(out, line)
	}
	return out
}

// Reading is repeatable, ids are unique, and every span is the text it points
// at.
func TestReportInvariants(t *testing.T) {
	for _, file := range reportFiles(t) {
		_, doc := open(t, file)
		r, err := read.New(doc.Lang)
		if err != nil {
			t.Fatal(err)
		}
		first, err := r.Read(doc)
		if err != nil {
			t.Fatal(err)
		}
		second, err := r.Read(doc)
		if err != nil || !reflect.DeepEqual(first, second) {
			t.Errorf("%s: a second reading differs: %v", file, err)
		}
		ids := map[string]bool{}
		walk(reflect.ValueOf(first), func(v reflect.Value) {
			switch o := v.Interface().(type) {
			case readout.Span:
				if err := doc.Check(o); err != nil {
					t.Errorf("%s: %v", file, err)
				}
			case readout.Party, readout.Statement, readout.Response, readout.Commitment, readout.Contact, readout.Incident:
				id := fmt.Sprintf("%T %s", o, v.FieldByName("ID"))
				if ids[id] {
					t.Errorf("%s: two of %s", file, id)
				}
				ids[id] = true
			}
		})
	}
}

// walk visits every struct inside v.
func walk(v reflect.Value, visit func(reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), visit)
		}
	case reflect.Struct:
		visit(v)
		for i := range v.NumField() {
			walk(v.Field(i), visit)
		}
	}
}
