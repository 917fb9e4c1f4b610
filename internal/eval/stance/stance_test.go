package stance

import (
	"math"
	"slices"
	"testing"

	"readout/internal/lang"
)

func reader(t *testing.T) *Reader {
	t.Helper()
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	return New(l)
}

// freeWords are the words of the text that speak against.
func freeWords(p *pair) (out []string) {
	for _, i := range p.free {
		out = append(out, p.text[i].low)
	}
	return out
}

func TestCuesAgainst(t *testing.T) {
	r := reader(t)
	for _, c := range []struct {
		claim, text string
		free        []string
		doubled     bool
	}{
		{"The Tarn ferry struck the pier", "Tarn ferry struck pier, master says", nil, false},
		{"The Tarn ferry struck the pier", "Master denies Tarn ferry struck pier", []string{"denies"}, false},
		{"The Tarn ferry struck the pier", "No, the Tarn ferry didn’t strike the pier", []string{"no", "didn't"}, false},
		{"The Tarn ferry struck the pier", "Deckhand made it all up", []string{"made"}, false},
		{"The Tarn ferry struck the pier", "Deckhand made tea for us and then stood up", nil, false},
		{"The Tarn ferry struck the pier", "Struck pier is no hoax, says mayor", []string{"no", "hoax"}, true},
		{"The Tarn ferry struck the pier", "Mayor denies that the pictures were faked", []string{"denies", "faked"}, true},
		{"The Tarn ferry does not stop at Velm", "Tarn ferry will not stop at Velm", nil, false},
		{"The Tarn ferry does not stop at Velm", "It is not so: the Tarn ferry stops at Velm", []string{"not"}, false},
		{"A fake ticket was sold", "Fake tickets sold at pier", nil, false},
	} {
		p := r.pair(c.claim, c.text)
		if free := freeWords(p); !slices.Equal(free, c.free) || p.doubled != c.doubled {
			t.Errorf("%q: %q, doubled %v", c.text, free, p.doubled)
		}
	}
}

// Whatever the weights hold probable, a verdict is only sure in the form for it.
func TestSureByForm(t *testing.T) {
	r := reader(t)
	all := func(v Value) Weights {
		var z [values]float64
		z[v] = 9
		return Weights{bias: z}
	}
	const claim = "The Tarn ferry struck the pier at Velm"
	for _, c := range []struct {
		text  string
		value Value
		sure  bool
	}{
		{"Ferry struck", For, false},
		{"Tarn ferry struck pier", For, true},
		{"Tarn ferry struck pier, but not at Velm", For, false},
		{"Tarn ferry struck pier: a hoax", For, false},
		{"Tarn ferry struck pier at Velm?", For, false},
		{"Did the Tarn ferry strike the pier at Velm", For, false},
		{"Correction: Tarn ferry struck pier at Velm", For, false},
		{"Tarn ferry struck pier at Velm", Against, false},
		{"Tarn ferry never struck pier at Velm", Against, true},
		{"Tarn ferry struck pier at Velm, then went on for the rest of its way without light", Against, false},
		{"That the Tarn ferry struck the pier is no hoax", Against, false},
		{"Mayor talks", Observing, false},
		{"Tarn ferry said to have struck pier", Observing, true},
	} {
		if v := r.Judge(all(c.value), claim, c.text); v.Value != c.value || v.Sure != c.sure {
			t.Errorf("%q: %v, sure %v", c.text, v.Value, v.Sure)
		}
	}
	if v := r.Judge(all(For), "Tarn ferry carried 40", "Tarn ferry carried 60"); v.Sure {
		t.Error("another number is sure")
	}
}

func TestLearn(t *testing.T) {
	var examples []Features
	var gold []Value
	for range 30 {
		examples = append(examples, Features{bias: 1, "a": 1}, Features{bias: 1, "b": 1}, Features{bias: 1})
		gold = append(gold, For, Against, Observing)
	}
	examples, gold = append(examples, Features{bias: 1, "once": 1}), append(gold, For)
	w := Learn(examples, gold)
	if _, ok := w["once"]; ok {
		t.Error("learned what stands in one example")
	}
	for i, f := range examples[:3] {
		p := w.P(f)
		if p[gold[i]] < 0.5 || math.Abs(p[0]+p[1]+p[2]-1) > 1e-9 {
			t.Errorf("%v: %v", f, p)
		}
	}
	for v, z := range w["a"] {
		sum := w["a"][0] + w["a"][1] + w["a"][2]
		if again := Learn(examples, gold)["a"][v]; z != again || math.Abs(sum) > 1e-9 {
			t.Errorf("weights %v, then %v", w["a"], again)
		}
	}
}

// At the optimum the slope of the loss with its shrinking is nothing.
func TestLearnGoesAllTheWay(t *testing.T) {
	r := reader(t)
	var examples []Features
	var gold []Value
	for i, text := range []string{"Tarn ferry struck pier", "Tarn ferry did not strike pier", "Did Tarn ferry strike pier?", "Ferry struck", "Ferry a hoax", "Ferry said to be struck"} {
		for range 20 {
			examples, gold = append(examples, r.Features("The Tarn ferry struck the pier", text)), append(gold, Value(i%3))
		}
	}
	w, names := Learn(examples, gold), common(examples)
	at := make([][values]float64, len(names))
	for j, name := range names {
		at[j] = w[name]
	}
	for j, slope := range slopes(samples(examples, gold, names), at) {
		for v := range slope {
			if names[j] != bias {
				slope[v] += shrink * at[j][v]
			}
			if math.Abs(slope[v]) > 0.5 { // of 120 examples
				t.Errorf("%s: slope %.3f", names[j], slope[v])
			}
		}
	}
}
