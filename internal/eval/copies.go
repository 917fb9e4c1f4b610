package eval

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout"
	"readout/internal/gold"
	"readout/internal/ledger/match"
	"readout/internal/ledger/origin"
	"readout/internal/ledger/shelf"
)

// Copies measures how the ledger tells copies from reports that are none, on
// the texts (*.txt) of a folder. Each of one half of them is edited as a desk
// edits a wire story; source and edited copy should be found as a pair, and
// nothing else ("copies.pairs", by share kept "copies.kept_..."). And pairs of
// them are made to tell the same long quotation, each in its own words: those
// found as copies are counted ("quotation.false_copies").
func Copies(dir string, read Recorder) (*GroupCorpus, error) {
	texts, err := plainTexts(dir)
	if err != nil {
		return nil, fmt.Errorf("copies: %w", err)
	}
	c := &GroupCorpus{}
	r := rand.New(rand.NewPCG(6, 1)) // the same edits every time
	if err := c.edits(texts, r, read); err != nil {
		return nil, fmt.Errorf("copies: %w", err)
	}
	return c, c.quotations(texts, r, read)
}

// plainTexts are the texts of a folder, a fixture's without what is expected of
// it, those left out that share much with one before.
func plainTexts(dir string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt*"))
	if err != nil {
		return nil, err
	}
	var texts []string
	seen := map[uint64]bool{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		text := string(b)
		if strings.Contains(text, "\n-- text --\n") {
			c, err := gold.Parse(b)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
			text = c.Text
		}
		if text = strings.TrimSpace(text); fresh(text, seen) {
			texts = append(texts, text)
		}
	}
	if len(texts) < 4 {
		return nil, fmt.Errorf("%s: %d texts (*.txt) are too few: %w", dir, len(texts), os.ErrNotExist)
	}
	return texts, nil
}

// fresh reports a text of which less than a twentieth stands in those before.
func fresh(text string, seen map[uint64]bool) bool {
	runs := match.Shingles(match.Words(text), 6, "")
	known := 0
	for _, r := range runs {
		if seen[r] {
			known++
		}
		seen[r] = true
	}
	return len(runs) > 0 && 20*known < len(runs)
}

// edits: the first half of the texts are edited, each with paragraphs of one of
// the others.
func (c *GroupCorpus) edits(texts []string, r *rand.Rand, read Recorder) error {
	texts = slices.Clone(texts)
	r.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
	sources, donors := texts[:len(texts)/2], texts[len(texts)/2:]
	f := origin.New(shelf.New(nil))
	var truth, kept []string // of each copy its source and what was kept
	source := map[string]string{}
	for i, text := range sources {
		e := edit(text, donors[i], r)
		if e.kept == "" {
			continue
		}
		first := plainReport("", text, "2026-03-04")
		copied := plainReport(e.headline, e.text, "2026-03-05")
		for _, doc := range []*readout.Document{first, copied} {
			rec, err := read(doc)
			if err != nil {
				return err
			}
			f.Add(doc, rec)
		}
		source[copied.ID], truth, kept = first.ID, append(truth, copied.ID), append(kept, e.kept)
	}
	pairs := copyPairs(f)
	right, of := 0, map[string]tally{}
	for i, id := range truth {
		t := of[kept[i]]
		t.gold++
		if pairs[[2]string{source[id], id}] {
			right++
			t.right++
		}
		of[kept[i]] = t
	}
	c.put("copies.pairs", prf(right, len(pairs), len(truth)))
	for _, k := range sortedKeys(of) {
		c.put("copies.kept_"+k, Accuracy{Right: of[k].right, N: of[k].gold})
	}
	return nil
}

// copyPairs are the pairs of reports that have one origin, the origin first.
func copyPairs(f *origin.File) map[[2]string]bool {
	pairs := map[[2]string]bool{}
	put, _, _ := f.Changed()
	for _, o := range shelf.Groups(put) {
		for _, c := range o.Copies {
			if c.Kind != "shared-passage" {
				pairs[[2]string{o.Document, c.Doc}] = true
			}
		}
	}
	return pairs
}

