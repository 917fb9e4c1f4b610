package store

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"readout"
)

// Check reports whether a document and its record may be kept: the text is
// UTF-8 (or it would not come back as it went in), everything in the record is
// of this document, statements have ids of their own, and every span in both
// is what the document's text has in that place. Every store calls it.
func Check(doc *readout.Document, rec *readout.Record) error {
	if doc == nil || rec == nil || doc.ID == "" {
		return errors.New("a report needs a document with an id, and a record")
	}
	if !utf8.ValidString(doc.Text) {
		return errors.New("the text is not UTF-8")
	}
	if err := checkOwner(doc.ID, rec); err != nil {
		return err
	}
	if err := checkStatementIDs(rec.Statements); err != nil {
		return err
	}
	w := spanWalk{check: doc.Ruler().Check}
	if err := w.walk("document", reflect.ValueOf(doc)); err != nil {
		return err
	}
	return w.walk("record", reflect.ValueOf(rec))
}

// checkOwner looks at the Doc of what has one; those of spans are seen by the
// walk.
func checkOwner(id string, rec *readout.Record) error {
	check := func(what, doc string) error {
		if doc != id {
			return fmt.Errorf("%s is of document %q", what, doc)
		}
		return nil
	}
	errs := []error{check("the record", rec.Doc)}
	for i, s := range rec.Segments {
		errs = append(errs, check("segment "+strconv.Itoa(i), s.Doc))
	}
	for _, s := range rec.Statements {
		errs = append(errs, check("statement "+s.ID, s.Doc))
	}
	for _, r := range rec.Responses {
		errs = append(errs, check("response "+r.ID, r.Doc))
	}
	for _, v := range rec.Voices {
		errs = append(errs, check("voice "+v.ID, v.Doc))
	}
	return errors.Join(errs...)
}

func checkStatementIDs(statements []readout.Statement) error {
	seen := make(map[string]bool, len(statements))
	for i, s := range statements {
		if s.ID == "" {
			return fmt.Errorf("statement %d has no id", i)
		}
		if seen[s.ID] {
			return fmt.Errorf("two statements have the id %s", s.ID)
		}
		seen[s.ID] = true
	}
	return nil
}

var spanType = reflect.TypeFor[readout.Span]()

// spanWalk finds every span in a value. It walks by reflection so that a span
// in a field that is added to a noun tomorrow is checked without anybody
// remembering to.
type spanWalk struct {
	check func(readout.Span) error
	path  []string
}

func (w *spanWalk) walk(step string, v reflect.Value) error {
	w.path = append(w.path, step)
	defer func() { w.path = w.path[:len(w.path)-1] }()
	if v.Type() == spanType {
		if err := w.check(v.Interface().(readout.Span)); err != nil {
			return fmt.Errorf("%s: %w", strings.Join(w.path, "."), err)
		}
		return nil
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return w.walk("", v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			if err := w.walk(strconv.Itoa(i), v.Index(i)); err != nil {
				return err
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if err := w.walk(v.Type().Field(i).Name, v.Field(i)); err != nil {
				return err
			}
		}
	}
	return nil
}
