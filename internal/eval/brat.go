package eval

import (
	"fmt"
	"strconv"
	"strings"
)

// parseBrat reads the attributions of a brat standoff file, in the order of
// their events. A line is
//
//	T3<TAB>Content 115 290;295 300<TAB>the text
//	E1<TAB>Attribution:T4 Content:T3 Cue:T2 Source:T1
//
// with offsets in code points; a role may have a number (Content2). Other lines
// are notes, or the rest of a text with a line feed in it.
func parseBrat(file string, text []rune) ([]relation, error) {
	spans := map[string][]stretch{}
	var events [][]string
	for n, line := range strings.Split(file, "\n") {
		id, rest, _ := strings.Cut(line, "\t")
		switch {
		case numbered(id, "T"):
			list, err := parseOffsets(rest)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
			spans[id] = list
		case numbered(id, "E"):
			events = append(events, strings.Fields(rest))
		}
	}
	var relations []relation
	for _, event := range events {
		r := relationOf(event, spans)
		if err := r.clean(text); err != nil {
			return nil, err
		}
		if !r.empty() {
			relations = append(relations, r)
		}
	}
	return relations, nil
}

// numbered reports whether id is the letter and a number.
func numbered(id, letter string) bool {
	digits, ok := strings.CutPrefix(id, letter)
	return ok && digits != "" && strings.Trim(digits, "0123456789") == ""
}

// parseOffsets reads "Label 115 290;295 300<TAB>...".
func parseOffsets(rest string) ([]stretch, error) {
	fields, _, _ := strings.Cut(rest, "\t")
	_, offsets, _ := strings.Cut(fields, " ")
	var list []stretch
	for _, piece := range strings.Split(strings.TrimSpace(offsets), ";") {
		from, to, _ := strings.Cut(piece, " ")
		start, err := strconv.Atoi(from)
		if err != nil {
			return nil, err
		}
		end, err := strconv.Atoi(to)
		if err != nil {
			return nil, err
		}
		list = append(list, stretch{start, end})
	}
	return list, nil
}

// relationOf gathers the spans of an event's roles; its first part is the
// event's own type and says nothing.
func relationOf(event []string, spans map[string][]stretch) relation {
	var r relation
	for i, part := range event {
		name, id, _ := strings.Cut(part, ":")
		name = strings.ToLower(strings.TrimRight(name, "0123456789"))
		for role, known := range roleNames {
			if i > 0 && name == known {
				r[role] = append(r[role], spans[id]...)
			}
		}
	}
	return r
}
