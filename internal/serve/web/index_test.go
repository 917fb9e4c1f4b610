package web_test

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"readout"
	"readout/internal/serve/query"
	"readout/internal/serve/query/querytest"
	"readout/internal/serve/web"
	"readout/internal/store"
)

// words is a text with single spaces.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestMattersShowWhoStandsWhere(t *testing.T) {
	page := open(t, sample(), "/")
	matters := all(page, class("matter"))
	if len(matters) != 3 {
		t.Fatalf("%d matters", len(matters))
	}
	for i, want := range [][3]string{
		{"Marland affirms", "Norrgate denies", "Tessovian foreign ministry no-response"},
		{"Marland affirms", "Nobody on record.", "Tessovia nothing on record computed"},
		{"Marland affirms", "Nobody on record.", "No open question on record."},
	} {
		for side, n := range all(matters[i], class("side")) {
			if got := words(textOf(n)); !strings.Contains(got, want[side]) {
				t.Errorf("matter %d, side %d: %q, want %q in it", i, side, got, want[side])
			}
		}
	}
}

func TestTableOfPositions(t *testing.T) {
	page := open(t, sample(), "/")
	var rows []string
	for _, tr := range all(all(page, class("grid"))[0], tag("tr"))[1:] {
		var cells []string
		for _, c := range all(tr, func(n *html.Node) bool { return n.Data == "td" || n.Data == "th" }) {
			cells = append(cells, words(textOf(c)))
		}
		rows = append(rows, strings.Join(cells, " "))
	}
	want := "Marland affirms affirms affirms|Norrgate denies · ·|Tessovian foreign ministry no-response · ·|Tessovia · nothing on record ·"
	if got := strings.Join(rows, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestDeadlines(t *testing.T) {
	page := open(t, sample(), "/?on=2026-03-10")
	var rows []string
	for _, td := range all(page, class("state")) {
		rows = append(rows, textOf(td))
	}
	if got := strings.Join(rows, "|"); got != "lapsed: the day has passed, no word on the outcome found|given" {
		t.Error(got)
	}
}

func TestAsOfIsKept(t *testing.T) {
	page := open(t, sample(), "/?on=2026-03-05")
	if n := len(all(page, class("matter"))); n != 3 {
		t.Errorf("%d matters on 5 March", n)
	}
	links := all(page, func(n *html.Node) bool { return attr(n, "href") == "/proposition/q-000000000001?on=2026-03-05" })
	if len(links) == 0 {
		t.Error("the link to a matter loses the day")
	}
}

func TestEmptyRecord(t *testing.T) {
	page := open(t, web.Handler(query.New(&querytest.Fake{}, "test")), "/")
	if got := textOf(all(page, tag("main"))[0]); !strings.Contains(got, "Nothing is on record yet") || !strings.Contains(got, "readout add") {
		t.Errorf("an empty record says %q", got)
	}
}

// Where there are many, the first page lists the nearest deadlines and the
// latest documents, and leads to the rest.
func TestManyDeadlinesAndDocuments(t *testing.T) {
	f := made("a")
	f.All[0].Doc.Published = &readout.Date{Value: "2026-03-10"}
	for i := range 100 {
		due := time.Date(2026, 3, 10-50+i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		f.Joined.Commitments = append(f.Joined.Commitments, readout.Commitment{ID: readout.NewID("c", i), What: due, Due: &readout.Date{Value: due}})
		doc := *f.All[0].Doc
		doc.ID = readout.NewID("d", i)
		f.All = append(f.All, store.Report{Seq: int64(i + 2), Doc: &doc, Rec: &readout.Record{Doc: doc.ID}})
	}
	h := web.Handler(query.New(f, "test"))
	page := open(t, h, "/")
	states := all(page, class("state"))
	if len(states) != 40 || !strings.Contains(textOf(states[0].Parent.Parent), "2026-02-18") {
		t.Errorf("%d deadlines, the first %s", len(states), words(textOf(states[0].Parent.Parent)))
	}
	if links := all(page, func(n *html.Node) bool { return strings.HasPrefix(attr(n, "href"), "/doc/") }); len(links) != 40 {
		t.Errorf("%d documents", len(links))
	}
	if n := len(all(open(t, h, "/deadlines"), class("state"))); n != 100 {
		t.Errorf("%d deadlines in all", n)
	}
	if n := len(all(open(t, h, "/documents"), func(n *html.Node) bool { return strings.HasPrefix(attr(n, "href"), "/doc/") })); n != 101 {
		t.Errorf("%d documents in all", n)
	}
}

// Many matters come in pages.
func TestPagesOfMatters(t *testing.T) {
	f := querytest.Sample()
	for i := range 30 {
		id := readout.NewID("q", i)
		f.Joined.Propositions = append(f.Joined.Propositions, readout.Proposition{ID: id, Text: "Something."})
		f.Joined.Stances = append(f.Joined.Stances, readout.Stance{
			Statement: "s-000000000004", Proposition: id, Party: "p-halloran", Value: readout.Affirms,
		})
	}
	h := web.Handler(query.New(f, "test"))
	seen := 0
	for target := "/"; target != ""; {
		page := open(t, h, target)
		seen += len(all(page, class("matter")))
		target = ""
		for _, next := range all(page, func(n *html.Node) bool { return attr(n, "rel") == "next" }) {
			target = attr(next, "href")
		}
	}
	if seen != 33 {
		t.Errorf("%d matters on all pages, want 33", seen)
	}
}

func TestStatementLines(t *testing.T) {
	page := open(t, sample(), "/statements?q=speaker:halloran")
	lines := all(page, class("line"))
	if len(lines) != 2 {
		t.Fatalf("%d lines", len(lines))
	}
	got := words(textOf(lines[0]))
	want := "Per Halloran deny Per Halloran, the chief executive of Norrgate, denied that Norrgate ships had damaged the gate " +
		"The Tarn Courier, 4 March 2026 · sure: named speaker and cue"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// The links beside the query change one word of it.
func TestFilters(t *testing.T) {
	page := open(t, sample(), "/statements?q=speaker:brandt+act:deny")
	var on []string
	for _, a := range all(page, func(n *html.Node) bool { return attr(n, "aria-current") == "true" }) {
		on = append(on, textOf(a))
	}
	if strings.Join(on, " ") != "any deny" {
		t.Errorf("chosen: %v", on)
	}
	for _, a := range all(page, tag("a")) {
		if textOf(a) == "guessed" && attr(a, "href") != "/statements?q=speaker%3Abrandt+act%3Adeny+grade%3Aguessed" {
			t.Errorf("guessed leads to %s", attr(a, "href"))
		}
	}
}

func TestStatementsInPages(t *testing.T) {
	var many []readout.Statement
	for i := range 120 {
		many = append(many, readout.Statement{ID: readout.NewID("s", i), Span: readout.Span{Doc: "d-1", BEnd: 1, Text: "a"}, Grade: readout.Sure})
	}
	for i := range many {
		many[i].Speaker = "p-1"
	}
	f := made("a", many...)
	f.Joined.Parties = []readout.Party{{ID: "p-1", Name: "One"}}
	h := web.Handler(query.New(f, "test"))
	rest := all(open(t, h, "/speaker/p-1"), func(n *html.Node) bool { return textOf(n) == "All 120 statements" && n.Data == "a" })
	if len(rest) != 1 {
		t.Fatal("the speaker's page does not lead to all statements")
	}
	seen := map[string]bool{}
	for target := attr(rest[0], "href"); target != ""; {
		page := open(t, h, target)
		for _, a := range all(page, class("sentence")) {
			seen[attr(a, "href")] = true
		}
		target = ""
		for _, next := range all(page, func(n *html.Node) bool { return attr(n, "rel") == "next" }) {
			target = attr(next, "href")
		}
	}
	if len(seen) != 120 {
		t.Errorf("%d statements on all pages, want 120", len(seen))
	}
}
