// Package commitment finds what somebody is bound to, or is said to be bound
// to: promises (by the act, the verb or a clause in the future of one's own
// deed), what others say that a party agreed to, what an agreement or plan has
// its sides do, decisions, ultimatums with who set them to whom. It follows
// record.md: a promise told of another is claimed; a tentative remark is
// tentative and has no date; a due date stands only where the text ties a day
// to the promise or the deadline, and never before the day it was said. Whether
// a promise was kept is not read from the clock; broken and kept want a
// statement that says so of the one promise of that party in the report.
//
// The parse (Universal Dependencies) says who the subject of a clause is and
// which clause hangs on which; who may speak for whom is taken from the phrases
// by which the report introduces a speaker.
//
// Left out: refusals ("will not" without an end or condition), plans and
// intentions, forecasts of those who only watch, deeds in the present tense
// ("the boxes leave on Saturday").
package commitment

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/lang"
	"readout/internal/read/layer"
)

// Find gives the commitments of a report in the order in which it tells them.
// It reads a's layers and the statements found in it. An error is a span that
// does not fit the text.
func Find(a *readout.Analysis, l *lang.Language, statements []readout.Statement) ([]readout.Commitment, error) {
	f := &finder{Index: layer.New(a, l, statements), words: load(l), kids: hang(a.Tokens), linksOf: map[string][]string{}}
	for i := range statements {
		f.statement(&statements[i])
	}
	for _, s := range a.Sentences {
		if !f.Reads(s) {
			continue
		}
		f.free(s)
		for i := s.First; i < s.Last; i++ {
			f.accepted(i)
			f.vowed(i)
			f.decision(i)
			f.ultimatum(i)
			f.ordain(i)
			f.ready(i)
			f.under(i)
			f.made(i)
			f.outright(i)
			f.pause(i)
		}
	}
	f.threats()
	f.demands()
	f.outcomes()
	for _, s := range a.Sentences {
		for i := s.First; i < s.Last && f.Reads(s); i++ {
			f.turned(i)
		}
	}
	f.drafts = slices.DeleteFunc(f.drafts, func(d draft) bool { return d.hollow() })
	f.order()
	return f.commitments()
}

type finder struct {
	*layer.Index
	words  map[string]string // word → kinds of the list
	kids   [][]int           // token → what hangs on it
	drafts []draft

	linksOf map[string][]string // what links has found
}

// draft is a commitment in the making.
type draft struct {
	kind        readout.CommitmentKind
	state       readout.CommitmentState
	whole       readout.Range // where it stands
	what        readout.Range
	obligor     []string
	teller      string
	askedBy     string
	beneficiary string
	issuer      string
	addressee   string
	until       *readout.Timex // the due date
	decided     *readout.Timex
	period      string
	condition   readout.Range
	result      readout.Range // the consequence of an ultimatum
	told        []*readout.Statement
	more        []readout.Range
	outcome     *readout.Statement
	bare        bool // an ultimatum by its noun alone
}

func load(l *lang.Language) map[string]string {
	out := map[string]string{}
	for _, line := range l.Lines("commitment") {
		f := strings.Fields(line)
		for _, w := range f[1:] {
			out[w] += " " + f[0] + " "
		}
	}
	return out
}

// is reports that token i stands in the list under a kind.
func (f *finder) is(i int, kind string) bool {
	return strings.Contains(f.words[f.Low(i)], " "+kind+" ")
}

// add keeps a draft, or lays it to one that says the same: the same parties
// and teller, and what they are bound to in like words.
func (f *finder) add(d draft) {
	if f.old(d.whole) {
		return
	}
	for i := range f.drafts {
		o := &f.drafts[i]
		if o.kind == d.kind && !f.otherwiseBound(o, &d) && f.alike(o.what, d.what) && (sameParties(o.obligor, d.obligor) || f.shortened(o, &d)) {
			o.told = append(o.told, d.told...)
			if len(d.told) == 0 {
				o.more = append(o.more, d.whole)
			}
			if o.until == nil {
				o.until = d.until
			}
			if o.period == "" {
				o.period = d.period
			}
			if len(d.obligor) == 1 && len(f.Party(d.obligor[0]).Name) > len(f.Party(o.obligor[0]).Name) {
				o.obligor = d.obligor
			}
			if o.state == readout.StateClaimed && (d.state == readout.StateGiven || d.state == readout.StateConditional) {
				o.state = d.state
			}
			return
		}
	}
	f.drafts = append(f.drafts, d)
}

// old reports a sentence with a year long before the report: history.
func (f *finder) old(r readout.Range) bool {
	if !f.A.Doc.Published.Known() {
		return false
	}
	year, _ := strconv.Atoi(f.A.Doc.Published.Value[:min(4, len(f.A.Doc.Published.Value))])
	s := f.Sentence(f.At(r.Start))
	for k := s.First; k < s.Last; k++ {
		if t := f.Time(k); layer.Dated(t) && len(t.Value) >= 4 {
			if y, err := strconv.Atoi(t.Value[:4]); err == nil && y < year-1 {
				return true
			}
		}
	}
	return false
}

