package check

import (
	"cmp"
	"strings"

	"readout"
	"readout/internal/serve/query"
)

// passedOn is the second-hand finding for words that the draft gives to a voice
// without a name, or to nobody, and every witness as those of a voice that
// another tells of.
func (c *checker) passedOn(said readout.Statement, at readout.Span, told []query.Told) (*Finding, error) {
	for _, t := range told {
		relayed, err := c.relayed(t.Statement)
		if err != nil || !relayed {
			return nil, err
		}
	}
	return c.secondHand(said, at, told)
}

// secondHand is the finding for what is on record only as another tells it, if
// the draft does not say so itself.
func (c *checker) secondHand(said readout.Statement, at readout.Span, told []query.Told) (*Finding, error) {
	relayed, err := c.relayed(said)
	if err != nil || relayed || len(told) == 0 || said.Parent != "" {
		return nil, err
	}
	if credited, err := c.credited(at, told[0].Statement); err != nil || credited {
		return nil, err
	}
	who, err := c.party(c.speaker(said))
	if err != nil {
		return nil, err
	}
	_, teller, err := c.teller(told[0].Statement)
	if err != nil {
		return nil, err
	}
	reason := "On record only as told by " + cmp.Or(teller, "another") + ", not at first hand."
	if who.Name != "" {
		reason = "On record only as told by " + cmp.Or(teller, "another") + ", not by " + who.Name + "."
	}
	return &Finding{Kind: SecondHand, Level: level(said.Grade, told[0].Grade), At: at, Reason: reason, Witnesses: witnesses(told)}, nil
}

// credited reports whether the draft has the teller speak in the same sentence.
func (c *checker) credited(at readout.Span, told readout.Statement) (bool, error) {
	teller, _, err := c.teller(told)
	if err != nil || teller == "" {
		return false, err
	}
	for _, s := range c.draft.Rec.Statements {
		known, err := c.known(c.speaker(s))
		if err != nil || !known {
			continue
		}
		near, err := c.near(c.speaker(s), teller)
		if err != nil || near && s.Span.Bytes().Overlaps(at.Bytes()) {
			return near, err
		}
	}
	return false, nil
}

// relayed reports whether a statement is known only from another's.
func (c *checker) relayed(s readout.Statement) (bool, error) {
	_, name, err := c.teller(s)
	return name != "", err
}

// teller is the party that tells of a statement and its name, both "" where it
// is the report itself, an outlet, a medium ("reports", "a statement"), or one
// who speaks for him that is told of.
func (c *checker) teller(s readout.Statement) (id, name string, err error) {
	for i, hop := range s.Chain {
		if i == 0 || hop.Party == "" || hop.Party == s.Speaker {
			continue
		}
		p, err := c.party(hop.Party)
		if err != nil {
			return "", "", err
		}
		medium := p.Kind == readout.Outlet || p.Kind == readout.Agency || p.Kind == readout.Unnamed && !strings.Contains(p.Name, " ")
		voice, err := c.speaksFor(p, s.Speaker)
		if err != nil {
			return "", "", err
		}
		if !medium && !voice {
			return hop.Party, hop.Name, nil
		}
	}
	return "", "", nil
}

// speaksFor reports whether a teller's word is that of a party, or of what it
// belongs to.
func (c *checker) speaksFor(teller readout.Party, id string) (bool, error) {
	p, err := c.party(id)
	if err != nil || id == "" {
		return false, err
	}
	if f := teller.SpeaksFor; f != "" && (f == p.ID || f == p.PartOf || f == p.SpeaksFor) {
		return true, nil
	}
	return c.near(teller.ID, id)
}
