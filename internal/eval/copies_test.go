package eval

import (
	"testing"

	"readout/internal/lang"
)

// Reports that tell one speech, however long, each in its own words, are no
// copies of each other.
func TestAQuotationMakesNoCopy(t *testing.T) {
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Copies("../../testdata/reports/en", Segmented(l))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]Figures{}
	for _, m := range c.Report().Measures {
		found[m.Name] = m.Figures
	}
	if found["quotation.pairs"] != Count(1000) || found["quotation.false_copies"] != Count(0) {
		t.Errorf("of 1,000 pairs %v are called copies", found["quotation.false_copies"])
	}
	if p, ok := found["copies.pairs"].(PRF); !ok || p.P < 1 || p.R < 0.8 {
		t.Errorf("edited copies: %v", found["copies.pairs"])
	}
}
