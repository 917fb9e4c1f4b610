package eval

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// object is one line of an export.
type object = map[string]any

var texts = map[string]string{
	"d1": "By Nils Quist\nTransport minister Irma Lund announced that the north tunnel will open in May. “We shall finish the lining before winter,” she wrote. " +
		"Tunnel director Otto Brask disputed that the pumps were faulty. According to the Vale Courier, Brask said the rails are new. " +
		"The ministry declined to comment. The tunnel company has not confirmed the date. " +
		"Lund pledged to hire 30 guards by Sunday. Lund met Brask at the depot on Wednesday. " +
		"A train left the rails on Monday, killing one driver and injuring four, the fire service said.\nSign up for our digest",
	"d2": "Otto Brask insisted that the pumps were in order. Irma Lund called the old pumps a hazard. " +
		"Workers reportedly saw leaks. Brask said café staff will get 12 rooms if the tunnel closes.",
}

// at is the span of the first place where the document has the words.
func at(doc, words string) object {
	text := texts[doc]
	b := strings.Index(text, words)
	if b < 0 {
		panic("the fixture has no " + words)
	}
	runes := func(n int) int { return len([]rune(text[:n])) }
	return object{"doc": doc, "start": runes(b), "end": runes(b + len(words)), "bstart": b, "bend": b + len(words), "text": words}
}

// said is a statement: the whole, its source, cue and content ("" for none),
// and whatever else it has.
func said(id, doc, whole, source, cue, content, speaker string, act any, more object) object {
	o := object{
		"type": "statement", "id": id, "doc": doc, "span": at(doc, whole), "act": act, "mode": "indirect", "grade": "sure",
		"chain": []any{object{"party": "o-" + doc}, object{"party": speaker}},
	}
	for field, words := range map[string]string{"source": source, "cue": cue} {
		if words != "" {
			o[field] = at(doc, words)
		}
	}
	if content != "" {
		o["content"] = []any{at(doc, content)}
	}
	if speaker != "" {
		o["speaker"] = speaker
	}
	for k, v := range more {
		o[k] = v
	}
	return o
}

func either(values ...any) object { return object{"any": values} }

func day(value string) object { return object{"value": value} }

// fixture is a gold export of two invented reports that has every kind of
// object, alternatives and options.
func fixture() []object {
	return append(fixtureParties(), append(fixtureStatements(), fixtureRest()...)...)
}

func fixtureParties() []object {
	party := func(id, name, kind string, more object) object {
		o := object{"type": "party", "id": id, "name": name, "kind": kind}
		for k, v := range more {
			o[k] = v
		}
		return o
	}
	return []object{
		{"type": "document", "id": "d1", "name": "in/tunnel.txt", "text": texts["d1"], "published": day("2031-05-07")},
		{"type": "document", "id": "d2", "name": "in/pumps.txt", "text": texts["d2"], "published": day("2031-05-08")},
		{"type": "segment", "doc": "d1", "span": at("d1", "By Nils Quist"), "class": "byline"},
		{"type": "segment", "doc": "d1", "span": at("d1", "Sign up for our digest"), "class": either("promo", "link")},
		party("lund", "Irma Lund", "person", object{"aliases": []any{"Transport minister Irma Lund", "Lund"}, "part_of": "land"}),
		party("brask", "Otto Brask", "person", object{"aliases": []any{"Tunnel director Otto Brask"}, "part_of": "company"}),
		party("land", "the land", "state", object{"principal": "lund"}),
		party("ministry", "The ministry", "institution", object{"part_of": "land"}),
		party("company", "tunnel company", "institution", nil),
		party("fire", "the fire service", "institution", nil),
		party("courier", "the Vale Courier", "outlet", nil),
		party("o-d1", "tunnel.txt", "outlet", nil),
		party("o-d2", "pumps.txt", "outlet", nil),
	}
}

func fixtureStatements() []object {
	rumour := "According to the Vale Courier, Brask said the rails are new."
	return []object{
		said("s1", "d1", "Transport minister Irma Lund announced that the north tunnel will open in May.", "Transport minister Irma Lund",
			"announced", "the north tunnel will open in May", "lund", either("state", "commit"), object{"said": day("2031-05-07")}),
		said("s2", "d1", "“We shall finish the lining before winter,” she wrote.", "she", "wrote", "“We shall finish the lining before winter,”",
			"lund", "state", object{"mode": "direct", "said": day("2031-05-07")}),
		said("s3", "d1", "Tunnel director Otto Brask disputed that the pumps were faulty.", "Tunnel director Otto Brask", "disputed",
			"the pumps were faulty", "brask", "deny", object{"said": day("2031-05-07")}),
		said("s4", "d1", rumour, "Brask", "said", "the rails are new", "brask", "state", object{"parent": "s4b",
			"chain": []any{object{"party": "o-d1"}, object{"party": "courier"}, object{"party": "brask"}}}),
		said("s4b", "d1", rumour, "the Vale Courier", "According to", "Brask said the rails are new", "courier", "claim", nil),
		said("s5", "d1", "The ministry declined to comment.", "The ministry", "declined to comment", "", "ministry", "decline", object{"mode": nil}),
		said("s6", "d1", "Lund pledged to hire 30 guards by Sunday.", "Lund", "pledged", "to hire 30 guards by Sunday", "lund", "commit", nil),
		said("t1", "d2", "Otto Brask insisted that the pumps were in order.", "Otto Brask", "insisted", "the pumps were in order", "brask",
			"state", object{"said": day("2031-05-08")}),
		said("t2", "d2", "Irma Lund called the old pumps a hazard.", "Irma Lund", "called", "the old pumps a hazard", "lund", "evaluate",
			object{"said": day("2031-05-08")}),
		said("t3", "d2", "Workers reportedly saw leaks.", "", "reportedly", "saw leaks", "", "state", object{"optional": true, "chain": nil}),
		said("t4", "d2", "Brask said café staff will get 12 rooms if the tunnel closes.", "Brask", "said",
			"café staff will get 12 rooms if the tunnel closes", "brask", "commit", nil),
	}
}

