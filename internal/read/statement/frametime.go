package statement

import (
	"readout"
)

// overTimeAt notes the time expression at token k, where it may be the day of saying,
// and goes over it.
func (f *frame) overTimeAt(k int, may bool) int {
	n := f.timeAt(k)
	end := k
	for f.timeAt(end) == n {
		end++
	}
	x := f.a.Times[n]
	if f.low(end-1) == "after" || f.low(end-1) == "before" { // "the day after | the vote"
		if to, head := f.nounPhrase(end, f.sentence(k).Last); head >= 0 {
			f.o.vague = true
			return to
		}
	}
	switch {
	case !may || x.Type != readout.TimexDate && x.Type != readout.TimexTime || f.possessive(end):
	case f.closed && !f.hangs(k, end):
	case f.o.time < 0 || f.a.Times[f.o.time].Value == "" && x.Value != "":
		f.o.time = n
	}
	return end
}

// modifies reports that the time at token k goes with the noun behind it: "2016
// candidates", "last week's vote".
func (f *frame) modifies(k int) bool {
	n := f.timeAt(k)
	for f.timeAt(k+1) == n {
		k++
	}
	h := f.a.Tokens[k].Head
	return f.possessive(k+1) || h > k && h <= k+3 && f.nounAt(k+1) && f.nounAt(h)
}

// hangs reports that a phrase of the tokens from i up to end hangs on the verb of
// the frame and not on a noun in between.
func (f *frame) hangs(i, end int) bool {
	for k := i; k < end; k++ {
		if h := f.a.Tokens[k].Head; h < i || h >= end {
			return h == f.verb || h == f.d.cueToken
		}
	}
	return false
}

// overOccasion goes over "Sunday's service" behind a preposition, whose day begins
// at token i; at and during it, the day is that of saying.
func (f *frame) overOccasion(p string, i, to, end int) int {
	next, head := f.nounPhrase(to+1, end)
	if head < 0 {
		return to
	}
	if f.o.time < 0 && (p == "during" || p == "at" || p == "in" && f.l.Occasion.Has(f.low(head), "spoken", "gathering")) {
		f.o.time = f.timeAt(i)
	}
	return next
}

// taken reports the cue of another statement; who asks in front of an answer tells when
// it was given, too.
func (f *frame) taken(k int) bool {
	return f.used[k] && !(k == f.sentence(k).First && f.l.Occasion.Has(f.low(k), "askedby"))
}
