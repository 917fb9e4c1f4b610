package check_test

import (
	"testing"

	"readout"
	"readout/internal/serve/check"
)

const (
	sound   = "“The bridge was sound when we left it,”"
	repairs = "the north cables of the bridge were repaired in winter"
)

func speakersPress(t *testing.T) *press {
	p := newPress(t)
	p.report("The Span", sound+" Ode Tal said. Karl Brun told the court: “Tal came to me and said, ‘The money for the cables is gone.’” "+
		"A clerk whispered “somebody had sold the keys of the tower”. Tal said "+repairs+". Brun called the old lift “theatre”.",
		line{who: "p-tal", cue: "said", content: sound},
		line{who: "p-brun", cue: "told", content: "“Tal came to me and said, ‘The money for the cables is gone.’”"},
		line{who: "p-tal", cue: "said", content: "‘The money for the cables is gone.’", teller: "p-brun"},
		line{who: "p-clerk", cue: "whispered", content: "“somebody had sold the keys of the tower”"},
		line{who: "p-tal", cue: "said", content: repairs, mode: readout.Indirect},
		line{who: "p-brun", cue: "called", content: "the old lift “theatre”", mode: readout.Mixed},
	)
	all := p.fake.All[0].Rec.Statements
	all[2].Parent = all[1].ID
	return p
}

func TestWrongSpeaker(t *testing.T) {
	p := speakersPress(t)
	p.wants(check.WrongSpeaker, sound+" said Karl Brun.", line{who: "p-brun", cue: "said", content: sound})
	p.wants(check.WrongSpeaker, "Karl Brun said "+repairs+".", line{who: "p-brun", cue: "said", content: repairs, mode: readout.Indirect})
	p.wants("", sound+" said Ode Tal.", line{who: "p-tal", cue: "said", content: sound})
	p.wants("", sound+" said Bridge Works.", line{who: "p-works", cue: "said", content: sound}) // whose man he is
	p.wants("", sound+" said a clerk.", line{who: "p-clerk", cue: "said", content: sound})      // who may be anybody
	p.wants("", "Karl Brun confirmed that "+repairs+".",
		line{who: "p-brun", cue: "confirmed", content: repairs, act: readout.ActConfirm, mode: readout.Indirect})
	p.wants(check.WrongSpeaker, "Tal called the lift “theatre”.", line{who: "p-tal", cue: "called", content: "the lift “theatre”", mode: readout.Mixed})
	p.wants("", "Tal called the winter fair in Lisk “theatre”.",
		line{who: "p-tal", cue: "called", content: "the winter fair in Lisk “theatre”", mode: readout.Mixed})
	f := p.wants(check.WrongSpeaker, "“Somebody had sold the keys of the tower,” said Brun.",
		line{who: "p-brun", cue: "said", content: "“Somebody had sold the keys of the tower,”"})
	if f.Level != check.Question {
		t.Errorf("the voice without a name may be his: %s", f.Level)
	}
}

// Where the reader guessed and the other is named beside it, the guess may be
// what is wrong.
func TestSpeakerByGuess(t *testing.T) {
	p := newPress(t)
	p.report("The Span", "Karl Brun went out. Ode Tal stayed. "+sound+" he said.",
		line{who: "p-tal", cue: "said", content: sound, grade: readout.Guessed})
	p.wants("", sound+" said Karl Brun.", line{who: "p-brun", cue: "said", content: sound})
}

func TestSecondHand(t *testing.T) {
	p := speakersPress(t)
	q := "“The money for the cables is gone,”"
	p.wants(check.SecondHand, q+" Ode Tal said.", line{who: "p-tal", cue: "said", content: q})
	p.wants("", q+" Ode Tal said, as Karl Brun tells it.", line{who: "p-tal", cue: "said", content: q, teller: "p-brun"})
}
