package proposition

import "math"

// The weights of likely are a logistic regression over the 217 pairs of
// statements, 62 of one matter, that share two stems and that nothing forbids to
// join: of the four stories with gold that are open to whoever writes rules, and
// of three sets of news reports on one event each, read by the same guidelines,
// whose texts are not part of the project. With each of the seven left out in
// its turn, 34 of the pairs that it takes for one matter are, 2 are not, and of
// 7 one side is in no matter of the gold. Rarity takes the place of the mere
// number of shared words, and the least likeness is set, so that a large file on
// one subject, where everything shares its names, does not grow together.
const (
	byLikeness = 2.6  // for weighted Dice
	byRarity   = 1.45 // for each shared stem as rare as can be in the file,
	rareMost   = 3.0  // up to so many
	bySpeaker  = 1.8  // for one speaker
	byReport   = 0.95 // for a matter that the report has spoken of
	likelyFrom = 4.25 // where two of three are one matter by the regression
	leastLike  = 0.25 // weighted Dice, whatever else speaks for it,
	leastApart = 0.30 // and of two speakers in two reports
)

// likely weighs together what speaks for a join: how alike two contents are, how
// rare in the file what they share (both is its weight), the speaker, the report.
func (f *File) likely(a *weighed, b *wording, like, both float64, length int) bool {
	sameSpeaker := a.speaker != "" && a.speaker == b.speaker
	if like < leastLike || !a.here && (length < shortest || like < leastApart && !sameSpeaker) {
		return false
	}
	sum := byLikeness*like + byRarity*min(rareMost, both/math.Log(float64(f.counts.Texts()+1)))
	if sameSpeaker {
		sum += bySpeaker
	}
	if a.here {
		sum += byReport
	}
	return sum >= likelyFrom
}
