package contact_test

import (
	"slices"
	"testing"

	"readout"
	"readout/internal/read"
)

func find(t *testing.T, text string) ([]readout.Contact, func(string) string) {
	t.Helper()
	r, err := read.New("en")
	if err != nil {
		t.Fatal(err)
	}
	doc := &readout.Document{ID: "d-test", Text: text, Published: &readout.Date{Value: "2026-03-04", Grain: readout.GrainDay}}
	rec, err := r.Read(doc)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, p := range rec.Parties {
		names[p.ID] = p.Name
	}
	return rec.Contacts, func(id string) string { return names[id] }
}

func TestOneContact(t *testing.T) {
	two := []string{"Greta Lindqvist", "Lena Okoro"}
	for _, c := range []struct {
		text  string
		form  readout.ContactForm
		state readout.ContactState
		who   []string
		when  string
		where string
		by    string
	}{
		{text: "Mayor Greta Lindqvist met President Lena Okoro in Tromsberg on Tuesday.", form: readout.Meeting, state: readout.ContactReported, who: two, when: "2026-03-03", where: "Tromsberg"},
		{text: "Talks between Mayor Greta Lindqvist and President Lena Okoro ended on Tuesday.", form: readout.Talks, state: readout.ContactReported, who: two, when: "2026-03-03"},
		{text: "Mayor Greta Lindqvist spoke by phone with President Lena Okoro on Monday.", form: readout.Call, state: readout.ContactReported, who: two, when: "2026-03-02"},
		{text: "Mayor Greta Lindqvist said she had spoken by telephone with President Lena Okoro.", form: readout.Call, state: readout.ContactReported, who: two, by: "Greta Lindqvist"},
		{text: "Mayor Greta Lindqvist will meet President Lena Okoro on Friday.", form: readout.Meeting, state: readout.ContactPlanned, who: two, when: "2026-03-06"},
		{text: "Mayor Greta Lindqvist and President Lena Okoro are set to discuss the strike, but only after the envoy has reported.", form: readout.ContactOnly, state: readout.ContactConditional, who: two},
		{text: "Mayor Greta Lindqvist refused to meet President Lena Okoro.", form: readout.Meeting, state: readout.ContactRefused, who: two, by: "Greta Lindqvist"},
		{text: "A meeting between Mayor Greta Lindqvist and President Lena Okoro was cancelled.", form: readout.Meeting, state: readout.ContactCancelled, who: two},
		{text: "Mayor Greta Lindqvist wrote to President Lena Okoro on Monday.", form: readout.Letter, state: readout.ContactReported, who: two, when: "2026-03-02"},
		{text: "President Lena Okoro arrived in Tromsberg to meet Mayor Greta Lindqvist.", form: readout.Visit, state: readout.ContactReported, who: two, where: "Tromsberg"},
		{text: "Negotiators from Norway and Denmark met for six hours.", form: readout.Meeting, state: readout.ContactReported, who: []string{"Denmark", "Norway"}},
	} {
		got, name := find(t, c.text)
		if len(got) != 1 {
			t.Errorf("%s\n\t%d contacts: %+v", c.text, len(got), got)
			continue
		}
		g := got[0]
		var who []string
		for _, p := range g.Participants {
			who = append(who, name(p.Party))
			if name(p.ToldBy) != c.by {
				t.Errorf("%s\n\ttold by %q", c.text, p.ToldBy)
			}
		}
		slices.Sort(who)
		when := ""
		if g.When != nil {
			when = g.When.Value
		}
		if g.Form != c.form || g.State != c.state || !slices.Equal(who, c.who) || when != c.when || c.where != "" && g.Where != c.where {
			t.Errorf("%s\n\t%s %s %v when %q where %q", c.text, g.Form, g.State, who, when, g.Where)
		}
		if (g.State == readout.ContactConditional) != (g.Condition != nil) || len(g.Evidence) == 0 {
			t.Errorf("%s\n\tcondition %v, evidence %v", c.text, g.Condition, g.Evidence)
		}
	}
}

func TestNoContact(t *testing.T) {
	for _, text := range []string{
		"Mayor Greta Lindqvist met reporters on Tuesday.",
		"Mayor Greta Lindqvist has not met President Lena Okoro.",
		"The plan met all conditions.",
		"Mayor Greta Lindqvist hopes to meet President Lena Okoro.",
		"Mayor Greta Lindqvist spoke in Tromsberg on Tuesday.",
		"Parliament is expected to meet this week.",
		"The talks resume on Friday.",
	} {
		if got, _ := find(t, text); len(got) > 0 {
			t.Errorf("%s\n\t%+v", text, got[0])
		}
	}
}

// The same two parties on the same day are one contact, told twice; another
// day is another contact.
func TestToldAgain(t *testing.T) {
	got, _ := find(t, `Mayor Greta Lindqvist met President Lena Okoro on Tuesday.

The meeting between Lindqvist and Okoro lasted two hours.

Lindqvist will meet Okoro on Friday.`)
	if len(got) != 2 || len(got[0].Evidence) != 2 || got[1].State != readout.ContactPlanned {
		t.Errorf("got %+v", got)
	}
}

// "On several occasions" is no meeting of today.
func TestOccasions(t *testing.T) {
	got, _ := find(t, `Mayor Greta Lindqvist met President Lena Okoro on Tuesday.

Lindqvist and Okoro — who have met on several occasions in the past — shook hands.`)
	if len(got) != 2 || got[1].When != nil {
		t.Errorf("got %+v", got)
	}
}
