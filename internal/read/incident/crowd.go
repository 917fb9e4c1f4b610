package incident

import "readout"

// The least number that is a crowd, and how many tokens may stand between a
// march and the count of those who marched.
const (
	crowd     = 100
	crowdNear = 60
)

// gathered reads a crowd: "6,000 people marched", "a crowd of 3,000", and, near
// a march, "the union counted 6,000 people".
func (f *finder) gathered(n phrase, s readout.Sentence) (reading, bool) {
	if n.value == nil || *n.value < crowd || n.bare() && f.Low(n.first-1) != "of" {
		return reading{}, false
	}
	v, relation := f.predicate(n.head)
	switch {
	case v < 0 || f.unreal(v):
		return reading{}, false
	case relation == "nsubj" && f.is(v, "march"), relation == "nmod" && f.is(v, "crowd") && f.inCase(n, "of"):
		return reading{quantity: readout.OtherCount, at: v, crowd: true}, true
	case relation == "obj" && f.is(v, "tell") && f.is(n.head, "plural"):
		for k := n.number; k >= 0 && k > n.number-crowdNear; k-- {
			if f.is(k, "march") || f.is(k, "crowd") {
				return reading{readout.OtherCount, k, f.subjectOf(v), true}, true
			}
		}
	}
	return reading{}, false
}
