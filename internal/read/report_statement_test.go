package read_test

import (
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/internal/gold"
)

func (x *exam) statements() {
	section[gold.Statement, readout.Statement]{
		name: "statements", weight: x.likeness,
		line:    func(e gold.Statement) gold.Line { return e.Line },
		bind:    func(e gold.Statement, f readout.Statement) { x.found[e.ID] = &f },
		compare: x.compareStatement,
		show: func(f readout.Statement) (readout.Range, string) {
			what := fmt.Sprintf("%s %s by %s", f.Act, strings.Join(x.names(f.Speaker), " = "), f.By)
			if len(f.Content) > 0 {
				return f.Content[0].Bytes(), what
			}
			return f.Span.Bytes(), what
		},
		spare: func(f readout.Statement) bool { return f.Parent != "" },
	}.run(x, x.Statements, x.rec.Statements)
}

// likeness is how likely f is what e expects: by content, then by cue; by cue
// or span where no content is wanted.
func (x *exam) likeness(e gold.Statement, f readout.Statement) float64 {
	var cue, body float64
	if f.Cue != nil {
		for _, c := range e.Cue {
			cue = max(cue, dice(words(x.Text, ranges([]gold.Snippet{c})...), words(x.Text, f.Cue.Bytes())))
		}
	}
	bare := e.Content == nil
	got := words(x.Text, spanRanges(f.Content...)...)
	for _, list := range e.Content {
		body = max(body, dice(words(x.Text, ranges(list)...), got))
		bare = bare || len(list) == 0
	}
	if body < 0.5 && bare {
		body = cue
		for _, s := range e.Span {
			body = max(body, dice(words(x.Text, s.Range), words(x.Text, f.Span.Bytes())))
		}
	}
	if body < 0.5 {
		return 0
	}
	return body + cue/2
}

func (x *exam) compareStatement(e gold.Statement, f readout.Statement, p *problems) {
	x.pointed(p, "source", e.Source, f.Source)
	x.pointed(p, "cue", e.Cue, f.Cue)
	x.pointed(p, "span", e.Span, &f.Span)
	x.compareContent(e, f, p)
	x.who(p, "speaker", e.Speaker, f.Speaker)
	is(p, "class", e.Class, f.SpeakerClass)
	is(p, "act", e.Act, f.Act)
	is(p, "mode", e.Mode, f.Mode)
	is(p, "grade", e.Grade, f.Grade)
	if e.Floating && !f.Floating {
		p.addf("want floating")
	}
	if e.Negated && !f.Negated {
		p.addf("want negated")
	}
	is(p, "said", e.Said, value(f.Said))
	x.who(p, "addressee", e.Addressee, f.Addressee)
	x.who(p, "channel", e.Channel, f.Channel)
	x.who(p, "place", e.Place, f.Place)
	x.compareParent(e, f, p)
	x.compareChain(e, f, p)
	for _, edit := range e.Edits {
		if !slices.ContainsFunc(f.Edits, func(g readout.Edit) bool {
			return g.Kind == edit.Kind && g.Span.Bytes() == edit.Span.Range
		}) {
			p.addf("%s: want %q, got %v", edit.Kind, edit.Span.Text, f.Edits)
		}
	}
}

func (x *exam) compareContent(e gold.Statement, f readout.Statement, p *problems) {
	if e.Content == nil {
		return
	}
	got := words(x.Text, spanRanges(f.Content...)...)
	for _, list := range e.Content {
		if same(words(x.Text, ranges(list)...), got) {
			return
		}
	}
	var want, have []string
	for _, s := range e.Content.First() {
		want = append(want, s.Text)
	}
	for _, s := range f.Content {
		have = append(have, s.Text)
	}
	p.addf("content: want %q, got %q", want, have)
}

func (x *exam) compareParent(e gold.Statement, f readout.Statement, p *problems) {
	if e.Parent == nil {
		return
	}
	for _, id := range e.Parent {
		if parent := x.found[id]; id == "" && f.Parent == "" || id != "" && parent != nil && parent.ID == f.Parent {
			return
		}
	}
	p.addf("parent: want %s, got %q", orNone(e.Parent), f.Parent)
}

// compareChain compares tellers, the outlet left off on both sides.
func (x *exam) compareChain(e gold.Statement, f readout.Statement, p *problems) {
	if e.Chain == nil {
		return
	}
	var got []string
	for i, hop := range f.Chain {
		ref := hop.Party
		if ref == "" {
			ref = hop.Name
		}
		own := x.refers(ref, "outlet") || x.doc.Outlet != "" && x.refers(ref, x.doc.Outlet)
		if i > 0 || !own {
			got = append(got, ref)
		}
	}
	for _, want := range e.Chain {
		if slices.EqualFunc(got, want, x.refers) {
			return
		}
	}
	p.addf("chain: want %s, got %q", orNone(e.Chain), got)
}

func (x *exam) responses() {
	section[gold.Response, readout.Response]{
		name: "responses",
		weight: func(e gold.Response, f readout.Response) float64 {
			w := dice(words(x.Text, e.Span.First().Range), words(x.Text, f.Span.Bytes()))
			if w > 0 && slices.ContainsFunc(e.Party, func(n string) bool { return x.refers(f.Party, n) }) {
				w++
			}
			return w
		},
		line: func(e gold.Response) gold.Line { return e.Line },
		compare: func(e gold.Response, f readout.Response, p *problems) {
			is(p, "status", e.Status, f.Status)
			x.who(p, "party", e.Party, f.Party)
			is(p, "as_of", e.AsOf, value(f.AsOf))
			if e.About != nil {
				about := ""
				if f.About != nil {
					about = f.About.Text
				}
				inWords(p, "about", e.About, about)
			}
		},
		show: func(f readout.Response) (readout.Range, string) {
			return f.Span.Bytes(), fmt.Sprintf("%s by %s", f.Status, strings.Join(x.names(f.Party), " = "))
		},
	}.run(x, x.Responses, x.rec.Responses)
}
