package eval

import (
	"os"
	"path/filepath"
	"testing"

	"readout"
)

// slots writes a template; the values stand where the keys have them.
func slots(lines ...string) string {
	text := ""
	for i := 0; i+1 < len(lines); i += 2 {
		label := lines[i]
		for len(label) < mucValueAt {
			label += " "
		}
		text += label + lines[i+1] + "\n"
	}
	return text + "\n"
}

func mucFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"dev-muc3-0001-0002": "DEV-MUC3-0001 (TEST)\n\n   TORVIK, 3 MAR 26 -- [REPORT] [TEXT] FOUR DOCKERS WERE KILLED.  TWO\nWERE HURT IN VELM [A PORT].\n\n" +
			"DEV-MUC3-0002 (TEST)\n\n   VELM, 4 MAR 26 -- [TEXT] NOTHING HAPPENED.\n",
		"key-dev-0001": slots(
			"0.  MESSAGE: ID", "DEV-MUC3-0001 (TEST)", "1.  MESSAGE: TEMPLATE", "1",
			"21. HUM TGT: NUMBER", `4: "DOCKERS"`, "", `~2: "OTHERS"`, "", `PLURAL: "CLERKS"`, "", `? 3: "PILOTS"`,
			"23. HUM TGT: EFFECT OF INCIDENT", `DEATH: "DOCKERS"`, "", `INJURY: "OTHERS"`, "", `DEATH: "CLERKS"`, "", `DEATH: "PILOTS"`,
		) + slots("0.  MESSAGE: ID", "DEV-MUC3-0002 (TEST)", "1.  MESSAGE: TEMPLATE", "*"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestReadMUC(t *testing.T) {
	list, err := readMUC(mucFolder(t))
	if err != nil {
		t.Fatal(err)
	}
	r := list[0]
	if len(list) != 2 || !r.incident || list[1].incident || r.published != "2026-03-03" {
		t.Fatalf("read %+v", list)
	}
	if want := "FOUR DOCKERS WERE KILLED.  TWO WERE HURT IN VELM ."; r.text != want {
		t.Errorf("text %q, want %q", r.text, want)
	}
	if len(r.gold) != 2 || !r.gold[casualty{"killed", 4}] || !r.gold[casualty{"injured", 2}] || !r.optional[casualty{"killed", 3}] {
		t.Errorf("casualties %v, optional %v", r.gold, r.optional)
	}
}

func TestCasualties(t *testing.T) {
	four, nine := 4.0, 9.0
	analyze := func(doc *readout.Document) (*readout.Analysis, error) { return &readout.Analysis{Doc: doc}, nil }
	read := func(*readout.Document) (*readout.Record, error) {
		return &readout.Record{Incidents: []readout.Incident{{Figures: []readout.Figure{
			{Quantity: readout.Killed, Value: &four}, {Quantity: readout.Killed, Value: &nine}, {Quantity: readout.Injured}, {Quantity: readout.Damaged, Value: &four},
		}}}}, nil
	}
	c, err := Casualties(mucFolder(t), Even, analyze, read)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, m := range c.Report().Measures {
		got[m.Name] = m.Figures.String()
	}
	if want := "P 0.500  R 0.500  F1 0.500  (1/2/2)"; got["pairs"] != want || got["documents"] != "count 1" {
		t.Errorf("got %v", got)
	}
	odd, err := Casualties(mucFolder(t), Odd, analyze, read)
	if err != nil || odd.Report().Measures[0].Figures != Count(0) {
		t.Errorf("the odd half has no document with an incident: %v, %v", odd.Report().Measures, err)
	}
}

func TestRecase(t *testing.T) {
	text := lowered("FOUR DIED IN VELM.  \"TWO LIVE,\" HE SAID AT 3 P.M. TODAY.\n\nNO MORE.")
	if want := "Four died in velm.  \"Two live,\" he said at 3 p.m. today.\n\nNo more."; text != want {
		t.Fatalf("lowered: %q, want %q", text, want)
	}
	a := &readout.Analysis{Doc: &readout.Document{Text: "in velm"}, Tokens: []readout.Token{
		{Range: readout.Range{End: 2}, UPOS: "ADP"}, {Range: readout.Range{Start: 3, End: 7}, UPOS: "PROPN"},
	}}
	if got := recased(a); got != "in Velm" {
		t.Errorf("recased: %q", got)
	}
}
