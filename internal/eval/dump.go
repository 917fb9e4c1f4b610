package eval

import (
	"encoding/json"
	"io"
)

// dumpLine is one article of a dump. Spans are pairs of code points, end
// exclusive.
type dumpLine struct {
	Doc       string         `json:"doc"`
	Relations []dumpRelation `json:"relations"`
}

type dumpRelation struct {
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
}

// dump writes the relations of one article; what is empty is written [].
func dump(w io.Writer, doc string, relations []relation) error {
	line := dumpLine{doc, make([]dumpRelation, len(relations))}
	for i, r := range relations {
		line.Relations[i] = dumpRelation{bounds(r[sourceRole]), bounds(r[cueRole]), bounds(r[contentRole])}
	}
	return json.NewEncoder(w).Encode(line)
}

func bounds(spans []stretch) [][2]int {
	list := make([][2]int, len(spans))
	for i, s := range spans {
		list[i] = [2]int{s.start, s.end}
	}
	return list
}
