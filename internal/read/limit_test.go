package read_test

import (
	"errors"
	"strings"
	"testing"

	"readout"
	"readout/internal/read"
)

func TestLimits(t *testing.T) {
	r, err := read.New("en")
	if err != nil {
		t.Fatal(err)
	}
	plain := "The ferry left. "
	for _, c := range []struct{ name, text, what string }{
		{"text at the limit", strings.Repeat("\n", read.MaxText-len(plain)) + plain, ""},
		{"text over the limit", strings.Repeat("\n", read.MaxText) + plain, "text"},
		{"sentence at the limit", plain + "The " + strings.Repeat("ferry ", read.MaxSentence-2) + ".", ""},
		{"sentence over the limit", plain + "The " + strings.Repeat("ferry ", read.MaxSentence-1) + ".", "sentence"},
		{"many sentences", strings.Repeat(plain, read.MaxSentence), ""},
	} {
		_, err := r.Read(&readout.Document{ID: "d-1", Lang: "en", Text: c.text})
		var long *read.TooLongError
		if errors.As(err, &long) != (c.what != "") || c.what == "" && err != nil {
			t.Errorf("%s: got %v", c.name, err)
			continue
		}
		if long != nil && (long.What != c.what || long.Size <= long.Max || long.Hint() == "" || !strings.Contains(err.Error(), "d-1")) {
			t.Errorf("%s: got %v, hint %q", c.name, err, long.Hint())
		}
	}
}
