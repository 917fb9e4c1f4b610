package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"readout"
)

// scene is what an expression is computed against.
type scene struct {
	*matcher
	anchor time.Time // the day that "today" means
	known  bool      // false: there is no anchor
	label  string    // what the anchor is the day of
	origin string    // the anchor for a Basis
	seen   *context  // what the text before has spoken of
}

// meant is what one expression comes to: typ and value for the record, kind and
// tag in TIMEX3. A rule's type stands where none is set.
type meant struct {
	typ      readout.TimexType
	value    string
	kind     readout.TimexType
	tag      string
	grain    readout.Grain
	basis    string
	weekday  string
	mod      string
	clock    string  // of a time: "23:00", with its zone
	span     stretch // of a value that is whole days
	relative bool    // the anchor decides
	aside    bool    // what follows is not reckoned from it
	spare    bool    // TIMEX3 marks it, a record has no use for it
}

// valueFunc computes what a rule's expression comes to; text is the expression.
type valueFunc func(s *scene, h *hit, text string) meant

// functions are all the value functions a rule can name. The list is closed:
// a new kind of arithmetic is a new line here.
var functions = map[string]valueFunc{
	"weekday":  weekday, // WEEKDAY; past ahead last next this: which one
	"date":     fixed,   // YEAR MONTH DAY QUARTER HALF SEASON, as far as captured
	"days":     days,    // MONTH DAY DAY: from the one to the other
	"numeric":  allDigits,
	"iso":      isoDate,
	"decade":   decades,   // DECADE
	"century":  centuryOf, // NTH
	"years":    years,     // YEAR to YEAR
	"shift":    shift,     // n units from the anchor: `shift -1 week`, `shift -` takes NUMBER and UNIT
	"sofar":    sofar,     // from the start of the unit to the anchor
	"rest":     rest,      // from the anchor to the end of the unit
	"weekend":  weekend,   // Saturday and Sunday; last next this
	"deadline": deadline,  // NUMBER UNIT from the anchor where the words point ahead, else a period
	"after":    after,     // n units from the date before in the text
	"gap":      gap,       // NUMBER UNIT from something without a date
	"same":     same,      // the unit of the date before in the text
	"topic":    topic,     // the quarter that the report is about
	"ended":    ended,     // the quarter before MONTH DAY
	"yearago":  yearAgo,   // a year before the topic, else as shift or, with else, as after
	"clock":    clock,     // CLOCK AMPM, HHMM, HOURS or a value given; ZONE
	"part":     partOfDay, // a part of the day WEEKDAY or of the day n from the anchor
	"duration": duration,  // NUMBER UNIT
	"set":      set,       // NUMBER? UNIT or a period given
	"vague":    vague,     // no value; in TIMEX3 PXW, or as the rule says
	"then":     then,      // the date before in the text
}

// absolute is a value that stands in the text itself.
func absolute(st stretch) meant {
	return meant{value: st.String(), tag: st.timex3(), grain: st.grain, span: st, basis: "as written"}
}

func unknown(format string, a ...any) meant { return meant{basis: fmt.Sprintf(format, a...)} }

// from is a value reckoned from the anchor; why says how, after the expression.
func (s *scene) from(st stretch, text, why string) meant {
	return meant{value: st.String(), tag: st.timex3(), grain: st.grain, span: st, relative: true,
		basis: fmt.Sprintf("%q: %s %s", text, why, s.origin)}
}

// lost is an expression that needs the anchor where there is none.
func (s *scene) lost(text string) meant {
	m := unknown("%q: the date of %s is not known", text, s.label)
	m.relative = true
	return m
}

// points is the direction of an expression: what its rule says, else what the
// words around it say. cue is empty where the rule says.
func (s *scene) points(h *hit) (direction, string) {
	switch h.rule.arg("past", "ahead") {
	case "past":
		return back, ""
	case "ahead":
		if d, cue := s.tense(h); d == back && h.first == 0 && s.listed("PERFECT", cue) {
			return back, cue // "By Friday, the water had gone."
		}
		if verb, perfect := s.told(h); perfect {
			return back, verb
		}
		return ahead, ""
	}
	d, cue := s.tense(h)
	if verb, _ := s.told(h); d == ahead && verb != "" && !s.term(h) {
		return back, verb
	}
	return d, cue
}

// listed reports whether a cue stands in a class as a word of its own.
func (s *scene) listed(class, cue string) bool {
	for _, e := range s.words[class][strings.ToLower(cue)] {
		if len(e.atoms) == 1 {
			return true
		}
	}
	return false
}

func because(cue string) string {
	if cue == "" {
		return ""
	}
	return fmt.Sprintf(" (%q)", cue)
}

// unitOf is the unit of a rule: its argument or the one captured, and n of it.
func unitOf(h *hit) (name string, n int, given bool) {
	name = h.get(0, "UNIT", "UNITS", "CAL", "AGE")
	sign, number := 1, h.get(0, "NUMBER")
	for _, a := range h.rule.args {
		switch _, err := strconv.Atoi(a); {
		case a == "-":
			sign = -1
		case err == nil:
			number = a
		case units[a]:
			name = a
		}
	}
	n, err := strconv.Atoi(number)
	return name, sign * n, err == nil
}

var units = map[string]bool{"second": true, "minute": true, "hour": true, "day": true, "week": true, "weekend": true,
	"fortnight": true, "month": true, "quarter": true, "year": true, "decade": true, "century": true}

// clip cuts st at the anchor: "earlier this week", "later this year".
func (s *scene) clip(st stretch, later bool) stretch {
	st.name = st.timex3()
	st.grain = readout.GrainInterval
	if later {
		st.first = s.anchor
	} else {
		st.last = s.anchor
	}
	if st.first.Equal(st.last) {
		st.grain = readout.GrainDay
	}
	return st
}
