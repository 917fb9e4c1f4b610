package party

import (
	"strings"

	"readout"
)

// tenure is on which days of publication reports call somebody by a title, and
// from which on by that title with "former" before it.
type tenure struct {
	Title       string
	First, Last string `json:",omitempty"`
	Past        string `json:",omitempty"`
}

// past are the beginnings of a title that is held no more.
var past = []string{"former ", "ex-", "then-"}

// hold notes which titles a report of some day gives a party.
func (g *group) hold(offices []readout.Office, day string) {
	for _, o := range offices {
		title, former := o.Title, false
		for _, p := range past {
			if len(title) > len(p) && strings.EqualFold(title[:len(p)], p) {
				title, former = title[len(p):], true
			}
		}
		t := g.tenure(title)
		switch {
		case day == "": // then nothing is known of when
		case former && (t.Past == "" || day < t.Past):
			t.Past = day
		case !former:
			t.Last = max(t.Last, day)
			if t.First == "" || day < t.First {
				t.First = day
			}
		}
	}
}

func (g *group) tenure(title string) *tenure {
	for i := range g.Held {
		if strings.EqualFold(g.Held[i].Title, title) {
			return &g.Held[i]
		}
	}
	g.Held = append(g.Held, tenure{Title: title})
	return &g.Held[len(g.Held)-1]
}

// offices are the titles with what is known of when they were held: on or
// before the first day on which a report gives it, until between the last one
// and the first that calls it past.
func (g *group) offices() []readout.Office {
	var out []readout.Office
	for _, t := range g.Held {
		o := readout.Office{Title: t.Title}
		if t.First != "" {
			o.From = "../" + t.First
		}
		switch {
		case t.Past == "" || t.Past < t.Last:
		case t.Last == "":
			o.To = "../" + t.Past
		default:
			o.To = t.Last + "/" + t.Past
		}
		out = append(out, o)
	}
	return out
}
