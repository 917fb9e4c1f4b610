package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout/internal/demo"
	"readout/internal/ingest"
	"readout/internal/ledger"
	"readout/internal/serve/check"
	"readout/internal/serve/query"
)

// beside gives what a check of drafts beside the story of the demo finds of
// quotations, speakers and acts, as "line kind".
func beside(t *testing.T) func(name string, data []byte) []string {
	t.Helper()
	db := openStory(t)
	var r reading
	kinds := []check.Kind{check.WrongSpeaker, check.QuoteAltered, check.ActStronger, check.SecondHand, check.QuoteMerged, check.QuoteVariant, check.QuoteUnknown}
	return func(name string, data []byte) (found []string) {
		doc, err := ingest.Decode(name, data, ingest.Options{})
		if err != nil {
			t.Fatal(err)
		}
		rec, err := r.document(doc)
		if err != nil {
			t.Fatal(err)
		}
		joined, err := ledger.Consider(t.Context(), db, doc, rec)
		if err != nil {
			t.Fatal(err)
		}
		all, err := check.Check(t.Context(), query.New(db, ledger.Version), check.Draft{Doc: doc, Rec: rec, Joined: joined}, query.At{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range all {
			if slices.Contains(kinds, f.Kind) {
				found = append(found, fmt.Sprint(f.Line, " ", f.Kind))
			}
		}
		slices.Sort(found)
		return found
	}
}

func TestDraftBesideTheStory(t *testing.T) {
	find := beside(t)
	for _, tt := range []struct{ draft, want string }{
		{"“Late but welcome”, Emeric Dasso said of it.", ""},
		{"Noor Castellan had little good to say of the talks. “It was useful to see his face,” she told Lestrian television.", ""},
		{"“We will open when it is safe, and I won’t name a day,” said Pavo Kestrin.", ""},
		{"“Ostrel is a power plant and not a museum,” Energy Minister Pavo Kestrin said.", "1 quote-altered"},
		{"The announcement was “late and unwelcome,” said Emeric Dasso.", "1 quote-altered"},
		{"“There is a recording. A sentence in parliament is not an open door,” said Bram Oduya.", "1 quote-merged"},
		{"“The fish will tell you what happened,” Casimir Doyle said.", "1 quote-unknown"},
		{"“They ate all the sandwiches,” Pavo Kestrin said.", "1 wrong-speaker"},
		{"“No bargeman will be turned away,” Emeric Dasso said.", "1 second-hand"},
		{"Pavo Kestrin promised a second meeting in Merrow on 2 June.", "1 act-stronger"},
		{"Pavo Kestrin proposed a second meeting in Merrow on 2 June.", ""},
	} {
		if got := strings.Join(find("draft.txt", []byte(tt.draft+"\n")), ", "); got != tt.want {
			t.Errorf("%s\nfound %q, want %q", tt.draft, got, tt.want)
		}
	}
}

// The story itself, told again, says nothing wrong; only that one witness has
// the words of its headline otherwise.
func TestStoryBesideItself(t *testing.T) {
	find := beside(t)
	for _, r := range demo.Reports() {
		text := strings.Replace(string(r.Data), "</body>", "<p>The end.</p></body>", 1)
		if text == string(r.Data) {
			text += "\n\nThe end.\n" // not the report itself, which would be no witness
		}
		for _, f := range find(r.Name, []byte(text)) {
			if !strings.HasSuffix(f, string(check.QuoteVariant)) {
				t.Errorf("%s: %s", r.Name, f)
			}
		}
	}
}
