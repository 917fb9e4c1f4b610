package ingest

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// article is what a page says of itself as linked data: the first object of
// schema.org's Article kinds in a JSON-LD script.
type article struct {
	published string // as written
	headline  string
	publisher string
	authors   []string
}

// linkedData finds the article of the page. Scripts that are not JSON are
// passed over. Objects are taken in order of the page and only from the top,
// "@graph" and "mainEntity", so that an article which this one merely links is
// not taken.
func linkedData(root *html.Node) article {
	for n := range root.Descendants() {
		if n.Data != "script" || n.FirstChild == nil || !strings.EqualFold(attr(n, "type"), "application/ld+json") {
			continue
		}
		var v any
		if json.Unmarshal([]byte(strings.Map(foldControl, n.FirstChild.Data)), &v) != nil {
			continue
		}
		if o := findArticle(v, 3); o != nil {
			return article{
				published: firstOf(texts(o["datePublished"])),
				headline:  firstOf(texts(o["headline"])),
				publisher: firstOf(namesOf(o["publisher"])),
				authors:   once(namesOf(o["author"])),
			}
		}
	}
	return article{}
}

// foldControl makes spaces of control characters: many sites leave line feeds
// inside the strings, where JSON allows none.
func foldControl(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}

func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// once is the list without what it repeats.
func once(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// findArticle looks depth levels of lists, graphs and main entities down.
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
		if o := findArticle(v["@graph"], depth-1); o != nil {
			return o
		}
		return findArticle(v["mainEntity"], depth-1)
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
