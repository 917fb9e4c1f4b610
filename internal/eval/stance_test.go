package eval

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	claim "readout/internal/eval/stance"
	"readout/internal/lang"
)

// emergent writes pairs on n invented claims, three headlines each.
func emergent(n int) string {
	var b strings.Builder
	for i := range n {
		boat := fmt.Sprint("Tarn ferry ", i, " struck the pier")
		for j, h := range [][2]string{
			{boat + " at Velm", "for"}, {"Report that " + boat + " is a hoax", "against"}, {"Has " + boat + "?", "observing"},
		} {
			fmt.Fprintf(&b, `{"id": %d, "claim_id": %d, "claim": %q, "article_headline": %q, "stance": %q}`+"\n", 3*i+j, i, boat, h[0], h[1])
		}
	}
	return b.String()
}

func stanceCorpus(t *testing.T, files map[string]string) (*StanceCorpus, error) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	return Stance(dir, claim.New(l))
}

func TestStance(t *testing.T) {
	wrong := `{"id": 1, "claim_id": 1, "claim": "Tarn mill burned", "article_headline": "Tarn mill burned", "stance": "against"}`
	c, err := stanceCorpus(t, map[string]string{"boats-train.jsonl": emergent(40), "mill-test.jsonl": wrong})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]Measure{}
	for _, m := range c.Report().Measures {
		found[m.Name] = m
	}
	for name, want := range map[string]Figures{
		"pairs": Count(120), "claims": Count(40), "polarity_errors": Count(0),
		"accuracy":          Accuracy{Right: 120, N: 120},
		"against":           prf(40, 40, 40),
		"test.accuracy":     Accuracy{Right: 0, N: 1},
		"test.sure.for":     prf(0, found["test.sure.for"].Figures.(PRF).Pred, 0),
		"test.for":          prf(0, 1, 0),
		"test.observing":    prf(0, 0, 0),
		"test.sure.against": prf(0, 0, 1),
	} {
		if found[name].Figures != want {
			t.Errorf("%s: %v, want %v", name, found[name].Figures, want)
		}
	}
	if m := found["test.polarity_errors"]; m.Figures != Count(1) || len(m.Misses) != 1 || !strings.Contains(m.Misses[0], "gold against, got for 0.") {
		t.Errorf("polarity errors: %+v", m)
	}
	var dump bytes.Buffer
	if err := c.Dump(&dump); err != nil || strings.Count(dump.String(), "\n") != 121 {
		t.Errorf("dumped %q, %v", dump.String(), err)
	}
}

// What is said of a claim is never learned from the claim itself.
func TestClaimsAreInOneFold(t *testing.T) {
	var pairs []*stancePair
	for i := range 100 {
		pairs = append(pairs, &stancePair{ClaimID: i % 17})
	}
	foldClaims(pairs)
	of, size := map[int]int{}, map[int]int{}
	for _, p := range pairs {
		if f, ok := of[p.ClaimID]; ok && f != p.fold {
			t.Fatalf("claim %d is in folds %d and %d", p.ClaimID, f, p.fold)
		}
		of[p.ClaimID] = p.fold
		size[p.fold]++
	}
	for k := range folds {
		if size[k] < 15 || size[k] > 25 {
			t.Errorf("fold %d has %d pairs of 100", k, size[k])
		}
	}
}

func TestStanceErrors(t *testing.T) {
	for name, text := range map[string]string{
		"no pairs":                      "",
		"line 1: invalid":               "nothing",
		`line 1: "agrees" is no stance`: `{"stance": "agrees"}`,
	} {
		if _, err := stanceCorpus(t, map[string]string{"x-train.jsonl": text}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v, want %q", err, name)
		}
	}
}
