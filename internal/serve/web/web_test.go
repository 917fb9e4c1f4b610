package web_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"readout/internal/serve/query"
	"readout/internal/serve/query/querytest"
	"readout/internal/serve/web"
)

// ask asks a handler for a page as a browser on this machine would.
func ask(h http.Handler, method, target string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://localhost:8080"+target, nil)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func sample() http.Handler { return web.Handler(query.New(querytest.Sample(), "test")) }

// open asks for a page that must be there, and parses it.
func open(t *testing.T, h http.Handler, target string) *html.Node {
	t.Helper()
	w := ask(h, "GET", target)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d %s", target, w.Code, w.Body)
	}
	page, err := html.Parse(w.Body)
	if err != nil {
		t.Fatalf("%s: %v", target, err)
	}
	return page
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func classed(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

// all lists the elements that fit, in order of the page.
func all(page *html.Node, fits func(*html.Node) bool) (found []*html.Node) {
	for n := range page.Descendants() {
		if n.Type == html.ElementNode && fits(n) {
			found = append(found, n)
		}
	}
	return found
}

func tag(name string) func(*html.Node) bool { return func(n *html.Node) bool { return n.Data == name } }

func class(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return classed(n, name) }
}

// textOf is the text in an element, without what stands in the elements left out.
func textOf(n *html.Node, leaveOut ...string) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.Type == html.ElementNode && slices.ContainsFunc(leaveOut, func(c string) bool { return classed(n, c) }) {
		return ""
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(textOf(c, leaveOut...))
	}
	return b.String()
}

var everyPage = []string{
	"/", "/?on=2026-03-03", "/?page=7", "/doc/" + querytest.CourierID, "/doc/" + querytest.RadioID, "/statements", "/statements?q=act:deny", "/documents", "/deadlines", "/deadlines?on=2026-03-08",
	"/speaker/p-brandt", "/speaker/p-marland?on=2026-03-04", "/speaker/p-tessovia", "/proposition/q-000000000001", "/proposition/q-000000000002",
	"/thing/c-000000000001", "/thing/c-000000000002", "/thing/c-000000000003", "/thing/k-000000000001", "/thing/i-000000000001", "/thing/u-000000000002",
}

// Every page is whole, has its landmarks, loads nothing but the style sheet,
// has each id once, and links only to what is there.
func TestEveryPage(t *testing.T) {
	h := sample()
	for _, target := range everyPage {
		page := open(t, h, target)
		for _, landmark := range []string{"main", "nav", "header", "footer", "h1", "title"} {
			if n := len(all(page, tag(landmark))); n == 0 || landmark == "main" && n > 1 || landmark == "h1" && n > 1 {
				t.Errorf("%s: %d %s", target, n, landmark)
			}
		}
		ids := map[string]int{}
		for _, n := range all(page, func(n *html.Node) bool { return attr(n, "id") != "" }) {
			ids[attr(n, "id")]++
		}
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%s: the id %s stands %d times", target, id, n)
			}
		}
		for _, n := range all(page, func(n *html.Node) bool {
			return n.Data == "script" || n.Data == "img" || attr(n, "style") != "" || attr(n, "src") != ""
		}) {
			t.Errorf("%s: has <%s %v>", target, n.Data, n.Attr)
		}
		for _, n := range all(page, tag("link")) {
			if attr(n, "href") != "/style.css" {
				t.Errorf("%s: loads %s", target, attr(n, "href"))
			}
		}
		for _, th := range all(page, tag("th")) {
			if attr(th, "scope") == "" {
				t.Errorf("%s: a table header without a scope: %s", target, textOf(th))
			}
		}
		checkLinks(t, h, target, page, ids)
	}
}

func checkLinks(t *testing.T, h http.Handler, target string, page *html.Node, ids map[string]int) {
	for _, a := range all(page, tag("a")) {
		href := attr(a, "href")
		place, fragment, _ := strings.Cut(href, "#")
		switch {
		case strings.HasPrefix(href, "https://radio.example/"): // the original, to be followed by a person
		case place == "":
			if ids[fragment] == 0 {
				t.Errorf("%s: %s leads nowhere", target, href)
			}
		case !strings.HasPrefix(place, "/"):
			t.Errorf("%s: links to %s", target, href)
		case ask(h, "GET", place).Code != http.StatusOK:
			t.Errorf("%s: %s is not there", target, href)
		case strings.HasPrefix(fragment, "s-") || strings.HasPrefix(fragment, "r-"):
			if len(all(open(t, h, place), func(n *html.Node) bool { return attr(n, "id") == fragment })) != 1 {
				t.Errorf("%s: %s has no such place", target, href)
			}
		}
	}
}

