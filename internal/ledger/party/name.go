package party

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/ledger/match"
)

// longest is the greatest number of words of a name that Fold looks for.
const longest = 6

var honorifics = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "prof": true, "sir": true, "dame": true, "lord": true, "lady": true,
}

// adjectival are the endings by which English makes an adjective of a state.
var adjectival = []string{"an", "ans", "ish", "ese", "i", "is", "ic"}

// nameWords are the words of a name without honorifics and "the".
func nameWords(name string) []string {
	words := match.Words(name)
	for len(words) > 1 && (honorifics[words[0]] || words[0] == "the") {
		words = words[1:]
	}
	return words
}

func (f *File) index(p readout.Party) {
	if p.Kind == readout.Unnamed {
		return
	}
	for _, name := range append([]string{p.Name}, p.Aliases...) {
		if !hasCapital(name) {
			continue // "the minister" is a name inside one report only
		}
		key := strings.Join(nameWords(name), " ")
		if key != "" {
			include(f.called, key, p.ID)
		}
	}
	words := nameWords(p.Name)
	if p.Kind == readout.Person && len(words) > 1 {
		last := words[len(words)-1]
		include(f.surnames, spelled(last), p.ID)
		include(f.called, last, p.ID)
		if key := fullName(words); key != "" && f.persons.Get(key) == nil {
			f.persons.Put(key, p.ID)
		}
	}
	if p.Kind == readout.State {
		include(f.states, "", p.ID)
	}
}

func hasCapital(name string) bool { return strings.IndexFunc(name, unicode.IsUpper) >= 0 }

// Fold cuts a text into lower-case words and puts "@id" for every name of a
// party of the file, so that "American", "Washington" and "the U.S." are one
// word. A name that two parties bear stays as it is.
func (f *File) Fold(text string) []string {
	return f.fold(text, func(string) bool { return true })
}

// fold puts "@id" for the names of the parties that are wanted.
func (f *File) fold(text string, wanted func(id string) bool) []string {
	fields := match.Fields(text)
	var out []string
	for i := 0; i < len(fields); {
		id, n := f.nameAt(fields[i:], wanted)
		if n > 0 {
			out = append(out, "@"+id)
			i += n
			continue
		}
		out = append(out, strings.ToLower(fields[i]))
		i++
	}
	return out
}

func (f *File) nameAt(fields []string, wanted func(id string) bool) (id string, n int) {
	if !capital(fields[0]) {
		return "", 0
	}
	for n := min(longest, len(fields)); n > 0; n-- {
		key := strings.ToLower(strings.Join(fields[:n], " "))
		if id := f.one(list(f.called, key)); id != "" && !isPronoun(fields[:n]) && wanted(id) {
			return id, n
		}
	}
	if id := f.stateOf(fields[0]); id != "" && wanted(id) {
		return id, 1
	}
	return "", 0
}

// isPronoun keeps "Us" and "It" at the head of a sentence apart from "US" and
// "IT": a name of up to three letters must be written in capitals.
func isPronoun(fields []string) bool {
	return len(fields) == 1 && len(fields[0]) <= 3 && fields[0] != strings.ToUpper(fields[0])
}

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// one is the only party that ids stand for, or "".
func (f *File) one(ids []string) string {
	only := ""
	for _, id := range ids {
		c := f.Canonical(id)
		if only != "" && c != only {
			return ""
		}
		only = c
	}
	return only
}

// stateOf finds the state that an adjective belongs to: by the list, else by
// its letters ("Velmaran" begins as "Velmar" does, but for two letters at
// most); where two states fit equally well, none.
func (f *File) stateOf(word string) string {
	if name, ok := f.adjectives[word]; ok {
		return f.one(list(f.called, strings.Join(nameWords(name), " ")))
	}
	if !slices.ContainsFunc(adjectival, func(end string) bool { return strings.HasSuffix(word, end) }) {
		return ""
	}
	best, found := 0, ""
	for _, id := range list(f.states, "") {
		name := strings.Join(f.group(id).words(), " ")
		n := sharedPrefix(name, strings.ToLower(word))
		if n < 4 || n < len(name)-2 || len(word)-n > 4 {
			continue
		}
		if n == best {
			found = ""
		}
		if n > best {
			best, found = n, id
		}
	}
	return found
}

func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
