package eval

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"readout"
)

// mucReport is a report of the MUC-3/4 corpus (Sundheim 1992) with what its key
// says of casualties. Text is as published, in capitals, one line a paragraph,
// without headers and notes in brackets.
type mucReport struct {
	name, text, published string
	incident              bool // the key has a template that is filled
	gold, optional        set[casualty]
}

// casualty is how many people were killed or injured.
type casualty struct {
	quantity string
	number   float64
}

// readMUC reads the texts and keys ("key-*") of a folder, by the names of the
// reports.
func readMUC(dir string) ([]*mucReport, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		return nil, err
	}
	byName := map[string]*mucReport{}
	for _, key := range []bool{false, true} {
		for _, file := range files {
			base := filepath.Base(file)
			if strings.HasPrefix(base, "key-") != key || !key && !mucTexts.MatchString(base) {
				continue
			}
			read := readMUCTexts
			if key {
				read = readMUCKeys
			}
			if err := read(file, byName); err != nil {
				return nil, fmt.Errorf("%s: %w", base, err)
			}
		}
	}
	var list []*mucReport
	for _, name := range sortedKeys(byName) {
		list = append(list, byName[name])
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: no report of MUC-3/4: %w", dir, os.ErrNotExist)
	}
	return list, nil
}

var (
	mucTexts    = regexp.MustCompile(`^(dev|tst\d)-muc\d`)
	mucHead     = regexp.MustCompile(`^((?:DEV|TST\d)-MUC\d-\d{4})\b`)
	mucDateline = regexp.MustCompile(`^.{0,60}?(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)\b.*?--`)
	mucNote     = regexp.MustCompile(`\[[^\]]*\]`)
)

func readMUCTexts(file string, byName map[string]*mucReport) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var r *mucReport
	var paragraph []string
	flush := func() {
		if text := strings.Join(paragraph, " "); r != nil && text != "" {
			r.text += text + "\n\n"
		}
		paragraph = nil
	}
	for _, line := range strings.Split(string(data), "\n") {
		line = strings.TrimRight(line, " \r")
		if m := mucHead.FindStringSubmatch(line); m != nil {
			flush()
			r = &mucReport{name: m[1], gold: set[casualty]{}, optional: set[casualty]{}}
			byName[m[1]] = r
			continue
		}
		if strings.TrimSpace(line) == "" {
			flush()
			continue
		}
		paragraph = append(paragraph, strings.TrimLeft(line, " ")) // two spaces after a sentence stay
	}
	flush()
	for _, r := range byName {
		r.clean()
	}
	return nil
}

// clean takes off the dateline, for its day, and notes in brackets.
func (r *mucReport) clean() {
	if m := mucDateline.FindStringSubmatchIndex(r.text); m != nil && r.published == "" {
		day := r.text[m[2]:m[3]] + " " + r.text[m[4]:m[4]+1] + strings.ToLower(r.text[m[4]+1:m[5]]) + " " + r.text[m[6]:m[7]]
		if t, err := time.Parse("2 Jan 06", day); err == nil {
			r.published = t.Format(time.DateOnly)
		}
		r.text = r.text[m[1]:]
	}
	r.text = strings.TrimSpace(mucNote.ReplaceAllString(r.text, ""))
}

func (r *mucReport) document(text string) *readout.Document {
	return plainReport("", text, r.published)
}

// The slots of a template that are read.
const (
	mucMessage  = 0
	mucTemplate = 1
	mucNumber   = 21 // HUM TGT: NUMBER
	mucEffect   = 23 // HUM TGT: EFFECT OF INCIDENT
	mucValueAt  = 36 // column of a slot's value
)

var mucSlot = regexp.MustCompile(`^(\d{1,2})\.\s`)

// readMUCKeys adds the casualties of each template to its report; a key
// without a text is left out.
func readMUCKeys(file string, byName map[string]*mucReport) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	slots, slot := map[int][]string{}, -1
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := strings.TrimRight(lines.Text(), " \r")
		m := mucSlot.FindStringSubmatch(line)
		switch {
		case strings.HasPrefix(line, ";") || line == "":
			continue
		case m != nil:
			if slot, _ = strconv.Atoi(m[1]); slot == mucMessage {
				mucTemplateOf(slots, byName)
				slots = map[int][]string{}
			}
			line = line[min(mucValueAt, len(line)):]
		}
		slots[slot] = append(slots[slot], strings.TrimSpace(line))
	}
	mucTemplateOf(slots, byName)
	return lines.Err()
}

// mucTemplateOf adds one template.
func mucTemplateOf(slots map[int][]string, byName map[string]*mucReport) {
	head, template := strings.Join(slots[mucMessage], " "), strings.Join(slots[mucTemplate], " ")
	name, _, _ := strings.Cut(head, " ")
	r := byName[name]
	if r == nil || template == "*" || template == "" {
		return
	}
	r.incident = true
	for _, e := range fillers(slots[mucEffect]) {
		quantity := map[string]string{"DEATH": "killed", "INJURY": "injured"}[e.value]
		for _, n := range fillers(slots[mucNumber]) {
			if quantity == "" || !slices.ContainsFunc(n.names, func(s string) bool { return slices.Contains(e.names, s) }) {
				continue
			}
			for i, number := range strings.Split(n.value, "/") {
				value, err := strconv.ParseFloat(strings.Trim(number, " ~-"), 64)
				switch c := (casualty{quantity, value}); {
				case err != nil: // PLURAL, or a stretch
				case i > 0 || e.optional || n.optional || strings.Contains(template, "OPTIONAL"):
					r.optional[c] = true
				default:
					r.gold[c] = true
				}
			}
		}
	}
	for c := range r.gold {
		delete(r.optional, c)
	}
}

// filler is a line of a slot: `? 50: "PEASANTS" / "FARMERS"`.
type filler struct {
	value    string
	names    []string
	optional bool
}

var mucName = regexp.MustCompile(`"([^"]*)"`)

func fillers(lines []string) []filler {
	var list []filler
	for _, line := range lines {
		value, names, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		f := filler{value: strings.TrimSpace(strings.TrimPrefix(value, "?")), optional: strings.HasPrefix(value, "?")}
		for _, m := range mucName.FindAllStringSubmatch(names, -1) {
			f.names = append(f.names, m[1])
		}
		list = append(list, f)
	}
	return list
}