// edited is a copy and how much of its source it has: "all", "most" (half of
// the words on) or "part"; "" where the source is too short to be edited.
type edited struct{ headline, text, kept string }

// edit keeps the first paragraphs, 60 words at least, puts two of another text
// between them, changes a tenth of the words, and puts a headline and a
// dateline in front.
func edit(text, donor string, r *rand.Rand) edited {
	paragraphs := paragraphsOf(text)
	least, words := 0, 0
	for least < len(paragraphs) && words < 60 {
		words += len(strings.Fields(paragraphs[least]))
		least++
	}
	more := paragraphsOf(donor)
	if words < 60 || len(more) < 2 {
		return edited{}
	}
	k := least + r.IntN(len(paragraphs)-least+1)
	kept := slices.Clone(paragraphs[:k])
	pool := strings.Fields(donor)
	for i, p := range kept {
		kept[i] = reworded(p, pool, r)
	}
	for range 2 {
		kept = slices.Insert(kept, 1+r.IntN(len(kept)), more[r.IntN(len(more))])
	}
	e := edited{headline: strings.Join(pool[:min(8, len(pool))], " ")}
	e.text = e.headline + "\n\n" + "PORT VELM, March 5 (Tide Wire) - " + strings.Join(kept, "\n\n")
	switch share := wordsIn(paragraphs[:k]) / wordsIn(paragraphs); {
	case k == len(paragraphs):
		e.kept = "all"
	case share >= 0.5:
		e.kept = "most"
	default:
		e.kept = "part"
	}
	return e
}

func paragraphsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == '\n' })
}

func wordsIn(paragraphs []string) float64 {
	return float64(len(strings.Fields(strings.Join(paragraphs, " "))))
}

// reworded puts another word in the place of one in ten.
func reworded(paragraph string, pool []string, r *rand.Rand) string {
	words := strings.Fields(paragraph)
	for i := range words {
		if r.IntN(10) == 0 {
			words[i] = pool[r.IntN(len(pool))]
		}
	}
	return strings.Join(words, " ")
}

// quotations: a thousand pairs of texts, both with one quotation of half to
// twice the length of the shorter, taken from a third.
func (c *GroupCorpus) quotations(texts []string, r *rand.Rand, read Recorder) error {
	const pairs = 1000
	found := 0
	for i := range pairs {
		order := r.Perm(len(texts))
		a, b := texts[order[0]], texts[order[1]]
		said := speech(texts, order[2:], int((0.5+1.5*r.Float64())*min(wordsIn([]string{a}), wordsIn([]string{b}))))
		f := origin.New(shelf.New(nil))
		for k, text := range []string{a, b} {
			doc := plainReport("", quoting(text, said, i+k, r), fmt.Sprint("2026-03-0", 4+k))
			rec, err := read(doc)
			if err != nil {
				return err
			}
			f.Add(doc, rec)
		}
		if len(copyPairs(f)) > 0 {
			found++
		}
	}
	c.put("quotation.pairs", Count(pairs))
	c.put("quotation.false_copies", Count(found))
	return nil
}

// speech is paragraphs of some texts without quotation marks, about n words.
func speech(texts []string, order []int, n int) []string {
	marks := strings.NewReplacer(`"`, "", "“", "", "”", "", "''", "")
	var out []string
	for _, i := range order {
		for _, p := range paragraphsOf(texts[i]) {
			if wordsIn(out) >= float64(n) {
				return out
			}
			out = append(out, strings.TrimSpace(marks.Replace(p)))
		}
	}
	return out
}

// quoting puts a speech into a text, in one of the ways that desks have: curled
// or straight marks, each paragraph opening and the last alone closing, or each
// closed by itself.
func quoting(text string, said []string, way int, r *rand.Rand) string {
	left, right := "“", "”"
	if way%2 == 1 {
		left, right = `"`, `"`
	}
	var quoted []string
	for i, p := range said {
		if p = left + p; i == len(said)-1 || way%3 == 0 {
			p += right
		}
		quoted = append(quoted, p)
	}
	paragraphs := paragraphsOf(text)
	at := r.IntN(len(paragraphs) + 1)
	return strings.Join(slices.Insert(slices.Clone(paragraphs), at, quoted...), "\n\n")
}
