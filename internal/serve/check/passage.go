package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/serve/query"
)

// token is a word of a text as it stands and as it is compared, where a word with
// hyphens is several; ends is whether a sentence ends behind it.
type token struct {
	readout.Range
	text, fold string
	ends       bool
}

// passage is a stretch of one speaker's words that a report gives without a
// break. Of each word it has the statement.
type passage struct {
	text   string
	tokens []token
	told   []*query.Told // by token
	at     readout.Range
}

// who is the speaker.
func (p *passage) who() string { return p.told[0].Who }

const (
	openers = `"“„«‘`
	closers = `"”“»’`
	marks   = `"“”„«»‘’'`
)

// pieces are the stretches of a statement that stand in quotation marks,
// without the marks at their ends. What is direct without marks, as in an
// interview, counts whole.
func pieces(text string, s *readout.Statement) (all []readout.Range) {
	for _, c := range s.Content {
		switch s.Mode {
		case readout.Direct:
			all = append(all, bare(text, c.Bytes()))
		case readout.Mixed:
			all = append(all, quoted(text, c.Bytes())...)
		}
	}
	return slices.DeleteFunc(all, readout.Range.Empty)
}

// bare takes marks and spaces off the ends of a range.
func bare(text string, r readout.Range) readout.Range {
	edge := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(marks, r) }
	r.End = r.Start + len(strings.TrimRightFunc(text[r.Start:r.End], edge))
	r.Start = r.End - len(strings.TrimLeftFunc(text[r.Start:r.End], edge))
	return r
}

// quoted cuts out what stands between quotation marks. A single mark opens
// behind no letter and closes before none.
func quoted(text string, in readout.Range) (all []readout.Range) {
	for at := in.Start; at < in.End; {
		open, size := utf8.DecodeRuneInString(text[at:])
		from := at + size
		at = from
		if !opens(text, from-size, open) {
			continue
		}
		if end := closing(text[from:in.End], open); end >= 0 {
			all = append(all, bare(text, readout.Range{Start: from, End: from + end}))
			at = in.End - len(strings.TrimLeft(text[from+end:in.End], marks))
		}
	}
	return all
}

func opens(text string, at int, mark rune) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return strings.ContainsRune(openers, mark) || mark == '\'' && !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// closing is where a quotation that a mark has opened ends, -1 if it does not.
func closing(text string, open rune) int {
	single := open == '\'' || open == '‘'
	for i, r := range text {
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		switch {
		case single && (r == '\'' || r == '’') && i > 0 && !unicode.IsLetter(after):
			return i
		case !single && strings.ContainsRune(closers, r) && r != '’' && (i > 0 || r != '"'):
			return i
		}
	}
	return -1
}

// tokens cuts a range of a text into words.
func tokens(text string, in readout.Range) (all []token) {
	start := -1
	flush := func(end int) {
		if start >= 0 {
			r := readout.Range{Start: start, End: end}
			for _, fold := range fold(text[start:end]) {
				all = append(all, token{Range: r, text: text[start:end], fold: fold})
			}
			start = -1
		}
	}
	for i, r := range text[in.Start:in.End] {
		i += in.Start
		switch {
		case unicode.IsSpace(r) || strings.ContainsRune("—–…", r):
			flush(i)
		case start < 0:
			start = i
		}
	}
	flush(in.End)
	for i := range all {
		all[i].ends = i == len(all)-1 || ends(all[i].text)
	}
	return all
}

// fold is a word as it is compared: "co-operate" is "cooperate".
func fold(word string) []string {
	parts := query.Fold(word)
	if len(parts) == 2 && slices.Contains(prefixes, parts[0]) {
		return []string{parts[0] + parts[1]}
	}
	return parts
}

// prefixes are written with a hyphen or without.
var prefixes = []string{"co", "re", "pre", "non", "e", "anti"}

// ends reports whether a sentence ends with a word.
func ends(word string) bool {
	word = strings.TrimRight(word, marks)
	return strings.ContainsAny(word[max(0, len(word)-1):], ".!?") && !abbreviated(strings.TrimRight(word, "."))
}

