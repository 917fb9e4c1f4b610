package commitment

import "readout"

// decision finds what a party has decided in the outlet's own words: "The
// council decided on Tuesday to close the school", "The cabinet approved a
// grant of $5 million".
func (f *finder) decision(i int) {
	to := f.is(i, "decide")
	if !to && !f.is(i, "approve") {
		return
	}
	if g := f.Verb(i); g.Negated || g.Modal || g.Future || g.Passive || f.Quoted(i) >= 0 {
		return
	}
	r := f.Range(i, i+1)
	if st := f.Around(r); st != nil {
		return
	}
	who, first := f.Subject(i)
	if len(who) != 1 || who[0].Pronoun || who[0].Party.Kind == readout.Person || f.Low(first-1) == "by" {
		return
	}
	k := f.overTimes(i + 1)
	if to && f.Low(k) != "to" || !to && !f.thing(k) {
		return
	}
	if to {
		k++
	}
	s := f.Sentence(i)
	if k >= s.Last {
		return
	}
	end := k
	for end < s.Last && f.Word(end) != "," && !f.stop(end) {
		end++
	}
	d := draft{
		kind: readout.Decided, state: readout.StateGiven, obligor: []string{who[0].Party.ID},
		whole: f.Range(first, end), what: f.Range(k, end), decided: f.Near(i, i+1, 20),
	}
	for n := range f.Statements { // the verb may be read as a cue of speech
		if c := f.Statements[n].Cue; c != nil && c.Bytes().Contains(r) {
			d.told = append(d.told, &f.Statements[n])
		}
	}
	f.add(d)
}

// thing: a noun phrase follows.
func (f *finder) thing(k int) bool {
	return f.Class(k) == readout.Determiner && f.Class(k+1) != readout.Preposition || f.Number(k) || f.Word(k) == "$" || f.Noun(k)
}

// overTimes goes over "on Tuesday" and adverbs.
func (f *finder) overTimes(k int) int {
	for f.Time(k) != nil || f.Time(k+1) != nil && f.Class(k) == readout.Preposition || f.Class(k) == readout.Adverb {
		k++
	}
	return k
}
