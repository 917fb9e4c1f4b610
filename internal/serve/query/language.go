package query

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"readout"
)

// Query asks for statements. An empty field asks for nothing; the fields that
// are set must all hold. Speaker is a party id, the beginning of one, or a
// name; Doc a document id or the beginning of one. Since and Until are EDTF
// years, months or days, both included, and are compared with the day a
// statement was made.
type Query struct {
	Speaker string
	Act     readout.Act
	Doc     string
	Grade   readout.Grade
	Since   string
	Until   string
}

// fields are the words of the language, in the order String writes them.
var fields = []struct {
	name  string
	value func(*Query) *string
}{
	{"speaker", func(q *Query) *string { return &q.Speaker }},
	{"act", func(q *Query) *string { return (*string)(&q.Act) }},
	{"doc", func(q *Query) *string { return &q.Doc }},
	{"grade", func(q *Query) *string { return (*string)(&q.Grade) }},
	{"since", func(q *Query) *string { return &q.Since }},
	{"until", func(q *Query) *string { return &q.Until }},
}

// Parse reads a query: name:value pairs with white space between them, each
// name at most once, a value in double quotes where it holds a space. Inside
// quotes \" and \\ stand for themselves. The empty string asks for everything.
//
//	speaker:"Ana Ruiz" act:deny grade:guessed since:2026-03-01
//
// An error says which word is wrong and what would be right.
func Parse(s string) (Query, error) {
	var q Query
	if !utf8.ValidString(s) {
		return q, fmt.Errorf("query is not UTF-8 text")
	}
	for rest := strings.TrimSpace(s); rest != ""; rest = strings.TrimSpace(rest) {
		name, after, ok := strings.Cut(rest, ":")
		if !ok || strings.ContainsAny(name, " \t\r\n\"") {
			word, _, _ := strings.Cut(rest, " ")
			return Query{}, fmt.Errorf("%q is not name:value; the names are %s", word, fieldNames())
		}
		value, tail, err := cutValue(after)
		if err != nil {
			return Query{}, fmt.Errorf("%s: %w", name, err)
		}
		if err := q.set(strings.ToLower(name), value); err != nil {
			return Query{}, err
		}
		rest = tail
	}
	return q, q.Check()
}

// String writes the query so that Parse reads it back.
func (q Query) String() string {
	var parts []string
	for _, f := range fields {
		if v := *f.value(&q); v != "" {
			parts = append(parts, f.name+":"+quoteValue(v))
		}
	}
	return strings.Join(parts, " ")
}

// Check reports the first field whose value cannot be: an act or grade that
// does not exist, a day that is no date.
func (q Query) Check() error {
	if q.Act != "" && !slices.Contains(readout.Acts, q.Act) {
		return fmt.Errorf("act:%s is not an act; the acts are %s", q.Act, listOf(readout.Acts))
	}
	if q.Grade != "" && !slices.Contains(readout.Grades, q.Grade) {
		return fmt.Errorf("grade:%s is not a grade; the grades are %s", q.Grade, listOf(readout.Grades))
	}
	for _, d := range []struct{ name, value string }{{"since", q.Since}, {"until", q.Until}} {
		if d.value != "" && !isDate(d.value) {
			return fmt.Errorf("%s:%s is not a date; write 2026, 2026-03 or 2026-03-14", d.name, d.value)
		}
	}
	return nil
}

func (q *Query) set(name, value string) error {
	for _, f := range fields {
		if f.name != name {
			continue
		}
		at := f.value(q)
		if *at != "" {
			return fmt.Errorf("%s: stands twice in the query", name)
		}
		if value == "" {
			return fmt.Errorf("%s: has no value", name)
		}
		if name == "act" || name == "grade" {
			value = strings.ToLower(value)
		}
		*at = value
		return nil
	}
	return fmt.Errorf("%q is not a field; the names are %s", name, fieldNames())
}

// cutValue takes the value off the front of s.
func cutValue(s string) (value, rest string, err error) {
	if !strings.HasPrefix(s, `"`) {
		end := strings.IndexFunc(s, isSpace)
		if end < 0 {
			end = len(s)
		}
		if strings.Contains(s[:end], `"`) {
			return "", "", fmt.Errorf("a quotation mark inside %q; put the whole value in quotation marks", s[:end])
		}
		return s[:end], s[end:], nil
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && (s[i+1] == '"' || s[i+1] == '\\'):
			i++
			b.WriteByte(s[i])
		case c == '"':
			if rest = s[i+1:]; rest != "" && strings.IndexFunc(rest, isSpace) != 0 {
				return "", "", fmt.Errorf("no space after the value %s", s[:i+1])
			}
			return b.String(), rest, nil
		default:
			b.WriteByte(c)
		}
	}
	return "", "", fmt.Errorf("the closing quotation mark of %s is missing", s)
}

// quoteValue leaves plain words bare.
func quoteValue(v string) string {
	if strings.IndexFunc(v, func(r rune) bool { return isSpace(r) || r == '"' || r == '\\' }) < 0 {
		return v
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(v) + `"`
}

func fieldNames() string {
	var names []string
	for _, f := range fields {
		names = append(names, f.name+":")
	}
	return strings.Join(names, " ")
}

func listOf[T ~string](all []T) string {
	var b strings.Builder
	for i, one := range all {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(one))
	}
	return b.String()
}
