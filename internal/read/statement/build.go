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
		if seen[st.ID] {
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

// chain lists the tellers of draft i, the outlet first and the speaker last.
func (s *scan) chain(i int) ([]readout.Hop, error) {
	d := &s.drafts[i]
	var up []*draft // the drafts around it, the nearest first
	for p := d.parent; p >= 0 && len(up) < 8; p = s.drafts[p].parent {
		up = append(up, &s.drafts[p])
	}
	hops := []readout.Hop{s.outlet()}
	if b := s.a.Blocks[s.a.Sentences[d.sent].Block]; b.Class == readout.Relay {
		hops[0].Kind = readout.Relays
		hops = append(hops, s.hop(s.partyNamed(b.RelayOf), readout.Relays))
		if hops[1].Party == "" {
			hops[1].Name = b.RelayOf
		}
	}
	if d.poster >= 0 {
		hops[0].Kind = readout.Relays
		hops = append(hops, s.hop(d.poster, readout.Relays))
	}
	for n := len(up) - 1; n >= 0; n-- {
		if up[n].party < 0 {
			continue
		}
		h := s.hop(up[n].party, readout.TellsOf)
		if up[n].act == readout.ActDecline || up[n].form != nil && up[n].form.Act == readout.ActDecline {
			h.Kind = readout.AskedAbout
		}
		if err := s.citedBy(&h, up[n]); err != nil {
			return nil, err
		}
		hops = append(hops, h)
	}
	if d.party >= 0 {
		if last := len(hops) - 1; hops[last].Party == s.a.Parties[d.party].ID && last > 0 {
			hops = hops[:last] // told by the speaker of his own words
		}
		h := s.hop(d.party, "")
		if err := s.citedBy(&h, d); err != nil {
			return nil, err
		}
		hops = append(hops, h)
	}
	return hops, nil
}

func (s *scan) citedBy(h *readout.Hop, d *draft) error {
	if d.cue.Empty() {
		return nil
	}
	span, err := s.a.Span(d.cue)
	h.Cue = &span
	return err
}

func (s *scan) outlet() readout.Hop {
	if p := s.partyNamed(s.a.Doc.Outlet); p >= 0 {
		return s.hop(p, readout.Quotes)
	}
	return readout.Hop{Name: "outlet", Kind: readout.Quotes}
}

func (s *scan) hop(party int, kind readout.HopKind) readout.Hop {
	if party < 0 {
		return readout.Hop{Kind: kind}
	}
	return readout.Hop{Party: s.a.Parties[party].ID, Name: s.a.Parties[party].Name, Kind: kind}
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
