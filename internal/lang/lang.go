// Package lang is what we know of each language, as text files that a reader
// can see and correct: one folder a language, one file a list, a format line
// on top, one entry a line, comments after "#". Adding a language is adding a
// folder. The files are embedded in the binary.
package lang

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"readout"
)

//go:embed */*.txt
var files embed.FS

// Language gives the lists of one language. Words are in lower case unless
// they are names. It is read once and never changes.
type Language struct {
	Tag           string // BCP 47, primary subtag: "en"
	Abbreviations map[string]bool
	Classes       map[string]readout.WordClass // closed classes and common verbs
	Forms         map[string][]Form            // cue verbs by inflected form
	Phrases       map[string][]Form            // cues of several words by the inflected form of the first
	Acts          map[string]map[string]bool   // words that tell what an act is, by the name of their list
	Deeds         map[string]readout.Act       // further verbs, by inflected form, and what they do
	CueNouns      map[string]*Cue              // nouns that report speech: "claim"
	Roles         map[string]Role              // nouns that can speak
	OrgWords      map[string]bool              // words that make a name an organisation
	MediaWords    map[string]bool              // last words of the names of outlets
	Agencies      map[string]string            // any name of a news agency → its usual name
	Honorifics    map[string]bool
	TitleWords    map[string]bool   // "former", "deputy", "finance"
	Given         map[string]string // given name → "m" or "f"
	Epithets      map[string]bool   // nouns that describe somebody who has been named
	Places        Places
	Boilerplate   []Boilerplate
	Occasion      Occasion
}

var (
	mu     sync.Mutex
	loaded = map[string]*Language{}
)

// For finds the language of a BCP 47 tag ("en", "en-GB"); the error of an
// unknown one lists those that are there.
func For(tag string) (*Language, error) {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if primary == "" || !fs.ValidPath(primary) {
		return nil, unknown(tag)
	}
	if _, err := fs.Stat(files, primary); err != nil {
		return nil, unknown(tag)
	}
	mu.Lock()
	defer mu.Unlock()
	if loaded[primary] == nil {
		loaded[primary] = load(primary)
	}
	return loaded[primary], nil
}

func unknown(tag string) error {
	return fmt.Errorf("no reader for language %q (there are: %s)", tag, strings.Join(Tags(), ", "))
}

// Tags lists the languages, in order of the alphabet.
func Tags() []string {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		panic("lang: embedded files: " + err.Error())
	}
	var tags []string
	for _, e := range entries {
		tags = append(tags, e.Name())
	}
	return tags
}

// Lines gives the entries of the list NAME.txt in order, without comments,
// the format line and empty lines. A list that a language does not have is
// empty.
func (l *Language) Lines(name string) []string {
	b, err := files.ReadFile(l.Tag + "/" + name + ".txt")
	if err != nil {
		return nil
	}
	var out []string
	for i, line := range strings.Split(string(b), "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" && i > 0 {
			out = append(out, line)
		}
	}
	return out
}

func load(tag string) *Language {
	l := &Language{Tag: tag}
	l.Abbreviations = set(l.Lines("abbreviations"))
	l.OrgWords = words(l.Lines("orgs"))
	l.MediaWords = words(l.Lines("media"))
	l.Epithets = words(l.Lines("epithets"))
	l.Classes = l.classes()
	l.CueNouns = l.nouns()
	l.Roles = l.roles()
	l.Agencies = l.agencies()
	l.Forms = l.forms("cues")
	l.Phrases = l.forms("phrases")
	l.Acts = l.Grouped("acts")
	l.Deeds = l.deeds()
	l.Places = l.places()
	l.Boilerplate = l.boilerplate()
	l.Given = map[string]string{}
	for _, line := range l.Lines("names") {
		gender, list, _ := strings.Cut(line, " ")
		for _, name := range strings.Fields(list) {
			l.Given[name] = gender
		}
	}
	l.Occasion = l.occasion()
	for _, line := range l.Lines("titles") {
		kind, list, _ := strings.Cut(line, " ")
		switch kind {
		case "honorific":
			l.Honorifics = words([]string{list})
		case "modifier":
			l.TitleWords = words([]string{list})
		}
	}
	return l
}

func set(lines []string) map[string]bool {
	m := make(map[string]bool, len(lines))
	for _, line := range lines {
		m[line] = true
	}
	return m
}

// words is the set of all words of all lines.
func words(lines []string) map[string]bool { return set(strings.Fields(strings.Join(lines, " "))) }
