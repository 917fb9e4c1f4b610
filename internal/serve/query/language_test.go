package query

import (
	"strings"
	"testing"

	"readout"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Query
	}{
		{"", Query{}},
		{"  \t", Query{}},
		{`speaker:"Ana Ruiz" act:deny grade:guessed since:2026-03-01`,
			Query{Speaker: "Ana Ruiz", Act: readout.ActDeny, Grade: readout.Guessed, Since: "2026-03-01"}},
		{"until:2026 doc:d-12ab", Query{Until: "2026", Doc: "d-12ab"}},
		{`speaker:"the \"Lock\" \\ group"`, Query{Speaker: `the "Lock" \ group`}},
		{"SPEAKER:Färber ACT:Accept-Conditionally", Query{Speaker: "Färber", Act: readout.ActAcceptIf}},
		{"speaker:a:b", Query{Speaker: "a:b"}},
	} {
		got, err := Parse(c.in)
		if err != nil || got != c.want {
			t.Errorf("Parse(%q) = %+v, %v; want %+v", c.in, got, err, c.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for in, says := range map[string]string{
		"Ruiz":                 "not name:value",
		"who:Ruiz":             "speaker: act:",
		"act:shout":            "the acts are state, claim",
		"grade:good":           "sure, inherited, guessed",
		"since:yesterday":      "2026-03-14",
		"since:2026-02-30":     "not a date",
		"until:2026-01/2026-2": "not a date",
		`speaker:"Ana`:         "closing quotation mark",
		`speaker:"Ana"Ruiz`:    "no space after",
		`speaker:An"a`:         "quotation marks",
		"act:deny act:deny":    "twice",
		"speaker:":             "no value",
		`speaker:""`:           "no value",
		"act:\xff":             "UTF-8",
	} {
		if _, err := Parse(in); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("Parse(%q): error %v, want one that says %q", in, err, says)
		}
	}
}

// What String writes, Parse reads back, and writing it again changes nothing.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"", `speaker:"Ana Ruiz" act:deny`, `speaker:"\"\\" doc:x`, "since:2026 until:2026-03", "speaker:\u00a0", `speaker:"a\nb"`} {
		f.Add(s, "Ana Ruiz")
	}
	f.Fuzz(func(t *testing.T, s, speaker string) {
		q, err := Parse(s)
		if err != nil {
			q = Query{}
		}
		if again, err := Parse(q.String()); err != nil || again != q {
			t.Fatalf("%q was read as %+v; %q as %+v, %v", s, q, q.String(), again, err)
		}
		q = Query{Speaker: strings.ToValidUTF8(speaker, "?"), Act: readout.ActDeny}
		if again, err := Parse(q.String()); err != nil || again != q {
			t.Fatalf("%+v is written %q and read as %+v, %v", q, q.String(), again, err)
		}
	})
}