func sameParties(a, b []string) bool {
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// otherwiseBound: each hangs on a condition of its own.
func (f *finder) otherwiseBound(a, b *draft) bool {
	return !a.condition.Empty() && !b.condition.Empty() && !f.alike(a.condition, b.condition)
}

// shortened: a headline or a later sentence gives the party by a part of its
// name ("China" for "China's government"), and says much the same of it.
func (f *finder) shortened(a, b *draft) bool {
	if len(a.obligor) != 1 || len(b.obligor) != 1 {
		return false
	}
	p, q := f.Party(a.obligor[0]), f.Party(b.obligor[0])
	if p == nil || q == nil {
		return false
	}
	short, long := strings.ToLower(p.Name), strings.ToLower(q.Name)
	if len(short) > len(long) {
		short, long = long, short
	}
	long = " " + strings.ReplaceAll(strings.ReplaceAll(long, "’", "'"), "'s ", " ") + " "
	return strings.Contains(long, " "+short+" ")
}

// alike: at least half of the words of the shorter wording stand in the other.
func (f *finder) alike(a, b readout.Range) bool {
	x, y := f.content(a), f.content(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	shared := 0
	for w := range x {
		if y[w] {
			shared++
		}
	}
	return shared > 0 && 2*shared >= len(x)
}

func (f *finder) content(r readout.Range) map[string]bool {
	out := map[string]bool{}
	for k := f.At(r.Start); k < len(f.A.Tokens) && f.A.Tokens[k].End <= r.End; k++ {
		if f.Noun(k) || f.Class(k) == readout.Verb {
			out[f.Low(k)] = true
		}
	}
	return out
}

// commitments turns the drafts into commitments of the record.
func (f *finder) commitments() ([]readout.Commitment, error) {
	var out []readout.Commitment
	for i := range f.drafts {
		c, err := f.commitment(&f.drafts[i])
		if err != nil {
			return nil, fmt.Errorf("commitment: %w", err)
		}
		out = append(out, c)
	}
	return out, nil
}

func (f *finder) commitment(d *draft) (readout.Commitment, error) {
	c := readout.Commitment{
		ID: readout.NewID("c", f.A.Doc.ID, d.kind, d.whole, d.what), Kind: d.kind, State: d.state,
		What: f.wording(d.what), Obligor: d.obligor, Teller: d.teller, AskedBy: d.askedBy, Beneficiary: d.beneficiary,
		Issuer: d.issuer, Addressee: d.addressee, Duration: d.period, Consequence: f.wording(d.result),
	}
	var err error
	if c.Span, err = f.Span(d.whole); err != nil {
		return c, err
	}
	if !d.condition.Empty() {
		span, err := f.Span(d.condition)
		if err != nil {
			return c, err
		}
		c.Condition = &readout.Condition{Text: span.Text, Span: span}
	}
	if d.until != nil {
		if c.Due, err = f.Date(d.until); err != nil {
			return c, err
		}
	}
	if d.decided != nil {
		if c.Decided, err = f.Date(d.decided); err != nil {
			return c, err
		}
	}
	if c.Evidence, err = f.evidence(d); err != nil {
		return c, err
	}
	if d.outcome != nil {
		e := readout.CommitmentEvent{State: d.state, By: "statement", Evidence: d.outcome.ID}
		if d.outcome.Said.Known() {
			e.On = d.outcome.Said.Value
		}
		c.History = append(c.History, e)
	}
	return c, nil
}

// evidence is the statements it was told in, then the places that are in none.
func (f *finder) evidence(d *draft) ([]readout.Evidence, error) {
	var out []readout.Evidence
	seen := map[string]bool{}
	told := d.told
	if d.outcome != nil {
		told = append(told, d.outcome)
	}
	for _, s := range told {
		if !seen[s.ID] {
			seen[s.ID] = true
			out = append(out, readout.Evidence{Statement: s.ID})
		}
	}
	pieces := d.more
	if len(d.told) == 0 {
		pieces = append([]readout.Range{d.whole}, pieces...)
	}
	for _, r := range pieces {
		e, err := f.Evidence(r)
		if err != nil {
			return nil, err
		}
		if e.Statement == "" || !seen[e.Statement] {
			seen[e.Statement] = e.Statement != ""
			out = append(out, e)
		}
	}
	return out, nil
}

// wording is the text of a range on one line, without marks at its ends.
func (f *finder) wording(r readout.Range) string {
	return strings.Trim(strings.Join(strings.Fields(f.Text(r)), " "), " ,;:.!?\"“”‘’'«»–—-")
}
