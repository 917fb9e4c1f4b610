package main

import (
	"fmt"
	"strings"

	"readout/internal/serve/check"
	"readout/internal/serve/query"
)

// printFindings writes them in the format that is asked for.
func (p *program) printFindings(draft string, found []check.Shown, o checking) error {
	switch o.format {
	case "json":
		for _, s := range found {
			if err := p.out.json(s.Row()); err != nil {
				return err
			}
		}
		return nil
	case "sarif":
		return p.out.json(check.SARIF(draft, version(), found))
	}
	silenced := 0
	for _, s := range found {
		if s.Silenced != nil {
			silenced++
			continue
		}
		p.printFinding(draft, s)
	}
	p.out.flush()
	p.note("%s", tally(check.Open(found), silenced))
	return nil
}

// printFinding prints one as compilers do, with what it rests on below.
func (p *program) printFinding(draft string, s check.Shown) {
	separator := ":"
	if s.Begin.In != "file" {
		separator = ": "
	}
	p.out.put(bold, oneLine(draft)+separator+s.Begin.Words()+": "+string(s.Level)+": "+string(s.Kind))
	p.out.put(faint, "  "+s.ID)
	p.out.printf("\n")
	p.out.wrapped(plain, 4, s.Reason)
	p.out.wrapped(plain, 4, "draft: "+s.At.Text)
	if len(s.Edits) > 0 {
		p.out.wrapped(bold, 4, editWords(s.Edits))
	}
	for _, w := range s.Witnesses {
		p.printWitness(w)
	}
	p.out.printf("\n")
}

func (p *program) printWitness(r query.Row) {
	p.out.put(faint, "    "+r.ID)
	p.out.printf("  %s\n", oneLine(speaker(r)))
	p.out.wrapped(plain, 6, r.Sentence)
	p.out.wrapped(faint, 6, place(r.Outlet, r.Published)+gradeMark(r.Grade))
}

// tally says how much was found.
func tally(open map[check.Level]int, silenced int) string {
	var parts []string
	for _, l := range []check.Level{check.Error, check.Question, check.Hint} {
		if open[l] > 0 {
			parts = append(parts, counted(open[l], string(l)))
		}
	}
	all := strings.Join(parts, ", ")
	if all == "" {
		all = "nothing found"
	}
	if silenced > 0 {
		all += fmt.Sprintf("; %d silenced", silenced)
	}
	return all
}
