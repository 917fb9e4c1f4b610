package eval

import (
	"strings"
	"testing"

	"readout"

	"github.com/google/go-cmp/cmp"
)

// finds is an attributor that finds words of the tunnel, "" for no words.
func finds(list ...[4]string) Attributor {
	probability := map[string]float64{"sure": 1, "likely": 0.75, "hardly": 0.05}
	return func(d *readout.Document) ([]Attribution, error) {
		var out []Attribution
		for _, words := range list {
			var ranges [roles][]readout.Range
			for role := range ranges {
				if at := strings.Index(d.Text, words[role]); words[role] != "" {
					ranges[role] = []readout.Range{{Start: at, End: at + len(words[role])}}
				}
			}
			out = append(out, Attribution{ranges[0], ranges[1], ranges[2], probability[words[3]]})
		}
		return out, nil
	}
}

func TestReliability(t *testing.T) {
	c, err := Polnear(tunnelCorpus(t), finds(
		[4]string{"Lund", "said", "the pumps failed", "sure"}, // say
		[4]string{"Otto", "replied", "They", "likely"},        // direct
		[4]string{"", "calls", "them", "sure"},                // no source: wrong
		[4]string{"Irma", "leave", "will", "hardly"},          // too much
	))
	if err != nil {
		t.Fatal(err)
	}
	none := Bin{}.String()
	want := []Line{
		{"reliability.0.0-0.1", "predicted 0.050  observed 0.000  (0/1)"},
		{"reliability.0.1-0.2", none}, {"reliability.0.2-0.3", none}, {"reliability.0.3-0.4", none},
		{"reliability.0.4-0.5", none}, {"reliability.0.5-0.6", none}, {"reliability.0.6-0.7", none},
		{"reliability.0.7-0.8", "predicted 0.750  observed 1.000  (1/1)"},
		{"reliability.0.8-0.9", none},
		{"reliability.0.9-1.0", "predicted 1.000  observed 0.500  (1/2)"},
		{"reliability.gap", "0.325"}, // (0.05 + 0.25 + 2·0.5) / 4
		{"kept.threshold", "0.900"},
		{"kept.right", "accuracy 0.500  (1/2)  share 0.5"},
		{"kept.holds.direct", "accuracy 0.000  (0/1)"},
		{"kept.holds.say", "accuracy 1.000  (1/1)"},
		{"kept.holds.direct_or_say", "accuracy 0.500  (1/2)"},
		{"kept.holds.all", "accuracy 0.333  (1/3)"},
	}
	if diff := cmp.Diff(want, c.Reliability(0.9).Lines()); diff != "" {
		t.Error(diff)
	}
	if got := byMeasure(c.Reliability(0.7), "kept.right").Figures.String(); got != "accuracy 0.667  (2/3)  share 0.75" {
		t.Errorf("kept of at least 0.7: %s", got)
	}
}

func TestProbabilityOutsideItsBoundsIsAnError(t *testing.T) {
	for _, p := range []float64{-0.1, 1.1} {
		_, _, err := relationsOf([]Attribution{{Probability: p}}, nil, codePoints(""))
		if err == nil || !strings.Contains(err.Error(), "attribution 1: ") {
			t.Errorf("%g: %v", p, err)
		}
	}
}