func fixtureRest() []object {
	stance := func(statement, proposition, party string, value any) object {
		return object{"type": "stance", "statement": statement, "proposition": proposition, "party": party, "value": value}
	}
	figure := func(quantity string, value int, words string) object {
		return object{"quantity": quantity, "value": value, "span": at("d1", words), "told_by": "fire"}
	}
	crash := at("d1", "A train left the rails on Monday, killing one driver and injuring four, the fire service said.")
	return []object{
		{"type": "utterance", "id": "u1", "statements": []any{"s1", "s2"}},
		{"type": "proposition", "id": "faulty"}, {"type": "proposition", "id": "open"},
		stance("s3", "faulty", "brask", "denies"), stance("t1", "faulty", "brask", "denies"),
		stance("t2", "faulty", "lund", either("affirms", "supports")),
		stance("s1", "open", "lund", "affirms"), stance("s2", "open", "lund", "supports"),
		{"type": "position", "party": "land", "proposition": "faulty", "as_of": day("2031-05-08"), "value": "affirms"},
		{"type": "position", "party": "brask", "proposition": "faulty", "as_of": day("2031-05-08"), "value": "denies"},
		{"type": "response", "id": "r1", "doc": "d1", "span": at("d1", "The tunnel company has not confirmed the date."), "party": "company",
			"status": "not-confirmed"},
		{"type": "commitment", "id": "c1", "obligor": "lund", "state": "given", "due": day("2031-05-11"), "evidence": []any{"s6"}},
		{"type": "commitment", "id": "c2", "obligor": either("brask", "company"), "state": "conditional", "condition": object{"text": "if"},
			"evidence": []any{"t4"}},
		{"type": "contact", "id": "k1", "form": "meeting", "participants": []any{object{"party": "lund"}, object{"party": "brask"}},
			"when": day("2031-05-07"), "state": "reported", "evidence": []any{at("d1", "Lund met Brask at the depot on Wednesday.")}},
		{"type": "incident", "id": "i1", "actor": nil, "evidence": []any{crash},
			"figures": []any{figure("killed", 1, "one driver"), figure("injured", 4, "four")}},
	}
}

// jsonLines writes objects as a file has them.
func jsonLines(objects []object) string {
	var b strings.Builder
	for _, o := range objects {
		line, err := json.Marshal(o)
		if err != nil {
			panic(err)
		}
		b.Write(append(line, '\n'))
	}
	return b.String()
}

// copied is the fixture as decoded JSON, safe to change.
func copied() []object {
	var list []object
	for _, line := range strings.Split(strings.TrimSpace(jsonLines(fixture())), "\n") {
		var o object
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			panic(err)
		}
		list = append(list, o)
	}
	return list
}

// byID is the object with that id.
func byID(list []object, id string) object {
	for _, o := range list {
		if o["id"] == id {
			return o
		}
	}
	panic("the fixture has no " + id)
}

// score compares a changed copy of the fixture with the fixture.
func score(t *testing.T, change func([]object) []object) *Report {
	t.Helper()
	return scoreAgainst(t, fixture(), change(copied()))
}

func scoreAgainst(t *testing.T, gold, pred []object) *Report {
	t.Helper()
	r, err := Score(strings.NewReader(jsonLines(gold)), bytes.NewBufferString(jsonLines(pred)))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func unchanged(list []object) []object { return list }

// byName is the figures of a report by name.
func byName(r *Report) map[string]Figures {
	index := map[string]Figures{}
	for _, m := range r.Measures {
		index[m.Name] = m.Figures
	}
	return index
}

// without drops objects for which drop is true.
func without(list []object, drop func(object) bool) []object {
	var kept []object
	for _, o := range list {
		if !drop(o) {
			kept = append(kept, o)
		}
	}
	return kept
}

func dropIDs(ids ...string) func([]object) []object {
	return func(list []object) []object {
		return without(list, func(o object) bool { id, _ := o["id"].(string); return setOf(ids...)[id] })
	}
}
