package timex

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"readout"
)

// TestMeasure prints how well Find agrees with TimeML files (*.tml) in the
// folder READOUT_TIMEX, and fails under the floors below. READOUT_TIMEX_PART
// picks the files whose name ends in an "even" or "odd" digit: rules are
// written by looking at even ones only. READOUT_TIMEX_SHOW lists what differs.
func TestMeasure(t *testing.T) {
	dir := os.Getenv("READOUT_TIMEX")
	if dir == "" {
		t.Skip("READOUT_TIMEX names no folder of TimeML files")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.tml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no TimeML files in %s", dir)
	}
	var sum tally
	for _, f := range files {
		if part := os.Getenv("READOUT_TIMEX_PART"); part == "" || part == parity(f) {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			sum.file(t, filepath.Base(f), string(b))
		}
	}
	t.Log(sum.String())
	if sum.f1(sum.relaxed) < 0.75 || ratio(sum.dayRight, sum.days) < 0.75 {
		t.Error("under the floor: relaxed F1 0.75, day values 0.75")
	}
}

func parity(file string) string {
	d := strings.TrimRight(strings.TrimSuffix(filepath.Base(file), ".tml"), "abcdefghijklmnopqrstuvwxyz")
	if d != "" && (d[len(d)-1]-'0')%2 == 0 {
		return "even"
	}
	return "odd"
}

// tally counts expressions: gold, found, found that overlap gold, found that
// are equal to gold; and of the overlapping, the right types and values. vague
// counts gold without a calendar value ("now") that was missed.
type tally struct {
	files, gold, found, relaxed, strict int
	types, days, dayRight, values       int
	vague                               int
}

