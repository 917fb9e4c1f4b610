package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/ledger"
	"readout/internal/read"
)

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Say which version this is",
		Long: `Say which version this is: of the program, of the rules by which it reads and
joins, and of the export format.`,
		Args: cobra.NoArgs,
		Run: func(*cobra.Command, []string) {
			p.out.printf("readout %s\nreader  %s\nledger  %s\nformat  %d\nbuilt   %s %s/%s\n",
				version(), read.Version, ledger.Version, readout.FormatVersion, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		},
	}
}

// version is what the Go tool has noted at the build: a released version, or
// the commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	revision, changed := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = ", changed"
		}
	}
	if revision == "" {
		return "development"
	}
	return fmt.Sprintf("development (%.12s%s)", revision, changed)
}
