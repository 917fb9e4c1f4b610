package eval

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout"
	"readout/internal/demo"
	"readout/internal/ingest"
	"readout/internal/ledger"
	"readout/internal/serve/check"
	"readout/internal/serve/query"
	"readout/internal/store/sqlite"
)

// DraftCorpus is what a check says of drafts that are written over the demo
// story, beside the errors that were put into them.
type DraftCorpus struct {
	sheet
	dump    strings.Builder
	kinds   map[check.Kind]*tally
	clean   Accuracy // sentences of drafts without an error: those that nothing is said of
	db      *sqlite.DB
	analyze func(*readout.Document) (*readout.Analysis, error)
	read    Recorder
}

// cleanDraft begins the names of drafts that have no error.
const cleanDraft = "clean-"

// exactKinds compare words, names, days and numbers; more is asked of them than
// of those that must understand what is said.
var exactKinds = []check.Kind{
	check.WrongSpeaker, check.QuoteAltered, check.QuoteMerged, check.QuoteVariant, check.QuoteUnknown,
	check.WrongDate, check.FigureDiffers, check.FigureOutdated,
}

// Drafts checks every marked draft (*.txt, *.md) of a folder against the demo
// story, each as of the day of its Published line, and compares the findings
// with the marks. README.md in testdata/drafts says how they are written and
// what counts as right.
func Drafts(ctx context.Context, dir string, analyze func(*readout.Document) (*readout.Analysis, error), read Recorder) (c *DraftCorpus, err error) {
	files, err := draftFiles(dir)
	if err != nil {
		return nil, fmt.Errorf("drafts: %w", err)
	}
	db, err := sqlite.Open(ctx, sqlite.Memory)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	c = newDraftCorpus()
	c.db, c.analyze, c.read = db, analyze, read
	if err := c.record(ctx); err != nil {
		return nil, fmt.Errorf("drafts: demo story: %w", err)
	}
	for _, file := range files {
		if err := c.draft(ctx, file); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	c.measure()
	return c, nil
}

func newDraftCorpus() *DraftCorpus {
	c := &DraftCorpus{kinds: map[check.Kind]*tally{}}
	for _, k := range check.Kinds {
		c.kinds[k] = &tally{}
	}
	return c
}

func draftFiles(dir string) ([]string, error) {
	texts, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	marked, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil {
		return nil, err
	}
	files := slices.DeleteFunc(append(texts, marked...), func(f string) bool { return filepath.Base(f) == "README.md" })
	if len(files) == 0 {
		return nil, fmt.Errorf("no drafts in %s", dir)
	}
	slices.Sort(files)
	return files, nil
}

// record puts the demo story on record, as add does.
func (c *DraftCorpus) record(ctx context.Context) error {
	for _, r := range demo.Reports() {
		doc, err := ingest.Decode(r.Name, r.Data, ingest.Options{Published: r.Published, Outlet: r.Outlet})
		if err != nil {
			return err
		}
		rec, err := c.read(doc)
		if err != nil {
			return err
		}
		if _, err := c.db.Put(ctx, doc, rec); err != nil {
			return err
		}
	}
	return ledger.Update(ctx, c.db)
}

// draft checks one file and counts.
func (c *DraftCorpus) draft(ctx context.Context, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	text, marks, err := parseDraft(string(data))
	if err != nil {
		return err
	}
	name := filepath.Base(file)
	doc, err := ingest.Decode(name, []byte(text), ingest.Options{})
	if err != nil {
		return err
	}
	if doc.Text != text || !doc.Published.Known() {
		return errors.New("a draft is plain text with a Published line")
	}
	findings, err := c.check(ctx, doc)
	if err != nil {
		return err
	}
	a, err := c.analyze(doc)
	if err != nil {
		return err
	}
	if err := oneEach(marks, a.Sentences); err != nil {
		return err
	}
	c.compare(name, marks, findings, a.Sentences)
	if strings.HasPrefix(name, cleanDraft) {
		c.spared(findings, a)
	}
	return nil
}

func (c *DraftCorpus) check(ctx context.Context, doc *readout.Document) ([]check.Finding, error) {
	rec, err := c.read(doc)
	if err != nil {
		return nil, err
	}
	joined, err := ledger.Consider(ctx, c.db, doc, rec)
	if err != nil {
		return nil, err
	}
	d := check.Draft{Doc: doc, Rec: rec, Joined: joined}
	return check.Check(ctx, query.New(c.db, ledger.Version), d, query.At{AsOf: doc.Published.Value})
}

// compare pairs findings and marks, each mark with the first finding that is
// of its kind and stands where it is expected.
func (c *DraftCorpus) compare(name string, marks []draftMark, findings []check.Finding, sentences []readout.Sentence) {
	met := make([]bool, len(marks))
	for _, f := range findings {
		at := readout.Range{Start: f.At.BStart, End: f.At.BEnd}
		fmt.Fprintf(&c.dump, "%s:%d:%d: %s %s: %q: %s\n", name, f.Line, f.Column, f.Level, f.Kind, f.At.Text, f.Reason)
		i := slices.IndexFunc(marks, func(m draftMark) bool {
			return m.kind == f.Kind && !m.fair && meets(whole(m.at, sentences), at)
		})
		t := c.kinds[f.Kind]
		switch {
		case i >= 0 && !met[i]:
			met[i] = true
			t.right++
			t.pred++
		case !fair(marks, f.Kind, at):
			t.pred++
			c.miss(string(f.Kind), "not expected", fmt.Sprintf("%s:%d", name, f.Line), f.At.Text, f.Reason)
		}
	}
	for i, m := range marks {
		if m.fair {
			continue
		}
		c.kinds[m.kind].gold++
		if !met[i] {
			c.miss(string(m.kind), "not found", name, m.words)
		}
	}
}

func fair(marks []draftMark, kind check.Kind, at readout.Range) bool {
	return slices.ContainsFunc(marks, func(m draftMark) bool { return m.fair && m.kind == kind && meets(m.at, at) })
}

// spared counts the sentences of the body, and those that nothing is said of.
func (c *DraftCorpus) spared(findings []check.Finding, a *readout.Analysis) {
	for _, s := range a.Sentences {
		if a.Blocks[s.Block].Class != readout.Body {
			continue
		}
		c.clean.N++
		if !slices.ContainsFunc(findings, func(f check.Finding) bool {
			return meets(s.Range, readout.Range{Start: f.At.BStart, End: f.At.BEnd})
		}) {
			c.clean.Right++
		}
	}
}

// measure enters the figures: all, the kinds that more is asked of, the rest,
// then each.
func (c *DraftCorpus) measure() {
	var all, exact, rest tally
	for _, k := range check.Kinds {
		part := &rest
		if slices.Contains(exactKinds, k) {
			part = &exact
		}
		for _, t := range []*tally{&all, part} {
			t.right, t.pred, t.gold = t.right+c.kinds[k].right, t.pred+c.kinds[k].pred, t.gold+c.kinds[k].gold
		}
	}
	if c.clean.N > 0 {
		c.put("clean.sentences", c.clean)
	}
	c.put("findings", all.prf())
	c.put("findings.exact", exact.prf())
	c.put("findings.other", rest.prf())
	for _, k := range check.Kinds {
		if t := c.kinds[k]; t.pred+t.gold > 0 {
			c.put(string(k), t.prf())
		}
	}
}

// Report gives the figures.
func (c *DraftCorpus) Report() *Report { return c.report() }

// Dump writes the findings, a line each.
func (c *DraftCorpus) Dump(w io.Writer) error {
	_, err := io.WriteString(w, c.dump.String())
	return err
}
