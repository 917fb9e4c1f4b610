package mention

import "testing"

func TestNearly(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Kortelainen", "Kortelanen", true},
		{"Moreau", "Moreaux", true},
		{"Harlow", "Harlov", true},
		{"Harlow", "Harlow", false},
		{"Harlow", "Barlow", false},
		{"Holm", "Holt", false},
		{"Brandt", "Brendel", false},
		{"Castellan", "Castell", false},
	} {
		if got := nearly(c.a, c.b); got != c.want {
			t.Errorf("nearly(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestGenderOf(t *testing.T) {
	for word, want := range map[string]string{"spokeswoman": "f", "chairman": "m", "son-in-law": "m", "ex-wife": "f", "german": "", "minister": "", "man": "m"} {
		if got := genderOf(word); got != want {
			t.Errorf("genderOf(%q) = %q, want %q", word, got, want)
		}
	}
}
