package statement

import "readout"

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
	var err error
	for n := len(up) - 1; n >= 0 && err == nil; n-- {
		kind := readout.TellsOf
		if s.act(up[n]) == readout.ActDecline {
			kind = readout.AskedAbout
		}
		hops, err = s.telling(hops, up[n], kind)
	}
	if err == nil {
		hops, err = s.telling(hops, d, "")
	}
	return hops, err
}

// telling adds who passes a draft's words on, and its speaker.
func (s *scan) telling(hops []readout.Hop, d *draft, kind readout.HopKind) ([]readout.Hop, error) {
	var err error
	for _, t := range d.tellers {
		if hops, err = s.add(hops, t, readout.Quotes); err != nil {
			return nil, err
		}
	}
	if d.party < 0 {
		return hops, nil
	}
	if !d.cited.Empty() {
		return s.add(hops, teller{d.party, d.cited}, kind)
	}
	return s.add(hops, teller{d.party, d.cue}, kind)
}

// add adds a hop; who tells of his own words is one hop only.
func (s *scan) add(hops []readout.Hop, t teller, kind readout.HopKind) ([]readout.Hop, error) {
	h := s.hop(t.party, kind)
	if last := len(hops) - 1; last > 0 && hops[last].Party == h.Party {
		hops = hops[:last]
	}
	if !t.cue.Empty() {
		span, err := s.a.Span(t.cue)
		if err != nil {
			return nil, err
		}
		h.Cue = &span
	}
	return append(hops, h), nil
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
