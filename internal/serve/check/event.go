package check

import (
	"slices"

	"readout"
	"readout/internal/serve/query"
)

// happenings are the incidents on record that fit.
func (c *checker) happenings(fits func(readout.Incident) bool) ([]query.Happening, error) {
	l, err := c.events()
	if err != nil {
		return nil, err
	}
	return c.engine.Happenings(c.ctx, c.at, fitting(l.Incidents, fits))
}

// pledged are the commitments on record that fit.
func (c *checker) pledged(fits func(readout.Commitment) bool) ([]query.Pledge, error) {
	l, err := c.events()
	if err != nil {
		return nil, err
	}
	return c.engine.Pledges(c.ctx, c.at, fitting(l.Commitments, fits))
}

// encounters are the contacts on record that fit.
func (c *checker) encounters(fits func(readout.Contact) bool) ([]query.Encounter, error) {
	l, err := c.events()
	if err != nil {
		return nil, err
	}
	return c.engine.Encounters(c.ctx, c.at, fitting(l.Contacts, fits))
}

// events are those of the ledger, asked for once.
func (c *checker) events() (_ *readout.Ledger, err error) {
	if c.facts.events == nil {
		c.facts.events, err = c.engine.Events(c.ctx)
	}
	return c.facts.events, err
}

func fitting[T any](all []T, fits func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(all), func(x T) bool { return !fits(x) })
}
