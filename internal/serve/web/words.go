package web

import (
	"cmp"
	"html/template"
	"net/url"
	"strconv"
	"strings"
	"time"

	"readout"
	"readout/internal/serve/query"
)

// words are the functions that templates use.
var words = template.FuncMap{
	"date": date, "grade": grade, "speaker": speakerURL, "doc": docURL, "at": statementURL, "matter": matterURL,
	"thing": thingURL, "commitment": commitment, "web": isWeb, "join": strings.Join, "on": onDay, "number": number,
	"said": said, "ask": askURL, "tellings": tellings,
}

func speakerURL(id string) string        { return "/speaker/" + url.PathEscape(id) }
func docURL(id string) string            { return "/doc/" + url.PathEscape(id) }
func statementURL(doc, id string) string { return docURL(doc) + "#" + url.PathEscape(id) }
func matterURL(id string) string         { return "/proposition/" + url.PathEscape(id) }
func thingURL(id string) string          { return "/thing/" + url.PathEscape(id) }

// askURL lists the statements of a speaker.
func askURL(speaker string) string {
	return "/statements?q=" + url.QueryEscape(query.Query{Speaker: speaker}.String())
}

// onDay carries the day asked for from one page to the next.
func onDay(path, day string) string {
	if day == "" {
		return path
	}
	path, fragment, _ := strings.Cut(path, "#")
	path += "?on=" + url.QueryEscape(day)
	if fragment != "" {
		path += "#" + fragment
	}
	return path
}

// number writes a figure without an exponent.
func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// isWeb reports whether a link may be followed from a page.
func isWeb(link string) bool {
	return strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "http://")
}

// grade says how sure the reader was, in words for a reader of the page.
func grade(g readout.Grade) string {
	switch g {
	case readout.Sure:
		return "sure"
	case readout.Inherited:
		return "inherited from the text around it"
	}
	return "could not tell — please check"
}

// commitment words a state and who made it. What is promised not to happen is
// never plainly kept: no breach is on record until a day.
func commitment(state readout.CommitmentState, by, noBreach string) string {
	switch {
	case noBreach != "" && state == readout.StateKept:
		return "said to be kept; no breach on record until " + noBreach
	case noBreach != "":
		return "no breach on record until " + noBreach
	case state == readout.StateLapsed && by == "clock":
		return "lapsed: the day has passed, no word on the outcome found"
	case state == readout.StateDue && by == "clock":
		return "due"
	case state == "":
		return "not known"
	}
	return string(state)
}

// date words an EDTF date: "on or before 4 March 2026".
func date(d *readout.Date) string {
	switch {
	case !d.Known() && d != nil && d.Weekday != "":
		return "a " + d.Weekday + ", week unknown"
	case !d.Known():
		return "date unknown"
	}
	from, to, interval := strings.Cut(d.Value, "/")
	switch {
	case !interval:
		return side(from)
	case from == ".." || from == "":
		return "on or before " + side(to)
	case to == ".." || to == "":
		return "from " + side(from) + " on"
	}
	return side(from) + " to " + side(to)
}

// said words when a statement was made, or is empty where nothing more is
// known than that it was before its report came out.
func said(r query.Row) string {
	if r.Said.Known() && r.Published.Known() && r.Said.Value == "../"+r.Published.Value {
		return ""
	}
	return date(r.Said)
}

// told is a list of statements with one of each utterance in front.
type told struct{ First, Rest []query.Row }

// inFront is how many utterances are shown of a position before the rest is
// folded away.
const inFront = 2

func tellings(rows []query.Row) told {
	var t told
	seen := map[string]bool{}
	for _, r := range rows {
		event := cmp.Or(r.Utterance, r.ID)
		if len(t.First) < inFront && !seen[event] {
			t.First = append(t.First, r)
		} else {
			t.Rest = append(t.Rest, r)
		}
		seen[event] = true
	}
	return t
}

// side words one end of a date; what it does not know stays as it is.
func side(value string) string {
	for _, form := range []struct{ in, out string }{
		{time.DateOnly, "2 January 2006"}, {"2006-01", "January 2006"},
		{time.RFC3339, "2 January 2006, 15:04 MST"}, {"2006-01-02T15:04:05", "2 January 2006, 15:04"}, {"2006-01-02T15:04", "2 January 2006, 15:04"},
	} {
		if t, err := time.Parse(form.in, value); err == nil {
			return t.Format(form.out)
		}
	}
	return value
}
