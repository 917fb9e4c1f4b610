package eval

import (
	"slices"
	"strings"
)

// goldChains is every chain that the gold statement accepts.
func (s *scorer) goldChains(g *statement) []string {
	var keys []string
	for _, hops := range g.Chain.all() {
		for _, speaker := range speakers(g) {
			keys = append(keys, s.chain(s.gold, g, hops, speaker, speakers(g)))
		}
	}
	return keys
}

func (s *scorer) predChain(p *statement) string {
	return s.chain(s.pred, p, p.Chain.first(), s.speaker(p), nil)
}

// chain is the tellers from the first after the outlet down to the speaker, as
// gold parties, in one string; "" where there are no hops. The outlet at the
// head and the speaker at the end may be written or left out. Where the gold
// accepts several speakers, so does the end of its chain.
func (s *scorer) chain(side *export, st *statement, hops []hop, speaker string, accepted []string) string {
	if len(hops) == 0 {
		return ""
	}
	var tellers []string
	for n, h := range hops {
		ref := string(h)
		if ref == "" || n == 0 && s.isOutlet(side, st, ref) {
			continue
		}
		tellers = append(tellers, s.partyOf(side, ref))
	}
	if last := len(tellers) - 1; last >= 0 && slices.Contains(accepted, tellers[last]) {
		tellers = tellers[:last]
	}
	if speaker != "" && (len(tellers) == 0 || tellers[len(tellers)-1] != speaker) {
		tellers = append(tellers, speaker)
	}
	return "> " + strings.Join(tellers, " > ") // never "", so that no teller at all differs from no chain
}

func (s *scorer) partyOf(side *export, ref string) string {
	if side.gold {
		return ref
	}
	return s.goldParty(ref)
}

// isOutlet reports whether the first hop is the outlet of the document: by its
// kind, or by what either side calls the document or its outlet.
func (s *scorer) isOutlet(side *export, st *statement, ref string) bool {
	called := []string{ref}
	for _, known := range []struct {
		of *export
		id string
	}{{side, ref}, {s.gold, s.partyOf(side, ref)}} {
		p, ok := known.of.party[known.id]
		if !ok {
			continue
		}
		if p.Kind == "outlet" {
			return true
		}
		called = append(append(called, p.Name), p.Aliases...)
	}
	home := side.home(st)
	own, theirs := side.doc[home], s.gold.doc[home]
	for _, name := range called {
		if name == "" {
			continue
		}
		if slices.Contains([]string{"outlet", own.Name, own.ID, own.URL}, name) ||
			strings.Contains(theirs.Outlet, name) || strings.Contains(own.Outlet, name) {
			return true
		}
	}
	return false
}
