package main

import (
	"context"
	"path/filepath"

	"readout/internal/eval"
	"readout/internal/read"
)

// draftParts are the drafts: those that finders are developed on, those kept
// apart from whoever writes them, and the long piece that stands beside the two.
var draftParts = []struct{ section, folder string }{{"drafts open", "open"}, {"drafts kept", "kept"}, {"drafts editor", "."}}

// putDrafts measures what the check of drafts finds, a section a part.
func putDrafts(ctx context.Context, t *eval.Table, r *read.Reader, folder string) error {
	for _, part := range draftParts {
		corpus, err := eval.Drafts(ctx, filepath.Join(folder, part.folder), r.Analyze, r.Read)
		if err != nil {
			return err
		}
		t.Put(part.section, corpus.Report().Lines())
	}
	return nil
}
