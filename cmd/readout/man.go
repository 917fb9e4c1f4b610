package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// manCommand prints a manual page made from the commands' own descriptions, in
// the macros of man(7). (cobra/doc would bring in a Markdown library.)
func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "man",
		Short:  "Print the manual page",
		Long:   "Print the manual page in the macros of man(7): readout man > readout.1",
		Hidden: true,
		Args:   cobra.NoArgs,
		Run:    func(c *cobra.Command, _ []string) { p.out.printf("%s", manual(c.Root())) },
	}
}

func manual(root *cobra.Command) string {
	var b strings.Builder
	b.WriteString(".TH READOUT 1\n.SH NAME\n" + roff("readout - "+root.Short) + ".SH SYNOPSIS\n.B readout\n" + roff("COMMAND [FLAGS] [ARGUMENTS]"))
	b.WriteString(".SH DESCRIPTION\n" + roff(root.Long) + ".SH COMMANDS\n")
	for _, c := range root.Commands() {
		describe(&b, c)
	}
	b.WriteString(".SH COMMON FLAGS\n" + flags(root.PersistentFlags().FlagUsages()))
	return b.String()
}

// describe writes a command and those below it.
func describe(b *strings.Builder, c *cobra.Command) {
	if c.Hidden || c.Name() == "help" {
		return
	}
	if c.Name() == "completion" { // the shells' own instructions are long
		b.WriteString(".SS completion\n" + roff(c.Short+"; see readout completion --help."))
		return
	}
	if c.Runnable() || !c.HasSubCommands() {
		b.WriteString(".SS " + strings.ReplaceAll(strings.TrimSuffix(c.UseLine(), " [flags]"), "-", `\-`) + "\n")
		b.WriteString(roff(c.Short+".") + ".PP\n" + roff(c.Long))
		b.WriteString(flags(c.LocalNonPersistentFlags().FlagUsages()))
		if c.HasExample() {
			b.WriteString(".PP\n.nf\n" + roff(c.Example) + ".fi\n")
		}
	}
	for _, sub := range c.Commands() {
		describe(b, sub)
	}
}

// flags sets a list of flags as it is.
func flags(usages string) string {
	if usages == "" {
		return ""
	}
	return ".PP\n.nf\n" + roff(strings.ReplaceAll("\n"+usages, "\n  ", "\n")[1:]) + ".fi\n"
}

// roff escapes text: backslashes, hyphens, and a dot or quotation mark that
// would begin a line as a macro. An empty line begins a paragraph; an indented
// one keeps its line.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	var b strings.Builder
	for line := range strings.Lines(strings.TrimRight(text, "\n") + "\n") {
		switch {
		case strings.TrimSpace(line) == "":
			line = ".PP\n"
		case strings.HasPrefix(line, " "):
			line = ".br\n" + strings.TrimLeft(line, " ")
		case strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'"):
			line = `\&` + line
		}
		b.WriteString(line)
	}
	return b.String()
}
