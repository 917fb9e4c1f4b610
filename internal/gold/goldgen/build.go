package main

import (
	"errors"
	"io/fs"

	"readout"
)

// builder puts the objects of the export together. The first error stays.
type builder struct {
	story       *joint
	reports     []*report
	out         []object
	contactIDs  map[string]bool
	incidentIDs map[string]bool
	err         error
}

// build makes the record of the story in files. The error holds all faults
// that were found, a line each.
func build(files fs.FS) ([]byte, error) {
	s, err := loadStory(files)
	if s == nil {
		return nil, err
	}
	reports, unread := loadReports(files, &s.parties)
	if err := errors.Join(err, unread); err != nil {
		return nil, err
	}
	if err := check(s, reports); err != nil {
		return nil, err
	}
	b := &builder{
		story: s, reports: reports, contactIDs: map[string]bool{}, incidentIDs: map[string]bool{},
	}
	b.all()
	if b.err != nil {
		return nil, b.err
	}
	return lines(b.out)
}

// all writes every object, those that are referred to before those that refer.
func (b *builder) all() {
	for _, r := range b.reports {
		for _, c := range r.gold.Contacts {
			b.contactIDs[c.ID] = true
		}
		for _, i := range r.gold.Incidents {
			b.incidentIDs[i.ID] = true
		}
	}
	var ids []string
	for _, r := range b.reports {
		b.put(b.document(r))
		ids = append(ids, r.doc.ID)
	}
	b.put(object{{"type", "story"}, {"id", b.story.id}, {"title", b.story.title}, {"documents", ids}})
	b.originObjects()
	b.partyObjects()
	for _, r := range b.reports {
		b.segments(r)
		b.statements(r)
		b.responses(r)
	}
	b.utteranceObjects()
	b.propositionObjects()
	b.commitments()
	b.contacts()
	b.incidents()
}

func (b *builder) put(o object) { b.out = append(b.out, o) }

// party is the id of a party by its name; nobody is null.
func (b *builder) party(name string) any {
	if name == "" {
		return nil
	}
	id, err := b.story.parties.id(name)
	if err != nil {
		b.fail("%w", err)
	}
	return id
}

// partyOrWords is the id of a party, or the words as they are.
func (b *builder) partyOrWords(name string) any {
	if id, err := b.story.parties.id(name); err == nil {
		return id
	}
	return word(name)
}

// partyList is one party or a list of joint ones; nobody is null.
func (b *builder) partyList(names []string) any {
	switch len(names) {
	case 0:
		return nil
	case 1:
		return b.party(names[0])
	}
	out := []any{}
	for _, n := range names {
		out = append(out, b.party(n))
	}
	return out
}

func (b *builder) kind(name string) readout.PartyKind {
	id, _ := b.party(name).(string)
	return b.story.parties.kinds[id]
}

func (b *builder) isOutlet(name string) bool {
	k := b.kind(name)
	return k == readout.Outlet || k == readout.Agency
}

// docID is the document id of the report with this key; "" for "".
func (b *builder) docID(key string) string {
	for _, r := range b.reports {
		if r.key == key {
			return r.doc.ID
		}
	}
	return ""
}
