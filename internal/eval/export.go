package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"readout"
)

// export is one side of the comparison: its objects by type, in the order of
// the file. A prediction has the preferred of several values only.
type export struct {
	gold    bool
	objects []map[string]any // every object, for the checks of integrity

	docNames []string            // base names, in order
	doc      map[string]document // by base name
	baseName map[string]string   // document id to base name
	text     map[string][]rune   // by base name

	party     map[string]party // by id
	statement map[string]*statement

	parties     []party
	statements  []*statement
	segments    []*segment
	utterances  []*utterance
	stances     []*stance
	positions   []*position
	responses   []*response
	commitments []*commitment
	contacts    []*contact
	incidents   []*incident
}

// readExport reads JSON lines. The error names the line.
func readExport(r io.Reader, gold bool) (*export, error) {
	e := &export{
		gold: gold, doc: map[string]document{}, baseName: map[string]string{}, text: map[string][]rune{},
		party: map[string]party{}, statement: map[string]*statement{},
	}
	lines := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return nil, err
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if err := e.add(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		}
		if err == io.EOF {
			return e, nil
		}
	}
}

// add reads one object and files it under its type. Types that are not
// compared are kept for the checks of integrity only.
func (e *export) add(line []byte) error {
	var value any
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	if err := d.Decode(&value); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return fmt.Errorf("more than one JSON value")
	}
	if !e.gold {
		value = preferred(value)
	}
	object, ok := value.(map[string]any)
	if !ok {
		return fmt.Errorf("not a JSON object")
	}
	e.objects = append(e.objects, object)
	b, err := json.Marshal(object)
	if err != nil {
		return err
	}
	kind, _ := object["type"].(string)
	if err := e.file(kind, b); err != nil {
		return fmt.Errorf("%s: %w", kind, err)
	}
	return nil
}

func (e *export) file(kind string, b []byte) error {
	switch kind {
	case "document":
		return e.fileDocument(b)
	case "party":
		var p party
		err := json.Unmarshal(b, &p)
		e.parties = append(e.parties, p)
		e.party[p.ID] = p
		return err
	case "statement":
		s := &statement{ID: fmt.Sprintf("?%d", len(e.objects)-1)}
		err := json.Unmarshal(b, s)
		e.statements = append(e.statements, s)
		e.statement[s.ID] = s
		return err
	case "segment":
		return into(&e.segments, b)
	case "utterance":
		return into(&e.utterances, b)
	case "stance":
		return into(&e.stances, b)
	case "position":
		return into(&e.positions, b)
	case "response":
		return into(&e.responses, b)
	case "commitment":
		return into(&e.commitments, b)
	case "contact":
		return into(&e.contacts, b)
	case "incident":
		return into(&e.incidents, b)
	}
	return nil
}

func into[T any](list *[]*T, b []byte) error {
	x := new(T)
	*list = append(*list, x)
	return json.Unmarshal(b, x)
}

func (e *export) fileDocument(b []byte) error {
	var d document
	if err := json.Unmarshal(b, &d); err != nil {
		return err
	}
	name := d.ID
	if d.Name != "" {
		name = d.Name[strings.LastIndex(d.Name, "/")+1:]
	}
	if _, seen := e.doc[name]; !seen {
		e.docNames = append(e.docNames, name)
	}
	e.doc[name] = d
	e.baseName[d.ID] = name
	delete(e.text, name)
	if d.Text != nil {
		e.text[name] = []rune(*d.Text)
	}
	return nil
}

// places is where spans stand. A span may name its document by id or by base
// name.
func (e *export) places(spans ...readout.Span) []place {
	list := make([]place, len(spans))
	for i, s := range spans {
		name, known := e.baseName[s.Doc]
		if !known {
			name = s.Doc
		}
		list[i] = place{name, s.Start, s.End}
	}
	return list
}

// home is the base name of the document that a statement stands in, "" where
// the export has no such document.
func (e *export) home(s *statement) string {
	if s.Doc != "" {
		return e.baseName[s.Doc]
	}
	return e.baseName[s.Span.Doc]
}

// standsAt is the spans that an object has and those of the statements that it
// names as its evidence.
func (e *export) standsAt(o *standing) []place {
	var spans []readout.Span
	for _, ev := range o.Evidence {
		if ev.Span != nil {
			spans = append(spans, *ev.Span)
		} else if s := e.statement[ev.Statement]; s != nil {
			spans = append(spans, s.Span)
		}
	}
	if o.Span != nil {
		spans = append(spans, *o.Span)
	}
	for _, f := range o.Figures {
		if f.Span != nil {
			spans = append(spans, *f.Span)
		}
	}
	return e.places(spans...)
}
