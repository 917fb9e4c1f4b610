package ingest

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"readout"
)

// field is a "key: value" line of a file, with the place of its value.
type field struct {
	key   string
	value readout.Range
}

// known are the keys that mean something, by what they set. The same names
// serve the header lines of a text and the front matter of a Markdown file.
var known = map[string]string{
	"title": "title", "headline": "title",
	"date": "published", "published": "published", "pubdate": "published",
	"outlet": "outlet", "publisher": "outlet", "source": "outlet",
	"author": "byline", "authors": "byline", "byline": "byline",
	"lang": "lang", "language": "lang",
	"url": "url", "link": "url",
}

// datePrefix finds the day of a text that opens with it: " date 2026-03-05 ".
var rxDatePrefix = regexp.MustCompile(`^\s*(?i:date)[ \t]+(\d{4}-\d{2}(?:-\d{2})?)(?:\s|$)`)

func datePrefix(text string) (readout.Range, bool) {
	m := rxDatePrefix.FindStringSubmatchIndex(text)
	if m == nil {
		return readout.Range{}, false
	}
	return readout.Range{Start: m[2], End: m[3]}, true
}

// headers gives the header lines at the very top of a text, such as
// "Outlet: Harbour Post". The first line of another kind ends them, an empty
// one only where lines are not apart. They stay in the text.
func headers(text string, apart bool) []field {
	var out []field
	for at := 0; at < len(text); {
		line := lineAt(text, at)
		if at = line.End + 1; apart && line.Empty() {
			continue
		}
		f, ok := fieldOf(text, line)
		if !ok || known[f.key] == "" {
			break
		}
		out = append(out, f)
	}
	return out
}

// lineAt is the line that begins at byte at, without its line feed.
func lineAt(text string, at int) readout.Range {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return readout.Range{Start: at, End: at + n}
	}
	return readout.Range{Start: at, End: len(text)}
}

// fieldOf reads a line "key: value"; the key has no space before the colon.
func fieldOf(text string, line readout.Range) (field, bool) {
	key, _, ok := strings.Cut(text[line.Start:line.End], ":")
	if !ok || key == "" || strings.ContainsAny(key, " \t") {
		return field{}, false
	}
	value := trim(text, readout.Range{Start: line.Start + len(key) + 1, End: line.End})
	return field{strings.ToLower(key), value}, true
}

// trim takes the white space off both ends of r.
func trim(text string, r readout.Range) readout.Range {
	r.Start = r.End - len(strings.TrimLeftFunc(text[r.Start:r.End], unicode.IsSpace))
	r.End = r.Start + len(strings.TrimRightFunc(text[r.Start:r.End], unicode.IsSpace))
	return r
}

// declare sets what the fields say of the document. The first line that says
// a thing is kept; one that cannot be read is passed over.
func declare(doc *readout.Document, fields []field, basis string) error {
	for _, f := range fields {
		v := doc.Text[f.value.Start:f.value.End]
		switch what := known[f.key]; {
		case v == "":
		case what == "title" && doc.Title == "":
			doc.Title = v
		case what == "outlet" && doc.Outlet == "" && !isWebURL(v):
			doc.Outlet = v
		case what == "lang" && doc.Lang == "":
			doc.Lang = langTag(v)
		case what == "url" && doc.URL == "" && isWebURL(v):
			doc.URL = v
		case what == "byline":
			doc.Byline = append(doc.Byline, names(v)...)
		case what == "published" && doc.Published == nil:
			if err := setPublished(doc, f.value, basis); err != nil {
				return err
			}
		}
	}
	return nil
}

var rxNames = regexp.MustCompile(`\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s+&\s+`)

// names splits a byline into the persons it names.
func names(s string) []string {
	var out []string
	for _, n := range rxNames.Split(strings.Trim(s, "[] \t"), -1) {
		if n = strings.Trim(n, "\"' \t"); n != "" {
			out = append(out, n)
		}
	}
	return out
}

var rxLang = regexp.MustCompile(`^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$`)

// langTag is s as a BCP 47 tag, empty if it is none. Locale names ("en_GB")
// are written the way of tags.
func langTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	if !rxLang.MatchString(s) {
		return ""
	}
	return s
}

// isWebURL reports whether s is an address that a person can follow. Other
// schemes ("javascript:") are refused: the address is shown as a link.
func isWebURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
