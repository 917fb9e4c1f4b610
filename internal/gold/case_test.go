package gold

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"readout"
)

const sample = `Surname later; the same words twice.
-- meta --
lang: en
published: 2026-03-04
title: Ruiz: tax goes
-- text --
HARBOUR POST
Finance minister Ana Ruiz met reporters on Tuesday.
“We will cut the tax by June,” said Ruiz, adding that
nobody said “no”. Ruiz said no.
He said
“yes”, Ruiz said.
Ten [dead], the ministry said.
-- segments --
headline|byline "HARBOUR … POST"
-- times --
DATE 2026-03-03 "Tuesday"
DATE 2026-06 "June" mod=END
DATE ? "Ten"
-- statements --
id=s1 direct commit source="Ruiz" speaker="Ana Ruiz" cue="said" or "said Ruiz" content="We will cut the tax by June," grade=sure chain="Radio Velm > Ana Ruiz"
~ indirect|mixed parent=s1 source=none or "Ruiz"#2 cue="adding" content="nobody said “no”" content="Ruiz said no" or none
cue="said" content="no." speaker=none negated
cue="said" content="“yes”,"
decline content=none span="Ten … said"
~+ "adding that nobody"
-- responses --
no-response party=none span="the ministry said" optional
-- commitments --
obligor="Ana Ruiz; the ministry" what="cut the tax" due=2026-06 state=given span="We will … June" evidence=s1,s2
-- contacts --
briefing participants="Ana Ruiz; reporters" when=2026-03-03 state=reported span="Ana Ruiz met reporters"
-- incidents --
what="ten dead" span="Ten [dead]" figure="killed 10 exact \"Ten\" by=\"the ministry\""
`

