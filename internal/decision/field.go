package decision

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/store"
)

// fields are what can be corrected. A value is checked before the decision is
// kept; what only the text can tell (words that must stand in it) is found
// when the decision is applied.
var fields = map[string]map[string]func(value string) error{
	"statement": {
		"speaker": words, "act": oneOf(readout.Acts), "mode": oneOf([]readout.Mode{readout.Direct, readout.Indirect, readout.Mixed}),
		"negated": isBool, "addressee": words, "channel": words, "place": words, "said": isDay,
		"source": words, "cue": words, "content": words, "floating": isBool, "parent": words,
	},
	"response": {"party": words, "about": words, "as_of": isDay, "expires": isDay, "status": oneOf([]readout.Status{
		readout.Confirmed, readout.Denied, readout.Acknowledged, readout.NotAcknowledged, readout.NotConfirmed,
		readout.Declined, readout.Refused, readout.NoResponse, readout.NotDisclosed,
	})},
	"proposition": {"text": someWords},
	"commitment":  {"what": someWords, "due": isDay, "consequence": words, "obligor": words},
	"contact": {"when": isDay, "where": words, "subject": words, "form": oneOf([]readout.ContactForm{
		readout.Meeting, readout.Call, readout.Visit, readout.Talks, readout.Letter, readout.Briefing, readout.ContactOnly,
	}), "state": oneOf([]readout.ContactState{
		readout.ContactRumoured, readout.ContactOffered, readout.ContactRefused, readout.ContactPlanned, readout.ContactConditional,
		readout.ContactReported, readout.ContactConfirmed, readout.ContactDenied, readout.ContactCancelled,
	})},
	"incident": {"what": someWords, "when": isDay, "where": words, "actor": words},
	"party": {"name": someWords, "part_of": words, "speaks_for": words, "principal": words, "kind": oneOf([]readout.PartyKind{
		readout.Person, readout.OfficeKind, readout.Institution, readout.State, readout.Force, readout.Group, readout.Outlet, readout.Agency,
	})},
}

