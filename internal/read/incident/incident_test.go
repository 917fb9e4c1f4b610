package incident_test

import (
	"fmt"
	"strings"
	"testing"

	"readout"
	"readout/internal/read"
)

func find(t *testing.T, text string) ([]readout.Incident, func(string) string) {
	t.Helper()
	r, err := read.New("en")
	if err != nil {
		t.Fatal(err)
	}
	doc := &readout.Document{ID: "d-test", Text: text, Published: &readout.Date{Value: "2026-03-04", Grain: readout.GrainDay}}
	rec, err := r.Read(doc)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, p := range rec.Parties {
		names[p.ID] = p.Name
	}
	return rec.Incidents, func(id string) string { return names[id] }
}

// figures shows all figures as "killed 12 at-least by Name".
func figures(in readout.Incident, name func(string) string) string {
	var out []string
	for _, g := range in.Figures {
		value := "-"
		if g.Value != nil {
			value = fmt.Sprint(*g.Value)
		}
		line := fmt.Sprintf("%s %s %s", g.Quantity, value, g.Bound)
		if g.ToldBy != "" {
			line += " by " + name(g.ToldBy)
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

func TestFigures(t *testing.T) {
	for text, want := range map[string]string{
		"A ferry capsized off Tromsberg on Monday, killing at least 14 people and injuring several others.":     "killed 14 at-least; injured - some",
		"About 30 people were injured when a tram derailed in Tromsberg.":                                       "injured 30 about",
		"Twenty-one miners died in the blast and two are still missing, Mayor Greta Lindqvist said.":            "killed 21 exact by Greta Lindqvist; missing 2 exact by Greta Lindqvist",
		"More than 3,000 families have been displaced by the flood.":                                            "displaced 3000 at-least",
		"Mayor Greta Lindqvist put the death toll at nine.":                                                     "killed 9 exact by Greta Lindqvist",
		"Police have arrested 12 men over the fire.":                                                            "captured 12 exact",
		"The army launched 80 drones overnight and the navy shot down 50 drones.":                               "launched 80 exact; intercepted 50 exact",
		"An explosion in the Korvik mine on Tuesday killed up to 40 miners.":                                    "killed 40 up-to",
		"Two policemen and one nurse were wounded in the shooting.":                                             "injured 2 exact; injured 1 exact",
		"Seven clashes were reported near Tromsberg on Monday, and a shell damaged a school in the same place.": "clashes 7 exact; damaged 1 exact",
	} {
		got, name := find(t, text)
		if len(got) != 1 {
			t.Errorf("%s\n\t%d incidents: %+v", text, len(got), got)
			continue
		}
		if g := figures(got[0], name); g != want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", text, g, want)
		}
	}
}

func TestEvent(t *testing.T) {
	got, name := find(t, "Danish drones struck Tromsberg on Tuesday, killing two people. Denmark has not commented.")
	if len(got) != 1 {
		t.Fatalf("got %+v", got)
	}
	g := got[0]
	if g.What != "Danish drones struck Tromsberg" || g.Where != "Tromsberg" || g.When == nil || g.When.Value != "2026-03-03" || name(g.Actor) != "Denmark" {
		t.Errorf("%q at %q when %v by %q", g.What, g.Where, g.When, name(g.Actor))
	}
}

// Figures of one event, over sentences and tellers, stand side by side.
func TestOneIncident(t *testing.T) {
	got, name := find(t, `An explosion in the Korvik mine on Tuesday killed at least 12 people.

The miners' union put the number of dead at 19. Four others were injured.`)
	if len(got) != 1 {
		t.Fatalf("%d incidents: %+v", len(got), got)
	}
	if g := figures(got[0], name); g != "killed 12 at-least; killed 19 exact by miners' union; injured 4 exact" {
		t.Errorf("figures: %s", g)
	}
	got, _ = find(t, "A tram hit a bus in Tromsberg on Monday, killing two people.\n\nA ferry capsized off Korvik on Tuesday, killing five people.")
	if len(got) != 2 {
		t.Errorf("two events: %+v", got)
	}
}

func TestNoIncident(t *testing.T) {
	for _, text := range []string{
		"The fire cost the city $12 million.",
		"Shares fell 14 percent.",
		"Nobody was injured in the talks.",
		"The plan could kill 4,000 jobs.",
		"It was the deadliest storm since 1953, when 300 people died.",
		"The two sides struck a deal.",
		"Correction: An earlier version of this report said that eleven people had been killed.",
		"A dozen ministers attacked the plan.",
	} {
		if got, _ := find(t, text); len(got) > 0 {
			t.Errorf("%s\n\t%q %+v", text, got[0].What, got[0].Figures)
		}
	}
}
