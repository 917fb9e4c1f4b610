package query

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/internal/store"
)

// Shown is one thing of the record. Type is its type in the export and says
// which of the other fields is set.
type Shown struct {
	Type        string            `json:"type"`
	Document    *DocumentPage     `json:"document,omitempty"`
	Statement   *StatementPage    `json:"statement,omitempty"`
	Party       *PartyPage        `json:"party,omitempty"`
	Proposition *PropositionPage  `json:"proposition,omitempty"`
	Utterance   *UtterancePage    `json:"utterance,omitempty"`
	Response    *ResponseRow      `json:"response,omitempty"`
	Commitment  *CommitmentPage   `json:"commitment,omitempty"`
	Contact     *ContactPage      `json:"contact,omitempty"`
	Incident    *IncidentPage     `json:"incident,omitempty"`
	Story       *readout.Story    `json:"story,omitempty"`
	Origin      *readout.Origin   `json:"origin,omitempty"`
	Revision    *readout.Revision `json:"revision,omitempty"`
}

// UnknownError says that nothing on record has this id or name. What names the
// kind that was looked for, or is empty.
type UnknownError struct{ What, ID, Hint string }

func (e *UnknownError) Error() string {
	what := e.What
	if what == "" {
		what = "id"
	}
	return fmt.Sprintf("no %s %q on record", what, e.ID)
}

// AmbiguousError says that several things have an id that begins so. There may
// be more than the candidates when there are store.MaxRefs of them.
type AmbiguousError struct {
	Prefix     string
	Candidates []store.Ref
}

func (e *AmbiguousError) Error() string {
	var ids []string
	for _, c := range e.Candidates {
		ids = append(ids, c.ID+" ("+c.Type+")")
	}
	return fmt.Sprintf("%q begins the ids of several things: %s", e.Prefix, strings.Join(ids, ", "))
}

// Resolve finds the one thing whose id is, or begins with, prefix. The error
// is an *UnknownError or an *AmbiguousError.
func (e *Engine) Resolve(ctx context.Context, prefix string) (store.Ref, error) {
	return e.resolve(ctx, prefix)
}

// resolve is Resolve among things of some types; none is all.
func (e *Engine) resolve(ctx context.Context, prefix string, types ...string) (store.Ref, error) {
	unknown := &UnknownError{
		What: strings.Join(types, " or "), ID: prefix,
		Hint: "ids begin with d- (document), s- (statement), q- (proposition) and the like; a few letters of one are enough",
	}
	if prefix == "" {
		return store.Ref{}, unknown
	}
	refs, err := e.store.Resolve(ctx, prefix)
	if err != nil {
		return store.Ref{}, err
	}
	refs = slices.DeleteFunc(slices.Clone(refs), func(r store.Ref) bool {
		return len(types) > 0 && !slices.Contains(types, r.Type)
	})
	switch {
	case len(refs) == 0:
		return store.Ref{}, unknown
	case len(refs) == 1 || refs[0].ID == prefix:
		return refs[0], nil
	}
	return store.Ref{}, &AmbiguousError{Prefix: prefix, Candidates: refs}
}

// Show answers with the one thing whose id is, or begins with, prefix, as of a
// day (EDTF; "" is the newest publication date). Errors are those of Resolve.
func (e *Engine) Show(ctx context.Context, prefix, asOf string) (*Shown, error) {
	ref, err := e.Resolve(ctx, prefix)
	if err != nil {
		return nil, err
	}
	if ref.Type == "proposition" {
		page, err := e.claim(ctx, ref.ID, At{AsOf: asOf})
		if err != nil {
			return nil, fmt.Errorf("show %s: %w", ref.ID, err)
		}
		return &Shown{Type: ref.Type, Proposition: page}, nil
	}
	v, err := e.view(ctx)
	if err != nil {
		return nil, err
	}
	s, err := v.show(ref, asOf)
	if errors.Is(err, store.ErrNotFound) {
		return nil, &UnknownError{What: ref.Type, ID: ref.ID, Hint: "it was there a moment ago; ask again"}
	}
	if err != nil {
		return nil, fmt.Errorf("show %s: %w", ref.ID, err)
	}
	return s, nil
}

func (v *view) show(ref store.Ref, asOf string) (*Shown, error) {
	s := &Shown{Type: ref.Type}
	var err error
	switch ref.Type {
	case "document":
		s.Document, err = v.document(ref.ID)
	case "statement":
		s.Statement, err = v.statement(ref.ID)
	case "party":
		s.Party, err = v.party(ref.ID, asOf)
	case "utterance":
		s.Utterance, err = v.utterance(ref.ID)
	case "response":
		s.Response, err = v.responsePage(ref.ID)
	case "commitment":
		s.Commitment, err = v.commitmentAt(ref.ID, asOf)
	case "contact":
		s.Contact, err = v.contactAt(ref.ID, asOf)
	case "incident":
		s.Incident, err = v.incidentAt(ref.ID, asOf)
	case "story":
		s.Story, err = inList(v.ledger.Stories, ref, func(s readout.Story) string { return s.ID })
	case "origin":
		s.Origin, err = inList(v.ledger.Origins, ref, func(o readout.Origin) string { return o.ID })
	case "revision":
		s.Revision, err = inList(v.ledger.Revisions, ref, func(r readout.Revision) string { return r.ID })
	default:
		err = fmt.Errorf("a %s cannot be shown", ref.Type)
	}
	return s, err
}

func inList[T any](all []T, ref store.Ref, id func(T) string) (*T, error) {
	one, ok := find(all, func(t T) bool { return id(t) == ref.ID })
	if !ok {
		return nil, &UnknownError{What: ref.Type, ID: ref.ID}
	}
	return &one, nil
}

// responsePage finds a response in the ledger or, where that has not taken in
// its report yet, in the report.
func (v *view) responsePage(id string) (*ResponseRow, error) {
	same := func(r readout.Response) bool { return r.ID == id }
	r, ok := find(v.ledger.Responses, same)
	for i := 0; !ok && i < len(v.list); i++ {
		rec, err := v.store.Record(v.ctx, v.list[i].Doc.ID)
		if err != nil {
			return nil, err
		}
		r, ok = find(rec.Responses, same)
	}
	if !ok {
		return nil, &UnknownError{What: "response", ID: id}
	}
	row := v.response(r, v.newest)
	return &row, nil
}
