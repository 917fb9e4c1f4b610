package read_test

import (
	"reflect"
	"strings"
	"testing"

	"readout"
	"readout/internal/read"
	"readout/internal/store"
)

// FuzzRead reads any text at all: spans lie in the text and match it, content
// lies in the document, references resolve, and reading twice is equal.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Ana Ruiz, the minister, said on Friday that \"we will cut the tax\" by June.",
		"“Stay,” said Ruiz.\n\n“And wait.\n\n“Go,” she added, denying that the union had agreed.",
		"date 2026-03-04 Velm agreed, according to Holt.\nQ: Why?\nA: Because.\n— Holt (@holt) March 4, 2026",
		"Neither X nor Y has confirmed it. 'It's the workers' right,' he said... [sic]",
		"LENDWICK, March 3 (Northwire) - The ministry did not respond.\nHere is the Northwire report:\nHolt told it: «No.»",
	} {
		f.Add(seed)
	}
	r, err := read.New("en")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		text = strings.ToValidUTF8(text, "?")
		hash := readout.HashOf([]byte(text))
		doc := &readout.Document{
			ID: readout.DocumentID(hash), Hash: hash, Lang: "en", Text: text,
			Published: &readout.Date{Value: "2026-03-04", Grain: readout.GrainDay},
		}
		rec, err := r.Read(doc)
		if err != nil {
			t.Fatal(err)
		}
		if err := store.Check(doc, rec); err != nil {
			t.Fatal(err)
		}
		parties, statements := map[string]bool{"": true}, map[string]bool{"": true}
		for _, p := range rec.Parties {
			parties[p.ID] = true
		}
		for _, s := range rec.Statements {
			statements[s.ID] = true
		}
		for _, s := range rec.Statements {
			if !parties[s.Speaker] || !statements[s.Parent] || s.Parent == s.ID {
				t.Fatalf("statement %s: speaker %q or parent %q does not resolve", s.ID, s.Speaker, s.Parent)
			}
			if len(s.Content) == 0 && s.Cue == nil {
				t.Fatalf("statement %s has neither cue nor content", s.ID)
			}
		}
		for _, p := range rec.Responses {
			if !parties[p.Party] {
				t.Fatalf("response %s: party %q does not resolve", p.ID, p.Party)
			}
		}
		again, err := r.Read(doc)
		if err != nil || !reflect.DeepEqual(rec, again) {
			t.Fatalf("the second reading differs (%v)", err)
		}
	})
}
