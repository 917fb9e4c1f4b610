package statement

import (
	"strings"

	"readout"
)

// channelOf is where the words were said or written, in the text's words: the
// phrase behind "in", "on", "at", "during", "via" or "by" in the cue's sentence
// whose noun is a channel ("a statement", "a news conference"), or the name
// behind "on" ("on Telegram").
func (s *scan) channelOf(d *draft) string {
	if d.cueToken < 0 || s.quoteAt(d.cueToken) >= 0 {
		return ""
	}
	sent := s.a.Sentences[d.sent]
	for k := sent.First; k < sent.Last; k++ {
		if s.class(k) != readout.Preposition || s.quoteAt(k) >= 0 || s.holds(d, s.a.Tokens[k].Range) {
			continue
		}
		end := s.phraseBehind(k)
		switch low := s.low(k); {
		case end == 0 || low != "in" && low != "on" && low != "at" && low != "during" && low != "via" && low != "by" && low != "through" && low != "over":
			continue
		case s.channelWord(k+1, end):
			if s.startingAt(k+1) != nil && s.low(k+1) != "a" && s.low(k+1) != "an" && s.low(k+1) != "the" && low != "on" && low != "via" {
				continue
			}
			return s.bare(k+1, end)
		case low == "on" && s.class(k+1) == readout.Proper && s.timeAt(k+1) < 0 && end == k+2 && k > s.tokenAt(d.cue.Start)-6:
			return s.bare(k+1, end)
		}
	}
	return ""
}

// bare is a noun phrase without its article.
func (s *scan) bare(i, end int) string {
	if w := s.low(i); (w == "a" || w == "an" || w == "the" || w == "his" || w == "her" || w == "its" || w == "their") && end > i+1 {
		i++
	}
	r := s.span(i, end)
	return strings.TrimSpace(s.text[r.Start:r.End])
}
