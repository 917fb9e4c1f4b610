package main

import (
	"encoding/json"
	"strings"
	"testing"

	"readout/internal/serve/query"
)

// TestDemoClock: what becomes of each promise of the demo that has a day, before
// it, on it and after it. Of two the outcome is told in words that are not joined
// to them yet; until then they lapse.
func TestDemoClock(t *testing.T) {
	db, err := story()
	if err != nil {
		t.Fatal(err)
	}
	on := map[string][]query.Deadline{}
	for _, tt := range []struct{ what, day, states string }{
		{"ask the town council", "2026-05-05", "given"},
		{"ask the town council", "2026-05-06", "due"},
		{"ask the town council", "2026-05-07", "lapsed"},
		{"gate logs", "2026-05-06", "given"},
		{"gate logs", "2026-05-07", "due"},
		{"gate logs", "2026-05-08", "kept lapsed"},
		{"reopen the lock", "2026-05-08", "given"},
		{"reopen the lock", "2026-05-09", "due"},
		{"reopen the lock", "2026-05-10", "broken"},
		{"pay 4mn crowns", "2026-05-11", "given"},
		{"pay 4mn crowns", "2026-05-12", "due"},
		{"pay 4mn crowns", "2026-05-13", "lapsed"},
		{"draft", "2026-05-17", "given"},
		{"draft", "2026-05-18", "due"},
		{"draft", "2026-05-20", "disputed lapsed"},
		{"open on Wednesday", "2026-05-19", "given"},
		{"open on Wednesday", "2026-05-20", "due"},
		{"open on Wednesday", "2026-05-25", "kept"},
		{"inspectors", "2026-05-07", "in-force"}, // its first day is the 8th
		{"inspectors", "2026-05-08", "extended"},
		{"inspectors", "2026-05-29", "due"},
		{"inspectors", "2026-05-30", "lapsed"},
	} {
		if on[tt.day] == nil {
			_, out, talk := called("--db", db, "due", "--now", tt.day, "--json")
			for line := range strings.Lines(out) {
				var d query.Deadline
				if err := json.Unmarshal([]byte(line), &d); err != nil {
					t.Fatal(err, talk)
				}
				on[tt.day] = append(on[tt.day], d)
			}
		}
		var found []string
		for _, d := range on[tt.day] {
			if strings.Contains(d.What, tt.what) {
				found = append(found, string(d.State))
			}
		}
		if len(found) != 1 || !strings.Contains(" "+tt.states+" ", " "+found[0]+" ") {
			t.Errorf("%s on %s: %v, want %s", tt.what, tt.day, found, tt.states)
		}
	}
}
