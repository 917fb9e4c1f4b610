package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout"
)

func TestEvents(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.jsonl": `{"id": "C-1", "event": "CONSULT", "text": "Velm met Torvik."}` + "\n" + `{"id": "C-2", "event": "CONSULT", "text": "left out"}` + "\n",
		"b.tsv":   "id\tEventSnippet\tSubType\n1\tA \"bomb\" fell.\tAIR_STRIKE\n2\tleft out\tAGREEMENT\n3\tA dam burst; they met.\tNATURAL_DISASTER\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	read := func(doc *readout.Document) (*readout.Record, error) {
		rec := &readout.Record{}
		if strings.Contains(doc.Text, "met") {
			rec.Contacts = []readout.Contact{{State: readout.ContactReported}}
		}
		if strings.Contains(doc.Text, "bomb") || strings.Contains(doc.Text, "dam") {
			rec.Incidents = []readout.Incident{{What: "it"}}
		}
		return rec, nil
	}
	c, err := Events(dir, Even, read)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, m := range c.Report().Measures {
		got[m.Name] = m.Figures.String()
	}
	for name, want := range map[string]string{
		"snippets": "count 3", "meeting": "P 0.500  R 1.000  F1 0.667  (1/2/1)", "agreement": "P 0.000  R 0.000  F1 0.000  (0/0/0)",
		"strike": "P 0.500  R 1.000  F1 0.667  (1/2/1)", "incident": "P 1.000  R 1.000  F1 1.000  (2/2/2)",
	} {
		if got[name] != want {
			t.Errorf("%s: got %s, want %s", name, got[name], want)
		}
	}
	if _, err := Events(t.TempDir(), Even, read); err == nil {
		t.Error("an empty folder is no corpus")
	}
}
