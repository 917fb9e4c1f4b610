package tag

import (
	"math"
	"strings"

	"readout"
	"readout/internal/nn/head"
)

// nameChain says which tag may follow which: an inside one only its own class.
func nameChain(tags []string) head.CRF {
	k := len(tags)
	c := head.CRF{Start: make([]float32, k), Trans: make([]float32, k*k)}
	const never = -1e4
	for j, to := range tags {
		if !strings.HasPrefix(to, "I-") {
			continue
		}
		c.Start[j] = never
		for i, from := range tags {
			if len(from) < 2 || from[2:] != to[2:] {
				c.Trans[i*k+j] = never
			}
		}
	}
	return c
}

// names finds the names in the sentences of the window's own words.
func (w *window) names(n *head.Network, chain head.CRF, v *head.Window, a *readout.Analysis) []readout.Name {
	var out []readout.Name
	for _, s := range w.sentencesOf(a) {
		rows, next := make([]int, 0, s.Last-s.First), w.lo
		for i := s.First; i < s.Last; i++ {
			var piece int
			piece, next = w.pieceAt(a.Tokens[i].Range, next)
			rows = append(rows, w.row(n, piece))
		}
		path, marginal := chain.Best(v.Names(rows))
		out = append(out, namesOf(n.Tags, path, marginal, a.Tokens[s.First:])...)
	}
	return out
}

// namesOf reads a path of tags. A name's probability is the least of its words'.
func namesOf(tags []string, path []int, marginal []float64, tokens []readout.Token) []readout.Name {
	var out []readout.Name
	for i := 0; i < len(path); i++ {
		tag := tags[path[i]]
		if !strings.HasPrefix(tag, "B-") {
			continue
		}
		n := readout.Name{Range: tokens[i].Range, Class: readout.NameClass(tag[2:]), Probability: marginal[i*len(tags)+path[i]]}
		for i+1 < len(path) && tags[path[i+1]] == "I-"+tag[2:] {
			i++
			n.End = tokens[i].End
			n.Probability = math.Min(n.Probability, marginal[i*len(tags)+path[i]])
		}
		out = append(out, n)
	}
	return out
}

// agree gives every name the class that the whole document has for it: its own
// places vote with their probability, and a last word alone ("Ruiz") takes the
// person's whose name ends with it, where there is one.
func agree(text string, names []readout.Name) {
	votes := map[string]map[readout.NameClass]float64{}
	vote := func(name string, n readout.Name) {
		if votes[name] == nil {
			votes[name] = map[readout.NameClass]float64{}
		}
		votes[name][n.Class] += n.Probability
	}
	for _, n := range names {
		words := strings.Fields(text[n.Start:n.End])
		vote(strings.Join(words, " "), n)
		if n.Class == readout.NamePerson && len(words) > 1 {
			vote(words[len(words)-1], n)
		}
	}
	for i := range names {
		v := votes[strings.Join(strings.Fields(text[names[i].Start:names[i].End]), " ")]
		for _, c := range readout.NameClasses {
			if v[c] > v[names[i].Class] {
				names[i].Class = c
			}
		}
	}
}
