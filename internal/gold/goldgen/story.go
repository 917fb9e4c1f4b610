package main

import (
	"errors"
	"fmt"
	"io/fs"

	"readout"
	"readout/internal/gold"
)

// storyGold is the file of what the reports say together.
const storyGold = "gold/story.txt"

// joint is what the reports say together. A line is a word
// that says what it is, and key=value fields.
type joint struct {
	lines          []gold.Line // all, in order
	id, title      string
	parties        parties
	documents      map[string]note // by report key
	origins        []gold.Line
	utterances     []gold.Line
	propositions   []gold.Line
	propositionIDs map[string]bool
	stances        []gold.Line
	joined         map[string]gold.Line // commitments, contacts, incidents, by id
}

// note is what the story file says of a document; references are report keys.
type note struct {
	credits, byline    []string
	revisionOf, origin string
}

// parties finds a party by its id, name or alias.
type parties struct {
	list   []gold.Line
	byName map[string]string
	kinds  map[string]readout.PartyKind
}

func (p *parties) id(name string) (string, error) {
	if id, ok := p.byName[name]; ok {
		return id, nil
	}
	return "", fmt.Errorf("no party is called %q", name)
}

// add keeps a party. Where two share an alias, the name counts, and else the
// alias means nobody.
func (p *parties) add(l gold.Line) error {
	id, name := l.Text("id").First(), l.Text("name").First()
	if id == "" || name == "" || p.kinds[id] != "" {
		return fmt.Errorf("a party has an id of its own and a name")
	}
	if other, ok := p.byName[name]; ok {
		return fmt.Errorf("%s and %s have the same name", id, other)
	}
	p.list = append(p.list, l)
	p.byName[name], p.byName[id] = id, id
	p.kinds[id] = readout.PartyKind(l.Text("kind").First())
	return nil
}

// loadStory reads the story file. The story is there beside an error, which
// holds all faults, unless the file cannot be taken apart.
func loadStory(files fs.FS) (*joint, error) {
	data, err := fs.ReadFile(files, storyGold)
	if err != nil {
		return nil, err
	}
	list, err := gold.Lines(string(data), 1)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", storyGold, err)
	}
	s := &joint{
		parties:        parties{byName: map[string]string{}, kinds: map[string]readout.PartyKind{}},
		documents:      map[string]note{},
		propositionIDs: map[string]bool{},
		joined:         map[string]gold.Line{},
	}
	var faults []error
	for _, l := range list {
		if err := s.add(l); err != nil {
			faults = append(faults, fmt.Errorf("%s: line %d: %w", storyGold, l.No, err))
			continue
		}
		s.lines = append(s.lines, l)
	}
	return s, errors.Join(faults...)
}

func (s *joint) add(l gold.Line) error {
	if len(l.Words) == 0 {
		return fmt.Errorf("a line begins with what it is")
	}
	switch what := l.Words[0].First(); what {
	case "story":
		s.id, s.title = l.Text("id").First(), l.Text("title").First()
	case "document":
		s.documents[l.Text("report").First()] = note{
			l.List("credits", ";").First(), l.List("byline", ";").First(),
			l.Text("revision_of").First(), l.Text("origin").First(),
		}
	case "origin":
		s.origins = append(s.origins, l)
	case "party":
		return s.parties.add(l)
	case "utterance":
		s.utterances = append(s.utterances, l)
	case "proposition":
		s.propositions = append(s.propositions, l)
		s.propositionIDs[l.Text("id").First()] = true
	case "stance":
		s.stances = append(s.stances, l)
	case "commitment", "contact", "incident":
		s.joined[l.Text("id").First()] = l
	default:
		return fmt.Errorf("nothing is called %q", what)
	}
	return nil
}

// originObjects are the texts that other outlets printed too.
func (b *builder) originObjects() {
	for _, l := range b.story.origins {
		var copies []object
		for _, key := range l.List("copies", ",").First() {
			copies = append(copies, object{{"doc", b.docID(key)}}.with("kind", anyOf(l.Text("kind"), word)))
		}
		b.put(object{{"type", "origin"}, {"id", l.Text("id").First()}}.
			with("document", b.docID(l.Text("document").First())).
			with("copies", copies))
	}
}

// partyObjects are the parties of the story.
func (b *builder) partyObjects() {
	for _, l := range b.story.parties.list {
		o := object{{"type", "party"}}.
			with("id", l.Text("id").First()).
			with("name", l.Text("name").First()).
			with("kind", anyOf(l.Text("kind"), word))
		if aliases := l.List("aliases", ";").First(); aliases != nil {
			o = o.with("aliases", aliases)
		}
		for _, key := range []string{"part_of", "speaks_for", "principal"} {
			o = o.with(key, anyOf(l.Text(key), b.party))
		}
		if members := l.List("members", ",").First(); members != nil {
			o = o.with("members", members)
		}
		if office := l.Text("office").First(); office != "" {
			o = o.with("offices", []object{{{"title", office}}})
		}
		b.put(o)
	}
}

// utteranceObjects are the speech events.
func (b *builder) utteranceObjects() {
	for _, l := range b.story.utterances {
		ids := l.List("statements", ",").First()
		first := b.witness(ids[0])
		b.put(object{{"type", "utterance"}, {"id", l.Text("id").First()}, {"statements", ids}}.
			with("speaker", b.party(first.Speaker.First())).
			with("said", date(b.saidOf(ids))).
			with("place", anyOf(l.Text("place"), word)).
			with("channel", anyOf(l.Text("channel"), word)).
			with("wordings", b.wordings(ids)).
			with("origin", ids[0]).
			with("tellers", b.tellers(ids)))
	}
}

// propositionObjects are the matters, and who stands where on them.
func (b *builder) propositionObjects() {
	for _, l := range b.story.propositions {
		o := object{{"type", "proposition"}}.
			with("id", l.Text("id").First()).
			with("text", l.Text("text").First()).
			with("kind", anyOf(l.Text("kind"), word))
		for _, link := range []struct{ key, kind string }{{"contrary", "contrary"}, {"related", "possibly-related"}, {"narrower", "narrower"}} {
			if to := l.Text(link.key).First(); to != "" {
				o = o.with("links", []object{{{"kind", link.kind}, {"to", to}}})
			}
		}
		b.put(o)
	}
	for _, l := range b.story.stances {
		for _, id := range l.List("statement", ",").First() {
			w := b.witness(id)
			party := orElse(l.Text("party"), w.Speaker)
			b.put(object{{"type", "stance"}, {"statement", id}, {"proposition", l.Text("proposition").First()}}.
				with("party", anyOf(party, b.party)).
				with("value", anyOf(l.Text("value"), word)).
				with("reported_value", anyOf(l.Text("reported"), word)))
		}
	}
}
