package gold

import "readout"

// Statement is an attribution. Content holds the acceptable lists of content,
// nil where the line does not say; an empty list is "no content". Chain holds
// tellers, the speaker last.
type Statement struct {
	Line
	ID        string
	Span      Any[Snippet]
	Source    Any[Snippet]
	Cue       Any[Snippet]
	Content   Any[[]Snippet]
	Speaker   Any[string]
	Class     Any[readout.SpeakerClass]
	Act       Any[readout.Act]
	Mode      Any[readout.Mode]
	Grade     Any[readout.Grade]
	Floating  bool
	Negated   bool
	Said      Any[string]
	Addressee Any[string]
	Channel   Any[string]
	Place     Any[string]
	Parent    Any[string]
	Chain     Any[[]string]
	Edits     []Edit
}

// Edit is an insertion or a cut inside a quotation.
type Edit struct {
	Kind readout.EditKind
	Span Snippet
}

var (
	modes          = []readout.Mode{readout.Direct, readout.Indirect, readout.Mixed}
	speakerClasses = []readout.SpeakerClass{
		readout.SpeakerNamed, readout.SpeakerOffice, readout.SpeakerInstitution, readout.SpeakerState,
		readout.SpeakerGroup, readout.SpeakerOutlet, readout.SpeakerUnnamed, readout.SpeakerNone,
	}
)

func (r *reader) statement() Statement {
	r.allow("id span source cue content+ speaker class act mode grade said addressee channel place parent chain insertion+ cut+")
	s := Statement{
		Line: r.Line, ID: r.Text("id").First(),
		Act: one(r, "act", readout.Acts), Mode: one(r, "mode", modes),
		Floating: r.flag("floating"), Negated: r.flag("negated"),
		Content: r.contents(), // the anchor: before all other snippets
		Span:    r.place("span"),
		Speaker: r.Text("speaker"), Said: r.Text("said"), Addressee: r.Text("addressee"),
		Channel: r.Text("channel"), Place: r.Text("place"), Parent: r.Text("parent"),
		Chain: r.List("chain", ">"),
	}
	s.Grade = keyed(r, "grade", readout.Grades)
	s.Class = keyed(r, "class", speakerClasses)
	for _, c := range s.Content.First() {
		r.avoid = append(r.avoid, c.Range)
	}
	s.Cue, s.Source = r.place("cue"), r.place("source")
	r.avoid = nil
	s.Edits = append(r.edits("insertion", readout.Insertion), r.edits("cut", readout.Cut)...)
	r.done(0)
	return s
}

// keyed is a field of a closed list that is never a bare word.
func keyed[T ~string](r *reader, key string, list []T) Any[T] {
	var out Any[T]
	values := r.Field(key)
	if values == nil {
		return nil
	}
	for _, v := range values[0] {
		if !onList([]string{v.Text}, list) {
			r.fail("%s=%s: not on the list %v", key, v.Text, list)
		}
		out = append(out, T(v.Text))
	}
	return out
}

// contents multiplies the alternatives of every content= field out.
func (r *reader) contents() Any[[]Snippet] {
	fields := r.Field("content")
	if fields == nil {
		return nil
	}
	lists := Any[[]Snippet]{{}}
	for _, values := range fields {
		found, err := r.all(values)
		if err != nil {
			r.fail("content: %w", err)
		}
		r.hold(found)
		var longer Any[[]Snippet]
		for _, list := range lists {
			for _, s := range found {
				next := append([]Snippet{}, list...)
				if !s.IsNone() {
					next = append(next, s)
				}
				longer = append(longer, next)
			}
		}
		lists = longer
	}
	return lists
}

func (r *reader) edits(key string, kind readout.EditKind) []Edit {
	var out []Edit
	for _, values := range r.Field(key) {
		found, err := r.all(values)
		if err != nil {
			r.fail("%s: %w", key, err)
		}
		out = append(out, Edit{kind, found.First()})
	}
	return out
}
