package ledger_test

import (
	"fmt"
	"math/rand"
	"testing"
	"time"

	"readout"
	"readout/internal/ledger"
	"readout/internal/ledger/ledgertest"
	"readout/internal/store"
)

func TestZZScale(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	word := func() string { return fmt.Sprintf("w%dx", int(r.ExpFloat64()*400)) }
	var reports []store.Report
	for i := range 3000 {
		b := ledgertest.New(fmt.Sprint("O", i), fmt.Sprintf("2026-%02d-%02d", 1+i/300, 1+r.Intn(28)))
		for p := range 20 {
			if r.Intn(3) == 0 {
				b.Party(readout.Party{ID: fmt.Sprint("p-", p), Name: fmt.Sprint("Ab", p, " Cd", p), Kind: readout.Person})
			}
		}
		for range 20 {
			c := ""
			for range 6 + r.Intn(14) {
				c += word() + " "
			}
			b.Say(fmt.Sprint("p-", r.Intn(20)), readout.ActState, "said", c)
		}
		for range 20 {
			c := ""
			for range 15 { c += word() + " " }
			b.Prose(c)
		}
		reports = append(reports, b.Report(i+1))
	}
	for _, n := range []int{750, 1500, 3000} {
		at := time.Now()
		f := &fake{reports: reports[:n]}
		s := time.Now()
		l, _ := ledger.Build(seqOf(f.reports))
		fmt.Println(n, "build", time.Since(s), len(l.Propositions), len(l.Utterances))
		if err := ledger.Update(t.Context(), f); err != nil { t.Fatal(err) }
		fmt.Println(n, "all update", time.Since(at))
	}
}
