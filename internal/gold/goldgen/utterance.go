package main

import (
	"regexp"
	"slices"
	"strings"

	"readout"
	"readout/internal/gold"
)

// witness is the statement with this id of the story, "01/s1", or nil.
func (b *builder) witness(id string) *gold.Statement {
	key, local, _ := strings.Cut(id, "/")
	for _, r := range b.reports {
		if r.key != key {
			continue
		}
		for i := range r.gold.Statements {
			if r.gold.Statements[i].ID == local {
				return &r.gold.Statements[i]
			}
		}
	}
	return nil
}

// saidOf is the first day that one of the witnesses gives, else the first
// "on or before".
func (b *builder) saidOf(ids []string) string {
	before := ""
	for _, id := range ids {
		w := b.witness(id)
		if w == nil {
			continue
		}
		for _, v := range w.Said {
			switch {
			case v != "" && !strings.Contains(v, "/"):
				return v
			case before == "":
				before = v
			}
		}
	}
	if before == "" {
		key, _, _ := strings.Cut(ids[0], "/")
		for _, r := range b.reports {
			if r.key == key {
				before = "../" + r.doc.Published.Value
			}
		}
	}
	return before
}

// quoted finds the quotations inside a content, in the marks of the story.
var quoted = regexp.MustCompile(`["“«]([^"“”»]+)|''([^']+)|‘([^’]+)`)

// wordings are the ways in which the words of an utterance are given: what
// stands between quotation marks, with the statements that have it.
func (b *builder) wordings(ids []string) any {
	var texts []string
	have := map[string][]string{}
	for _, id := range ids {
		w := b.witness(id)
		if w == nil {
			continue
		}
		for _, q := range quotations(w) {
			if have[q] == nil {
				texts = append(texts, q)
			}
			if !slices.Contains(have[q], id) {
				have[q] = append(have[q], id)
			}
		}
	}
	var out []readout.Wording
	for _, t := range texts {
		out = append(out, readout.Wording{Text: t, Statements: have[t]})
	}
	if out == nil {
		return nil
	}
	return out
}

func quotations(w *gold.Statement) []string {
	var out []string
	for _, c := range w.Content.First() {
		switch w.Mode.First() {
		case readout.Direct:
			out = append(out, c.Text)
		case readout.Mixed:
			for _, m := range quoted.FindAllStringSubmatch(c.Text, -1) {
				out = append(out, m[1]+m[2]+m[3])
			}
		}
	}
	for i := range out {
		out[i] = strings.Trim(strings.ReplaceAll(out[i], "’", "'"), " .,")
	}
	return out
}

// tellers are the outlets that have the utterance, in order.
func (b *builder) tellers(ids []string) []string {
	var out []string
	for _, id := range ids {
		key, _, _ := strings.Cut(id, "/")
		for _, r := range b.reports {
			if r.key == key && !slices.Contains(out, r.outlet) {
				out = append(out, r.outlet)
			}
		}
	}
	return out
}
