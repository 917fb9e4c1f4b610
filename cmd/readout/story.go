package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout"
	"readout/internal/serve/query"
)

// What fits on a screen or two.
const (
	maxVoices    = 3 // of one kind under the claim
	maxMatters   = 4 // columns of the table
	maxParties   = 8 // rows of it
	maxDeadlines = 5
)

// tellStory prints what the record of the demo holds. All of it is computed
// from what was read; which claim is shown is a rule (telling).
func (p *program) tellStory(ctx context.Context, e *query.Engine) error {
	matters, _, err := e.Matters(ctx, query.At{}, 0, 0)
	if err != nil {
		return err
	}
	due, err := e.Due(ctx, "")
	if err != nil {
		return err
	}
	docs, err := e.Documents(ctx)
	if err != nil {
		return err
	}
	unclear, _, err := e.Statements(ctx, query.Query{Grade: readout.Guessed}, "", 0)
	if err != nil {
		return err
	}
	p.opening(docs)
	slices.SortStableFunc(matters, telling)
	matters = matters[:min(len(matters), maxMatters)]
	if len(matters) > 0 {
		p.claim(matters[0])
		p.table(matters)
	}
	p.storyDeadlines(due)
	p.unclear(unclear)
	p.next()
	return nil
}

func (p *program) opening(docs []query.DocumentRow) {
	statements, outlets := 0, map[string]bool{}
	for _, d := range docs {
		statements += d.Statements
		outlets[d.Outlet] = true
	}
	p.out.wrapped(plain, 0, fmt.Sprintf("An invented story: %d reports of %d outlets, read just now into %d statements. Nothing was written to disk.",
		len(docs), len(outlets), statements))
}

// telling puts in front the matter that says most about what readout is for: it
// has a denial, then an answer that is missing, then more parties.
func telling(a, b query.Matter) int {
	return cmp.Or(truth(b, denied)-truth(a, denied), truth(b, query.Matter.Open)-truth(a, query.Matter.Open),
		len(involved(b))-len(involved(a)))
}

func truth(m query.Matter, is func(query.Matter) bool) int {
	if is(m) {
		return 1
	}
	return 0
}

// denied reports whether some party affirms what another denies.
func denied(m query.Matter) bool {
	var yes, no bool
	for _, s := range m.Positions {
		yes = yes || s.Under == "" && query.Leaning(s.Value) > 0
		no = no || s.Under == "" && query.Leaning(s.Value) < 0
	}
	return yes && no
}

// involved are the parties that stand on a matter, or do not.
func involved(m query.Matter) map[string]bool {
	all := map[string]bool{}
	for _, s := range m.Positions {
		if s.Under == "" {
			all[s.Party] = true
		}
	}
	for _, s := range m.Silent {
		all[s.Party] = true
	}
	for _, r := range m.Unanswered() {
		if r.Party != "" {
			all[r.Party] = true
		}
	}
	return all
}

// claim prints a matter: who affirms, who denies, who has not answered, each
// with its sentence.
func (p *program) claim(m query.Matter) {
	p.heading("A CLAIM, AND WHO STANDS WHERE")
	p.out.wrapped(bold, 2, oneLine(m.Text))
	p.out.put(faint, "  "+m.ID)
	p.out.printf("\n")
	for _, part := range []struct {
		heading string
		leaning int
	}{{"Who affirms", 1}, {"Who denies", -1}, {"Neither", 0}} {
		p.side(part.heading, m, part.leaning)
	}
	p.missing(m)
}

func (p *program) side(heading string, m query.Matter, leaning int) {
	var side []query.PositionRow
	for _, s := range m.Positions {
		if s.Under == "" && query.Leaning(s.Value) == leaning {
			side = append(side, s)
		}
	}
	if len(side) == 0 {
		return
	}
	p.out.printf("\n  %s:\n", heading)
	for _, s := range side[:min(len(side), maxVoices)] {
		p.out.put(bold, "    "+oneLine(s.PartyName))
		p.out.printf("%s%s\n", valueWords(s.Value), basisWords(s))
		if len(s.Rows) > 0 {
			p.sentence(s.Rows[0].Sentence, s.Rows[0].Outlet, s.Rows[0].Published)
		}
	}
	p.more(len(side) - maxVoices)
}

