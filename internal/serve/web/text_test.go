package web_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"readout"
	"readout/internal/serve/query"
	"readout/internal/serve/query/querytest"
	"readout/internal/serve/web"
	"readout/internal/store"
)

// shown is the text of a document page's paragraphs, the empty lines between
// them taken out of both.
func shown(page *html.Node) string {
	var b strings.Builder
	for _, row := range all(page, class("row")) {
		for _, p := range all(row, tag("p")) {
			if p.Parent == row {
				b.WriteString(textOf(p, "label", "n"))
			}
		}
	}
	return b.String()
}

// bare is a text without line ends, which pages give to paragraphs.
func bare(text string) string { return strings.NewReplacer("\r", "", "\n", "").Replace(text) }

// marked is the text of the runs of a class, "|" between them.
func marked(page *html.Node, name string) string {
	var runs []string
	for _, n := range all(page, func(n *html.Node) bool {
		return n.Data == "span" && classed(n, name) && n.Parent.Data == "p" && classed(n.Parent.Parent, "row")
	}) {
		runs = append(runs, textOf(n))
	}
	return strings.Join(runs, "|")
}

func TestTextIsWhole(t *testing.T) {
	for id, text := range map[string]string{querytest.CourierID: querytest.Courier, querytest.RadioID: querytest.Radio} {
		if got := shown(open(t, sample(), "/doc/"+id)); got != bare(text) {
			t.Errorf("the page shows\n%q\nof\n%q", got, bare(text))
		}
	}
}

// Markup in a report is text.
func TestEscaping(t *testing.T) {
	for _, target := range []string{"/", "/doc/" + querytest.CourierID, "/statements", "/speaker/p-halloran"} {
		body := ask(sample(), "GET", target).Body.String()
		if strings.Contains(body, "<script") || strings.Contains(body, "<b>") {
			t.Errorf("%s: markup of a report is markup of the page", target)
		}
	}
	page := open(t, sample(), "/doc/"+querytest.CourierID)
	if got := textOf(all(page, tag("title"))[0]); got != "Marland closes the Tarn lock <script>alert(1)</script> – readout" {
		t.Errorf("title %q", got)
	}
}

func TestMarksStandWhereTheSpansAre(t *testing.T) {
	page := open(t, sample(), "/doc/"+querytest.CourierID)
	for class, want := range map[string]string{
		"src": "President Ilse Brandt|she|Per Halloran, the chief executive of Norrgate|Halloran",
		"cue": "said|said.|denied|told",
		"con": "Marland would “keep the lock closed” until 15 March|“Tessovia has agreed to the inspection,”|" +
			"Norrgate ships had damaged the gate|“That’s <b>nonsense</b> — naïve nonsense,”",
		"ans": "The Tessovian foreign ministry did not immediately respond to questions about the gate.",
	} {
		if got := marked(page, class); got != want {
			t.Errorf("%s: %q, want %q", class, got, want)
		}
	}
}

// A statement inside another's content is cut out of it, and both are marked.
func TestNestedMarks(t *testing.T) {
	page := open(t, sample(), "/doc/"+querytest.RadioID)
	for class, want := range map[string]string{
		"src":   "Dora Quell, a spokeswoman for Marland|Quell|Brandt",
		"cue":   "said|added|had said|it was said",
		"con":   "the lock might reopen early| |" + " that |a Norrgate ship “hit the gate”|“We were never asked”",
		"inner": "Brandt|had said|a Norrgate ship “hit the gate”",
		"shaky": "“We were never asked”|, |it was said",
	} {
		if got := marked(page, class); got != want {
			t.Errorf("%s: %q, want %q", class, got, want)
		}
	}
}

// Each statement and response has its place in the text, just before its words,
// and a note that leads there and back.
func TestEveryStatementIsLinked(t *testing.T) {
	f := querytest.Sample()
	for _, r := range f.All {
		page := open(t, sample(), "/doc/"+r.Doc.ID)
		begins := map[string]string{}
		for _, s := range r.Rec.Statements {
			begins[s.ID] = s.Span.Text
		}
		for _, s := range r.Rec.Responses {
			begins[s.ID] = s.Span.Text
		}
		for id, words := range begins {
			if rest := after(page, id); !strings.HasPrefix(rest, bare(words)) {
				t.Errorf("%s stands before %.40q, want %.40q", id, rest, words)
			}
			links := all(page, func(n *html.Node) bool { return attr(n, "href") == "#"+id || attr(n, "href") == "#n-"+id })
			if len(links) != 2 {
				t.Errorf("%s has %d links between text and note", id, len(links))
			}
		}
	}
}

