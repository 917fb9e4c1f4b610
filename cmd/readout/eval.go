package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/eval"
	"readout/internal/eval/stance"
	"readout/internal/lang"
	"readout/internal/ledger"
	"readout/internal/read"
	"readout/internal/serve/export"
)

// evalFlags are what is compared with what.
type evalFlags struct {
	gold, pred, corpus, dump string
	errors                   int
}

func (p *program) evalCommand() *cobra.Command {
	var f evalFlags
	c := &cobra.Command{
		Use:   "eval --gold FILE [--pred FILE] | --corpus NAME DIR",
		Short: "Measure the reader against gold",
		Long: `Compare an export (--pred, else the record) with a gold export and print the
figures: precision, recall, F1 and, in brackets, right/predicted/gold. Documents
are paired by file name; add those of the gold before.

With --corpus, read a corpus of others and compare with its annotation; the
record is not touched. --dump writes what was read, one JSON object a document,
spans in code points.

polnear: the articles in DIR/text, with the first annotation of each in
DIR/attributions. What is measured are the encoder's attributions, before any
rule, in the convention of the corpus.

timex: the TimeML documents (*.tml) under DIR, each published on the day of its
<DCT>. What is measured are the time expressions as TIMEX3 has them, in the plain
text inside <TEXT>, and on which side of publication bare weekdays are put.

stories: news-please files (*.json) in DIR, or a folder a set, grouped by their
newsCluster or their folder. What is measured is how the ledger puts reports into
stories, as it does and with the likeness that is best on another set.

casualties: texts and keys of MUC-3/4 in DIR, of which every second document is
read, those that rules are developed on. What is measured are the numbers of
killed and injured in incidents.

events: sentences with an event type in DIR (PLOVER *.jsonl, CASE *.tsv), every
second of them, as above. What is
measured is whether meetings, agreements and strikes are in the record.

copies: the texts (*.txt) in DIR. What is measured is whether edited copies of
them are found, and whether two that only share a long quotation are left alone.
--dump writes nothing of these two.

drafts: marked drafts (*.txt, *.md) in DIR, written over the demo story. What is
measured is what check finds in them. --dump writes the findings.

stance: pairs of a claim and a headline (*-train.jsonl) in DIR. What is measured
is whether the headline is told to be for the claim, against it or only to tell
of it, each fifth of the claims by what the others teach, and those of
*-test.jsonl by what all of them teach. --dump writes the verdicts.`,
		Example: `  readout eval --gold gold.jsonl --errors 5
  readout eval --gold gold.jsonl --pred other.jsonl
  readout eval --corpus polnear data/polnear/dev --dump read.jsonl
  readout eval --corpus timex data/timex/aquaint --errors 5`,
		Args: func(_ *cobra.Command, args []string) error { return f.check(args) },
		RunE: func(c *cobra.Command, args []string) error {
			if f.corpus != "" {
				return p.evalCorpus(c.Context(), args[0], f)
			}
			return p.evalGold(c.Context(), f)
		},
	}
	c.Flags().StringVar(&f.gold, "gold", "", "gold export, a `file` of JSON lines")
	c.Flags().StringVar(&f.pred, "pred", "", "export to measure, a `file` (default the record)")
	c.Flags().StringVar(&f.corpus, "corpus", "", "`corpus` to measure on: "+strings.Join(corpora, ", "))
	c.Flags().StringVar(&f.dump, "dump", "", "with --corpus, write what was read into `file`")
	c.Flags().IntVar(&f.errors, "errors", 0, "list up to `n` errors under each figure")
	return c
}

func (f evalFlags) check(args []string) error {
	switch {
	case f.corpus != "" && (f.gold != "" || f.pred != ""):
		return errors.New("eval: --corpus is without --gold and --pred")
	case f.corpus != "" && !slices.Contains(corpora, f.corpus):
		return fmt.Errorf("eval: no corpus %q; there is: %s", f.corpus, strings.Join(corpora, ", "))
	case f.corpus != "" && len(args) != 1:
		return fmt.Errorf("eval: --corpus %s takes one directory", f.corpus)
	case f.corpus == "" && f.dump != "":
		return errors.New("eval: --dump goes with --corpus")
	case f.corpus == "" && f.gold == "":
		return errors.New("eval: nothing to measure against; give --gold FILE or --corpus NAME DIR")
	case f.corpus == "" && len(args) > 0:
		return fmt.Errorf("eval: %q is too much; files are given with --gold and --pred", args[0])
	}
	return nil
}

