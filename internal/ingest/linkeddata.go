package ingest

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// article is what a page says of itself as linked data: the first object of
// schema.org's Article kinds in a JSON-LD script.
type article struct {
	published string // as written
	publisher string
	authors   []string
}

// linkedData finds the article of the page. Scripts that are not JSON are
// passed over. Objects are taken in order of the page and only from the top
// and "@graph", so that an article which this one merely links is not taken.
func linkedData(root *html.Node) article {
	for n := range root.Descendants() {
		if n.Data != "script" || n.FirstChild == nil || attr(n, "type") != "application/ld+json" {
			continue
		}
		var v any
		if json.Unmarshal([]byte(n.FirstChild.Data), &v) != nil {
			continue
		}
		if o := findArticle(v, 3); o != nil {
			a := article{authors: namesOf(o["author"])}
			a.published, _ = o["datePublished"].(string)
			if p := namesOf(o["publisher"]); len(p) > 0 {
				a.publisher = p[0]
			}
			return a
		}
	}
	return article{}
}

// findArticle looks depth levels of lists and graphs down.
func findArticle(v any, depth int) map[string]any {
	if depth == 0 {
		return nil
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if o := findArticle(e, depth-1); o != nil {
				return o
			}
		}
	case map[string]any:
		for _, kind := range texts(v["@type"]) {
			if strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || kind == "Report" {
				return v
			}
		}
		return findArticle(v["@graph"], depth-1)
	}
	return nil
}

// namesOf gives the names of persons or organizations, written as a string,
// an object with a name, or a list of these.
func namesOf(v any) []string {
	if o, ok := v.(map[string]any); ok {
		v = o["name"]
	}
	list, ok := v.([]any)
	if !ok {
		return texts(v)
	}
	var out []string
	for _, e := range list {
		if o, ok := e.(map[string]any); ok {
			e = o["name"]
		}
		out = append(out, texts(e)...)
	}
	return out
}

// texts gives a string or a list of strings as a list, without empty ones and
// addresses.
func texts(v any) []string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var out []string
	for _, e := range list {
		if s, ok := e.(string); ok {
			if s = line(html.UnescapeString(s)); s != "" && !strings.Contains(s, "://") {
				out = append(out, s)
			}
		}
	}
	return out
}
