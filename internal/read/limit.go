package read

import (
	"fmt"

	"readout"
)

// A report is a few thousand words, a long one a few ten thousand; what is
// over these limits is no report, and reading it could take minutes. The time
// of reading grows with the length of the text, but with the square of a
// sentence's.
const (
	MaxText     = 2 << 20 // bytes of a document's text
	MaxSentence = 3000    // words and marks without the end of a sentence or paragraph
)

// TooLongError is a text that is not read because of its length.
type TooLongError struct {
	What      string // "text" or "sentence"
	At        int    // the byte at which it begins
	Size, Max int
	Unit      string // what Size and Max count
	advice    string
}

func (e *TooLongError) Error() string {
	return fmt.Sprintf("the %s at byte %d is too long: %d %s, more than %d", e.What, e.At, e.Size, e.Unit, e.Max)
}

// Hint says what would help.
func (e *TooLongError) Hint() string { return e.advice }

func checkText(text string) error {
	if len(text) <= MaxText {
		return nil
	}
	return &TooLongError{What: "text", Size: len(text), Max: MaxText, Unit: "bytes", advice: "cut it into its reports and add each"}
}

func checkSentences(sentences []readout.Sentence) error {
	for _, s := range sentences {
		if n := s.Last - s.First; n > MaxSentence {
			return &TooLongError{What: "sentence", At: s.Start, Size: n, Max: MaxSentence, Unit: "words and marks", advice: "put its full stops or line ends back, if they were lost on the way"}
		}
	}
	return nil
}
