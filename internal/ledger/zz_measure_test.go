package ledger_test

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"readout/internal/ledger"
)

func TestZZMeasure(t *testing.T) {
	in, out := os.Getenv("GOLD_IN"), os.Getenv("PRED_OUT")
	if in == "" {
		t.Skip()
	}
	g := readGold(t, in)
	l, err := ledger.Build(seqOf(g.reports))
	if err != nil {
		t.Fatal(err)
	}
	f, _ := os.Create(out)
	w := bufio.NewWriter(f)
	put := func(kind string, v any) {
		b, _ := json.Marshal(v)
		var m map[string]any
		json.Unmarshal(b, &m)
		m["type"] = kind
		b, _ = json.Marshal(m)
		w.Write(b)
		w.WriteString("\n")
	}
	for _, r := range g.rows {
		switch r["type"] {
		case "document", "statement", "segment":
			put(r["type"].(string), r)
		}
	}
	for _, v := range l.Parties {
		put("party", v)
	}
	for _, v := range l.Utterances {
		put("utterance", v)
	}
	for _, v := range l.Propositions {
		put("proposition", v)
	}
	for _, v := range l.Stances {
		put("stance", v)
	}
	for _, v := range l.Responses {
		put("response", v)
	}
	for _, v := range l.Stories {
		put("story", v)
	}
	for _, v := range l.Origins {
		put("origin", v)
	}
	w.Flush()
	f.Close()
}
