package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"readout/internal/eval"
	"readout/internal/eval/stance"
	"readout/internal/lang"
	"readout/internal/read"
	"readout/internal/read/tag"
	"readout/models"
)

// putShared measures on what the folder of corpora holds.
func putShared(ctx context.Context, t *eval.Table, r *read.Reader, shared string) error {
	seeds, err := seedReports(filepath.Join(shared, "seeds"))
	if err != nil {
		return err
	}
	lines, err := score(ctx, r, seeds, filepath.Join(shared, "seeds", "record.jsonl"))
	if err != nil {
		return fmt.Errorf("seeds: %w", err)
	}
	t.Put("seeds", lines)
	polnear := filepath.Join(shared, "data", "polnear", "dev")
	corpus, err := eval.Polnear(polnear, eval.ByAnalysis(r.Analyze))
	if err != nil {
		return err
	}
	t.Put("polnear-dev", corpus.Report().Lines())
	t.Put("polnear-dev reliability", corpus.Reliability(certain).Lines())
	records, err := eval.Polnear(polnear, eval.ByRecords(r.Read))
	if err != nil {
		return err
	}
	t.Put("polnear-dev of the record", records.Report().Lines())
	if err := putLayers(t, filepath.Join(shared, "data")); err != nil {
		return err
	}
	if err := putGroups(t, filepath.Join(shared, "data")); err != nil {
		return err
	}
	if err := putIncidents(t, r, filepath.Join(shared, "data")); err != nil {
		return err
	}
	return putDecisions(t, r, filepath.Join(shared, "data"))
}

// putIncidents measures casualties and types of events on the half of their
// corpora that no rule was made with.
func putIncidents(t *eval.Table, r *read.Reader, data string) error {
	casualties, err := eval.Casualties(filepath.Join(data, "muc4", "dev"), eval.Odd, r.Analyze, r.Read)
	if err != nil {
		return err
	}
	t.Put("muc4", casualties.Report().Lines())
	events, err := eval.Events(filepath.Join(data, "events"), eval.Odd, r.Read)
	if err != nil {
		return err
	}
	t.Put("events", events.Report().Lines())
	return nil
}

// putDecisions measures what the rules decide: times, speakers of pronouns, acts.
func putDecisions(t *eval.Table, r *read.Reader, data string) error {
	times := filepath.Join(data, "timex")
	corpus, err := eval.Timex(r.Times, filepath.Join(times, "timebank"), filepath.Join(times, "aquaint"))
	if err != nil {
		return err
	}
	t.Put("timex", corpus.Report().Lines())
	polnear := filepath.Join(data, "polnear")
	for _, m := range []struct {
		name, table, dir string
		measure          func(io.Reader, string, eval.Recorder) (*eval.Report, error)
	}{
		{"speakers", "speakers.txt", "dev", eval.Speakers},
		{"acts open", "acts-open.txt", "train", eval.Acts},
		{"acts kept", "acts-kept.txt", "train", eval.Acts},
	} {
		table, err := os.Open(filepath.Join(filepath.Dir(committed), m.table))
		if err != nil {
			return err
		}
		report, err := m.measure(table, filepath.Join(polnear, m.dir), r.Read)
		if err := errors.Join(err, table.Close()); err != nil {
			return err
		}
		t.Put(m.name, report.Lines())
	}
	return nil
}

// putGroups measures how the ledger finds stories and copies, from titles, texts
// and days alone, and stances of headlines.
func putGroups(t *eval.Table, data string) error {
	l, err := lang.For("en")
	if err != nil {
		return err
	}
	for _, m := range []struct {
		name, dir string
		measure   func(string, eval.Recorder) (*eval.GroupCorpus, error)
	}{
		{"stories", filepath.Join(data, "stories"), eval.Stories},
		{"copies", filepath.Join(data, "raw-news", "ukraine-2022-2024"), eval.Copies},
	} {
		corpus, err := m.measure(m.dir, eval.Segmented(l))
		if err != nil {
			return err
		}
		t.Put(m.name, corpus.Report().Lines())
	}
	corpus, err := eval.Stance(filepath.Join(data, "stance"), stance.New(l))
	if err != nil {
		return err
	}
	t.Put("stance", corpus.Report().Lines())
	return nil
}

// certain is the probability from which on the reliability table calls an
// attribution certain.
const certain = 0.9

// putLayers measures what else the encoder sees: names, syntax, antecedents.
func putLayers(t *eval.Table, data string) error {
	tagger, err := tag.NewTagger(models.English)
	if err != nil {
		return err
	}
	by := eval.Tagged{Tagger: tagger}
	for _, m := range []struct {
		name    string
		measure func() (*eval.Report, error)
	}{
		{"names", func() (*eval.Report, error) { return eval.Names(data, by) }},
		{"syntax", func() (*eval.Report, error) { return eval.Syntax(data, by) }},
		{"coreference", func() (*eval.Report, error) { return eval.Coreference(data, by) }},
		{"gap", func() (*eval.Report, error) { return eval.Gap(data, by) }},
	} {
		report, err := m.measure()
		if err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
		t.Put(m.name, report.Lines())
	}
	return nil
}
