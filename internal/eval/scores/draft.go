package main

import (
	"context"
	"path/filepath"

	"readout/internal/eval"
	"readout/internal/read"
)

// draftHalves are the folders of drafts: those that finders are developed on,
// and those kept apart from whoever writes them.
var draftHalves = []string{"open", "kept"}

// putDrafts measures what the check of drafts finds, a section a half.
func putDrafts(ctx context.Context, t *eval.Table, r *read.Reader, folder string) error {
	for _, half := range draftHalves {
		corpus, err := eval.Drafts(ctx, filepath.Join(folder, half), r.Analyze, r.Read)
		if err != nil {
			return err
		}
		t.Put("drafts "+half, corpus.Report().Lines())
	}
	return nil
}
