package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/decision"
)

func (p *program) decideCommand() *cobra.Command {
	var who, why string
	var asJSON bool
	c := &cobra.Command{
		Use:   "decide KIND ID [ID] [FIELD=VALUE...]",
		Short: "Decide what the reader has left open, or got wrong",
		Long: `Decide something about the record, in your name and with a reason. What was read
stays as it is; the decision stands beside it and holds again after every reading
and for later versions of a report. To undo a decision, reject it: readout log
has its id.

Of one thing:

  accept S                   the statement is right as it stands
  reject ID                  take a statement, an answer, a promise, a meeting or
                             an incident out of every list and count
  correct ID FIELD=VALUE...  give fields another value

Fields of a statement:
  ` + wrap(strings.Join(decision.Fields("statement"), ", ")) + `.
Fields of an answer:
  ` + wrap(strings.Join(decision.Fields("response"), ", ")) + `.
Of a promise:
  ` + strings.Join(decision.Fields("commitment"), ", ") + `.
Of a meeting:
  ` + strings.Join(decision.Fields("contact"), ", ") + `.
Of an incident:
  ` + strings.Join(decision.Fields("incident"), ", ") + `.
Of a party:
  ` + strings.Join(decision.Fields("party"), ", ") + `.
A speaker is an id or a name; nothing (speaker=) is nobody. Words of the report
(source, cue, content) must stand in it; " … " goes between pieces of content.

Of what several reports say:

  merge P P                  the two parties are one
  split P P                  they are two
  same X Y                   the two are the same: utterances, propositions, or
                             statements, which then are about one proposition
  different X Y              they are not
  same S Q [value=STANCE]    the statement takes a stance on the proposition
  different S Q              it takes none
  same S text=WORDS [value=STANCE]
                             it takes one on a proposition in your own words
  correct Q text=WORDS       word the proposition so
  state C STATE [S]          the commitment's state, on the word of a statement

Stances, without one of which it is worked out from the words:
  ` + wrap(listed(decision.Stances)) + `.
States:
  ` + wrap(listed(decision.States)) + `.`,
		Example: `  readout decide accept s-4f0a --why "heard the recording"
  readout decide correct s-4f0a speaker="Ana Ruiz" act=deny --why "she, not her deputy"
  readout decide merge p-11c0 p-9b21 --why "a misprint"
  readout decide same s-4f0a text="The bridge opens in May." value=denies --why "her words, at last"
  readout decide state c-77aa kept s-90c1 --why "the ministry says so"
  readout decide reject z-81c2 --why "the recording was of another day"`,
		Args:              cobra.MinimumNArgs(2),
		ValidArgsFunction: completeDecision,
		RunE: func(c *cobra.Command, args []string) error {
			if strings.TrimSpace(why) == "" {
				return usage("a decision needs a reason: --why TEXT")
			}
			return p.atDesk(c.Context(), who, func(d *desk) error { return p.decide(c.Context(), d, args, why, asJSON) })
		},
	}
	c.Flags().StringVar(&why, "why", "", "the reason, in a `sentence`")
	whoFlag(c, &who)
	jsonFlag(c, &asJSON)
	return c
}

// wrap breaks a list into lines for the help, two spaces in.
func wrap(list string) string {
	var b strings.Builder
	width := 2
	for i, word := range strings.Split(list, ", ") {
		switch n := len(word) + 2; {
		case i == 0:
		case width+n > columns:
			b.WriteString(",\n  ")
			width = 2
		default:
			b.WriteString(", ")
		}
		b.WriteString(word)
		width += len(word) + 2
	}
	return b.String()
}

// completeDecision offers the kinds, then the fields or states that go with one.
func completeDecision(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	done := cobra.ShellCompDirectiveNoFileComp
	fields := func(names ...string) ([]string, cobra.ShellCompDirective) {
		for i := range names {
			names[i] += "="
		}
		return names, done | cobra.ShellCompDirectiveNoSpace
	}
	switch kind := append(args, "")[0]; {
	case len(args) == 0:
		return strings.Split(listed(readout.DecisionKinds), ", "), done
	case len(args) == 2 && kind == string(readout.StateIt):
		return strings.Split(listed(decision.States), ", "), done
	case len(args) > 1 && kind == string(readout.SameIt):
		return fields("text", "value")
	case len(args) > 1 && kind == string(readout.CorrectIt):
		return fields(decision.Fields(typeOf(args[1]))...)
	}
	return nil, done
}

// typeOf is what an id of a letter that can be corrected is of.
func typeOf(id string) string {
	switch id[:min(len(id), 1)] {
	case "r":
		return "response"
	case "q":
		return "proposition"
	}
	return "statement"
}

func (p *program) decide(ctx context.Context, d *desk, args []string, why string, asJSON bool) error {
	all, err := d.decide(ctx, readout.DecisionKind(args[0]), args[1:], why)
	for _, one := range all {
		if !asJSON {
			p.out.printf("%s  %s\n", one.ID, decisionWords(one))
		} else if err := p.out.json(one); err != nil {
			return err
		}
	}
	return err
}

// decisionWords says what was decided, on one line.
func decisionWords(d readout.Decision) string {
	s := string(d.What) + " " + d.Target.Type + " " + d.Target.ID
	if d.With != nil {
		s += " and " + d.With.Type + " " + d.With.ID
	}
	switch {
	case d.Field != "":
		s += "  " + d.Field + "=" + d.Value
	case d.Value != "":
		s += "  " + d.Value
	}
	return s
}
