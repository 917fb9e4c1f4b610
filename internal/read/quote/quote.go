// Package quote pairs quotation marks into quoted stretches: straight, curly,
// low and angle marks, single quotes as outer or inner ones, doubled
// apostrophes, quotations that go on over paragraphs (each opens, only the
// last closes) and marks that are missing, which are supplied and said so.
// Apostrophes are no marks. Bracketed insertions and ellipses inside a
// quotation are its edits. What a quotation means is not decided here.
package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// Pair finds the quotations of a report in order of their opening marks.
func Pair(a *readout.Analysis) []readout.Quote {
	var out []readout.Quote
	carried := -1 // the unclosed quotation of the paragraph before
	for n, b := range a.Blocks {
		if b.Class == readout.Metadata {
			continue
		}
		first := len(out)
		out = append(out, pairBlock(a.Doc.Text, b.Range, first, opensLike(a, n))...)
		if carried >= 0 && len(out) > first && opensBlock(a.Doc.Text, b.Range, out[first]) {
			out[first].Continues = carried
			out[carried].Closed = true // its closing mark stands further on, as is the custom
		}
		if b.Class != readout.Body && b.Class != readout.Relay && carried >= 0 {
			continue // what a page has put between two paragraphs of a speech
		}
		carried = -1
		for i := first; i < len(out); i++ {
			if !out[i].Closed && out[i].Outer < 0 && out[i].End == b.End {
				carried = i
			}
		}
	}
	for i := range out {
		if !out[i].Closed && out[i].Outer < 0 {
			endBeforeCue(a, &out[i])
		}
		out[i].Edits = edits(a.Doc.Text, out[i].Inner)
	}
	return out
}

func opensBlock(text string, block readout.Range, q readout.Quote) bool {
	return strings.TrimSpace(text[block.Start:q.Start]) == ""
}

// mark is one quotation mark of a block.
type mark struct {
	readout.Range
	family family
	side   side
}

type family uint8

const (
	double family = iota
	single
	angle
)

type side uint8

const (
	either side = iota
	opening
	closing
)

// pairBlock pairs the marks of one block with a stack of what is open. base is
// the index that its first quotation gets; goesOn, that the next block may go on with
// single marks that this one leaves open.
func pairBlock(text string, block readout.Range, base int, goesOn bool) []readout.Quote {
	p := pairer{text: text, block: block, marks: marksOf(text, block), goesOn: goesOn}
	for i, m := range p.marks {
		at := p.openOf(m.family)
		switch {
		case at >= 0 && m.side != opening && (m.family != single || closesSingle(text, p.marks, i)):
			p.close(at, m)
		case at >= 0 && m.side == opening && m.family == double && curly(text, m) && p.open[len(p.open)-1] == at:
			p.abandon(at, m.Start) // a second opening mark: the first was never closed
			p.push(m)
		case at < 0 && m.side != closing && (m.family != single || opensSingle(text, p.marks, i) || goesOn && m.side == opening && !elision(text, m)):
			p.push(m)
		}
	}
	return p.quotes(base)
}

type pairer struct {
	text     string
	block    readout.Range
	marks    []mark
	out      []readout.Quote
	families []family // of out
	open     []int    // indices into out, the innermost last
	goesOn   bool
}

func (p *pairer) openOf(f family) int {
	for _, o := range p.open {
		if p.families[o] == f {
			return o
		}
	}
	return -1
}

func (p *pairer) push(m mark) {
	outer := -1
	if n := len(p.open); n > 0 {
		outer = p.open[n-1]
	}
	p.open = append(p.open, len(p.out))
	p.families = append(p.families, m.family)
	p.out = append(p.out, readout.Quote{
		Range: readout.Range{Start: m.Start, End: p.block.End}, Inner: readout.Range{Start: m.End, End: p.block.End},
		Outer: outer, Continues: -1,
	})
}

// close closes quotation i; those opened inside it and not closed end with it.
func (p *pairer) close(i int, m mark) {
	for {
		top := p.open[len(p.open)-1]
		p.open = p.open[:len(p.open)-1]
		p.out[top].Inner.End, p.out[top].End = m.Start, m.Start
		if top == i {
			p.out[i].End, p.out[i].Closed = m.End, true
			return
		}
	}
}

func (p *pairer) abandon(i, end int) {
	p.open = p.open[:len(p.open)-1]
	end = trimEnd(p.text, p.out[i].Inner.Start, end)
	p.out[i].Inner.End, p.out[i].End = end, end
}

// quotes gives what was found, without single quotations that never closed
// (apostrophes after all) and with Outer counted from base.
func (p *pairer) quotes(base int) []readout.Quote {
	var out []readout.Quote
	at := make([]int, len(p.out))
	for i, q := range p.out {
		at[i] = -1
		if !q.Closed && p.families[i] == single && !(p.goesOn && q.Outer < 0) || q.Inner.Empty() {
			continue
		}
		at[i] = base + len(out)
		if q.Outer >= 0 {
			q.Outer = at[q.Outer]
		}
		out = append(out, q)
	}
	return out
}

func trimEnd(text string, from, to int) int {
	return from + len(strings.TrimRightFunc(text[from:to], unicode.IsSpace))
}

func curly(text string, m mark) bool { return text[m.Start] != '"' && text[m.Start] != '\'' }

