package read

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout"
)

// Explanation is how a statement came to be: what in the text stood behind it, for
// a person to judge. Lines that need the layers of the reading are made anew from
// the text.
type Explanation struct {
	Found   string   `json:"found"`             // the rule or model, in words
	Encoder []string `json:"encoder,omitempty"` // what the encoder saw there, with its probability
	Speaker []string `json:"speaker,omitempty"` // how the source became a party
	Act     string   `json:"act,omitempty"`     // the cue and what it stands for
	Said    []string `json:"said,omitempty"`    // times in its words, with their calculation
	Grade   string   `json:"grade"`             // with its reason
	Changed bool     `json:"changed,omitempty"` // the present reader does not make this statement any more
}

// finders are the ways of finding a statement, in words.
var finders = map[string]string{
	"interview":  "a name before a colon, or a question and its answer",
	"embed":      "a post of a social network, with its handle",
	"quoted":     "a quotation with a speaker and a cue beside it",
	"according":  "“according to” and its like",
	"cue":        "a verb of saying with its subject and a clause",
	"participle": "a participle of saying (“adding that”) that hangs on another statement",
	"hedge":      "words by which the outlet keeps its distance (“reportedly”)",
	"floating":   "a quotation without a cue, behind a statement of the same speaker",
	"fragment":   "words in quotation marks inside a sentence",
	"encoder":    "the trained encoder alone; no rule sees it",
}

// Explain tells how the reader comes to a statement of the document.
func (r *Reader) Explain(doc *readout.Document, s readout.Statement) (*Explanation, error) {
	a, err := r.Analyze(doc)
	if err != nil {
		return nil, fmt.Errorf("explain %s: %w", s.ID, err)
	}
	rec, err := r.record(a)
	if err != nil {
		return nil, fmt.Errorf("explain %s: %w", s.ID, err)
	}
	_, finder, _ := cutLast(s.By, " ")
	e := &Explanation{
		Found:   fmt.Sprintf("%s: %s", finder, cmp.Or(finders[finder], "a rule of another version")),
		Grade:   fmt.Sprintf("%s: %s", s.Grade, s.Why),
		Changed: !slices.ContainsFunc(rec.Statements, func(o readout.Statement) bool { return o.ID == s.ID }),
	}
	x := explainer{a, s}
	e.Encoder, e.Speaker, e.Said = x.encoder(), x.speaker(), x.times()
	if s.Cue != nil {
		e.Act = fmt.Sprintf("“%s” with this content: %s", s.Cue.Text, s.Act)
	}
	return e, nil
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return "", s, false
}

type explainer struct {
	a *readout.Analysis
	s readout.Statement
}

func (x explainer) words(r readout.Range) string {
	return strings.Join(strings.Fields(x.a.Doc.Text[r.Start:r.End]), " ")
}

// encoder lists the attributions that the encoder sees in the statement's words.
func (x explainer) encoder() []string {
	var out []string
	for _, at := range x.a.Attributions {
		if !slices.ContainsFunc(at.Content, x.says) {
			continue
		}
		parts := make([]string, 3)
		for i, ranges := range [][]readout.Range{at.Source, at.Cue, at.Content} {
			var words []string
			for _, r := range ranges {
				words = append(words, x.words(r))
			}
			parts[i] = cmp.Or(strings.Join(words, " … "), "nobody")
		}
		out = append(out, fmt.Sprintf("%.2f: %s | %s | %s", at.Probability, parts[0], parts[1], parts[2]))
	}
	return out
}

// says reports that a range shares words with what is said.
func (x explainer) says(r readout.Range) bool {
	return slices.ContainsFunc(x.s.Content, func(c readout.Span) bool { return c.Bytes().Overlaps(r) })
}

// speaker tells what the mentions in the source are and, of a pronoun, which words
// the encoder would let it stand for.
func (x explainer) speaker() []string {
	if x.s.Source == nil {
		return nil
	}
	var out []string
	source := x.s.Source.Bytes()
	for _, m := range x.a.Mentions {
		if !source.Contains(m.Range) {
			continue
		}
		line := fmt.Sprintf("“%s” is %s", x.words(m.Range), x.standsFor(m))
		if m.Kind == readout.PronounMention {
			line += x.antecedents(m.Range)
		}
		out = append(out, line)
	}
	return out
}

func (x explainer) standsFor(m readout.Mention) string {
	kind := map[readout.MentionKind]string{
		readout.NameMention: "a name", readout.PronounMention: "a pronoun", readout.NounMention: "a description",
	}[m.Kind]
	if m.Party < 0 {
		return kind + " of nobody that is known"
	}
	how := "by its form"
	if !m.Sure {
		how = "by what stands near it"
	}
	p := x.a.Parties[m.Party]
	return fmt.Sprintf("%s of %s (%s), %s", kind, p.Name, p.Kind, how)
}

// antecedents are the words that the encoder lets a pronoun stand for.
func (x explainer) antecedents(r readout.Range) string {
	for _, l := range x.a.Anaphors {
		if x.a.Tokens[l.Token].Range != r {
			continue
		}
		var words []string
		for _, to := range l.To[:min(3, len(l.To))] {
			words = append(words, fmt.Sprintf("%s %.2f", x.words(x.a.Tokens[to.Token].Range), to.Probability))
		}
		return fmt.Sprintf("; the encoder: %s, none %.2f", strings.Join(words, ", "), l.None)
	}
	return ""
}

// times are the time expressions in the statement, and how the time of saying
// came about.
func (x explainer) times() []string {
	var out []string
	if d := x.s.Said; d != nil {
		out = append(out, fmt.Sprintf("said %s: %s", cmp.Or(d.Value, "at a day that is not known"), d.Basis))
	}
	whole := x.s.Span.Bytes()
	for _, t := range x.a.Times {
		if whole.Contains(t.Range) {
			out = append(out, fmt.Sprintf("“%s” is %s: %s", x.words(t.Range), cmp.Or(t.Value, "no day that can be computed"), t.Basis))
		}
	}
	return out
}