// valueWords is a value that its heading does not say already.
func valueWords(v readout.StanceValue) string {
	if v == readout.Affirms || v == readout.Denies {
		return ""
	}
	return " " + string(v)
}

func (p *program) missing(m query.Matter) {
	open := m.Unanswered()
	if len(open)+len(m.Silent) == 0 {
		return
	}
	p.out.printf("\n  Who has not answered:\n")
	for _, r := range open[:min(len(open), maxVoices)] {
		p.out.put(bold, "    "+cmp.Or(oneLine(r.PartyName), "nobody named"))
		p.out.printf(" %s\n", statusWords(r.Status))
		p.sentence(r.Sentence, r.Outlet, r.Published)
	}
	for _, s := range m.Silent[:min(len(m.Silent), maxVoices)] {
		p.out.put(bold, "    "+oneLine(s.PartyName))
		p.out.printf(" nothing on record (computed)\n")
		for _, r := range s.Told[:min(len(s.Told), 1)] {
			p.out.wrapped(plain, 8, "only "+oneLine(speaker(r))+" tells of it:")
			p.sentence(r.Sentence, r.Outlet, r.Published)
		}
	}
	p.more(max(0, len(open)-maxVoices) + max(0, len(m.Silent)-maxVoices))
}

func (p *program) more(n int) {
	if n > 0 {
		p.out.put(faint, fmt.Sprintf("    and %d more", n))
		p.out.printf("\n")
	}
}

func (p *program) storyDeadlines(due []query.Deadline) {
	p.heading("DEADLINES")
	for _, d := range varied(due) {
		p.printDeadline(d)
	}
	p.more(len(due) - maxDeadlines)
	if len(due) == 0 {
		p.out.printf("    the reader has found none with a date\n")
	}
}

// varied takes maxDeadlines of them in their order: the first of each state,
// then the second of each, as far as there is room.
func varied(due []query.Deadline) []query.Deadline {
	seen := map[readout.CommitmentState]int{}
	nth := make([]int, len(due)) // in its state
	order := make([]int, len(due))
	for i, d := range due {
		order[i], nth[i] = i, seen[d.State]
		seen[d.State]++
	}
	slices.SortStableFunc(order, func(i, j int) int { return nth[i] - nth[j] })
	order = order[:min(len(order), maxDeadlines)]
	slices.Sort(order)
	var some []query.Deadline
	for _, i := range order {
		some = append(some, due[i])
	}
	return some
}

// unclear prints one statement of which the reader could not tell whose it is.
func (p *program) unclear(guessed []query.Row) {
	p.heading("COULD NOT TELL WHO SPEAKS")
	for _, r := range guessed {
		if r.Speaker == "" && len(r.Content) > 0 {
			p.sentence(r.Sentence, r.Outlet, r.Published)
			p.out.wrapped(plain, 8, "why: "+cmp.Or(r.Why, "no reason noted"))
			break
		}
	}
	p.out.printf("    %s need a person's eye in all\n", counted(len(guessed), "statement"))
}

// next says what to try.
func (p *program) next() {
	p.heading("TRY NEXT")
	for _, try := range []struct{ command, what string }{
		{"demo --serve", "the same in a browser"},
		{"add FILE... --published 2026-05-04", "read reports of your own"},
		{"statements --grade guessed", "see what in them needs your eye"},
	} {
		p.out.put(bold, fmt.Sprintf("    %s %-36s", self(), try.command))
		p.out.printf("%s\n", try.what)
	}
}

// self is how the program was called: a program that the go command has built
// for one run is called through it.
func self() string {
	path, err := os.Executable()
	if err == nil && strings.Contains(filepath.ToSlash(path), "/go-build") {
		return "go run ./cmd/readout"
	}
	return "readout"
}
