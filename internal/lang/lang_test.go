package lang

import (
	"strings"
	"testing"

	"readout"
)

func TestEveryLanguageLoads(t *testing.T) {
	for _, tag := range Tags() {
		l, err := For(tag)
		if err != nil {
			t.Fatal(err)
		}
		for name, n := range map[string]int{
			"cue forms": len(l.Forms), "cue phrases": len(l.Phrases), "acts": len(l.Acts), "cue nouns": len(l.CueNouns), "classes": len(l.Classes), "roles": len(l.Roles), "states": len(l.Places.States),
			"honorifics": len(l.Honorifics), "title words": len(l.TitleWords), "boilerplate": len(l.Boilerplate),
			"channels": len(l.Occasion["spoken"]),
		} {
			if n == 0 {
				t.Errorf("%s: no %s", tag, name)
			}
		}
	}
}

// A given name that both women and men have shows nothing and is left out.
func TestGivenNames(t *testing.T) {
	for _, tag := range Tags() {
		l, err := For(tag)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, line := range l.Lines("names") {
			fields := strings.Fields(line)
			if fields[0] != "f" && fields[0] != "m" {
				t.Errorf("%s: a line of names begins with %q", tag, fields[0])
			}
			for _, name := range fields[1:] {
				if seen[name] {
					t.Errorf("%s: %s stands twice", tag, name)
				}
				seen[name] = true
			}
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	for _, tag := range []string{"", "xx", "..", "../en", "en/"} {
		if _, err := For(tag); err == nil {
			t.Errorf("For(%q) gave no error", tag)
		}
	}
}

func TestForms(t *testing.T) {
	l, err := For("en-GB")
	if err != nil {
		t.Fatal(err)
	}
	acts := map[readout.Act]bool{}
	for _, a := range readout.Acts {
		acts[a] = true
	}
	for _, forms := range []map[string][]Form{l.Forms, l.Phrases} {
		for form, readings := range forms {
			for _, r := range readings {
				if !acts[r.Act] {
					t.Errorf("%s: act %q is not in the list", form, r.Act)
				}
			}
		}
	}
	for noun, c := range l.CueNouns {
		if !acts[c.Act] {
			t.Errorf("%s: act %q is not in the list", noun, c.Act)
		}
	}
	for verb, act := range l.Deeds {
		if !acts[act] {
			t.Errorf("%s: act %q is not in the list", verb, act)
		}
		if len(l.Forms[verb]) > 0 {
			t.Errorf("%s is a deed and a cue", verb)
		}
	}
	if l.Deeds["panned"] != readout.ActEvaluate || l.Deeds["foretold"] != readout.ActPredict {
		t.Error("deeds: want panned and foretold")
	}
	for form, want := range map[string]Tense{
		"said": Past, "says": Third, "say": Base, "saying": Gerund, "written": Participle, "denies": Third, "denied": Past,
		"denying": Gerund, "agreeing": Gerund, "pledged": Past, "committing": Gerund, "urges": Third, "quipped": Past,
	} {
		if got := l.Forms[form]; len(got) == 0 || got[0].Tense != want {
			t.Errorf("%s: got %v, want tense %d", form, got, want)
		}
	}
	if f := l.Phrases["gave"]; len(f) == 0 || f[0].Particle != "~ word" || f[0].Act != readout.ActCommit {
		t.Errorf("gave her word: %+v", f)
	}
	if !l.Listed("outcome", "rising") || !l.Listed("outcome", "fail") || l.Listed("outcome", "open") {
		t.Error("outcome: want rising and fail, not open")
	}
	if w := l.Forms["warned"][0]; len(w.Preps) != 3 || !w.Told {
		t.Errorf("warned: %+v", *w.Cue)
	}
}