func (p *program) evalCorpus(ctx context.Context, dir string, f evalFlags) error {
	r, err := read.New("en")
	if err != nil {
		return err
	}
	corpus, err := readCorpus(ctx, r, f.corpus, dir)
	if err := errors.Join(err, ctx.Err()); err != nil {
		return err
	}
	if f.dump != "" {
		if err := dumpInto(f.dump, corpus); err != nil {
			return err
		}
	}
	return p.printReport(corpus.Report(), f.errors, "")
}

// corpora are those that can be measured on.
var corpora = []string{"polnear", "timex", "stories", "copies", "stance", "casualties", "events", "drafts"}

// measured is a corpus that has been read: its figures and what was read.
type measured interface {
	Report() *eval.Report
	Dump(io.Writer) error
}

func readCorpus(ctx context.Context, r *read.Reader, name, dir string) (measured, error) {
	switch name {
	case "stories", "copies", "stance":
		l, err := lang.For("en")
		if err != nil {
			return nil, err
		}
		switch name {
		case "stories":
			return eval.Stories(dir, eval.Segmented(l))
		case "stance":
			return eval.Stance(dir, stance.New(l))
		}
		return eval.Copies(dir, eval.Segmented(l))
	case "casualties":
		return eval.Casualties(dir, eval.Even, r.Analyze, r.Read)
	case "drafts":
		return eval.Drafts(ctx, dir, r.Analyze, r.Read)
	case "events":
		return eval.Events(dir, eval.Even, r.Read)
	case "polnear":
		return eval.Polnear(dir, eval.ByAnalysis(func(doc *readout.Document) (*readout.Analysis, error) {
			if ctx.Err() != nil {
				return nil, ctx.Err() // the corpus goes on, but nothing is read any more
			}
			return r.Analyze(doc)
		}))
	}
	return eval.Timex(func(doc *readout.Document) ([]readout.Timex, error) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return r.Times(doc)
	}, dir)
}

// dumpInto writes what was read of the corpus into a file.
func dumpInto(name string, corpus measured) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(corpus.Dump(file), file.Close())
}

func (p *program) evalGold(ctx context.Context, f evalFlags) error {
	gold, err := os.Open(f.gold)
	if err != nil {
		return err
	}
	defer gold.Close()
	pred, err := p.prediction(ctx, f.pred)
	if err != nil {
		return err
	}
	report, err := eval.Score(gold, pred)
	if err := errors.Join(err, pred.Close()); err != nil {
		return err
	}
	hint := "the files must have the same documents, paired by file name"
	if f.pred == "" {
		hint = "add the gold's documents to the record first; they are paired by file name"
	}
	return p.printReport(report, f.errors, hint)
}

// prediction is the file or, without one, an export of the record.
func (p *program) prediction(ctx context.Context, file string) (io.ReadCloser, error) {
	if file != "" {
		return os.Open(file)
	}
	db, err := p.openKept(ctx)
	if err != nil {
		return nil, err
	}
	r, w := io.Pipe()
	go func() { w.CloseWithError(errors.Join(export.JSONL(ctx, w, db, ledger.Version), db.Close())) }()
	return r, nil
}

// printReport prints the figures; what could not be compared is a failure.
func (p *program) printReport(r *eval.Report, misses int, hint string) error {
	var text strings.Builder
	if err := r.Write(&text, misses); err != nil {
		return err
	}
	p.out.printf("%s", text.String())
	if n := len(r.Notes); n > 0 {
		return hinted(fmt.Errorf("%s could not be compared", counted(n, "document")), hint)
	}
	return nil
}
