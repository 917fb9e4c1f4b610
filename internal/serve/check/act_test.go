package check_test

import (
	"testing"

	"readout"
	"readout/internal/serve/check"
)

func TestActStronger(t *testing.T) {
	p := newPress(t)
	said := "the north cables of the bridge had rusted"
	p.report("The Span", "Ode Tal said "+said+". Karl Brun acknowledged that the toll money of May had been lent. "+
		"Brun denied that the tower keys were sold abroad. Tal said Bridge Works would paint the south arch. Tal proposed a feast on the south bank.",
		line{who: "p-tal", cue: "said", content: said, mode: readout.Indirect},
		line{who: "p-brun", cue: "acknowledged", content: "the toll money of May had been lent", act: readout.ActAcknowledge, mode: readout.Indirect},
		line{who: "p-brun", cue: "denied", content: "the tower keys were sold abroad", act: readout.ActDeny, mode: readout.Indirect},
		line{who: "p-tal", cue: "said", content: "Bridge Works would paint the south arch", mode: readout.Indirect},
		line{who: "p-tal", cue: "proposed", content: "a feast on the south bank", act: readout.ActPropose, mode: readout.Indirect},
	)
	for _, tt := range []struct {
		kind              check.Kind
		who, cue, content string
		act               readout.Act
	}{
		{check.ActStronger, "p-tal", "admitted", said, readout.ActAcknowledge},
		{check.ActStronger, "p-tal", "confirmed", said, readout.ActConfirm},
		{check.ActStronger, "p-tal", "denied", said, readout.ActDeny},
		{check.ActStronger, "p-tal", "promised", "a feast on the south bank", readout.ActCommit},
		{check.ActStronger, "p-brun", "admitted", "the tower keys were sold abroad", readout.ActAcknowledge},
		{"", "p-tal", "said", said, readout.ActState},
		{"", "p-brun", "admitted", "the toll money of May had been lent", readout.ActAcknowledge},
		{"", "p-brun", "denied", "the tower keys were sold abroad", readout.ActDeny},
		{"", "p-tal", "promised", "Bridge Works would paint the south arch", readout.ActCommit},
		{"", "p-tal", "confirmed", "three lamps on the old quay were stolen", readout.ActConfirm}, // nothing of it on record
	} {
		p.wants(tt.kind, tt.who+" "+tt.cue+" "+tt.content+".",
			line{who: tt.who, cue: tt.cue, content: tt.content, act: tt.act, mode: readout.Indirect})
	}
}
