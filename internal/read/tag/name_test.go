package tag

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout"
)

func TestNameChain(t *testing.T) {
	tags := strings.Fields("O B-person I-person B-place I-place")
	c := nameChain(tags)
	for j, to := range tags {
		if may := !strings.HasPrefix(to, "I-"); may != (c.Start[j] == 0) {
			t.Errorf("a sentence may open with %s: %v", to, !may)
		}
		for i, from := range tags {
			may := !strings.HasPrefix(to, "I-") || from == "B-"+to[2:] || from == to
			if may != (c.Trans[i*len(tags)+j] == 0) {
				t.Errorf("%s may follow %s: %v", to, from, !may)
			}
		}
	}
	// an inside tag is never the best without a beginning, however high its score
	path, _ := c.Best([]float32{0, 1, 50, 2, 3, 0, 1, 50, 2, 3, 0, 1, 2, 3, 30})
	if want := []int{1, 2, 3}; !slices.Equal(path, want) {
		t.Errorf("path is %v, want %v", path, want)
	}
}

func TestNamesOf(t *testing.T) {
	names := strings.Fields("O B-person I-person B-place I-place")
	text := "Ana Ruiz left Velm ."
	tokens := analysis(text).Tokens
	for _, c := range []struct {
		path []int
		want string
	}{
		{[]int{0, 0, 0, 0, 0}, ""},
		{[]int{1, 2, 0, 3, 0}, "person Ana Ruiz 0.8, place Velm 0.6"},
		{[]int{1, 1, 0, 0, 3}, "person Ana 0.9, person Ruiz 0.8, place . 0.5"},
		{[]int{1, 3, 4, 4, 0}, "person Ana 0.9, place Ruiz left Velm 0.6"},
		{[]int{0, 0, 2, 4, 0}, ""},
		{[]int{1, 4, 0, 0, 0}, "person Ana 0.9"},
	} {
		marginal := make([]float64, 5*len(names))
		for i, k := range c.path {
			marginal[i*len(names)+k] = float64(9-i) / 10
		}
		var got []string
		for _, n := range namesOf(names, c.path, marginal, tokens) {
			got = append(got, fmt.Sprintf("%s %s %.1f", n.Class, text[n.Start:n.End], n.Probability))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%v: %s, want %s", c.path, s, c.want)
		}
	}
}

func TestAgree(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"all alike", "Velm place .5, Velm place .4", "place place"},
		{"the likelier", "Velm place .9, Velm organisation .6", "place place"},
		{"many against one", "Velm place .9, Velm organisation .5, Velm organisation .5", "organisation organisation organisation"},
		{"even: each its own", "Velm place .5, Velm organisation .5", "place organisation"},
		{"a last name", "Ana Ruiz person .9, Ruiz place .6", "person person"},
		{"a last name that is likelier a place", "Ana Velm person .3, Velm place .6", "person place"},
		{"a first name is no last name", "Ana Ruiz person .9, Ana place .6", "person place"},
		{"of a place's name nothing follows", "Port Velm place .9, Velm person .2", "place person"},
		{"several with one last name", "Ana Ruiz person .4, Leo Ruiz person .4, Ruiz place .6", "person person person"},
		{"over a line's end", "Ana\nRuiz place .5, Ana Ruiz person .9", "person person"},
		{"capitals are other names", "VELM place .9, Velm person .5", "place person"},
	} {
		text, names := written(c.in)
		agree(text, names)
		var got []string
		for _, n := range names {
			got = append(got, string(n.Class))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

// written reads names with class and probability.
func written(list string) (text string, names []readout.Name) {
	for _, s := range strings.Split(list, ", ") {
		if s == "" {
			continue
		}
		f := strings.Split(s, " ")
		n := readout.Name{Class: readout.NameClass(f[len(f)-2])}
		fmt.Sscan(f[len(f)-1], &n.Probability)
		n.Start = len(text)
		text += strings.Join(f[:len(f)-2], " ")
		n.End = len(text)
		text += " "
		names = append(names, n)
	}
	return text, names
}
