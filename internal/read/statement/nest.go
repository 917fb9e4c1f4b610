package statement

import (
	"sort"
	"strings"

	"readout"
)

// continueQuotes gives quotations whose words stand in another statement of the report
// its speaker: in a post that only quotes, in a headline.
func (s *scan) continueQuotes() {
	for i := range s.drafts {
		d := &s.drafts[i]
		if d.by == "embed" && d.party < 0 {
			if n := s.likeWords(d); n >= 0 {
				d.party, d.why = s.drafts[n].party, "nearly the words of another statement in the report"
			}
		}
		if d.party < 0 && d.cue.Empty() && s.a.Blocks[s.a.Sentences[d.sent].Block].Class == readout.Headline {
			if n := s.sameWords(d); n >= 0 {
				d.party, d.why = s.drafts[n].party, "the words of another statement in the report"
			}
		}
	}
}

// sameWords is another draft that has the whole of a quotation of four words or more,
// in its own; -1 for none.
func (s *scan) sameWords(d *draft) int {
	want := s.spelled(d.content)
	if strings.Count(want, " ") < 4 {
		return -1
	}
	for n := range s.drafts {
		if o := &s.drafts[n]; o.party >= 0 && o.sent != d.sent && strings.Contains(s.spelled(o.content), want) {
			return n
		}
	}
	return -1
}

// spelled is the words of ranges in small letters, each with a space behind it.
func (s *scan) spelled(ranges []readout.Range) string {
	var b strings.Builder
	for _, r := range ranges {
		for k := s.tokenAt(r.Start); k < len(s.a.Tokens) && s.a.Tokens[k].Start < r.End; k++ {
			if s.a.Tokens[k].Kind != readout.Punct {
				b.WriteString(s.low(k) + " ")
			}
		}
	}
	return b.String()
}

// afterColons gives quotations behind a colon, in a sentence that has an
// attribution but no cue next to them, to that attribution.
func (s *scan) afterColons() {
	for n, q := range s.a.Quotes {
		t := s.tokenAt(q.Start)
		if q.Outer >= 0 || s.used[-1-n] || s.quotedBlock(q) < 0 || s.word(t-1) != ":" {
			continue
		}
		best := -1
		for i, d := range s.drafts {
			if d.sent == s.a.Tokens[t].Sentence && !d.cue.Empty() && d.whole().End <= q.Start && (best < 0 || d.first < s.drafts[best].first) {
				best = i
			}
		}
		if best >= 0 {
			s.drafts[best].content = append(s.drafts[best].content, q.Range)
			s.used[-1-n] = true
		}
	}
}

// nest finds for each draft the smallest one whose content holds it.
func (s *scan) nest() {
	contents, size := s.contents()
	for i := range s.drafts {
		d := &s.drafts[i]
		at := d.cue
		if at.Empty() {
			at = d.whole()
		}
		best := -1
		end := sort.Search(len(contents), func(n int) bool { return contents[n].Start > at.Start })
		for n := end - 1; n >= 0 && contents[n].reach >= at.End; n-- {
			c, j := contents[n], contents[n].draft
			larger := size[j] > size[i] || size[j] == size[i] && j < i // so that no two are inside each other
			if larger && j != i && c.Contains(at) && c.Range != at && (best < 0 || size[best] > size[j] || size[best] == size[j] && best > j) {
				best = j
			}
		}
		if d.parent = best; best < 0 {
			d.parent = s.refusalOf(i)
		}
		s.endInside(d)
	}
}

// refusalOf is the refusal to answer whose question draft i tells: "refused to say
// whether Ruiz had told the board that"; -1 for none.
func (s *scan) refusalOf(i int) int {
	d := &s.drafts[i]
	for j := range s.drafts {
		o := &s.drafts[j]
		if o.sent == d.sent && len(o.content) == 0 && o.cueToken >= 0 && d.cueToken > o.cueToken && s.partOf(d.cueToken, o.cueToken) && s.act(o) == readout.ActDecline {
			return j
		}
	}
	return -1
}

// endInside ends what a draft says where the words around it end: "Ruiz said it was shut, |
// the agency reported".
func (s *scan) endInside(d *draft) {
	if d.parent < 0 || len(d.content) == 0 || d.cue.Empty() {
		return
	}
	last := &d.content[len(d.content)-1]
	for _, c := range s.drafts[d.parent].content {
		if c.Contains(d.cue) && c.End <= s.drafts[d.parent].cue.Start && last.Start < c.End && last.End > c.End {
			last.End = c.End
		}
	}
}

// content is one piece of what a draft says; reach is the furthest end of it
// and the pieces before it.
type content struct {
	readout.Range
	draft, reach int
}

// contents lists the contents of all drafts in order of the text, and how long
// each draft is.
func (s *scan) contents() (out []content, size []int) {
	for j := range s.drafts {
		size = append(size, s.drafts[j].whole().Len())
		for _, c := range s.drafts[j].content {
			out = append(out, content{Range: c, draft: j})
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Start < out[b].Start })
	furthest := 0
	for n := range out {
		furthest = max(furthest, out[n].End)
		out[n].reach = furthest
	}
	return out, size
}
