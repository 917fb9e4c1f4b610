package eval

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"readout"
)

// judgedPlace is a line of a table of places that careful people have judged: the
// article, a stretch of its code points, and what they say of it.
type judgedPlace struct {
	article string
	at      stretch
	answer  []string
}

// parseJudged reads lines of an article's name, start, end and the answer, with
// spaces between; lines that begin with "#" are comments. The error names the
// line.
func parseJudged(r io.Reader, answers int) ([]judgedPlace, error) {
	var list []judgedPlace
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		if len(fields) != 3+answers {
			return nil, fmt.Errorf("line %d has %d fields, want %d", n, len(fields), 3+answers)
		}
		at, err := parseStretch(fields[1], fields[2])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		list = append(list, judgedPlace{fields[0], at, fields[3:]})
	}
	return list, lines.Err()
}

func parseStretch(start, end string) (stretch, error) {
	from, err := strconv.Atoi(start)
	if err != nil {
		return stretch{}, err
	}
	to, err := strconv.Atoi(end)
	if err != nil {
		return stretch{}, err
	}
	if from < 0 || to <= from {
		return stretch{}, fmt.Errorf("%d-%d is no stretch", from, to)
	}
	return stretch{from, to}, nil
}

// Recorder reads a document into a record. What goes wrong is an error of this
// document.
type Recorder func(*readout.Document) (*readout.Record, error)

// eachRecorded reads every article of the list once, from dir/text, and calls
// judge for each line, in order.
func eachRecorded(dir string, list []judgedPlace, read Recorder, judge func(judgedPlace, []rune, *readout.Record) error) error {
	type reading struct {
		text   []rune
		record *readout.Record
	}
	done := map[string]reading{}
	for _, j := range list {
		r, ok := done[j.article]
		if !ok {
			b, err := os.ReadFile(filepath.Join(dir, "text", j.article+".txt"))
			if err != nil {
				return err
			}
			a := article{name: j.article, bytes: b}
			if r.record, err = read(a.document()); err != nil {
				return fmt.Errorf("%s: %w", j.article, err)
			}
			r.text = []rune(string(b))
			done[j.article] = r
		}
		if j.at.end > len(r.text) {
			return fmt.Errorf("%s: %d-%d lies outside of the text", j.article, j.at.start, j.at.end)
		}
		if err := judge(j, r.text, r.record); err != nil {
			return fmt.Errorf("%s: %w", j.article, err)
		}
	}
	return nil
}

// statementAt is the first statement of which a part, its source or its cue, meets
// the stretch.
func statementAt(r *readout.Record, at stretch, part func(readout.Statement) *readout.Span) *readout.Statement {
	for i, st := range r.Statements {
		if p := part(st); p != nil && p.Start < at.end && p.End > at.start {
			return &r.Statements[i]
		}
	}
	return nil
}
