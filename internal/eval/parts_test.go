package eval

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNames(t *testing.T) {
	n := newNames([]party{
		{ID: "lund", Name: "Irma Lund", Kind: "person", Aliases: []string{"Minister Irma Lund"}},
		{ID: "brask", Name: "Otto Brask", Kind: "person"},
		{ID: "nowik", Name: "Jan Nowiki", Kind: "person"},
		{ID: "a", Name: "Ada Holm", Kind: "person"}, {ID: "b", Name: "Bo Holm", Kind: "person"},
		{ID: "fire", Name: "the Fire Service", Kind: "institution"},
	})
	for name, want := range map[string]string{
		"IRMA LUND": "lund", "President Lund": "lund", "Mr. Brask": "brask", "O. Brask": "brask", "Eva Brask": "",
		"fire service": "fire", "the Fire Service's": "fire", "Nowikij": "nowik", "Jan Nowikiy": "nowik", "Nowikyy": "nowik",
		"Irmà Lünd": "lund", "Holm": "", "Bo Holm": "b", "she": "", "": "", "Norwegian Minister Lund": "lund",
	} {
		if got := n.find(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestTokens(t *testing.T) {
	text := []rune("“That the dam_2 held, café: OK…”")
	words := func(ts []place) []string {
		var list []string
		for _, p := range ts {
			list = append(list, string(text[p.start:p.end]))
		}
		return list
	}
	all := tokenize(text, place{"d", 0, 99})
	if diff := cmp.Diff([]string{"“", "That", "the", "dam_2", "held", ",", "café", ":", "OK", "…", "”"}, words(all)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"the", "dam_2", "held", ",", "café", ":", "OK"}, words(trim(text, all))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"am_2", "he"}, words(tokenize(text, place{"d", 11, 18}))); diff != "" {
		t.Error(diff)
	}
}

func TestChoiceMultipliesOut(t *testing.T) {
	for text, want := range map[string][]string{
		`"a"`: {"a"}, `null`: {""}, `{"any":["a",null,{"any":["b"]}]}`: {"a", "", "b"},
	} {
		var c choice[string]
		if err := json.Unmarshal([]byte(text), &c); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, []string(c)); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
	var c choice[[]hop]
	if err := json.Unmarshal([]byte(`[{"party":"o"},{"any":["a",{"party":{"any":["b","c"]}}]}]`), &c); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(choice[[]hop]{{"o", "a"}, {"o", "b"}, {"o", "c"}}, c); diff != "" {
		t.Error(diff)
	}
	if got := (choice[string]{}).first(); got != "" {
		t.Errorf("an absent field is %q", got)
	}
}

func TestAmounts(t *testing.T) {
	same := func(a, b string) bool {
		var x, y amount
		if json.Unmarshal([]byte(a), &x) != nil || json.Unmarshal([]byte(b), &y) != nil {
			t.Fatalf("cannot read %s or %s", a, b)
		}
		return x == y
	}
	for _, c := range [][2]string{{"1200", `"1,200"`}, {"3", "3.0"}, {`"some"`, `"some"`}, {"null", "null"}} {
		if !same(c[0], c[1]) {
			t.Errorf("%s is not %s", c[0], c[1])
		}
	}
	for _, c := range [][2]string{{"3", "4"}, {"null", "0"}, {`""`, "null"}, {`"some"`, `"many"`}} {
		if same(c[0], c[1]) {
			t.Errorf("%s is %s", c[0], c[1])
		}
	}
}

// best is the most total weight of any matching, by trying all.
func best(weights map[edge[int]]float64, n, m, i int, used set[int]) float64 {
	if i == n {
		return 0
	}
	most := best(weights, n, m, i+1, used)
	for j := range m {
		if w := weights[edge[int]{i, j}]; w > 0 && !used[j] {
			used[j] = true
			most = max(most, w+best(weights, n, m, i+1, used))
			delete(used, j)
		}
	}
	return most
}

func TestMatchingIsOptimal(t *testing.T) {
	for seed := range 200 {
		n, m := 1+seed%5, 1+seed/5%5
		weights := map[edge[int]]float64{}
		for i := range n {
			for j := range m {
				if w := float64((seed*31+i*17+j*7+i*j*13)%11) / 10; w > 0 {
					weights[edge[int]{i, j}] = w
				}
			}
		}
		total, columns := 0.0, set[int]{}
		for i, j := range assign(weights) {
			total += weights[edge[int]{i, j}]
			if columns[j] {
				t.Errorf("seed %d: column %d stands twice", seed, j)
			}
			columns[j] = true
		}
		if want := best(weights, n, m, 0, set[int]{}); !near(total, want) {
			t.Errorf("seed %d: %g, want %g", seed, total, want)
		}
	}
}

// TestMatchingOfEqualCost: which of several best matchings is taken is part of
// the protocol, as figures that depend on it are compared with another scorer's.
func TestMatchingOfEqualCost(t *testing.T) {
	for _, c := range []struct {
		cost [][]float64
		want []int
	}{
		{[][]float64{{0, 0, 0}, {0, 0, 0}}, []int{0, 1}},
		{[][]float64{{0, 0}, {0, 0}, {0, 0}}, []int{0, 1, none}},
		{[][]float64{{-1, -1}, {-1, 0}}, []int{1, 0}},
		{[][]float64{{0, -2, -2}, {0, -2, -2}, {-1, -2, -2}}, []int{1, 2, 0}},
	} {
		if diff := cmp.Diff(c.want, cheapest(c.cost)); diff != "" {
			t.Errorf("%v: %s", c.cost, diff)
		}
	}
}