func ratio(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

func (s *tally) f1(right int) float64 { return 2 * float64(right) / float64(max(s.gold+s.found, 1)) }

func (s *tally) String() string {
	return fmt.Sprintf("%d files, %d gold, %d found\nrelaxed P %.3f R %.3f F1 %.3f (without missed vague ones: R %.3f)\nstrict F1 %.3f\nof the overlapping: type %.3f, value %.3f, value of days %.3f (%d/%d)",
		s.files, s.gold, s.found, ratio(s.relaxed, s.found), ratio(s.relaxed, s.gold), s.f1(s.relaxed), ratio(s.relaxed, s.gold-s.vague),
		s.f1(s.strict), ratio(s.types, s.relaxed), ratio(s.values, s.relaxed), ratio(s.dayRight, s.days), s.dayRight, s.days)
}

type goldTimex struct {
	readout.Range
	typ, value string
}

var (
	dctValue = regexp.MustCompile(`(?s)<DCT>.*?value="([^"]*)"`)
	body     = regexp.MustCompile(`(?s)<TEXT>\n?(.*?)</TEXT>`)
	tag      = regexp.MustCompile(`<(/?)(\w+)([^>]*)>`)
	attr     = regexp.MustCompile(`(\w+)="([^"]*)"`)
)

func (s *tally) file(t *testing.T, name, raw string) {
	dct, text := dctValue.FindStringSubmatch(raw), body.FindStringSubmatch(raw)
	if dct == nil || text == nil {
		t.Errorf("%s: not TimeML", name)
		return
	}
	plain, gold := strip(text[1])
	a := analysis(plain, dct[1][:min(10, len(dct[1]))])
	got := Find(a, english(t))
	s.files++
	s.gold += len(gold)
	s.found += len(got)
	used := map[int]bool{}
	for _, g := range gold {
		k := overlapping(got, g.Range, used)
		if k < 0 {
			if strings.HasSuffix(g.value, "_REF") {
				s.vague++
			}
			s.tell(t, "missed", name, a, g, nil)
			continue
		}
		used[k] = true
		s.compare(t, name, a, g, got[k])
	}
	for k := range got {
		if !used[k] {
			s.tell(t, "extra", name, a, goldTimex{}, &got[k])
		}
	}
}

func (s *tally) compare(t *testing.T, name string, a *readout.Analysis, g goldTimex, x readout.Timex) {
	s.relaxed++
	if x.Range == g.Range {
		s.strict++
	}
	if string(x.Type) == g.typ {
		s.types++
	}
	right := x.Value == edtf(g.value)
	if right {
		s.values++
	} else {
		s.tell(t, "value", name, a, g, &x)
	}
	if g.typ == "DATE" && len(g.value) == len(isoDay) && strings.Count(g.value, "-") == 2 && !strings.Contains(g.value, "W") {
		s.days++
		if right {
			s.dayRight++
		}
	}
}

func (s *tally) tell(t *testing.T, what, name string, a *readout.Analysis, g goldTimex, x *readout.Timex) {
	if os.Getenv("READOUT_TIMEX_SHOW") == "" {
		return
	}
	r, got := g.Range, ""
	if x != nil {
		got = show(a, *x)
		if r.Empty() {
			r = x.Range
		}
	}
	text := a.Doc.Text
	context := text[max(0, r.Start-40):r.Start] + "[[" + text[r.Start:r.End] + "]]" + text[r.End:min(len(text), r.End+20)]
	t.Logf("%s %s %s %s | %s | %s", what, name, g.typ, g.value, strings.ReplaceAll(context, "\n", " "), got)
}

func overlapping(got []readout.Timex, r readout.Range, used map[int]bool) int {
	for k := range got {
		if !used[k] && got[k].Overlaps(r) {
			return k
		}
	}
	return -1
}

// strip takes the markup out of a TimeML text and gives the TIMEX3 ranges.
func strip(s string) (string, []goldTimex) {
	var out strings.Builder
	var gold []goldTimex
	at := 0
	for _, m := range tag.FindAllStringSubmatchIndex(s, -1) {
		out.WriteString(s[at:m[0]])
		at = m[1]
		if s[m[4]:m[5]] != "TIMEX3" {
			continue
		}
		if m[2] == m[3] {
			g := goldTimex{Range: readout.Range{Start: out.Len()}}
			for _, kv := range attr.FindAllStringSubmatch(s[m[6]:m[7]], -1) {
				switch kv[1] {
				case "type":
					g.typ = kv[2]
				case "value":
					g.value = kv[2]
				}
			}
			gold = append(gold, g)
		} else if n := len(gold); n > 0 {
			gold[n-1].End = out.Len()
		}
	}
	out.WriteString(s[at:])
	return out.String(), gold
}

var (
	weekValue = regexp.MustCompile(`^(\d{4})-W(\d\d)$`)
	seasons   = strings.NewReplacer("-SP", "-21", "-SU", "-22", "-FA", "-23", "-WI", "-24")
)

// edtf is a TIMEX3 value as this package writes it.
func edtf(v string) string {
	if m := weekValue.FindStringSubmatch(v); m != nil {
		y, _ := strconv.Atoi(m[1])
		w, _ := strconv.Atoi(m[2])
		first, _ := unit("week", date(y, 1, 4).AddDate(0, 0, 7*(w-1)), 0)
		return first.String()
	}
	if len(v) == 7 && v[5] == 'Q' && v[6] >= '1' && v[6] <= '4' {
		t, err := time.Parse("2006", v[:4])
		if err == nil {
			st, _ := unit("quarter", t.AddDate(0, 3*int(v[6]-'1'), 0), 0)
			return st.String()
		}
	}
	switch {
	case strings.HasSuffix(v, "_REF"), strings.HasPrefix(v, "PX"), strings.HasPrefix(v, "PTX"):
		return ""
	case len(v) == 13 && v[10] == 'T' && v[11] > '9', len(v) == 12 && v[10] == 'T' && v[11] > '9':
		return v[:10]
	case len(v) == 14 && v[10] == 'T' && v[11] > '9':
		return v[:10]
	case len(v) == 3 && v[0] == '1', len(v) == 3 && v[0] == '2':
		return v + "X"
	case len(v) == 2:
		return v + "XX"
	}
	return seasons.Replace(v)
}
