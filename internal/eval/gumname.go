package eval

import (
	"cmp"
	"slices"
	"strings"
)

// gumKinds are the types of GUM's entities that are classes of ours; all others
// are other.
var gumKinds = map[string]NameClass{
	"person": PersonName, "organization": OrganisationName, "place": PlaceName,
}

// gumClasses are the classes that GUM marks. It has no group: a nationality is
// a person or a place to it.
var gumClasses = map[NameClass]NameClass{
	PersonName: PersonName, OrganisationName: OrganisationName, PlaceName: PlaceName, OtherName: OtherName,
}

// nameLinks are words that may stand between two proper nouns of one name.
var nameLinks = setOf("of", "the", "for", "and", "-", "'s", "’s", ".")

// gumNames reads the names in the news among GUM's dev documents.
func gumNames(dir string) ([]namedText, error) {
	documents, err := gumDev(dir)
	if err != nil {
		return nil, err
	}
	var list []namedText
	for _, d := range documents {
		if !strings.HasPrefix(d.name, "GUM_news_") {
			continue
		}
		entities, err := d.entities()
		if err != nil {
			return nil, err
		}
		list = append(list, namedText{d.name, d.forms(), d.sentences, d.names(entities)})
	}
	return list, nil
}

// names makes names of the mentions whose head is a proper noun; those of times
// ("Friday") are none. A name is the
// run of proper nouns around the head inside the mention; single link words of
// nameLinks, or several in a row, go with it where a proper noun follows. A
// coordination whose second part is a mention of its own is no name. Of names
// that share a word the longest stays, then that of the larger mention.
func (d *treebank) names(entities []entity) []Name {
	byLength := slices.Clone(entities)
	slices.SortStableFunc(byLength, func(a, b entity) int {
		return cmp.Or(b.size()-a.size(), a.first-b.first)
	})
	heads := set[int]{}
	for _, e := range entities {
		heads[d.headOf(e)] = true
	}
	var list []Name
	for _, e := range byLength {
		head := d.headOf(e)
		if e.kind == "time" || d.words[head].upos != "PROPN" || d.coordinates(e, head, heads) {
			continue
		}
		first, last := d.run(e, head, -1), d.run(e, head, +1)
		list = append(list, Name{first, last, cmp.Or(gumKinds[e.kind], OtherName)})
	}
	return apart(list)
}

// coordinates reports whether another mention's head is joined to the head
// inside the mention: "[Lund] and [Brask]".
func (d *treebank) coordinates(e entity, head int, heads set[int]) bool {
	for i := e.first; i <= e.last; i++ {
		if heads[i] && d.words[i].head == head && d.words[i].relation == "conj" {
			return true
		}
	}
	return false
}

// run is the last proper noun that belongs to the name, seen from its head into
// a direction.
func (d *treebank) run(e entity, head, step int) int {
	end := head
	for i := head + step; e.holds(i); i += step {
		switch w := d.words[i]; {
		case w.upos == "PROPN":
			end = i
		case !nameLinks[strings.ToLower(w.form)]:
			return end
		}
	}
	return end
}

// apart drops names that share a word with a longer one or, of equals, with an
// earlier one of the list, and sorts what stays.
func apart(list []Name) []Name {
	slices.SortStableFunc(list, func(a, b Name) int { return (b.Last - b.First) - (a.Last - a.First) })
	var kept []Name
	for _, n := range list {
		if !slices.ContainsFunc(kept, func(k Name) bool { return n.First <= k.Last && k.First <= n.Last }) {
			kept = append(kept, n)
		}
	}
	slices.SortFunc(kept, func(a, b Name) int { return a.First - b.First })
	return kept
}
