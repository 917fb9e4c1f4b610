package eval

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"

	"readout"

	"github.com/google/go-cmp/cmp"
)

// ferryTimeML has an entity, a character of two bytes before an expression, an
// event inside one, and an expression outside <TEXT>.
const ferryTimeML = `<?xml version="1.0" ?>
<TimeML>
<DOCID>ferry</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2026-03-12T09:00:00">03/12/2026</TIMEX3></DCT>
<TITLE>Filed <TIMEX3 tid="t9" type="DATE" value="2026-03-11">yesterday</TIMEX3></TITLE>
<TEXT>
The Kåre &amp; Sons ferry <EVENT eid="e1">sank</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2026-03-09">Monday</TIMEX3>.
It had run for <TIMEX3 tid="t2" type="DURATION" value="P9Y">nine <EVENT eid="e2">long</EVENT> years</TIMEX3>; on <TIMEX3 tid="t3" type="DATE" value="2026-03-13">Friday</TIMEX3> a new one comes.
Until <TIMEX3 tid="t4" type="DATE" value="PRESENT_REF">now</TIMEX3> none was lost.
</TEXT>
</TimeML>
`

const ferryText = "\nThe Kåre & Sons ferry sank on Monday.\nIt had run for nine long years; on Friday a new one comes.\nUntil now none was lost.\n"

func timeOf(d *readout.Document, words string, kind readout.TimexType, value string) readout.Timex {
	at := strings.Index(d.Text, words)
	return readout.Timex{Range: readout.Range{Start: at, End: at + len(words)}, TIMEX3: readout.Timex3{Type: kind, Value: value}}
}

// ferryTimes are right in part: Monday, the extent of a duration but not its
// value, a Friday on the wrong side, and one that is no time.
func ferryTimes(d *readout.Document) ([]readout.Timex, error) {
	return []readout.Timex{
		timeOf(d, "Monday", readout.TimexDate, "2026-03-09"),
		timeOf(d, "nine long", readout.TimexDuration, "P9M"),
		timeOf(d, "Friday", readout.TimexTime, "2026-03-06"),
		timeOf(d, "new", readout.TimexDate, "PRESENT_REF"),
	}, nil
}

func TestTimex(t *testing.T) {
	dir := corpus(t, map[string]string{"old/ferry.tml": ferryTimeML, "old/notes.txt": "no TimeML"})
	var seen *readout.Document
	c, err := Timex(func(d *readout.Document) ([]readout.Timex, error) {
		seen = d
		return ferryTimes(d)
	}, dir)
	if err != nil {
		t.Fatal(err)
	}
	if seen.Text != ferryText || seen.Published.Value != "2026-03-12" {
		t.Errorf("read %q of %s", seen.Text, seen.Published.Value)
	}
	want := map[string]string{
		"documents": "count 1",
		"relaxed":   prf(3, 4, 4).String(),
		"strict":    prf(2, 4, 4).String(),
		"type":      prf(2, 4, 4).String(),
		"value":     prf(1, 4, 4).String(),
		"weekday":   Accuracy{Right: 1, N: 2}.String(),
	}
	for _, l := range c.Report().Lines() {
		if w, ok := want[l.Name]; ok && w != l.Figures {
			t.Errorf("%s: got %s, want %s", l.Name, l.Figures, w)
		}
		delete(want, l.Name)
	}
	if len(want) > 0 {
		t.Errorf("no lines %v", want)
	}
}

// A document is in one fold, the same on every machine.
func TestTimexFolds(t *testing.T) {
	dir := corpus(t, map[string]string{"ferry.tml": ferryTimeML, "bridge.tml": ferryTimeML})
	c, err := Timex(ferryTimes, dir)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, l := range c.Report().Lines() {
		if strings.HasSuffix(l.Name, ".value") {
			got[l.Name] = l.Figures
		}
	}
	want := map[string]string{
		"fold0.value": prf(0, 0, 0).String(), "fold1.value": prf(0, 0, 0).String(), "fold2.value": prf(0, 0, 0).String(),
		"fold3.value": prf(0, 0, 0).String(), "fold4.value": prf(0, 0, 0).String(),
	}
	want["fold0.value"], want["fold1.value"] = prf(1, 4, 4).String(), prf(1, 4, 4).String()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTimexDump(t *testing.T) {
	c, err := Timex(ferryTimes, corpus(t, map[string]string{"ferry.tml": ferryTimeML}))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := c.Dump(&b); err != nil {
		t.Fatal(err)
	}
	want := `{"doc":"ferry","timex":[{"start":31,"end":37,"type":"DATE","value":"2026-03-09"},` +
		`{"start":54,"end":63,"type":"DURATION","value":"P9M"},{"start":74,"end":80,"type":"TIME","value":"2026-03-06"},` +
		`{"start":83,"end":86,"type":"DATE","value":"PRESENT_REF"}]}` + "\n"
	if b.String() != want {
		t.Errorf("got  %s\nwant %s", b.String(), want)
	}
}

func TestTimexRefuses(t *testing.T) {
	if _, err := Timex(ferryTimes, t.TempDir()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an empty folder: got %v", err)
	}
	for name, text := range map[string]string{
		"no date":   strings.Replace(ferryTimeML, "DCT", "DATE", 2),
		"no text":   strings.Replace(ferryTimeML, "TEXT", "BODY", 2),
		"cut short": ferryTimeML[:len(ferryTimeML)/2],
	} {
		if _, err := Timex(ferryTimes, corpus(t, map[string]string{"ferry.tml": text})); err == nil || !strings.Contains(err.Error(), "ferry.tml") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// What goes wrong with one document is a note; what is no stretch of its text
// goes wrong.
func TestTimexNotes(t *testing.T) {
	dir := corpus(t, map[string]string{"ferry.tml": ferryTimeML})
	for want, read := range map[string]Timer{
		"document ferry: no light":         func(*readout.Document) ([]readout.Timex, error) { return nil, errors.New("no light") },
		"document ferry: expression 1: 6-": oneTime(6, 7),
		"document ferry: expression 1: 9":  oneTime(900, 901),
		"document ferry: expression 1: 3-": oneTime(3, 3),
	} {
		c, err := Timex(read, dir)
		if err != nil {
			t.Fatal(err)
		}
		if notes := c.Report().Notes; len(notes) != 1 || !strings.HasPrefix(notes[0], want) {
			t.Errorf("got %q, want %q", notes, want)
		}
	}
}

func oneTime(from, to int) Timer {
	return func(*readout.Document) ([]readout.Timex, error) {
		return []readout.Timex{{Range: readout.Range{Start: from, End: to}}}, nil
	}
}

func TestSideOfPublication(t *testing.T) {
	for value, want := range map[string]int{
		"2026-03-11": -1, "2026-03-12": 0, "2026-03-13": 1, "2026-03-13TNI": 1, "2026-W11": 2, "": 2, "PRESENT_REF": 2,
	} {
		if got := side(value, "2026-03-12"); got != want {
			t.Errorf("%q: got %d, want %d", value, got, want)
		}
	}
	for words, want := range map[string]bool{"Friday": true, "fri.": true, "Friday night": false, "Fridays": false, "March": false} {
		if got := bareWeekday(words, "2026-03-13"); got != want {
			t.Errorf("%q: got %v", words, got)
		}
	}
}