// cuts splits a range where the text marks that words are left out, or has
// words in brackets that are not the speaker's.
func cuts(text string, in readout.Range) (all []readout.Range) {
	from := in.Start
	for i := in.Start; i < in.End; {
		n := mark(text[i:in.End])
		if n == 0 {
			_, n = utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		end := i
		if text[i] == '[' { // a word that begins before the bracket is altered with it
			for end > from && !unicode.IsSpace(rune(text[end-1])) {
				end--
			}
			for i+n < in.End && !unicode.IsSpace(rune(text[i+n])) {
				n++
			}
		}
		all = append(all, readout.Range{Start: from, End: end})
		i += n
		from = i
	}
	all = append(all, readout.Range{Start: from, End: in.End})
	return slices.DeleteFunc(all, func(r readout.Range) bool { return len(tokens(text, r)) == 0 })
}

// mark is how long the mark of a cut or a bracket is that a text begins with.
func mark(text string) int {
	for _, m := range []string{"…", "...", ". . .", "(...)", "(…)"} {
		if strings.HasPrefix(text, m) {
			return len(m)
		}
	}
	if end := strings.IndexByte(text, ']'); text[0] == '[' && end > 0 {
		return end + 1
	}
	return 0
}

// passages gives what stands in quotation marks in a report, each stretch of one
// speaker's words that nothing comes between.
func passages(s *query.Source) (all []*passage) {
	last := map[string]*passage{} // by speaker
	for i := range s.Told {
		t := &s.Told[i]
		for k, piece := range pieces(s.Doc.Text, &t.Statement) {
			before := last[t.Who]
			whole := t.Statement.Mode == readout.Direct
			goesOn := before != nil && whole && before.told[len(before.told)-1].Statement.Mode == readout.Direct &&
				(k > 0 || goesOn(s.Doc.Text, before.at, piece))
			for _, part := range cuts(s.Doc.Text, piece) {
				if !goesOn || before == nil {
					before = &passage{at: part}
					all = append(all, before)
				}
				before.add(s.Doc.Text, part, t)
				goesOn = false
			}
			last[t.Who] = before
		}
	}
	return all
}

func (p *passage) add(text string, r readout.Range, t *query.Told) {
	if p.text != "" {
		p.text += " "
	}
	p.text += text[r.Start:r.End]
	for _, w := range tokens(text, r) {
		p.tokens, p.told = append(p.tokens, w), append(p.told, t)
	}
	p.at.End = max(p.at.End, r.End)
}

// goesOn reports whether between two quotations stands no more than who says
// it, or a paragraph ends in one that is not closed.
func goesOn(text string, a, b readout.Range) bool {
	if a.End > b.Start {
		return false
	}
	gap := text[a.End:b.Start]
	if before, _, broken := strings.Cut(gap, "\n"); broken {
		return strings.Trim(gap, marks+" \r\n\t") == "" && !strings.ContainsAny(before, closers)
	}
	for i, r := range gap {
		if strings.ContainsRune(".!?", r) && i > 0 && strings.IndexFunc(gap[i:], unicode.IsLetter) >= 0 && !abbreviated(gap[:i]) {
			return false
		}
	}
	return true
}

// abbreviated reports whether a full stop behind a text is that of a title.
func abbreviated(text string) bool {
	word := text[strings.LastIndexFunc(text, unicode.IsSpace)+1:]
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && utf8.RuneCountInString(word) <= 4
}

// find gives every place at which words stand in a passage one after the other.
func (p *passage) find(words []token) (at []int) {
	for i := 0; i+len(words) <= len(p.tokens) && len(words) > 0; i++ {
		if p.run(i, words) == len(words) {
			at = append(at, i)
		}
	}
	return at
}

// run is how many of the words stand at a place of the passage.
func (p *passage) run(at int, words []token) int {
	n := 0
	for at+n < len(p.tokens) && n < len(words) && p.tokens[at+n].fold == words[n].fold {
		n++
	}
	return n
}

// wording is words as they stand.
func wording(words []token) string {
	var parts []string
	for i, w := range words {
		if i == 0 || w.Range != words[i-1].Range {
			parts = append(parts, w.text)
		}
	}
	return strings.Join(parts, " ")
}

// of gives the statements that words from one place to before another are of.
func (p *passage) of(from, to int) []query.Told {
	var all []query.Told
	for _, t := range p.told[from:to] {
		if !slices.ContainsFunc(all, func(o query.Told) bool { return o.ID == t.ID }) {
			all = append(all, *t)
		}
	}
	return all
}
