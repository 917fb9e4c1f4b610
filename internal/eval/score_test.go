package eval

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// moved is the names of the measures that are not as in gold against itself,
// without those of integrity that only count fewer or more good things.
func moved(t *testing.T, change func([]object) []object) []string {
	t.Helper()
	itself, now := byName(score(t, unchanged)), byName(score(t, change))
	names := set[string]{}
	for name := range itself {
		names[name] = true
	}
	for name := range now {
		names[name] = true
	}
	var list []string
	for _, name := range sortedKeys(names) {
		if a, ok := now[name].(Accuracy); ok && strings.HasPrefix(name, "integrity.") && a.Right == a.N {
			continue
		}
		if itself[name] != now[name] {
			list = append(list, name)
		}
	}
	return list
}

func TestGoldAgainstItselfIsPerfect(t *testing.T) {
	for name, f := range byName(score(t, unchanged)) {
		switch f := f.(type) {
		case PRF:
			if name == "positions" { // the gold has two rows, its stances give six
				if f.P != 1 || f.Right != 2 || f.Gold != 6 {
					t.Errorf("%s: %v", name, f)
				}
			} else if f.F1 != 1 || f.Gold == 0 {
				t.Errorf("%s: %v", name, f)
			}
		case Accuracy:
			if f.Right != f.N || f.N == 0 && !strings.HasPrefix(name, "grades.") {
				t.Errorf("%s: %v", name, f)
			}
		case Count:
			if f != 0 {
				t.Errorf("%s: %v", name, f)
			}
		case Mean:
			if f != 1 {
				t.Errorf("%s: %v", name, f)
			}
		}
	}
}

func TestReportIsPrintedALineAMeasure(t *testing.T) {
	var b strings.Builder
	if err := score(t, dropIDs("t2")).Write(&b, 1); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"integrity.doubled_ids        count 0\n",
		"statements.found             P 1.000  R 0.909  F1 0.952  (10/10/11)\n    missed | t2 | Irma Lund called the old pumps a hazard.\n",
		"grades.sure                  accuracy 1.000  (10/10)  share 1\n",
		"grades.guessed               accuracy -      (0/0)  share 0\n",
		"utterances                   P 1.000  R 0.909  F1 0.952  (10.0/10/11)\n",
		"stances                      accuracy 1.000  (4/4)\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	if lines := strings.Split(strings.TrimSpace(b.String()), "\n"); !strings.HasPrefix(lines[len(lines)-1], "overall                      0.9") {
		t.Errorf("the last line is %q", lines[len(lines)-1])
	}
}

