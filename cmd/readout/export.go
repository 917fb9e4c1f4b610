package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"readout/internal/ledger"
	"readout/internal/serve/export"
	"readout/internal/store/sqlite"
)

func (p *program) exportCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "export",
		Short: "Write the record for other programs",
		Long:  "Write the record for other programs, in one of the formats below.",
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return usage("export: no format given; there are: jsonl, ics") },
	}
	var file string
	jsonl := &cobra.Command{
		Use:   "jsonl",
		Short: "Write everything as JSON, one object a line",
		Long: `Write everything as JSON, one object a line, each with its "type": documents,
statements with their places in the text, parties, propositions and the rest.
Two exports of the same record are the same bytes.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return p.exportJSONL(c.Context(), file) },
	}
	outputFlag(jsonl, &file)
	c.AddCommand(jsonl, p.calendarCommand())
	return c
}

func outputFlag(c *cobra.Command, file *string) {
	c.Flags().StringVarP(file, "output", "o", "", "write to this `file` (default standard output)")
}

func (p *program) exportJSONL(ctx context.Context, file string) error {
	return p.export(ctx, file, func(db *sqlite.DB, w io.Writer) error { return export.JSONL(ctx, w, db, ledger.Version) })
}

// export writes the record to a file, or to standard output.
func (p *program) export(ctx context.Context, file string, format func(*sqlite.DB, io.Writer) error) error {
	if p.keeps(file) {
		return hinted(fmt.Errorf("export: %s is the record itself", file), "give another file to -o")
	}
	db, err := p.openKept(ctx)
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { return format(db, w) }
	switch {
	case file != "" && file != "-":
		err = writeFile(file, write)
	case p.out.terminal:
		err = write(&lineWriter{w: escaper{p.out.raw()}})
	default:
		err = write(p.out.raw())
	}
	return errors.Join(err, db.Close())
}

// keeps reports that a path is the record's file or one of those beside it.
func (p *program) keeps(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if own, err := os.Stat(p.file() + suffix); err == nil && os.SameFile(info, own) {
			return true
		}
	}
	return false
}

// writeFile writes a file whole or not at all: what stood there before stays
// until all is written. A device or a pipe is written to as it is.
func writeFile(path string, write func(io.Writer) error) error {
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, 0)
		if err != nil {
			return err
		}
		return errors.Join(write(f), f.Close())
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".readout-*")
	if err != nil {
		return err
	}
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return os.Rename(f.Name(), path)
}