func parse(t *testing.T, s string) *Case {
	t.Helper()
	c, err := Parse([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// at says where a snippet stands, as the line and the text before it there.
func at(c *Case, s Snippet) string {
	if s.IsNone() {
		return "none"
	}
	if c.Text[s.Start:s.End] != s.Text {
		return "broken offsets"
	}
	line := c.Text[:s.Start][strings.LastIndex(c.Text[:s.Start], "\n")+1:]
	return line + "|" + s.Text
}

func TestParse(t *testing.T) {
	c := parse(t, sample)
	if c.Meta["title"] != "Ruiz: tax goes" || c.Comment != "Surname later; the same words twice." {
		t.Errorf("meta %v, comment %q", c.Meta, c.Comment)
	}
	if len(c.Statements) != 5 {
		t.Fatalf("%d statements, want 5", len(c.Statements))
	}
	s1, s2, s3, s4 := c.Statements[0], c.Statements[1], c.Statements[2], c.Statements[4]
	places := map[string]string{
		at(c, s1.Source.First()):                      "“We will cut the tax by June,” said |Ruiz",
		at(c, s1.Cue.First()):                         "“We will cut the tax by June,” |said",
		at(c, s1.Cue[1]):                              "“We will cut the tax by June,” |said Ruiz",
		at(c, s1.Content.First()[0]):                  "“|We will cut the tax by June,",
		at(c, s2.Source.First()):                      "none",
		at(c, s2.Content[1][0]):                       "|nobody said “no”",
		at(c, s3.Cue.First()):                         "nobody said “no”. Ruiz |said",
		at(c, c.Statements[3].Cue.First()):            "“yes”, Ruiz |said",
		at(c, s4.Span.First()):                        "|Ten [dead], the ministry said",
		at(c, c.Segments[0].Span.First()):             "|HARBOUR POST",
		at(c, c.Surplus[0].Span.First()):              "“We will cut the tax by June,” said Ruiz, |adding that\nnobody",
		at(c, c.Incidents[0].Figures[0].Span.First()): "|Ten",
	}
	for got, want := range places {
		if got != want {
			t.Errorf("a snippet stands at %q, want %q", got, want)
		}
	}
	if len(s2.Content) != 2 || len(s2.Content[0]) != 2 || len(s2.Content[1]) != 1 {
		t.Errorf("content %v: want two readings, of two and of one span", s2.Content)
	}
	if !s2.Miss || s1.Miss || s2.No != 22 || !s3.Negated || s4.Content == nil || len(s4.Content.First()) != 0 {
		t.Errorf("marks or line number wrong: %+v", s2.Line)
	}
}

func TestParseFields(t *testing.T) {
	c := parse(t, sample)
	s, f := c.Statements[0], c.Incidents[0].Figures[0]
	for _, tt := range []struct{ want, got any }{
		{Any[readout.Act]{readout.ActCommit}, s.Act},
		{Any[readout.Mode]{readout.Indirect, readout.Mixed}, c.Statements[1].Mode},
		{Any[readout.Grade]{readout.Sure}, s.Grade},
		{Any[[]string]{{"Radio Velm", "Ana Ruiz"}}, s.Chain},
		{Any[string]{""}, c.Statements[2].Speaker},
		{Any[readout.Class]{readout.Headline, readout.Byline}, c.Segments[0].Class},
		{Any[string]{"END"}, c.Times[1].Mod},
		{Any[string]{""}, c.Times[2].Value},
		{Any[string]{""}, c.Responses[0].Party},
		{true, c.Responses[0].Optional},
		{Any[[]string]{{"Ana Ruiz", "the ministry"}}, c.Commitments[0].Obligor},
		{[]string{"s1", "s2"}, c.Commitments[0].Evidence},
		{Any[readout.ContactForm]{readout.Briefing}, c.Contacts[0].Form},
		{10.0, *f.Value},
		{Any[readout.Quantity]{readout.Killed}, f.Quantity},
		{Any[string]{"the ministry"}, f.ToldBy},
	} {
		if diff := cmp.Diff(tt.want, tt.got); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
	}
}

func TestHas(t *testing.T) {
	c := parse(t, "-- text --\nOne.\n-- statements --\n")
	if !c.Has("statements") || c.Has("times") {
		t.Error("an empty section is there, a missing one is not")
	}
}

func TestParseFor(t *testing.T) {
	c, err := ParseFor("Ruiz said no.", []byte("-- statements --\nsource=\"Ruiz\" cue=\"said\"\n"))
	if err != nil || c.Statements[0].Source.First().End != 4 {
		t.Errorf("%+v, %v", c, err)
	}
	if _, err := ParseFor("x", []byte("-- text --\nx\n")); err == nil {
		t.Error("two texts are no error")
	}
}

func TestParseError(t *testing.T) {
	for line, want := range map[string]string{
		`source="Rui"`:                     "line 4: source: \"Rui\" does not stand",
		`content="Ruiz"`:                   "stands 2 times in the text: say which",
		`content="Ruiz"#3`:                 "only 2 times",
		`cue="Ruiz said" content="said" x`: "bare word",
		`content="Ruiz said … no"`:         "",
		`colour=red`:                       "no field is called",
		`cue="said" cue="said"`:            "stands twice",
		`grade=high`:                       "not on the list",
		`"Ruiz said"`:                      "without a key",
		`direct indirect cue="said"`:       "stands twice",
	} {
		_, err := Parse([]byte("-- text --\nRuiz said no to Ruiz.\n-- statements --\n" + line + "\n"))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: error %v, want one with %q", line, err, want)
		}
	}
	for _, bad := range []string{"", "-- story --\n", "-- text --\n-- text --\n", "-- meta --\nno colon\n"} {
		if _, err := Parse([]byte(bad)); err == nil {
			t.Errorf("%q is no error", bad)
		}
	}
}

func TestOccurrences(t *testing.T) {
	for _, tt := range []struct {
		text, snippet string
		want          []readout.Range
	}{
		{"he and the\nhero, he", "he", []readout.Range{{Start: 0, End: 2}, {Start: 17, End: 19}}},
		{"a  b a\n\nb", "a b", []readout.Range{{Start: 0, End: 4}, {Start: 5, End: 9}}},
		{"éa a", "a", []readout.Range{{Start: 4, End: 5}}},
		{"aa", " ", nil},
		{"a ", "a b", nil},
	} {
		if diff := cmp.Diff(tt.want, Occurrences(tt.text, tt.snippet)); diff != "" {
			t.Errorf("%q in %q: %s", tt.snippet, tt.text, diff)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("-- text --\n“é”\n-- statements --\ncontent=\"“é … ”\" or none\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Parse(data)
		if err != nil {
			return
		}
		for _, s := range c.Statements {
			for _, got := range s.Content.First() {
				if c.Text[got.Start:got.End] != got.Text {
					t.Errorf("%q is not at %v", got.Text, got.Range)
				}
			}
		}
	})
}
