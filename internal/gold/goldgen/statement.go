package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"readout"
	"readout/internal/gold"
)

// statements are the attributions of one report.
func (b *builder) statements(r *report) {
	for _, s := range r.gold.Statements {
		r.acts[s.ID], r.spans[s.ID] = s.Act.First(), r.span(reach(r.doc.Text, s))
		b.put(b.statement(r, s))
	}
}

func (b *builder) statement(r *report, s gold.Statement) object {
	published := r.doc.Published.Value
	said := orElse(s.Said, gold.Any[string]{"../" + published})
	class := s.Class
	if class == nil {
		class = b.classes(s.Speaker)
	}
	spans := func(list []gold.Snippet) any {
		out := []readout.Span{}
		for _, c := range list {
			out = append(out, r.span(c.Range))
		}
		return out
	}
	return object{{"type", "statement"}, {"id", r.full(s.ID)}, {"doc", r.doc.ID}, {"span", r.spans[s.ID]}}.
		with("source", anyOf(s.Source, r.snippet)).
		with("cue", anyOf(s.Cue, r.snippet)).
		with("content", anyOf(s.Content, spans)).
		with("speaker", anyOf(s.Speaker, b.party)).
		with("speaker_class", anyOf(class, word)).
		with("act", anyOf(s.Act, word)).
		with("mode", anyOf(s.Mode, word)).
		with("floating", yes(s.Floating)).
		with("negated", yes(s.Negated)).
		with("addressee", anyOf(s.Addressee, b.partyOrWords)).
		with("channel", anyOf(s.Channel, word)).
		with("place", anyOf(s.Place, word)).
		with("said", anyOf(said, date)).
		with("chain", anyOf(b.chains(r, s), b.hops(r, s))).
		with("parent", anyOf(s.Parent, r.parent)).
		with("edits", edits(r, s.Edits)).
		with("grade", anyOf(orElse(s.Grade, gold.Any[readout.Grade]{grade(s)}), word)).
		with("by", "hand").
		with("optional", yes(s.Optional))
}

// reach is the span of a statement: given, or from the first to the last of
// its preferred source, cue and content, with the quotation marks around.
func reach(text string, s gold.Statement) readout.Range {
	if s.Span != nil {
		return s.Span.First().Range
	}
	all := append([]gold.Snippet{s.Source.First(), s.Cue.First()}, s.Content.First()...)
	out := readout.Range{Start: len(text)}
	for _, p := range all {
		if !p.IsNone() {
			out = readout.Range{Start: min(out.Start, p.Start), End: max(out.End, p.End)}
		}
	}
	return withMarks(text, out)
}

const (
	openMarks  = `"'“‘«`
	closeMarks = `"'”’»`
)

// withMarks takes in the quotation marks that stand at the ends of r, and the
// punctuation inside them.
func withMarks(text string, r readout.Range) readout.Range {
	for {
		c, n := utf8.DecodeLastRuneInString(text[:r.Start])
		if n == 0 || !strings.ContainsRune(openMarks, c) {
			break
		}
		r.Start -= n
	}
	for at := r.End; at < len(text); {
		c, n := utf8.DecodeRuneInString(text[at:])
		if !strings.ContainsRune(closeMarks+".,!?", c) {
			break
		}
		at += n
		if strings.ContainsRune(closeMarks, c) {
			r.End = at
		}
	}
	return r
}

// classes follow from what the acceptable speakers are.
func (b *builder) classes(speakers gold.Any[string]) gold.Any[readout.SpeakerClass] {
	var out gold.Any[readout.SpeakerClass]
	for _, name := range speakers {
		class := readout.SpeakerNone
		if name != "" {
			class = classOf[b.kind(name)]
		}
		if !slices.Contains(out, class) {
			out = append(out, class)
		}
	}
	return out
}

var classOf = map[readout.PartyKind]readout.SpeakerClass{
	readout.Person:      readout.SpeakerNamed,
	readout.OfficeKind:  readout.SpeakerOffice,
	readout.Institution: readout.SpeakerInstitution,
	readout.Force:       readout.SpeakerInstitution,
	readout.Agency:      readout.SpeakerInstitution,
	readout.State:       readout.SpeakerState,
	readout.Group:       readout.SpeakerGroup,
	readout.Outlet:      readout.SpeakerOutlet,
	readout.Unnamed:     readout.SpeakerUnnamed,
}

// grade is how sure a reader can be of the preferred reading, by its form.
func grade(s gold.Statement) readout.Grade {
	switch strings.ToLower(s.Source.First().Text) {
	case "", "he", "she", "it", "they", "i", "we", "who", "which":
		return readout.Inherited
	}
	return readout.Sure
}

// chains are the tellers, the outlet first.
func (b *builder) chains(r *report, s gold.Statement) gold.Any[[]string] {
	if s.Chain != nil {
		return s.Chain
	}
	chain := []string{r.doc.Outlet}
	if parent := s.Parent.First(); parent != "" && s.Speaker.First() == "" {
		for _, p := range r.gold.Statements {
			if p.ID == parent {
				chain = append(chain, p.Speaker.First())
			}
		}
	}
	if speaker := s.Speaker.First(); speaker != "" {
		chain = append(chain, speaker)
	}
	return gold.Any[[]string]{chain}
}

// hops writes a chain: an outlet quotes its speaker or relays another teller;
// a teller tells of the next, or was asked about it.
func (b *builder) hops(r *report, s gold.Statement) func([]string) any {
	between := readout.TellsOf
	if r.acts[s.Parent.First()] == readout.ActDecline {
		between = readout.AskedAbout
	}
	return func(chain []string) any {
		var out []object
		for i, name := range chain {
			hop := object{}.with("party", b.party(name))
			switch {
			case i == len(chain)-1 && i > 0:
			case i == 0 && len(chain) > 2, b.isOutlet(name) && i > 0:
				hop = hop.with("kind", string(readout.Relays))
			case i == 0:
				hop = hop.with("kind", string(readout.Quotes))
			default:
				hop = hop.with("kind", string(between))
			}
			out = append(out, hop)
		}
		return out
	}
}

func edits(r *report, list []gold.Edit) any {
	var out []object
	for _, e := range list {
		out = append(out, object{{"kind", string(e.Kind)}, {"span", r.span(e.Span.Range)}})
	}
	if out == nil {
		return nil
	}
	return out
}

// fail keeps the first thing that is wrong with the gold.
func (b *builder) fail(format string, args ...any) {
	if b.err == nil {
		b.err = fmt.Errorf(format, args...)
	}
}