func TestHeaders(t *testing.T) {
	h := sample()
	for _, target := range []string{"/", "/style.css", "/nothing", "/statements?q=x"} {
		header := ask(h, "GET", target).Header()
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'; style-src 'self'", "X-Content-Type-Options": "nosniff",
			"Referrer-Policy": "no-referrer", "Cache-Control": "no-store", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			if got := header.Get(name); !strings.HasPrefix(got, want) {
				t.Errorf("%s: %s is %q, want %q", target, name, got, want)
			}
		}
	}
	if got := ask(h, "GET", "/style.css"); !strings.HasPrefix(got.Header().Get("Content-Type"), "text/css") ||
		strings.Contains(got.Body.String(), "url(") || strings.Contains(got.Body.String(), "@import") {
		t.Error("the style sheet is none, or loads something")
	}
}

func TestOnlyOurHostNames(t *testing.T) {
	h := web.Handler(query.New(querytest.Sample(), "test"), "desk.example")
	for host, want := range map[string]int{
		"localhost": 200, "localhost:8080": 200, "LOCALHOST.:1": 200, "127.0.0.1:99": 200, "[::1]:8080": 200, "[::1]": 200,
		"desk.example:8080": 200, "evil.example": 421, "evil.example:8080": 421, "localhost.evil.example": 421,
		"127.0.0.1.evil.example": 421, "": 421, "10.0.0.1": 421,
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want || want != 200 && strings.Contains(w.Body.String(), "Marland") {
			t.Errorf("%q: %d, want %d", host, w.Code, want)
		}
	}
}

func TestOnlyReading(t *testing.T) {
	for _, target := range []string{"/", "/doc/" + querytest.CourierID, "/nothing"} {
		if w := ask(sample(), "POST", target); w.Code != http.StatusMethodNotAllowed {
			t.Errorf("POST %s: %d", target, w.Code)
		}
	}
}

func TestRedirects(t *testing.T) {
	for target, want := range map[string]string{
		"/id/d-a":                      "/doc/" + querytest.CourierID,
		"/id/s-000000000007":           "/doc/" + querytest.RadioID + "#s-000000000007",
		"/id/r-":                       "/doc/" + querytest.CourierID + "#r-000000000001",
		"/id/p-que":                    "/speaker/p-quell",
		"/id/q-000000000002":           "/proposition/q-000000000002",
		"/id/c-000000000003":           "/thing/c-000000000003",
		"/id/y-":                       "/",
		"/doc/d-b":                     "/doc/" + querytest.RadioID,
		"/doc/p-brandt":                "/speaker/p-brandt",
		"/speaker/p-bra?on=2026-03-03": "/speaker/p-brandt?on=2026-03-03",
		"/speaker/s-000000000001":      "/doc/" + querytest.CourierID + "#s-000000000001",
		"/thing/q-000000000001":        "/proposition/q-000000000001",
	} {
		if w := ask(sample(), "GET", target); w.Code != http.StatusFound || w.Header().Get("Location") != want {
			t.Errorf("%s: %d %s, want %s", target, w.Code, w.Header().Get("Location"), want)
		}
	}
}

func TestErrorPages(t *testing.T) {
	for target, want := range map[string]struct {
		code int
		says string
	}{
		"/nothing":                       {404, "Hint"},
		"/doc/zzz":                       {404, "Hint"},
		"/id/%3Cscript%3E":               {404, "&lt;script&gt;"},
		"/id/q-":                         {300, "q-000000000002"},
		"/proposition/q-":                {300, "Choose one"},
		"/?on=soon":                      {400, "is not a date"},
		"/speaker/p-brandt?on=soon":      {400, "is not a date"},
		"/statements?q=act:shout":        {400, "the acts are"},
		"/statements?q=speaker:zzz":      {400, "no speaker"},
		"/statements?q=%3Cb%3E":          {400, "&lt;b&gt;"},
		"/statements?q=doc:d-&after=xyz": {400, "several things"},
	} {
		w := ask(sample(), "GET", target)
		if w.Code != want.code || !strings.Contains(w.Body.String(), want.says) || strings.Contains(w.Body.String(), "<b>") {
			t.Errorf("%s: %d, want %d and %q in\n%s", target, w.Code, want.code, want.says, w.Body)
		}
	}
}

// A party's id may hold any sign.
func TestOddIDs(t *testing.T) {
	f := querytest.Sample()
	for i := range f.Joined.Parties {
		if p := &f.Joined.Parties[i]; p.ID == "p-osk" {
			p.ID, p.Name = "p-a b&c?d#e/é", "Odd"
		}
	}
	h := web.Handler(query.New(f, "test"))
	if page := open(t, h, "/speaker/p-a%20b&c%3Fd%23e%2F%C3%A9"); textOf(all(page, tag("h1"))[0]) != "Odd" {
		t.Error("another page")
	}
}
