package statement

import (
	"regexp"
	"strings"

	"readout"
)

// EXAMPLE "Ana Ruiz (@anaruiz)" · "@anaruiz"
var poster = regexp.MustCompile(`[\p{Lu}][\p{L}.'’ -]{1,40}\(@\w+\)|@\w+`)

// embeds reads social posts: the words are the poster's; when the post only
// quotes, they are somebody else's: the speaker whose words stand before it in
// the report and are nearly the same, or nobody that the post names.
func embeds(s *scan) []draft {
	var out []draft
	for n, b := range s.a.Blocks {
		if b.Class != readout.Embed {
			continue
		}
		first, last := s.tokensOf(n)
		if first >= last {
			continue
		}
		d := draft{party: -1, first: first, cueToken: -1, sent: s.a.Tokens[first].Sentence, parent: -1, poster: -1, channel: "post", grade: readout.Guessed}
		text := s.text[b.Start:b.End]
		at := poster.FindStringIndex(text)
		who := -1
		if at != nil {
			d.source = readout.Range{Start: b.Start + at[0], End: b.Start + at[1]}
			who = s.partyIn(d.source)
		}
		inner := s.quotesIn(b.Range)
		if len(inner) > 0 {
			d.poster, d.why = who, "words quoted in a post that does not say whose they are"
			if who >= 0 && s.a.Parties[who].Kind == readout.Person && s.nothingBut(inner, b.Range, d.source) {
				d.poster, d.party, d.grade, d.why = -1, who, readout.Sure, "the post's own author"
			}
			for _, q := range inner {
				d.content = append(d.content, s.a.Quotes[q].Range)
				s.used[-1-q] = true
			}
		} else {
			body := b.Range
			if at != nil && at[0] > len(text)/2 {
				body.End = d.source.Start
			} else if at != nil {
				body.Start = s.pastHandle(d.source.End, b.End)
			}
			d.content = []readout.Range{s.trimmed(body)}
			d.party, d.grade, d.why = who, readout.Sure, "the post's own author"
			if who < 0 {
				d.grade, d.why = readout.Guessed, "could not tell who posts"
			}
		}
		if !d.content[0].Empty() {
			out = append(out, d)
		}
	}
	return out
}

// nothingBut reports that a post is quotations and its author's name, and at most
// a few words more.
func (s *scan) nothingBut(quotes []int, post, author readout.Range) bool {
	rest := post.Len() - author.Len()
	for _, q := range quotes {
		rest -= s.a.Quotes[q].Len()
	}
	return rest < post.Len()/4
}

// pastHandle goes over the date line behind a handle.
func (s *scan) pastHandle(at, end int) int {
	for i, r := range s.text[at:end] {
		if r == ':' || r == '\n' || r == '“' || r == '"' {
			return at + i
		}
		if i > 40 {
			break
		}
	}
	return at
}

func (s *scan) partyIn(r readout.Range) int {
	for _, m := range s.a.Mentions {
		if r.Contains(m.Range) && m.Party >= 0 {
			return m.Party
		}
	}
	return -1
}

func (s *scan) quotesIn(r readout.Range) []int {
	var out []int
	for n, q := range s.a.Quotes {
		if q.Outer < 0 && r.Contains(q.Range) && len(strings.Fields(s.text[q.Inner.Start:q.Inner.End])) >= 4 {
			out = append(out, n)
		}
	}
	return out
}

// likeWords is the draft outside block b whose content shares most words with
// these ranges, when it is at least half of them; -1 otherwise.
func (s *scan) likeWords(d *draft) int {
	want := s.contentWords(d.content)
	best, most := -1, 0
	for n := range s.drafts {
		o := &s.drafts[n]
		if o.party < 0 || o.sent == d.sent || o.grade == readout.Guessed {
			continue
		}
		shared := 0
		for w := range s.contentWords(o.content) {
			if want[w] {
				shared++
			}
		}
		if shared > most && shared*2 >= len(want) {
			best, most = n, shared
		}
	}
	return best
}

func (s *scan) contentWords(ranges []readout.Range) map[string]bool {
	out := map[string]bool{}
	for _, r := range ranges {
		for k := s.tokenAt(r.Start); k < len(s.a.Tokens) && s.a.Tokens[k].Start < r.End; k++ {
			if s.a.Tokens[k].Kind != readout.Punct && (s.class(k) == readout.Other || s.class(k) == readout.Proper || s.class(k) == readout.Verb) {
				out[s.low(k)] = true
			}
		}
	}
	return out
}
