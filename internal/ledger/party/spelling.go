package party

import (
	"slices"
	"strings"
	"unicode/utf8"

	"readout"
	"readout/internal/ledger/shelf"
)

// plain takes marks off letters and puts one letter for what transcriptions
// write in several ways: "Zelenski", "Zelenskiy" and "Zelenskyy" are one.
var plain = strings.NewReplacer(
	"á", "a", "à", "a", "â", "a", "ã", "a", "ä", "a", "å", "a", "ą", "a", "ç", "c", "ć", "c", "č", "c",
	"é", "e", "è", "e", "ê", "e", "ë", "e", "ę", "e", "ě", "e", "ğ", "g", "í", "i", "ì", "i", "î", "i", "ï", "i", "ı", "i",
	"ł", "l", "ñ", "n", "ń", "n", "ó", "o", "ò", "o", "ô", "o", "õ", "o", "ö", "o", "ø", "o", "ř", "r", "ś", "s", "š", "s", "ş", "s", "ß", "ss",
	"ú", "u", "ù", "u", "û", "u", "ü", "u", "ů", "u", "ý", "y", "ź", "z", "ż", "z", "ž", "z",
)

// spelled is a word of a name in the form in which spellings are compared.
func spelled(word string) string {
	word = strings.ReplaceAll(plain.Replace(word), "'", "")
	for _, end := range []string{"yy", "iy", "ij", "yi", "ii", "y"} {
		if base, ok := strings.CutSuffix(word, end); ok && len(base) > 2 {
			return base + "i"
		}
	}
	return word
}

// fullName is the key of a person's name: the first and the last word as they
// are compared, and what lies between but for initials. It is "" for a name of
// one word and for one that begins with an initial.
func fullName(words []string) string {
	if len(words) < 2 || initial(words[0]) {
		return ""
	}
	var key []string
	for i, w := range words {
		if i == 0 || !initial(w) {
			key = append(key, spelled(w))
		}
	}
	return strings.Join(key, " ")
}

// initial: one letter; "A.B." is levelled to two, which no name is.
func initial(word string) bool { return utf8.RuneCountInString(word) == 1 }

// known is the id that stands for a person: of the first with the same name in
// any spelling; for a surname, or a surname with an initial, of the one person
// who can be meant; else the person's own.
func (f *File) known(id string, words []string) string {
	if len(words) == 0 {
		return id
	}
	if key := fullName(words); key != "" {
		return text(f.persons, key)
	}
	only := ""
	for _, other := range list(f.surnames, spelled(words[len(words)-1])) {
		full := f.group(other).words()
		key := fullName(full)
		if key == "" || len(words) > 1 && !strings.HasPrefix(full[0], words[0]) {
			continue
		}
		if only != "" && text(f.persons, key) != only {
			return id
		}
		only = text(f.persons, key)
	}
	if only == "" {
		return id
	}
	return only
}

// candidates lists the surnames that more than one person of the file bears,
// each with the persons who can be meant: those that are new, and the ids of
// those that are no more.
func (f *File) candidates(named []*group) (put []shelf.Placed[readout.Candidate], gone []string) {
	for _, g := range named {
		var open []string
		if words := g.words(); g.kind() == readout.Person && len(words) == 1 && f.Canonical(g.ID) == g.ID {
			open = list(f.surnames, spelled(words[0]))
		}
		for _, full := range f.bearers(g) {
			c := readout.Candidate{
				ID: readout.NewID("j", "party", full, g.ID), Kind: "party", A: full, B: g.ID, Score: 0.5,
				Why: "the surname fits, but others of the file bear it too",
			}
			i := slices.Index(open, full)
			switch is := i >= 0 && f.Canonical(full) == full && fullName(f.group(full).words()) != ""; {
			case is && f.news(c.ID, "", c):
				put = append(put, shelf.Placed[readout.Candidate]{Place: g.Place<<8 + i, Group: c})
			case !is && f.shown.last.Get(c.ID) != nil && f.news(c.ID, "", nil):
				gone = append(gone, c.ID)
			}
		}
	}
	return put, gone
}

// bearers are the persons with more than a surname who bear one that a party is
// called by, now or before.
func (f *File) bearers(g *group) (out []string) {
	for name := range g.Names {
		if words := nameWords(name); len(words) == 1 {
			out = union(out, list(f.surnames, spelled(words[0])))
		}
	}
	slices.Sort(out)
	return out
}
