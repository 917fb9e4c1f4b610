package gold

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// None is the bare value that says "there is none".
const None = "none"

// Any holds the acceptable readings of a field, the preferred first. It is nil
// where the line does not give the field.
type Any[T any] []T

// First is the preferred reading, the zero value where there is none.
func (a Any[T]) First() T {
	var zero T
	if len(a) == 0 {
		return zero
	}
	return a[0]
}

// Value is one value as written. N is the number after "#", 0 without one.
type Value struct {
	Text string
	N    int
	Bare bool // written without quotation marks
}

// IsNone reports whether the value is the bare word none.
func (v Value) IsNone() bool { return v.Bare && v.Text == None }

// Field is a key with its alternative values.
type Field struct {
	Key    string
	Values Any[Value]
}

// Line is one object of a section as it is written.
type Line struct {
	No       int           // line of the file, from 1; 0 from Fields
	Miss     bool          // "~ ": right, but known to be missed
	False    bool          // "~+ ": a known false find
	Optional bool          // the word optional
	Words    []Any[string] // bare words, without optional
	Snippets []Any[Value]  // quoted values without a key
	Fields   []Field       // in order; a key may repeat
}

// Fields parses one line of the notation.
func Fields(line string) (Line, error) {
	var l Line
	rest := strings.TrimSpace(line)
	if r, ok := strings.CutPrefix(rest, "~+ "); ok {
		l.False, rest = true, r
	} else if r, ok := strings.CutPrefix(rest, "~ "); ok {
		l.Miss, rest = true, r
	}
	for {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		if rest == "" {
			return l, nil
		}
		var err error
		if rest, err = l.item(rest); err != nil {
			return Line{}, err
		}
	}
}

// item takes one word, snippet or field off the front of s.
func (l *Line) item(s string) (string, error) {
	if s[0] == '"' {
		v, rest, err := values(s)
		l.Snippets = append(l.Snippets, v)
		return rest, err
	}
	word := s
	if i := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '=' || r == '"' }); i >= 0 {
		word = s[:i]
	}
	rest := s[len(word):]
	if word == "" || strings.HasPrefix(rest, `"`) {
		return "", fmt.Errorf("unexpected %q", cut(s))
	}
	if !strings.HasPrefix(rest, "=") {
		if word == "optional" {
			l.Optional = true
		} else {
			l.Words = append(l.Words, strings.Split(word, "|"))
		}
		return rest, nil
	}
	v, rest, err := values(rest[1:])
	if err != nil {
		return "", fmt.Errorf("%s: %w", word, err)
	}
	l.Fields = append(l.Fields, Field{word, v})
	return rest, nil
}

// values takes a value and its alternatives, parted by "or", off the front of s.
func values(s string) (Any[Value], string, error) {
	var out Any[Value]
	for {
		v, rest, err := value(s)
		if err != nil {
			return nil, "", err
		}
		out = append(out, v...)
		next, ok := strings.CutPrefix(strings.TrimLeft(rest, " \t"), "or ")
		if !ok {
			return out, rest, nil
		}
		s = strings.TrimLeft(next, " \t")
	}
}

// value takes one value off the front of s; a bare one may give alternatives.
func value(s string) ([]Value, string, error) {
	if !strings.HasPrefix(s, `"`) {
		end := strings.IndexFunc(s, unicode.IsSpace)
		if end < 0 {
			end = len(s)
		}
		if end == 0 || strings.Contains(s[:end], `"`) {
			return nil, "", fmt.Errorf("no value at %q", cut(s))
		}
		var vs []Value
		for _, alt := range strings.Split(s[:end], "|") {
			v := Value{Text: alt, Bare: true}
			if i := strings.LastIndexByte(alt, '#'); i > 0 {
				if n, err := strconv.Atoi(alt[i+1:]); err == nil && n > 0 {
					v.Text, v.N = alt[:i], n
				}
			}
			vs = append(vs, v)
		}
		return vs, s[end:], nil
	}
	text, rest, err := unquote(s[1:])
	if err != nil {
		return nil, "", err
	}
	v := Value{Text: text}
	if digits, ok := strings.CutPrefix(rest, "#"); ok {
		end := len(digits) - len(strings.TrimLeft(digits, "0123456789"))
		if v.N, err = strconv.Atoi(digits[:end]); err != nil || v.N < 1 {
			return nil, "", fmt.Errorf("no number after # at %q", cut(rest))
		}
		rest = digits[end:]
	}
	if r, _ := utf8.DecodeRuneInString(rest); rest != "" && !unicode.IsSpace(r) {
		return nil, "", fmt.Errorf("unexpected %q after a closing quotation mark", cut(rest))
	}
	return []Value{v}, rest, nil
}

// unquote reads up to the closing quotation mark; the opening one is gone.
func unquote(s string) (text, rest string, err error) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '"':
			return b.String(), s[i+1:], nil
		case '\\':
			i++
			if i == len(s) || s[i] != '"' && s[i] != '\\' {
				return "", "", fmt.Errorf(`a backslash stands before " and \ only, at %q`, cut(s[i-1:]))
			}
			b.WriteByte(s[i])
		default:
			b.WriteByte(c)
		}
	}
	return "", "", fmt.Errorf("a quotation mark is not closed, at %q", cut(s))
}

// cut shortens s for a message.
func cut(s string) string {
	if r := []rune(s); len(r) > 30 {
		return string(r[:30]) + "…"
	}
	return s
}

// Lines parses a section; first is the number of its first line in the file.
// The error names the line.
func Lines(section string, first int) ([]Line, error) {
	var lines []Line
	for i, s := range strings.Split(section, "\n") {
		if s = strings.TrimSpace(s); s == "" || s == "#" || strings.HasPrefix(s, "# ") {
			continue
		}
		l, err := Fields(s)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", first+i, err)
		}
		l.No = first + i
		lines = append(lines, l)
	}
	return lines, nil
}

// Field gives the values of every field with this key, in order.
func (l Line) Field(key string) []Any[Value] {
	var out []Any[Value]
	for _, f := range l.Fields {
		if f.Key == key {
			out = append(out, f.Values)
		}
	}
	return out
}

// Text gives the alternatives of a field that stands once, with "" for none;
// nil where the line does not give it. Of a repeated key it is the first.
func (l Line) Text(key string) Any[string] {
	all := l.Field(key)
	if len(all) == 0 {
		return nil
	}
	var out Any[string]
	for _, v := range all[0] {
		if v.IsNone() {
			v.Text = ""
		}
		out = append(out, v.Text)
	}
	return out
}

// List gives the alternatives of a field that is a list, its members parted by
// sep ("; " names, "," ids, " > " chains); none is the empty list.
func (l Line) List(key, sep string) Any[[]string] {
	var out Any[[]string]
	for _, text := range l.Text(key) {
		list := []string{}
		for _, s := range strings.Split(text, strings.TrimSpace(sep)) {
			if s = strings.TrimSpace(s); s != "" {
				list = append(list, s)
			}
		}
		out = append(out, list)
	}
	return out
}

// Word reports whether the bare word w stands in the line, alone.
func (l Line) Word(w string) bool {
	for _, alts := range l.Words {
		if len(alts) == 1 && alts[0] == w {
			return true
		}
	}
	return false
}
