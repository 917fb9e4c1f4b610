package query

import (
	"context"
	"slices"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/store"
)

// part is what a view has loaded of a ledger that it does not load whole.
type part struct {
	statements map[string]readout.Statement
	met        map[string]bool // parties that were asked for
}

// partAt is a view of nothing yet, to which take is called once.
func (e *Engine) partAt(ctx context.Context, at At) (*view, error) {
	if err := at.Check(); err != nil {
		return nil, err
	}
	v := &view{
		ctx: ctx, store: e.store, version: e.version, ledger: new(readout.Ledger),
		docs: map[string]*readout.Document{}, parties: map[string]readout.Party{}, matter: map[string]string{},
		utterances: map[string]string{}, read: map[string]bool{},
		part: &part{statements: map[string]readout.Statement{}, met: map[string]bool{}},
	}
	if at.RecordedBy != "" {
		_, v.recorded = bounds(at.RecordedBy)
	}
	for s, err := range v.store.Latest(ctx, "") {
		if err != nil {
			return nil, err
		}
		v.docs[s.Doc.ID] = s.Doc
		if v.kept(s.Doc) {
			v.newest = lastDay(s.Doc.Published)
			break
		}
	}
	return v, nil
}

// doc is a document without its text, nil where there is none.
func (v *view) doc(id string) *readout.Document {
	d, ok := v.docs[id]
	if !ok && v.part != nil {
		if full, err := v.store.Document(v.ctx, id); err == nil {
			bare := *full
			bare.Text = ""
			d = &bare
		}
		v.docs[id] = d
	}
	return d
}

func (v *view) groups(kind string, most int, keys ...string) (*readout.Ledger, error) {
	keys = slices.Compact(slices.Sorted(slices.Values(keys)))
	if len(keys) == 0 {
		return new(readout.Ledger), nil
	}
	return v.store.Groups(v.ctx, v.version, store.GroupFilter{Type: kind, Keys: keys, Most: most})
}

// load gives statements in the order of the ids, each once; the store is asked
// for each once.
func (p *part) load(v *view, ids []string, use func(readout.Statement)) error {
	var missing []string
	for _, id := range ids {
		if _, ok := p.statements[id]; !ok {
			missing = append(missing, id)
		}
	}
	slices.Sort(missing)
	for some := range slices.Chunk(slices.Compact(missing), fewIDs) {
		for s, err := range v.store.Statements(v.ctx, store.Filter{IDs: some}) {
			if err != nil {
				return err
			}
			p.statements[s.ID] = s
		}
	}
	given := map[string]bool{}
	for _, id := range ids {
		if s, ok := p.statements[id]; ok && !given[id] {
			given[id] = true
			use(s)
		}
	}
	return nil
}

// take adds what bears on some propositions: stances, responses, the utterances
// of their statements, and the parties that the rule of positions looks at.
func (v *view) take(propositions []string) error {
	l := v.ledger
	found, err := v.groups("proposition", 0, propositions...)
	if err != nil {
		return err
	}
	for _, q := range found.Propositions { // others have links to these
		v.matter[q.ID] = q.Text
		if slices.Contains(propositions, q.ID) {
			l.Propositions = append(l.Propositions, q)
		}
	}
	found, err = v.groups("stance", 0, propositions...)
	if err != nil {
		return err
	}
	l.Stances = append(l.Stances, found.Stances...)
	var statements []string
	for _, s := range found.Stances {
		statements = append(statements, s.Statement)
	}
	if found, err = v.groups("response", 0, propositions...); err != nil {
		return err
	}
	l.Responses = append(l.Responses, found.Responses...)
	if err := v.takeUtterances(statements); err != nil {
		return err
	}
	return v.takeParties()
}

// takeUtterances adds those that some statements witness.
func (v *view) takeUtterances(statements []string) error {
	found, err := v.groups("utterance", 0, statements...)
	if err != nil {
		return err
	}
	for _, u := range found.Utterances {
		v.ledger.Utterances = append(v.ledger.Utterances, u)
		for _, id := range u.Statements {
			v.utterances[id] = u.ID
		}
	}
	return nil
}

