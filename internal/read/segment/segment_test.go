package segment

import (
	"strings"
	"testing"

	"readout"
	"readout/internal/lang"
)

func english(t testing.TB) *lang.Language {
	t.Helper()
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestSentences(t *testing.T) {
	l := english(t)
	for _, c := range []struct{ name, text, want string }{
		{"abbreviations", "Mr. Holt met Gen. Ruiz of Velm Corp. on Friday. They spoke.", "Mr. Holt met Gen. Ruiz of Velm Corp. on Friday.|They spoke."},
		{"dotted state before a name", "The U.S. President spoke. He left.", "The U.S. President spoke.|He left."},
		{"dotted state at an end", "He went to the U.S. The plan failed.", "He went to the U.S.|The plan failed."},
		{"initials", "J. R. Holt spoke.", "J. R. Holt spoke."},
		{"a question goes on", "“Will you go?” he asked. No.", "“Will you go?” he asked.|No."},
		{"closing quotation mark", "She called it \"late.\" His aide did not.", "She called it \"late.\"|His aide did not."},
		{"ellipsis goes on", "They looked ... and left.", "They looked ... and left."},
		{"no space between sentences", "The talks are underway.The union agreed. See velm.example for more.", "The talks are underway.|The union agreed.|See velm.example for more."},
		{"decimals and hours", "It cost 3.5 crowns at 9 p.m. on Friday. Cheap.", "It cost 3.5 crowns at 9 p.m. on Friday.|Cheap."},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, sentences, _ := Split(&readout.Document{Text: c.text}, l)
			var got []string
			for _, s := range sentences {
				got = append(got, c.text[s.Start:s.End])
			}
			if g := strings.Join(got, "|"); g != c.want {
				t.Errorf("got  %s\nwant %s", g, c.want)
			}
		})
	}
}

func TestTokens(t *testing.T) {
	l := english(t)
	text := `Holt's 30-day cease-fire, ''won't'' cost $3,000... U.S. (A.B.)`
	_, _, tokens := Split(&readout.Document{Text: text}, l)
	var got []string
	for _, k := range tokens {
		got = append(got, text[k.Start:k.End])
	}
	want := "Holt 's 30-day cease-fire , '' won't '' cost $ 3,000 ... U.S. ( A.B. )"
	if g := strings.Join(got, " "); g != want {
		t.Errorf("got  %s\nwant %s", g, want)
	}
}

func TestClasses(t *testing.T) {
	l := english(t)
	text := strings.Join([]string{
		"date 2026-03-04 The harbour at Lendwick will close on Friday, the port said.",
		"JOIN US ON CHIRRUP",
		"It was the third closure this year, and nobody was told.",
		"Read also: Harbour fees rise",
		"Here is the Velm Wire report:",
		"The port has closed, its master said.",
		"“We close,” pic.chirrup.com/x — Ana Holt (@holt) March 4, 2026",
		"Additional reporting by Eda Quist",
	}, "\n\n")
	blocks, _, _ := Split(&readout.Document{Text: text}, l)
	var got []string
	for _, b := range blocks {
		got = append(got, string(b.Class))
	}
	want := "metadata body promo body link body relay embed credit"
	if g := strings.Join(got, " "); g != want {
		t.Errorf("got  %s\nwant %s", g, want)
	}
	if relay := blocks[6]; relay.RelayOf != "Velm Wire" {
		t.Errorf("relay of %q", relay.RelayOf)
	}
}

func TestCredits(t *testing.T) {
	l := english(t)
	text := strings.Join([]string{
		"LENDWICK, March 3 (Northwire) - The harbour at Lendwick will close on Friday, the port said.",
		"It was the third closure this year, and nobody was told.",
		"The ferry sails from Velm instead, its master said.",
		"With Reuters, Agence France-Presse and Velm Courier",
		"Sky News’ and CBS's Ada Holt contributed to this report.",
		"Photo: Bo Lee/Eastpress",
	}, "\n\n")
	doc := &readout.Document{Text: text, Outlet: "Velm Courier"}
	blocks, _, _ := Split(doc, l)
	var segments []readout.Segment
	for _, b := range blocks {
		segments = append(segments, readout.Segment{Class: b.Class, Span: readout.Span{Text: text[b.Start:b.End]}})
	}
	if got, want := strings.Join(Credits(doc, segments, l), "|"), "Northwire|Reuters|Agence France-Presse"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestWrappedLinesAreOneParagraph(t *testing.T) {
	text := "The harbour at Lendwick will close on Friday, the port said in\na statement that was sent to the owners of all the boats that\nlie there, and to nobody else who had asked about it or who\nhad a right to know.\n\nThe master left.\n"
	blocks, _, _ := Split(&readout.Document{Text: text}, english(t))
	if len(blocks) != 2 {
		t.Errorf("got %d blocks, want 2", len(blocks))
	}
}

// FuzzSplit: blocks do not overlap and leave out nothing but white space;
// sentences and tokens lie inside what they belong to, on rune boundaries.
func FuzzSplit(f *testing.F) {
	f.Add("date 2026-03-04 A. B said \"no.\" Go\n\nLENDWICK, March 3 (X) - He’s ''in''... U.S. — (@x) 5")
	f.Add("---\ntitle: x\n---\n# H\n\nBy Ana Ruiz\n\nText, he said.")
	l := english(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		doc := &readout.Document{Text: text}
		blocks, sentences, tokens := Split(doc, l)
		at := 0
		for _, b := range blocks {
			if b.Start < at || b.End < b.Start {
				t.Fatalf("block %v overlaps the one before, which ends at %d", b.Range, at)
			}
			if strings.TrimSpace(text[at:b.Start]) != "" {
				t.Fatalf("text between blocks is lost: %q", text[at:b.Start])
			}
			at = b.End
		}
		if strings.TrimSpace(text[at:]) != "" {
			t.Fatalf("text at the end is lost: %q", text[at:])
		}
		next := 0
		for n, s := range sentences {
			if s.First != next || s.Last <= s.First || !blocks[s.Block].Contains(s.Range) {
				t.Fatalf("sentence %d %+v", n, s)
			}
			for k := s.First; k < s.Last; k++ {
				if tokens[k].Sentence != n || !s.Contains(tokens[k].Range) || tokens[k].Range.Empty() {
					t.Fatalf("token %d %+v in sentence %d %+v", k, tokens[k], n, s)
				}
				if _, err := doc.Span(tokens[k].Range); err != nil {
					t.Fatal(err)
				}
			}
			next = s.Last
		}
		if next != len(tokens) {
			t.Fatalf("%d tokens stand in no sentence", len(tokens)-next)
		}
	})
}
