package ingest

import (
	"golang.org/x/net/html"
)

// front gives the elements beside the headline, in order of the page, where
// sites put byline and date: those before it in its article, and those after
// it up to the second paragraph of prose, the first being a standfirst as
// often as not. Parts that speak of other things are left out. Nothing is
// beside a headline that is not there.
func (p *page) front() []*html.Node {
	if p.headline == nil {
		return nil
	}
	scope := p.root
	for n := range p.headline.Ancestors() {
		if isArticle(n) || isMain(n) {
			scope = n
			break
		}
	}
	f := fronter{page: p, prose: map[*html.Node]int{}, inside: scope != p.root}
	for _, b := range blocks(scope) {
		if b.own() >= 2*leastProse && !b.leads() {
			f.prose[b.at]++
		}
	}
	visit(scope, f.take)
	return f.found
}

type fronter struct {
	*page
	prose        map[*html.Node]int // paragraphs in an element that are longer than a byline
	inside, past bool               // inside the article; past its headline
	read         int                // paragraphs since the headline
	found        []*html.Node
}

// take adds n if it is in front, and says whether to look into it.
func (f *fronter) take(n *html.Node) bool {
	if n == f.headline {
		f.past = true
		return false
	}
	around := holds(n, f.headline)
	if !around && f.elsewhere(n) {
		return false
	}
	if f.past {
		f.read += f.prose[n]
	}
	if f.read > 1 {
		return false
	}
	if !around && (f.inside || f.past) {
		f.found = append(f.found, n)
	}
	return true
}