// marksOf lists the marks that may open or close, apostrophes left out where
// their place shows them.
func marksOf(text string, block readout.Range) []mark {
	var out []mark
	for i := block.Start; i < block.End; {
		r, size := utf8.DecodeRuneInString(text[i:])
		m := mark{Range: readout.Range{Start: i, End: i + size}}
		found := true
		switch r {
		case '"', '＂':
			m.side = straightSide(text, block, m.Range)
		case '“', '„', '‟':
			m.side = opening
		case '”':
			m.side = closing
			if !precededByText(text, block, i) && followedByText(text, block, i+size) {
				m.side = opening
			}
		case '«', '‹':
			m.family, m.side = angle, opening
		case '»', '›':
			m.family, m.side = angle, closing
		case '\'', '`':
			if i+1 < block.End && (text[i+1] == '\'' || text[i+1] == '`') {
				m.End, size = i+2, 2
				m.side = straightSide(text, block, m.Range)
				break
			}
			m.family = single
			m.side = straightSide(text, block, m.Range)
		case '‘', '‚', '‛':
			m.family, m.side = single, opening
		case '’':
			m.family, m.side = single, closing
		default:
			found = false
		}
		if found && r == '“' && precededByText(text, block, i) && !followedByText(text, block, i+size) {
			m.side = closing // the German way round: „...“
		}
		if found && !(m.family == single && between(text, block, m.Range)) {
			out = append(out, m)
		}
		i += size
	}
	return out
}

// straightSide is what the characters around a straight mark say of it.
func straightSide(text string, block readout.Range, m readout.Range) side {
	before, after := precededByText(text, block, m.Start), followedByText(text, block, m.End)
	switch {
	case !before && after:
		return opening
	case before && !after:
		return closing
	}
	return either
}

// precededByText reports that the mark stands right behind a word or a stop.
func precededByText(text string, block readout.Range, i int) bool {
	if i <= block.Start {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text[block.Start:i])
	return !unicode.IsSpace(r) && !strings.ContainsRune("([{—–-‘“„«\"/", r)
}

// followedByText reports that the mark stands right before a word.
func followedByText(text string, block readout.Range, i int) bool {
	if i >= block.End {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("[($€£…'‘\"“", r) || r == '.' && strings.HasPrefix(text[i:], "...")
}

// between reports that a single mark stands between letters: an apostrophe.
func between(text string, block readout.Range, m readout.Range) bool {
	if m.Start == block.Start || m.End >= block.End {
		return false
	}
	a, _ := utf8.DecodeLastRuneInString(text[:m.Start])
	b, _ := utf8.DecodeRuneInString(text[m.End:])
	return (unicode.IsLetter(a) || unicode.IsDigit(a)) && (unicode.IsLetter(b) || unicode.IsDigit(b))
}

// opensSingle reports that a single mark opens a quotation: a closing one that
// stands like one follows in the block.
func opensSingle(text string, marks []mark, i int) bool {
	if marks[i].side == closing {
		return false
	}
	for _, m := range marks[i+1:] {
		if m.family == single && m.side != opening {
			return m.Start > marks[i].End && !elision(text, marks[i])
		}
	}
	return false
}

// elision reports a dropped beginning: '90s, 'tis.
func elision(text string, m mark) bool {
	rest := text[m.End:]
	if len(rest) >= 3 && rest[0] >= '0' && rest[0] <= '9' && rest[1] >= '0' && rest[1] <= '9' && (rest[2] == 's' || rest[2] == ' ') {
		return true
	}
	low := strings.ToLower(rest[:min(len(rest), 6*utf8.UTFMax)]) // the longest word below has six characters
	for _, w := range []string{"tis ", "twas ", "em ", "cause ", "til ", "n'"} {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	return false
}

// closesSingle reports that a single mark closes; behind an "s" it may be a
// possessive, and is when a mark behind a stop follows before the next opening.
func closesSingle(text string, marks []mark, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:marks[i].Start])
	if before != 's' && before != 'S' {
		return true
	}
	for _, m := range marks[i+1:] {
		if m.family != single {
			continue
		}
		if m.side == opening {
			return true
		}
		r, _ := utf8.DecodeLastRuneInString(text[:m.Start])
		if strings.ContainsRune(".,!?…;:", r) {
			return false
		}
	}
	return true
}

// edits finds "[insertions]" and ellipses.
func edits(text string, r readout.Range) []readout.QuoteEdit {
	var out []readout.QuoteEdit
	for i := r.Start; i < r.End; {
		rest := text[i:r.End]
		n := 0
		kind := readout.Cut
		switch {
		case strings.HasPrefix(rest, "[...]"), strings.HasPrefix(rest, "(...)"):
			n = 5
		case strings.HasPrefix(rest, "[…]"), strings.HasPrefix(rest, "(…)"):
			n = 5
		case strings.HasPrefix(rest, "..."):
			n = len(rest) - len(strings.TrimLeft(rest, "."))
		case strings.HasPrefix(rest, ". . ."):
			n = 5
		case strings.HasPrefix(rest, "…"):
			n = len("…")
		case rest[0] == '[':
			if end := strings.IndexByte(rest, ']'); end > 1 && end < 80 {
				n, kind = end+1, readout.Insertion
			}
		}
		if n == 0 {
			_, size := utf8.DecodeRuneInString(rest)
			i += size
			continue
		}
		out = append(out, readout.QuoteEdit{Range: readout.Range{Start: i, End: i + n}, Kind: kind})
		i += n
	}
	return out
}