func TestOneFieldAtATime(t *testing.T) {
	put := func(id, field string, value any) func([]object) []object {
		return func(list []object) []object { byID(list, id)[field] = value; return list }
	}
	figure := func(field string, value any) func([]object) []object {
		return func(list []object) []object {
			byID(list, "i1")["figures"].([]any)[0].(object)[field] = value
			return list
		}
	}
	for _, c := range []struct {
		name   string
		change func([]object) []object
		want   []string
	}{
		{"act", put("s3", "act", "confirm"), []string{"statements.act"}},
		{"the other accepted act", put("s1", "act", "commit"), nil},
		{"mode", put("s3", "mode", "direct"), []string{"statements.mode"}},
		{"said", put("s3", "said", day("../2031-05-07")), []string{"statements.said"}},
		{"said as a string", put("s3", "said", "2031-05-07"), nil},
		{"parent", put("s4", "parent", "s1"), []string{"statements.parent"}},
		{"chain without a teller", put("s4", "chain", []any{object{"party": "o-d1"}, object{"party": "brask"}}), []string{"statements.chain"}},
		{"chain by names", put("s4", "chain", []any{object{"name": "outlet"}, object{"name": "Vale Courier"}}), nil},
		{"cue", put("s3", "cue", nil), []string{"statements.cue"}},
		{"source", put("s3", "source", at("d1", "Otto Brask")), []string{"statements.source"}},
		{"one content by itself", put("s3", "content", at("d1", "the pumps were faulty")), nil},
		{"grade", put("s3", "grade", "guessed"), []string{"grades.guessed", "grades.sure"}},
		{"status", put("r1", "status", "denied"), []string{"responses.status"}},
		{"party of a response", put("r1", "party", "brask"), []string{"overall", "responses", "responses.status"}},
		{"state", put("c1", "state", "kept"), []string{"commitments.false_outcome", "commitments.state"}},
		{"due", put("c2", "due", day("2031-05-09")), []string{"commitments.due", "commitments.false_date"}},
		{"the other accepted obligor", put("c2", "obligor", []any{"company"}), nil},
		{"obligor", put("c1", "obligor", "brask"), []string{"commitments.obligor"}},
		{"condition", put("c2", "condition", nil), []string{"commitments.condition"}},
		{"form", put("k1", "form", "call"), []string{"contacts.form"}},
		{"one participant", put("k1", "participants", []any{object{"party": "lund"}}), []string{"contacts.participants"}},
		{"other participants", put("k1", "participants", []any{"ministry"}),
			[]string{"contacts", "contacts.form", "contacts.participants", "contacts.state", "contacts.when", "overall"}},
		{"when", put("k1", "when", day("2031-05-06")), []string{"contacts.when"}},
		{"state of a contact", put("k1", "state", "planned"), []string{"contacts.state"}},
		{"figure", figure("value", 3), []string{"incidents.figures", "incidents.told_by"}},
		{"figure as words", figure("value", "1.0"), nil},
		{"teller of a figure", figure("told_by", nil), []string{"incidents.told_by"}},
		{"actor", put("i1", "actor", "brask"), []string{"incidents.actor"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := slices.DeleteFunc(moved(t, c.change), func(name string) bool {
				return name == "overall" && strings.HasPrefix(strings.Join(c.want, " "), "statements.")
			})
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOtherIDsAndNamesDoNotMatter(t *testing.T) {
	rename := strings.NewReplacer(`"lund"`, `"P1"`, `"brask"`, `"P2"`, `"s1"`, `"x9"`, `"faulty"`, `"q"`, "in/tunnel.txt", "/data/tunnel.txt",
		`"d1"`, `"doc-7"`, `"name":"Irma Lund"`, `"name":"Minister Lund"`, `"name":"Otto Brask"`, `"name":"Mr. Otto Brask"`)
	r, err := Score(strings.NewReader(jsonLines(fixture())), strings.NewReader(rename.Replace(jsonLines(fixture()))))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(byName(score(t, unchanged)), byName(r)); diff != "" {
		t.Error(diff)
	}
}

func TestWrongSpeaker(t *testing.T) {
	got := moved(t, func(list []object) []object {
		o := byID(list, "s6")
		o["speaker"] = "brask"
		o["chain"] = []any{object{"party": "o-d1"}, object{"party": "brask"}}
		return list
	})
	want := []string{"grades.sure", "overall", "statements.chain", "statements.speaker", "statements.who_what"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSpansAreTrimmedBeforeTheyAreCompared(t *testing.T) {
	got := moved(t, func(list []object) []object {
		byID(list, "s1")["content"] = []any{at("d1", "that the north tunnel will open in May.")}
		byID(list, "s2")["content"] = []any{at("d1", "We shall finish the lining before winter")}
		byID(list, "s6")["content"] = []any{at("d1", "hire 30 guards by Sunday. ")}
		return list
	})
	if len(got) > 0 {
		t.Errorf("moved %v", got)
	}
}

func TestHalfTheContentIsNeeded(t *testing.T) {
	got := moved(t, func(list []object) []object {
		byID(list, "s1")["content"] = []any{at("d1", "May")}
		return list
	})
	for _, name := range []string{"statements.found", "statements.content", "statements.who_what", "utterances", "propositions"} {
		if !slices.Contains(got, name) {
			t.Errorf("%s has not moved", name)
		}
	}
	for _, name := range []string{"commitments", "contacts", "incidents", "segments.micro"} {
		if slices.Contains(got, name) {
			t.Errorf("%s has moved", name)
		}
	}
}

func TestOptionalStatementIsNoMiss(t *testing.T) {
	f := byName(score(t, dropIDs("t3")))["statements.found"]
	if f != prf(10, 10, 10) {
		t.Error(f)
	}
}

func TestNestedStatementIsNotJudgedUnlessFound(t *testing.T) {
	extra := func(parent any) func([]object) []object {
		return func(list []object) []object {
			return append(list, said("n1", "d1", "By Nils Quist", "", "", "Nils Quist", "brask", "state", object{"parent": parent}))
		}
	}
	if f := byName(score(t, extra("s1")))["statements.found"]; f != prf(11, 11, 11) {
		t.Error(f)
	}
	if f := byName(score(t, extra(nil)))["statements.found"]; f != prf(11, 12, 11) {
		t.Error(f)
	}
}

func TestMissingSectionsScoreZero(t *testing.T) {
	for _, keep := range [][]string{nil, {"document"}, {"document", "party"}, {"document", "party", "statement"}} {
		r := score(t, func(list []object) []object {
			return without(list, func(o object) bool { return !slices.Contains(keep, o["type"].(string)) })
		})
		for _, name := range []string{"propositions", "utterances", "responses", "commitments", "contacts", "incidents"} {
			if f := byName(r)[name].(PRF); f.F1 != 0 || f.Gold == 0 {
				t.Errorf("with %v only: %s %v", keep, name, f)
			}
		}
	}
}

func TestDocumentsThatCannotBeComparedAreNoted(t *testing.T) {
	r := score(t, func(list []object) []object {
		byID(list, "d1")["text"] = texts["d1"] + "!"
		return dropIDs("d2")(list)
	})
	want := []string{
		"document tunnel.txt: its text differs from the gold file; spans cannot be compared",
		"document pumps.txt: not in the prediction",
	}
	if diff := cmp.Diff(want, r.Notes); diff != "" {
		t.Error(diff)
	}
}

func TestIntegrity(t *testing.T) {
	good := byName(score(t, unchanged))["integrity.references"].(Accuracy)
	r := byName(score(t, func(list []object) []object {
		byID(list, "s3")["span"].(object)["text"] = "something else"
		byID(list, "s4")["span"].(object)["bend"] = 1
		byID(list, "i1")["actor_told_by"] = "nobody-known"
		byID(list, "s6")["addressee"] = "reporters" // words are no reference
		list = append(list, object{"type": "x-note", "speaker": "nobody-known"})
		return append(list, byID(list, "r1"))
	}))
	if f := r["integrity.spans"].(Accuracy); f.N-f.Right != 2 {
		t.Errorf("spans: %v", f)
	}
	if f := r["integrity.references"].(Accuracy); f.N-f.Right != 1 || f.N <= good.N {
		t.Errorf("references: %v", f)
	}
	if f := r["integrity.doubled_ids"]; f != Count(1) {
		t.Errorf("doubled ids: %v", f)
	}
}

func TestSpansOutsideTheTextDoNoHarm(t *testing.T) {
	got := moved(t, func(list []object) []object {
		for _, span := range []object{{"doc": "d1", "start": -9, "end": -2}, {"doc": "d1", "start": 1 << 40, "end": 1 << 41}, {"doc": "no", "start": 0, "end": 3}} {
			list = append(list, object{"type": "segment", "doc": "d1", "span": span, "class": "byline"})
		}
		return list
	})
	if diff := cmp.Diff([]string{"integrity.references", "integrity.spans"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestObjectsWithoutFieldsDoNoHarm(t *testing.T) {
	r := score(t, func(list []object) []object {
		for _, kind := range strings.Fields("statement stance response commitment contact incident segment utterance position party proposition") {
			list = append(list, object{"type": kind})
		}
		return list
	})
	if f := byName(r)["statements.found"]; f != prf(11, 11, 11) {
		t.Error(f)
	}
}

func TestExportThatCannotBeReadIsAnError(t *testing.T) {
	good := jsonLines(fixture())
	for _, c := range []struct{ gold, pred, want string }{
		{good, "{}\n{\n", "prediction: line 2: "},
		{"[]\n", good, "gold: line 1: not a JSON object"},
		{good, `{"type":"statement","span":{"start":"one"}}`, "prediction: line 1: statement: "},
		{good, `{"type":"document"} {"type":"document"}`, "prediction: line 1: more than one JSON value"},
	} {
		_, err := Score(strings.NewReader(c.gold), strings.NewReader(c.pred))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("got %v, want %s...", err, c.want)
		}
	}
}

func TestSegments(t *testing.T) {
	got := moved(t, func(list []object) []object {
		for _, o := range list {
			if o["class"] == "byline" {
				o["class"] = "credit"
			}
		}
		return list
	})
	if diff := cmp.Diff([]string{"segments.byline", "segments.credit", "segments.micro"}, got); diff != "" {
		t.Error(diff)
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }
