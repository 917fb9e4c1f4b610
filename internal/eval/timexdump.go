package eval

import (
	"encoding/json"
	"io"
)

// timesLine is one document of a dump of time expressions.
type timesLine struct {
	Doc   string     `json:"doc"`
	Timex []dumpTime `json:"timex"`
}

// dumpTime is one expression; start and end are code points, end exclusive.
type dumpTime struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

func dumpTimes(w io.Writer, doc string, times []timex) error {
	line := timesLine{doc, make([]dumpTime, len(times))}
	for i, t := range times {
		line.Timex[i] = dumpTime{t.start, t.end, t.kind, t.value}
	}
	return json.NewEncoder(w).Encode(line)
}
