package export_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	ical "github.com/emersion/go-ical"

	"readout"
	"readout/internal/serve/export"
	"readout/internal/serve/query"
	"readout/internal/serve/query/querytest"
)

// written is a calendar, read by another library than the one that wrote it.
func written(t *testing.T, all []query.Appointment) (string, []*ical.Component) {
	t.Helper()
	var b bytes.Buffer
	if err := export.ICS(&b, all); err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("line of %d bytes: %q", len(line), line)
		}
	}
	cal, err := ical.NewDecoder(bytes.NewReader(b.Bytes())).Decode()
	if err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	// The other library's encoder checks what RFC 5545 wants to be there once.
	if len(all) > 0 {
		if err := ical.NewEncoder(io.Discard).Encode(cal); err != nil {
			t.Errorf("%v in\n%s", err, b.String())
		}
	}
	return b.String(), cal.Children
}

func prop(t *testing.T, c *ical.Component, name string) string {
	t.Helper()
	p := c.Props.Get(name)
	if p == nil {
		return ""
	}
	if p.ValueType() == ical.ValueText {
		s, err := p.Text()
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return s
	}
	return p.Value
}

func appointments(t *testing.T, f *querytest.Fake, now string, decisions ...readout.Decision) []query.Appointment {
	t.Helper()
	all, _, err := query.New(f, "test").Appointments(context.Background(), query.Clock{Now: now}, decisions)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestICS(t *testing.T) {
	f := querytest.Sample()
	f.Joined.Commitments[2].Condition = &readout.Condition{Text: "once the gate is mended"}
	first, list := written(t, appointments(t, f, "2026-03-12"))
	again, _ := written(t, appointments(t, f, "2026-03-12"))
	if first != again {
		t.Error("two calendars of one record differ")
	}
	if len(list) != 3 {
		t.Fatalf("%d entries in\n%s", len(list), first)
	}
	for i, want := range []map[string]string{
		{"UID": "c-000000000002@readout", "DTSTART": "20260308", "DTEND": "20260309", "STATUS": "CONFIRMED", "SUMMARY": "Marland to Norrgate: open the gate to inspectors"},
		{"UID": "c-000000000001@readout", "DTSTART": "20260315", "DTEND": "20260316", "STATUS": "CONFIRMED", "LAST-MODIFIED": "20260305T000000Z"},
		{"UID": "c-000000000003@readout", "DTSTART": "", "DUE": "", "STATUS": "NEEDS-ACTION"},
	} {
		for name, value := range want {
			if got := prop(t, list[i], name); got != value {
				t.Errorf("%d: %s is %q, want %q", i, name, got, value)
			}
		}
	}
	if list[0].Name != ical.CompEvent || list[0].Props.Get("DTSTART").ValueType() != ical.ValueDate || list[2].Name != ical.CompToDo {
		t.Errorf("kinds: %s, %s", list[0].Name, list[2].Name)
	}
	for i, says := range []string{"State: lapsed by the clock", "Sentence: President Ilse Brandt said on Tuesday that Marland would “keep the lock closed” until 15 March", "Condition: once the gate is mended"} {
		if got := prop(t, list[i], "DESCRIPTION"); !strings.Contains(got, says) {
			t.Errorf("%d: no %q in %q", i, says, got)
		}
	}
}

// What is called off stays, cancelled, with a higher SEQUENCE than before: by a
// word, and by a decision that takes out the only statement.
func TestICSCancelled(t *testing.T) {
	const id = "c-000000000001@readout"
	entry := func(f *querytest.Fake, now string, decisions ...readout.Decision) (status string, sequence int) {
		_, list := written(t, appointments(t, f, now, decisions...))
		for _, c := range list {
			if prop(t, c, "UID") == id {
				if _, err := fmt.Sscan(prop(t, c, "SEQUENCE"), &sequence); err != nil {
					t.Error(err)
				}
				return prop(t, c, "STATUS"), sequence
			}
		}
		t.Fatalf("the entry has vanished")
		return "", 0
	}
	f := querytest.Sample()
	c := &f.Joined.Commitments[0]
	c.History = []readout.CommitmentEvent{{State: readout.StateGiven, On: "2026-03-03", By: "statement", Evidence: "s-000000000001"}}
	before := -1
	grows := func(want string, status string, sequence int) {
		t.Helper()
		if status != want || sequence <= before {
			t.Errorf("%s, %d, want %s, more than %d", status, sequence, want, before)
		}
		before = sequence
	}
	status, n := entry(f, "2026-03-10")
	grows("CONFIRMED", status, n)
	status, n = entry(f, "2026-03-15")
	grows("CONFIRMED", status, n)
	status, n = entry(f, "2026-03-16")
	grows("CONFIRMED", status, n)
	c.History = append(c.History, readout.CommitmentEvent{State: readout.StateWithdrawn, On: "2026-03-10", By: "statement", Evidence: "s-000000000005"})
	c.State = readout.StateWithdrawn
	status, n = entry(f, "2026-03-16")
	grows("CANCELLED", status, n)

	promise := f.Joined.Commitments[0]
	promise.Due.Phrase = nil
	reading := *f.All[0].Rec
	reading.Commitments = []readout.Commitment{promise}
	f.Before = map[string]*readout.Record{querytest.CourierID: &reading}
	f.Joined.Commitments = f.Joined.Commitments[1:]
	at := reading.Statements[0].Span
	status, n = entry(f, "2026-03-16", readout.Decision{
		ID: "z-1", Who: "Kim", On: "2026-04-01T09:00:00Z", What: readout.RejectIt, Why: "a misprint",
		Target: readout.Target{Type: "statement", ID: "s-000000000001", At: &at},
	})
	grows("CANCELLED", status, n)
}

// Whatever a report has in it, another library reads it back as it was.
func TestICSText(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	letters := []rune("ab ,;:\\\"'nN=é漢🙂<>\u00a0|^")
	for range 400 {
		var what []rune
		for range 1 + r.IntN(200) {
			what = append(what, letters[r.IntN(len(letters))])
		}
		want := strings.ReplaceAll("x"+string(what)+"x", "\u00a0", " ")
		_, list := written(t, []query.Appointment{{Deadline: query.Deadline{ID: "c-1", Kind: readout.Promise, What: "x" + string(what) + "x", ObligorNames: []string{"Ida"}}}})
		if got := prop(t, list[0], "SUMMARY"); got != "Ida: "+want {
			t.Fatalf("got  %q\nwant %q", got, want)
		}
	}
	_, list := written(t, []query.Appointment{{Deadline: query.Deadline{ID: "c-1", What: "one\r\nEND:VCALENDAR\x1b[2J\x00 two", Due: &readout.Date{Value: "2026-02"}}, Modified: "2026-03-04T12:00:00+02:00"}})
	if got := prop(t, list[0], "SUMMARY"); got != "nobody named: one \nEND:VCALENDAR[2J two" {
		t.Errorf("%q", got)
	}
	if got := prop(t, list[0], "DTSTART"); got != "20260228" {
		t.Errorf("a month is shown on %s", got)
	}
	if got, err := list[0].Props.DateTime("DTSTAMP", time.UTC); err != nil || got.Hour() != 10 {
		t.Errorf("stamp %v, %v", got, err)
	}
}