// Fields lists what can be corrected of a type.
func Fields(of string) []string {
	var names []string
	for name := range fields[of] {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func checkField(d readout.Decision) error {
	check, ok := fields[d.Target.Type][d.Field]
	if !ok {
		return fmt.Errorf("a %s has no field %q to correct; it has %s", d.Target.Type, d.Field, strings.Join(Fields(d.Target.Type), ", "))
	}
	if err := check(d.Value); err != nil {
		return fmt.Errorf("%s: %w", d.Field, err)
	}
	return nil
}

// words is a value that may be anything, or nothing: that there is none.
func words(string) error { return nil }

func someWords(v string) error {
	if strings.TrimSpace(v) == "" {
		return errors.New("no words")
	}
	return nil
}

func oneOf[T ~string](all []T) func(string) error {
	return func(v string) error {
		if !slices.Contains(all, T(v)) {
			return fmt.Errorf("%q is not one of %s", v, list(all))
		}
		return nil
	}
}

func isBool(v string) error {
	if v != "true" && v != "false" {
		return fmt.Errorf("%q is neither true nor false", v)
	}
	return nil
}

func isDay(v string) error {
	if _, _, ok := store.Days(v); !ok && v != "" {
		return fmt.Errorf("%q is no EDTF date: write 2026, 2026-03, 2026-03-14 or ../2026-03-14", v)
	}
	return nil
}

// set gives a statement's field its value; false where the value's words do
// not stand in the text, or its statement is not of this report.
func (a *applied) set(s *readout.Statement, field, value string) bool {
	switch field {
	case "speaker":
		s.Speaker = a.party(value)
		s.SpeakerClass = a.class(s.Speaker)
		if n := len(s.Chain); n > 0 {
			s.Chain = append(slices.Clone(s.Chain[:n-1]), readout.Hop{Party: s.Speaker, Cue: s.Chain[n-1].Cue, Kind: s.Chain[n-1].Kind})
		}
	case "act":
		s.Act = readout.Act(value)
	case "mode":
		s.Mode = readout.Mode(value)
	case "negated":
		s.Negated, _ = strconv.ParseBool(value)
	case "floating":
		s.Floating, _ = strconv.ParseBool(value)
	case "parent":
		there := slices.ContainsFunc(a.rec.Statements, func(p readout.Statement) bool { return p.ID == value })
		if value != "" && (!there || value == s.ID) {
			return false
		}
		s.Parent = value
	case "addressee":
		s.Addressee = value
	case "channel":
		s.Channel = value
	case "place":
		s.Place = value
	case "said":
		s.Said = Day(value)
	case "source":
		return a.one(&s.Source, value, s.Span) && a.cover(s)
	case "cue":
		return a.one(&s.Cue, value, s.Span) && a.cover(s)
	case "content":
		return a.many(&s.Content, value, s.Span) && a.cover(s)
	}
	return true
}

// setResponse is set for a response.
func (a *applied) setResponse(r *readout.Response, field, value string) {
	switch field {
	case "party":
		r.Party = a.party(value)
	case "about":
		if r.About = nil; value != "" {
			r.About = &readout.About{Text: value}
		}
	case "as_of":
		r.AsOf = Day(value)
	case "expires":
		r.Expires = Day(value)
	case "status":
		r.Status = readout.Status(value)
	}
}

// cover makes the statement reach over all of its parts.
func (a *applied) cover(s *readout.Statement) bool {
	at := s.Span.Bytes()
	for _, part := range append(slices.Clone(s.Content), deref(s.Source, s.Cue)...) {
		at.Start, at.End = min(at.Start, part.BStart), max(at.End, part.BEnd)
	}
	whole, err := a.doc.Span(at)
	s.Span = whole
	return err == nil
}

func deref(all ...*readout.Span) []readout.Span {
	var out []readout.Span
	for _, s := range all {
		if s != nil {
			out = append(out, *s)
		}
	}
	return out
}

// Day is a date that a person has given, EDTF; nil where there is none.
func Day(value string) *readout.Date {
	if value == "" {
		return nil
	}
	grain := readout.GrainDay
	switch {
	case strings.Contains(value, "/"):
		grain = readout.GrainInterval
	case len(value) == len("2006"):
		grain = readout.GrainYear
	case len(value) == len("2006-01"):
		grain = readout.GrainMonth
	case strings.Contains(value, "T"):
		grain = readout.GrainTime
	}
	return &readout.Date{Value: value, Grain: grain, Basis: "decided by a person"}
}

// party is the id for a value: an id, or the name of a party of this report
// or of one that no report names, which is then made. Nothing is nobody.
func (a *applied) party(value string) string {
	if value == "" || strings.HasPrefix(value, "p-") {
		return value
	}
	for _, p := range a.rec.Parties {
		if p.Name == value || slices.Contains(p.Aliases, value) {
			return p.ID
		}
	}
	p := readout.Party{ID: readout.NewID("p", value), Name: value, Kind: readout.Person}
	a.rec.Parties = append(a.rec.Parties, p)
	return p.ID
}

// class is how a person names the speaker, by what sort of party it is.
func (a *applied) class(id string) readout.SpeakerClass {
	if id == "" {
		return readout.SpeakerNone
	}
	for _, p := range a.rec.Parties {
		if p.ID == id {
			return cmp.Or(classes[p.Kind], readout.SpeakerNamed)
		}
	}
	return readout.SpeakerNamed
}

var classes = map[readout.PartyKind]readout.SpeakerClass{
	readout.OfficeKind: readout.SpeakerOffice, readout.Institution: readout.SpeakerInstitution, readout.State: readout.SpeakerState,
	readout.Group: readout.SpeakerGroup, readout.Outlet: readout.SpeakerOutlet, readout.Unnamed: readout.SpeakerUnnamed,
}

// one puts in the span of these words nearest to the statement; no words are
// no span.
func (a *applied) one(at **readout.Span, words string, near readout.Span) bool {
	if words == "" {
		*at = nil
		return true
	}
	found, ok := a.find(words, near)
	if ok {
		*at = &found
	}
	return ok
}

// many is one for several pieces, with " … " between them.
func (a *applied) many(at *[]readout.Span, words string, near readout.Span) bool {
	var all []readout.Span
	for piece := range strings.SplitSeq(words, " … ") {
		var s *readout.Span
		if !a.one(&s, piece, near) {
			return false
		}
		if s != nil {
			all = append(all, *s)
		}
	}
	*at = all
	return true
}

// find is where the words stand in the text: inside of near or, if they do
// not, the place nearest to it.
func (a *applied) find(words string, near readout.Span) (readout.Span, bool) {
	best, at := -1, 0
	for {
		i := strings.Index(a.doc.Text[at:], words)
		if i < 0 {
			break
		}
		if at += i; best < 0 || distance(at, len(words), near) < distance(best, len(words), near) {
			best = at
		}
		at += len(words)
	}
	if best < 0 {
		return readout.Span{}, false
	}
	s, err := a.doc.Span(readout.Range{Start: best, End: best + len(words)})
	return s, err == nil
}

// distance is by how many bytes n of them at a place reach out of near, or lie
// away from it.
func distance(at, n int, near readout.Span) int { return max(0, near.BStart-at, at+n-near.BEnd) }
