package statement

import (
	"fmt"
	"strings"

	"readout"
)

// statements turns the drafts into statements of the record.
func (s *scan) statements(version string) ([]readout.Statement, error) {
	out := make([]readout.Statement, 0, len(s.drafts))
	at := make([]int, len(s.drafts)) // draft → statement, -1 when it says the same as one before
	seen := map[string]bool{}
	occasions := s.occasions()
	for i := range s.drafts {
		d, o := &s.drafts[i], &occasions[i]
		d.told = o.told
		st, err := s.statement(d, version)
		if err != nil {
			return nil, err
		}
		st.Said, st.Addressee, st.Channel, st.Place = o.said, o.addressee, o.channel, o.place
		at[i] = -1
		if seen[st.ID] || s.homeless(d) {
			continue
		}
		seen[st.ID] = true
		at[i] = len(out)
		out = append(out, st)
	}
	for i := range s.drafts {
		if at[i] < 0 {
			continue
		}
		if p := s.drafts[i].parent; p >= 0 && at[p] >= 0 {
			out[at[i]].Parent = out[at[p]].ID
		}
		chain, err := s.chain(i)
		if err != nil {
			return nil, err
		}
		out[at[i]].Chain = chain
	}
	return out, nil
}

func (s *scan) statement(d *draft, version string) (readout.Statement, error) {
	st := readout.Statement{
		Doc: s.a.Doc.ID, Floating: d.floating, Negated: d.negated,
		Grade: d.grade, By: version + " " + d.by, Why: d.reason(), Act: s.act(d), Mode: s.mode(d), SpeakerClass: s.speakerClass(d),
	}
	if d.party >= 0 {
		st.Speaker = s.a.Parties[d.party].ID
	}
	var err error
	cut := func(r readout.Range) *readout.Span {
		if r.Empty() || err != nil {
			return nil
		}
		var span readout.Span
		span, err = s.a.Span(r)
		return &span
	}
	st.Source, st.Cue = cut(d.source), cut(d.cue)
	parts := []any{s.a.Doc.ID, d.cue, d.source}
	for _, c := range d.content {
		if span := cut(c); span != nil {
			st.Content = append(st.Content, *span)
		}
		parts = append(parts, c)
	}
	if whole := cut(d.whole()); whole != nil {
		st.Span = *whole
	}
	_, quotes := s.quotesAt(d.whole()) // has all of the content
	for _, q := range quotes {
		for _, e := range q.Edits {
			if s.holds(d, e.Range) && q.Outer < 0 {
				if span := cut(e.Range); span != nil {
					st.Edits = append(st.Edits, readout.Edit{Kind: e.Kind, Span: *span})
				}
			}
		}
	}
	if err != nil {
		return st, fmt.Errorf("statement at byte %d: %w", d.whole().Start, err)
	}
	st.ID = readout.NewID("s", parts...)
	return st, nil
}

// reason is why in one line, with the encoder's probability where it found the same.
func (d *draft) reason() string {
	if d.probability == 0 {
		return d.why
	}
	return fmt.Sprintf("%s; encoder %.2f", d.why, d.probability)
}

func (s *scan) holds(d *draft, r readout.Range) bool {
	for _, c := range d.content {
		if c.Contains(r) {
			return true
		}
	}
	return false
}

// mode says how much of the content stands in quotation marks; scare quotes
// ("so-called") and titles of works do not count.
func (s *scan) mode(d *draft) readout.Mode {
	if len(d.content) == 0 {
		return ""
	}
	if d.by == "interview" || d.by == "embed" {
		return readout.Direct
	}
	in, all := 0, 0
	for _, c := range d.content {
		for k := s.tokenAt(c.Start); k < len(s.a.Tokens) && s.a.Tokens[k].End <= c.End; k++ {
			if s.a.Tokens[k].Kind == readout.Punct || s.low(k) == "that" && all == 0 {
				continue
			}
			all++
			if s.spoken(d, k) {
				in++
			}
		}
	}
	switch {
	case in == 0:
		return readout.Indirect
	case in == all:
		return readout.Direct
	}
	return readout.Mixed
}

// spoken reports that token k stands in a quotation that counts for a draft:
// for one inside another's quotation, only marks of its own.
func (s *scan) spoken(d *draft, k int) bool {
	t := s.a.Tokens[k]
	_, quotes := s.quotesAt(t.Range)
	for _, q := range quotes {
		if !q.Inner.Contains(t.Range) {
			continue
		}
		if d.parent >= 0 && !d.cue.Empty() && q.Range.Contains(d.cue) {
			continue
		}
		before := s.tokenAt(q.Start) - 1
		if s.low(before) == "so-called" || s.titleLike(s.text[q.Inner.Start:q.Inner.End]) && !s.wholly(d, q) {
			continue
		}
		return true
	}
	return false
}

func (s *scan) wholly(d *draft, q readout.Quote) bool {
	for _, c := range d.content {
		if q.Range.Contains(c) {
			return true
		}
	}
	return false
}

var classes = map[readout.PartyKind]readout.SpeakerClass{
	readout.Person: readout.SpeakerNamed, readout.OfficeKind: readout.SpeakerOffice, readout.Institution: readout.SpeakerInstitution,
	readout.Force: readout.SpeakerInstitution, readout.State: readout.SpeakerState, readout.Group: readout.SpeakerGroup,
	readout.Outlet: readout.SpeakerOutlet, readout.Agency: readout.SpeakerOutlet, readout.Unnamed: readout.SpeakerUnnamed,
}

func (s *scan) speakerClass(d *draft) readout.SpeakerClass {
	if d.party < 0 {
		return readout.SpeakerNone
	}
	return classes[s.a.Parties[d.party].Kind]
}

// partyNamed is the outlet or agency of a name, or -1.
func (s *scan) partyNamed(name string) int {
	if name == "" {
		return -1
	}
	for i, p := range s.a.Parties {
		if p.Kind != readout.Outlet && p.Kind != readout.Agency {
			continue
		}
		for _, n := range append([]string{p.Name}, p.Aliases...) {
			if strings.EqualFold(strings.TrimPrefix(n, "The "), strings.TrimPrefix(name, "The ")) {
				return i
			}
		}
	}
	return -1
}
