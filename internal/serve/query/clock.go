package query

import (
	"cmp"
	"context"
	"fmt"
)

// Clock says as of when a question is asked in whose answer the clock has a
// part: At says what is known, Now (EDTF year, month or day) what day it is. Now
// is AsOf where it is left out, and the other way round; what was published after
// Now does not count. With neither, both are the newest publication date.
type Clock struct {
	At
	Now string
}

// Check reports a day that is no date.
func (c Clock) Check() error {
	if c.Now != "" && !isDate(c.Now) {
		return fmt.Errorf("%q is not a date; write 2026, 2026-03 or 2026-03-14", c.Now)
	}
	return c.At.Check()
}

// clock gives the last day of publication that counts, and the day that it is.
func (v *view) clock(c Clock) (known, now string, err error) {
	if known, err = v.day(cmp.Or(c.AsOf, c.Now)); err != nil || c.Now == "" {
		return known, known, err
	}
	now, err = v.day(c.Now)
	return min(known, now), now, err
}

// clockView is a view of nothing yet that knows all documents.
func (e *Engine) clockView(ctx context.Context, c Clock) (v *view, known, now string, err error) {
	if err := c.Check(); err != nil {
		return nil, "", "", err
	}
	if v, err = e.partAt(ctx, c.At); err != nil {
		return nil, "", "", err
	}
	if err := v.documents(); err != nil {
		return nil, "", "", err
	}
	known, now, err = v.clock(c)
	return v, known, now, err
}