// after is the text of the paragraphs after an anchor.
func after(page *html.Node, id string) string {
	const mark = "\x00"
	for _, n := range all(page, func(n *html.Node) bool { return attr(n, "id") == id }) {
		n.AppendChild(&html.Node{Type: html.TextNode, Data: mark})
		_, rest, _ := strings.Cut(shown(page), mark)
		n.RemoveChild(n.FirstChild)
		return rest
	}
	return ""
}

func TestSegmentsAreLabelled(t *testing.T) {
	page := open(t, sample(), "/doc/"+querytest.CourierID)
	var got []string
	for _, row := range all(page, class("seg")) {
		if classed(row, "row") {
			label := all(row, class("label"))
			if len(label) != 1 || !classed(row, textOf(label[0])) {
				t.Errorf("labels %v on %s", label, attr(row, "class"))
				continue
			}
			got = append(got, textOf(label[0]))
		}
	}
	if strings.Join(got, " ") != "headline byline promo" {
		t.Errorf("labels %v", got)
	}
}

func TestGradesAndReasons(t *testing.T) {
	page := open(t, sample(), "/doc/"+querytest.RadioID)
	notes := all(page, class("note"))
	if len(notes) != 4 {
		t.Fatalf("%d notes", len(notes))
	}
	for i, want := range []string{"sure: named speaker and cue", "sure:", "sure:", "could not tell — please check: nobody is named near the quotation"} {
		if got := textOf(notes[i]); !strings.Contains(got, want) {
			t.Errorf("note %d: %q, want %q in it", i+1, got, want)
		}
	}
	if !classed(notes[2], "inside") || classed(notes[1], "inside") {
		t.Error("the statement told inside another is not shown so")
	}
}

func TestLanguageOfTheText(t *testing.T) {
	page := open(t, sample(), "/doc/"+querytest.RadioID)
	if a := all(page, class("text")); len(a) != 1 || attr(a[0], "lang") != "en-GB" {
		t.Error("the text does not say its language")
	}
}

// made serves one document with statements at the given places.
func made(text string, statements ...readout.Statement) *querytest.Fake {
	doc := &readout.Document{ID: "d-1", Name: "x", Text: text, Hash: "sha256:0"}
	rec := &readout.Record{Doc: "d-1", Reader: "test", Statements: statements}
	for i := range rec.Statements {
		rec.Statements[i].Doc = "d-1"
	}
	return &querytest.Fake{All: []store.Report{{Seq: 1, Doc: doc, Rec: rec}}}
}

// Marks may overlap in any way, cross paragraphs, or lie outside the text of a
// damaged store: the text stays whole, and every statement keeps its place.
func TestAnyMarks(t *testing.T) {
	text := "Ünï — “çödé”\r\nline two \n\n  \n\nnext 中文字 para\n\n\n"
	var cuts []int
	for i := range text + " " {
		cuts = append(cuts, i)
	}
	for _, step := range []int{1, 3, 7} {
		var all []readout.Statement
		for i := 0; i+step < len(cuts); i += step {
			for _, end := range []int{i, i + step, min(i+4*step, len(cuts)-1), len(cuts) - 1} {
				span := readout.Span{Doc: "d-1", BStart: cuts[i], BEnd: cuts[end]}
				cue := readout.Span{Doc: "d-1", BStart: cuts[end], BEnd: cuts[min(end+2, len(cuts)-1)]}
				all = append(all, readout.Statement{
					ID: readout.NewID("s", len(all)), Span: span, Content: []readout.Span{span}, Cue: &cue, Grade: readout.Guessed,
				})
			}
		}
		outside := readout.Span{BStart: -3, BEnd: len(text) + 9}
		all = append(all, readout.Statement{ID: "s-out", Span: outside, Source: &outside, Content: []readout.Span{{BStart: 5, BEnd: 2}}})
		page := open(t, web.Handler(query.New(made(text, all...), "test")), "/doc/d-1")
		if got := bare(shown(page)); got != bare(strings.ReplaceAll(text, "\n\n  \n\n", "")) {
			t.Errorf("step %d: the page shows %q", step, got)
		}
		if got := strings.Count(shown(page), "\n"); got != 1 {
			t.Errorf("step %d: %d line ends inside paragraphs, want 1", step, got)
		}
		for _, s := range all {
			if len(allWithID(page, s.ID)) != 1 {
				t.Errorf("step %d: %s stands %d times in the page", step, s.ID, len(allWithID(page, s.ID)))
			}
		}
	}
}

func allWithID(page *html.Node, id string) []*html.Node {
	return all(page, func(n *html.Node) bool { return attr(n, "id") == id })
}

func TestEmptyText(t *testing.T) {
	page := open(t, web.Handler(query.New(made(""), "test")), "/doc/d-1")
	if shown(page) != "" {
		t.Error("text from nowhere")
	}
}
