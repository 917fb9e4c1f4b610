package proposition

import (
	"strings"

	"readout"
	"readout/internal/ledger/match"
)

// spokenOf is the share of a response's words that a matter must have.
const spokenOf = 0.6

// about finds the group that a response speaks of, or -1: that of the party's
// own statement in that place, that of another's which it holds ("asked about
// reports that ..."), that whose words it repeats, that of the claim it points
// at.
func (f *File) about(r *report, res *readout.Response) int {
	party := f.names.Canonical(res.Party)
	for i := range r.entries {
		e := &r.entries[i]
		if e.group >= 0 && e.speaker == party && e.st.Span.Bytes().Overlaps(res.Span.Bytes()) {
			return e.group
		}
	}
	for i := range r.entries {
		e := &r.entries[i]
		if e.group >= 0 && e.speaker != party && res.Span.Bytes().Contains(e.st.Span.Bytes()) {
			return e.group
		}
	}
	if res.About == nil || strings.TrimSpace(res.About.Text) == "" {
		if g := f.named(r, res, party); g >= 0 {
			return g
		}
		return f.justSaid(r, res, party)
	}
	c := f.content(res.About.Text)
	if named, proposal, assertion := f.referent(&c); proposal || assertion {
		return f.pointed(r, res, party, named)
	}
	return f.repeated(r, res, &c)
}

// repeated is the nearest matter of the report, before the response if there
// is one, that has the words of what it is about.
func (f *File) repeated(r *report, res *readout.Response, c *content) int {
	if len(c.stems) < 2 {
		return -1
	}
	best, top := -1, spokenOf
	for i := range r.entries {
		e := &r.entries[i]
		if e.group < 0 || crossed(c.numbers, e.content.numbers) {
			continue
		}
		share := match.Containment(c.stems, e.content.stems, f.counts.Weight)
		if share > top || share == top && e.st.Span.BStart < res.Span.BStart {
			best, top = e.group, share
		}
	}
	return best
}

// pointed is the nearest matter before the response that another party, the
// named one if any, has put.
func (f *File) pointed(r *report, res *readout.Response, party, named string) int {
	for i := len(r.entries) - 1; i >= 0; i-- {
		e := &r.entries[i]
		if e.st.Span.BStart >= res.Span.BStart || e.speaker == party || named != "" && e.speaker != named {
			continue
		}
		if e.group >= 0 && e.st.Grade != readout.Guessed {
			return e.group
		}
		if named == "" {
			return -1
		}
	}
	return -1
}

// named looks for "Ruiz's claim" in the sentence of a response that does not
// say itself what it is about.
func (f *File) named(r *report, res *readout.Response, party string) int {
	words := f.names.Fold(sentenceAround(r.doc.Text, res.Span.Bytes()))
	for i, w := range words {
		id, ok := strings.CutPrefix(w, "@")
		if ok && id != party && i+1 < len(words) && assertionNouns[words[i+1]] && !determiners[words[i+1]] {
			return f.pointed(r, res, party, id)
		}
	}
	return -1
}

// justSaid is the matter of the statement directly before a refusal to speak,
// in the same paragraph: "Two officials said X. The ministry declined to
// comment." A party that could not be reached may have been asked anything.
func (f *File) justSaid(r *report, res *readout.Response, party string) int {
	if res.Status != readout.Declined && res.Status != readout.Refused {
		return -1
	}
	last := -1
	for i := range r.entries {
		e := &r.entries[i]
		if e.group >= 0 && e.st.Parent == "" && e.st.Span.BEnd <= res.Span.BStart && (last < 0 || e.st.Span.BEnd > r.entries[last].st.Span.BEnd) {
			last = i
		}
	}
	if last < 0 {
		return -1
	}
	e := &r.entries[last]
	between := r.doc.Text[e.st.Span.BEnd:res.Span.BStart]
	if e.speaker == party || e.st.Grade == readout.Guessed || strings.Contains(between, "\n") || strings.Count(between, ".") > 1 {
		return -1
	}
	return e.group
}

// sentenceAround widens a range to the marks that end sentences before and
// after it.
func sentenceAround(text string, at readout.Range) string {
	from := strings.LastIndexAny(text[:at.Start], ".!?\n") + 1
	to := strings.IndexAny(text[at.End:], ".!?\n")
	if to < 0 {
		to = len(text) - at.End
	}
	return text[from : at.End+to]
}
