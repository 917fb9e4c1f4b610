package eval

import (
	"os"
	"path/filepath"
	"testing"

	"readout/internal/lang"
)

func TestDayIn(t *testing.T) {
	for s, want := range map[string]string{
		"2026-03-04T09:00:00":                "2026-03-04",
		"Updated Wed 4 March 2026, 9 : 03am": "2026-03-04",
		"March 4th, 2026":                    "2026-03-04",
		"He was 77.":                         "",
		"31 Feb 2026":                        "",
		"":                                   "",
	} {
		if got := dayIn(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// Two sets, each two stories of two reports; the folder and the cluster are the
// gold and are not read otherwise.
func TestStories(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"one/a.json":   `{"title": "Lock at Velm shut", "text": "A barge struck the lower gate of the lock at Velm.", "date_publish": "2026-05-04", "newsCluster": {"EventId": 1}}`,
		"one/b.json":   `{"title": "Barge strikes Velm lock", "text": "The gate of the lock at Velm is bent.", "date_publish": "2026-05-05", "newsCluster": {"EventId": 1}}`,
		"one/c.json":   `{"title": "Orchestra loses conductor", "text": "Ivo Castellane leaves the orchestra of Marn.", "date_publish": "2026-05-05", "newsCluster": {"EventId": 2}}`,
		"two/x/a.json": `{"title": "Mill in Sarn burns", "text": "The old mill in Sarn burned on Sunday.", "date_publish": "4 May 2026"}`,
		"two/x/b.json": `{"title": "Fire destroys Sarn mill", "text": "Nobody was in the mill in Sarn.", "date_publish": ""}`,
		"two/y/a.json": `{"title": "Union calls off ferry strike", "text": "Sailors of the Tarn ferries go back to work.", "date_publish": null}`,
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Stories(dir, Segmented(l))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range c.Report().Measures {
		switch f := m.Figures.(type) {
		case PRF:
			if f.F1 < 1 {
				t.Errorf("%s: %v", m.Name, f)
			}
		case Count:
			if f != 3 {
				t.Errorf("%s: %v", m.Name, f)
			}
		}
	}
	if len(c.Report().Measures) != 8 {
		t.Errorf("measures: %v", c.Report().Lines())
	}
}
