package party

// Side is whom a party speaks for, as the reports or its titles have it: a
// minister's is the state, a spokesman's the body. It is the party itself where
// it speaks for nobody else.
func (f *File) Side(id string) string {
	id = f.Canonical(id)
	g := f.group(id)
	if g == nil {
		return id
	}
	if whole := g.Speaks.best(); whole != "" {
		return f.Canonical(whole)
	}
	for _, o := range g.Offices {
		if o.To != "" || titleRole(o.Title) == noRole {
			continue
		}
		if body := f.bodyOf(o.Title, id); body != "" {
			return f.Canonical(body)
		}
	}
	return id
}
