package response

import (
	"strings"

	"readout"
	"readout/internal/lang"
)

// pattern is one line of the language's response list.
type pattern struct {
	status readout.Status
	words  []map[string]bool // nil: up to four words between
}

func patterns(l *lang.Language) []pattern {
	var out []pattern
	for _, line := range l.Lines("response") {
		fields := strings.Fields(line)
		p := pattern{status: readout.Status(fields[0])}
		for _, w := range fields[1:] {
			if w == "*" {
				p.words = append(p.words, nil)
				continue
			}
			set := map[string]bool{}
			for _, alternative := range strings.Split(w, "/") {
				set[alternative] = true
			}
			p.words = append(p.words, set)
		}
		out = append(out, p)
	}
	return out
}

// match gives the token behind the pattern when it begins at token i of s.
func (f *finder) match(p pattern, i int, s readout.Sentence) (end int, ok bool) {
	k := i
	for n, set := range p.words {
		if set == nil {
			for skipped := 0; skipped < 5; skipped++ {
				if rest, ok := f.match(pattern{words: p.words[n+1:]}, k+skipped, s); ok {
					return rest, true
				}
				if k+skipped >= s.Last || f.a.Tokens[k+skipped].Kind == readout.Punct {
					return 0, false
				}
			}
			return 0, false
		}
		if k >= s.Last || !set[f.low(k)] {
			return 0, false
		}
		k++
	}
	return k, true
}

// verbal finds "X did not respond": the party is the subject in front, the
// matter what follows.
func (f *finder) verbal(s readout.Sentence) {
	for i := s.First; i < s.Last; i++ {
		if f.quoted(i) {
			continue
		}
		for _, p := range f.patterns {
			end, ok := f.match(p, i, s)
			if !ok {
				continue
			}
			parties, start, neither := f.subjects(i, s)
			plain := p.status == readout.NotConfirmed && !f.negative(i, end)
			if plain && !neither || len(parties) == 0 && p.status == readout.NotDisclosed {
				continue
			}
			last := f.matterEnd(end, s)
			about := ""
			if last > end {
				about = f.text[f.a.Tokens[end].Start:f.a.Tokens[last-1].End]
			}
			if len(parties) == 0 {
				parties = []int{-1}
			}
			f.add(p.status, readout.Range{Start: start, End: f.a.Tokens[max(last, end)-1].End}, about, parties...)
			i = max(last, end) - 1
			break
		}
	}
}

func (f *finder) negative(i, end int) bool {
	for k := i; k < end; k++ {
		switch w := f.low(k); {
		case w == "not", w == "neither", w == "yet", strings.HasSuffix(w, "n't"), strings.HasSuffix(w, "n’t"):
			return true
		}
	}
	return false
}

// matterEnd is where what was asked ends: the sentence's end, or a comma or
// another verb's clause.
func (f *finder) matterEnd(k int, s readout.Sentence) int {
	for k < s.Last {
		w := f.low(k)
		if w == "," || w == ";" || w == "." || w == "—" || w == "–" || w == "but" || w == "while" {
			return k
		}
		k++
	}
	return k
}

// subjects are the parties in front of token i: one, two joined by "and" or
// "or", or "neither X nor Y", which is a "no" for each.
func (f *finder) subjects(i int, s readout.Sentence) (parties []int, start int, neither bool) {
	start = f.a.Tokens[i].Start
	k := i
	for k > s.First && (f.a.Tokens[k-1].Class == readout.Adverb || f.low(k-1) == "immediately") {
		k--
	}
	if k > s.First && f.low(k-1) == "," { // "Ruiz, the minister, did not respond"
		for j := k - 2; j > s.First; j-- {
			if f.low(j) == "," {
				k = j
				break
			}
		}
	}
	m := f.ending(k - 1)
	if m == nil {
		return nil, start, false
	}
	parties = f.members(m.Party)
	start = m.Start
	t := f.tokenAt(m.Start)
	for t-1 > s.First && (f.low(t-1) == "nor" || f.low(t-1) == "or" || f.low(t-1) == "and") {
		other := f.ending(t - 2)
		if other == nil {
			break
		}
		parties = append(f.members(other.Party), parties...)
		start, t = other.Start, f.tokenAt(other.Start)
	}
	if t > s.First && f.low(t-1) == "neither" {
		return parties, f.a.Tokens[t-1].Start, true
	}
	low := strings.ToLower(f.text[m.Start:m.End])
	return parties, start, strings.HasPrefix(low, "neither ") || strings.HasPrefix(low, "no ")
}

// members are the parties of joint speakers, or the party itself.
func (f *finder) members(party int) []int {
	if party < 0 {
		return nil
	}
	if p := f.a.Parties[party]; p.Kind == readout.Group && len(p.Members) > 0 {
		var out []int
		for _, id := range p.Members {
			out = append(out, f.index(id))
		}
		return out
	}
	return []int{party}
}

// ending is the longest mention that ends with token i, or nil.
func (f *finder) ending(i int) *readout.Mention {
	if i < 0 {
		return nil
	}
	if n, ok := f.ends[f.a.Tokens[i].End]; ok {
		return &f.a.Mentions[n]
	}
	return nil
}

func (f *finder) tokenAt(at int) int {
	lo, hi := 0, len(f.a.Tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; f.a.Tokens[mid].Start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