// takeParties adds the parties of stances and responses, those addressed and
// those named in a proposition, and all whose word is theirs or the other way
// round.
func (v *view) takeParties() error {
	var ids, asked, names []string
	var statements []string
	for _, s := range v.ledger.Stances {
		ids = append(ids, s.Party)
		statements = append(statements, s.Statement)
	}
	for _, r := range v.ledger.Responses {
		ids = append(ids, r.Party)
	}
	if err := v.load(statements, func(s readout.Statement) { asked = append(asked, s.Addressee) }); err != nil {
		return err
	}
	for _, q := range v.ledger.Propositions {
		names = append(names, namesIn(q.Text)...)
	}
	found, err := v.groups("party", 0, names...)
	if err != nil {
		return err
	}
	for _, p := range found.Parties {
		asked = append(asked, p.ID)
	}
	if err := v.meet(append(ids, asked...)); err != nil {
		return err
	}
	return v.hear(asked)
}

// meet adds parties, and those that they speak for or belong to.
func (v *view) meet(ids []string) error {
	for len(ids) > 0 {
		var fresh []string
		for _, id := range ids {
			if id != "" && !v.part.met[id] {
				v.part.met[id] = true
				fresh = append(fresh, id)
			}
		}
		found, err := v.groups("party", 0, fresh...)
		if err != nil {
			return err
		}
		ids = nil
		for _, p := range found.Parties {
			if _, ok := v.parties[p.ID]; ok {
				continue
			}
			v.parties[p.ID] = p
			v.ledger.Parties = append(v.ledger.Parties, p)
			ids = append(append(ids, p.ID, p.PartOf, p.SpeaksFor, p.Principal), p.Members...)
		}
	}
	return nil
}

// meet is for a single name.
func (p *part) meet(v *view, id string) {
	if !p.met[id] {
		_ = v.meet([]string{id}) // a party that is not found has its id for a name
	}
}

// heardBy is how many stances of a party are looked at to see whether it has
// ever spoken.
const heardBy = 4

// hear adds some stances and responses of the bodies that an answer is expected
// of only if they, or somebody for them, have spoken before.
func (v *view) hear(asked []string) error {
	bodies := map[string]bool{}
	for _, id := range asked {
		switch v.parties[id].Kind {
		case readout.Institution, readout.Group, readout.Force:
			bodies[id] = true
		}
	}
	var speakers []string
	for _, p := range v.ledger.Parties {
		if bodies[p.ID] || bodies[p.SpeaksFor] {
			speakers = append(speakers, p.ID)
		}
	}
	taken := map[string]bool{}
	for _, q := range v.ledger.Propositions {
		taken[q.ID] = true
	}
	for _, kind := range []string{"stance", "response"} {
		found, err := v.groups(kind, heardBy, speakers...)
		if err != nil {
			return err
		}
		for _, s := range found.Stances {
			if !taken[s.Proposition] {
				v.ledger.Stances = append(v.ledger.Stances, s)
			}
		}
		for _, r := range found.Responses {
			if r.About == nil || !taken[r.About.Proposition] {
				v.ledger.Responses = append(v.ledger.Responses, r)
			}
		}
	}
	return nil
}

// maxName is how many words a name has that is looked for in a text.
const maxName = 6

// namesIn lists what may be a party's name in a text: one to maxName words, the
// first of which begins with a capital letter.
func namesIn(text string) []string {
	var words [][2]int
	for i := 0; i < len(text); {
		end := wordEnd(text[i:])
		if end > 0 {
			words = append(words, [2]int{i, i + end})
			i += end
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	var names []string
	for i, w := range words {
		if first, _ := utf8.DecodeRuneInString(text[w[0]:]); !unicode.IsUpper(first) {
			continue
		}
		for _, end := range words[i:min(i+maxName, len(words))] {
			names = append(names, text[w[0]:end[1]])
		}
	}
	return names
}
