package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"readout"
)

// The objects of an export, as far as they are compared. They differ from the
// record's own types in that a field may be a choice, a list may be written as
// its only member, and an object by its name. Null is "".

type document struct {
	ID, Name, URL, Outlet string
	Text                  *string
	Published             date
}

type segment struct {
	Span  readout.Span
	Class choice[string]
}

type party struct {
	ID, Name, Kind string
	Aliases        many[string]
	PartOf         choice[string] `json:"part_of"`
	SpeaksFor      choice[string] `json:"speaks_for"`
	Principal      string
}

type statement struct {
	ID, Doc              string
	Span                 readout.Span
	Source, Cue, Content choice[many[readout.Span]]
	Speaker              choice[string]
	Act, Mode, Parent    choice[string]
	Said                 choice[date]
	Chain                choice[[]hop]
	Grade                choice[string]
	By, Why              string
	Optional             bool
}

type utterance struct {
	Statements choice[groups]
}

type stance struct {
	Statement, Proposition string
	Party, Value           choice[string]
}

type position struct {
	Party, Proposition, Value string
	AsOf                      date `json:"as_of"`
}

// standing is what the kinds that are paired by where they stand have in
// common.
type standing struct {
	ID       string
	Span     *readout.Span
	Evidence many[readout.Evidence]
	Figures  many[figure]
	Optional bool
}

func (s *standing) where() *standing { return s }

type response struct {
	standing
	Party, Status choice[string]
}

type commitment struct {
	standing
	What      string
	Obligor   choice[many[string]]
	Due       choice[date]
	State     choice[string]
	Condition choice[present]
}

type contact struct {
	standing
	Form, State  choice[string]
	Participants choice[many[participant]]
	When         choice[date]
}

type incident struct {
	standing
	What  string
	Actor choice[string]
}

type figure struct {
	Quantity string
	Value    amount
	Span     *readout.Span
	ToldBy   choice[string] `json:"told_by"`
}

// many is a list, or its only member by itself.
type many[T any] []T

func (m *many[T]) UnmarshalJSON(b []byte) error {
	if bytes.HasPrefix(b, []byte("[")) {
		return json.Unmarshal(b, (*[]T)(m))
	}
	*m = nil
	if bytes.Equal(b, []byte("null")) {
		return nil
	}
	*m = make([]T, 1)
	return json.Unmarshal(b, &(*m)[0])
}

// date is the EDTF value of a Date or of a plain string, without spaces.
type date string

func (d *date) UnmarshalJSON(b []byte) error {
	s, err := textOf(b, "value")
	*d = date(strings.ReplaceAll(s, " ", ""))
	return err
}

// hop is the party of a Hop, or else its name.
type hop string

func (h *hop) UnmarshalJSON(b []byte) error {
	s, err := textOf(b, "party", "name")
	*h = hop(s)
	return err
}

// participant is the party of a participant.
type participant string

func (p *participant) UnmarshalJSON(b []byte) error {
	s, err := textOf(b, "party")
	*p = participant(s)
	return err
}

// textOf is a string, or the first of the fields of an object that is one and
// not empty.
func textOf(b []byte, fields ...string) (string, error) {
	value, err := decode(b)
	if err != nil {
		return "", err
	}
	switch value := value.(type) {
	case nil:
		return "", nil
	case string:
		return value, nil
	case map[string]any:
		for _, f := range fields {
			if s, _ := value[f].(string); s != "" {
				return s, nil
			}
		}
		return "", nil
	}
	return "", fmt.Errorf("%.40s is neither a string nor an object", b)
}

// groups is a list of statement ids, or a list of such lists.
type groups []many[string]

func (g *groups) UnmarshalJSON(b []byte) error {
	if bytes.HasPrefix(b, []byte("[[")) {
		return json.Unmarshal(b, (*[]many[string])(g))
	}
	*g = make(groups, 1)
	return json.Unmarshal(b, &(*g)[0])
}

// present is whether a field has anything in it.
type present bool

func (p *present) UnmarshalJSON(b []byte) error {
	switch string(b) {
	case "null", "false", `""`, "0", "[]", "{}":
		*p = false
	default:
		*p = true
	}
	return nil
}

// amount is a figure's value as one string for one number: 1200, 1200.0 and
// "1,200" are the same.
type amount string

func (a *amount) UnmarshalJSON(b []byte) error {
	value, err := decode(b)
	if err != nil || value == nil {
		return err
	}
	s := fmt.Sprint(value)
	*a = amount("=" + s)
	if f, err := strconv.ParseFloat(strings.TrimSpace(strings.ReplaceAll(s, ",", "")), 64); err == nil {
		*a = amount(strconv.FormatFloat(f, 'g', -1, 64))
	}
	return nil
}
