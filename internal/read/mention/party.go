package mention

import (
	"strings"
	"unicode"

	"readout"
)

// party gives the index of the party with this name, made if it is new.
// Parties that the report does not name (unnamed sources, "the company") are
// its own: their ids hold the document's.
func (f *finder) party(name string, kind readout.PartyKind) int {
	name = strings.Join(strings.Fields(name), " ") // a name may be wrapped over two lines
	id := "p-" + slug(name)
	if kind == readout.Unnamed || kind == readout.OfficeKind || !capitalised(name) {
		id += "-" + strings.TrimPrefix(f.a.Doc.ID, "d-")
	}
	if i, ok := f.byKey[id]; ok {
		return i
	}
	f.byKey[id] = len(f.parties)
	f.parties = append(f.parties, readout.Party{ID: id, Name: name, Kind: kind})
	return len(f.parties) - 1
}

// alias notes another name of a party, once.
func (f *finder) alias(party int, name string) {
	name = strings.Join(strings.Fields(name), " ")
	p := &f.parties[party]
	if name == p.Name {
		return
	}
	for _, a := range p.Aliases {
		if a == name {
			return
		}
	}
	p.Aliases = append(p.Aliases, name)
}

// office notes a title that a person holds, once.
func (f *finder) office(party int, title string) {
	p := &f.parties[party]
	for _, o := range p.Offices {
		if strings.EqualFold(o.Title, title) {
			return
		}
	}
	p.Offices = append(p.Offices, readout.Office{Title: title})
}

func capitalised(name string) bool {
	for _, r := range name {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// slug folds a name for an id: lower case, hyphens, no article or accents of
// spelling; endings in which transliterations differ (-yy, -iy, -ij) are one.
func slug(name string) string {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != '.'
	}) {
		w = strings.Map(func(r rune) rune {
			if r == '\'' || r == '’' || r == '.' {
				return -1
			}
			return r
		}, w)
		if w == "the" && len(words) == 0 || w == "" {
			continue
		}
		if len(w) > 5 {
			for _, e := range []string{"yy", "iy", "ij", "yi", "ii"} {
				if strings.HasSuffix(w, e) {
					w = strings.TrimSuffix(w, e) + "y"
					break
				}
			}
		}
		words = append(words, w)
	}
	if len(words) > 8 {
		words = words[:8]
	}
	if len(words) == 0 {
		return "x"
	}
	return strings.Join(words, "-")
}
