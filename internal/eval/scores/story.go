package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout/internal/eval"
	"readout/internal/ingest"
	"readout/internal/read"
	"readout/internal/story"
)

// storySection is what the section of a story under testdata is called, before
// its name.
const storySection = "story "

// putStories measures each story of the folder, a section a story.
func putStories(ctx context.Context, t *eval.Table, r *read.Reader, folder string) error {
	records, err := filepath.Glob(filepath.Join(folder, "*", "record.jsonl"))
	if err != nil {
		return err
	}
	for _, record := range records {
		dir := filepath.Dir(record)
		if err := putStory(ctx, t, r, storySection+filepath.Base(dir), dir); err != nil {
			return err
		}
	}
	return nil
}

// putStory measures the reports of a story against the record beside them.
func putStory(ctx context.Context, t *eval.Table, r *read.Reader, section, dir string) error {
	reports, err := storyReports(dir)
	if err != nil {
		return fmt.Errorf("%s: %w", section, err)
	}
	lines, err := score(ctx, r, reports, filepath.Join(dir, "record.jsonl"))
	if err != nil {
		return fmt.Errorf("%s: %w", section, err)
	}
	t.Put(section, lines)
	return nil
}

func storyReports(dir string) ([]input, error) {
	reports, err := story.Read(os.DirFS(dir), "story")
	if err != nil {
		return nil, err
	}
	var out []input
	for _, r := range reports {
		out = append(out, input{r.Name, r.Data, ingest.Options{Published: r.Published, Outlet: r.Outlet}})
	}
	return out, nil
}

// withoutLost is old without the sections of stories that now does not have:
// stories are always measured, so their folders are gone.
func withoutLost(old, now eval.Table) eval.Table {
	return slices.DeleteFunc(slices.Clone(old), func(s eval.Section) bool {
		there := slices.ContainsFunc(now, func(n eval.Section) bool { return n.Name == s.Name })
		return strings.HasPrefix(s.Name, storySection) && !there
	})
}
