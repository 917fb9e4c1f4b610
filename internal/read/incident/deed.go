package incident

import (
	"readout"
	"readout/internal/read/layer"
)

// deed finds what happened without any figure: a weapon fired, a place or a
// ship taken by force, a clash, an explosion in a place that is named. Where no
// force is named as who did it, the sentence must date it.
func (f *finder) deed(s readout.Sentence) (event, bool) {
	for i := s.First; i < s.Last; i++ {
		if f.Quoted(i) >= 0 || f.background(i, s) {
			continue
		}
		ev, ok := f.forced(i, s)
		if !ok {
			ev, ok = f.burst(i, s)
		}
		if !ok {
			ev, ok = f.victim(i, s)
		}
		if ok && (ev.sure || layer.Dated(f.Near(i, i+1, 16))) {
			ev.sure, ev.fresh = true, true
			return ev, true
		}
	}
	return event{}, false
}

// forced reads "Ruritania fired two missiles", "the navy seized the tanker",
// "the ship was boarded", "rebels clashed with police".
func (f *finder) forced(i int, s readout.Sentence) (event, bool) {
	if f.UPOS(i) != "VERB" || f.unreal(i) {
		return event{}, false
	}
	what, who := f.object(i), f.child(i, "nsubj")
	if f.passive(i) {
		what, who = who, -1
	}
	ev := event{at: i, actor: f.agent(i), sure: who >= 0 && who < i && f.is(who, "force")}
	if !f.violent(i, what, ev.sure) || who >= 0 && ev.actor == "" && !ev.sure {
		return event{}, false
	}
	ev.first = min(i, f.nounStart(f.firstOf(i, what, who)+1, s))
	ev.last = f.phraseEnd(max(i, what)+1, s)
	ev.what = f.Range(f.bare(ev.first), ev.last)
	ev.where = f.place(i+1, min(s.Last, ev.last+6))
	return ev, true
}

// violent reports a verb with what it is done to that leave no doubt; by is
// whether soldiers, police or fighters do it.
func (f *finder) violent(v, what int, by bool) bool {
	switch {
	case f.is(v, "clashing"):
		return by || f.clashesWith(v)
	case what < 0:
		return false
	case f.is(v, "launch"):
		return f.is(what, "weapon") && f.Low(v) != "opened" || f.Low(what) == "fire"
	case f.is(v, "seize"):
		return f.is(what, "ship") || f.site(what)
	case f.is(v, "hit"):
		return by && f.is(v, "assail")
	}
	return false
}

// clashesWith: one of the two sides is a force.
func (f *finder) clashesWith(v int) bool {
	s := f.Sentence(v)
	for i := v + 1; i < s.Last; i++ {
		if f.Head(i) == v && f.caseOf(i) == "with" && f.is(i, "force") {
			return true
		}
	}
	return false
}

// firstOf is the part of a clause that stands first.
func (f *finder) firstOf(v, what, who int) int {
	if who >= 0 && who < v {
		return who
	}
	return min(v, what)
}

// site reports a noun phrase that is the name of a place, or one of a kind of
// place ("the town", "the airport").
func (f *finder) site(h int) bool {
	if f.is(h, "site") {
		return true
	}
	c, ok := f.nameOf(h)
	return ok && c == readout.NamePlace
}

// burst reads "two explosions at a depot near Velm on Monday": a noun that
// means nothing else, as a subject or after "caused by".
func (f *finder) burst(i int, s readout.Sentence) (event, bool) {
	if !f.is(i, "strong") || f.UPOS(i) != "NOUN" || f.Relation(i) != "nsubj" || f.unreal(f.Head(i)) {
		return event{}, false
	}
	ev, ok := f.nounEvent(i, s)
	return ev, ok && ev.fresh && ev.where != ""
}

// victim reads "Mayor Ada Mill was killed on Monday": one person who is named,
// of whom nothing is counted.
func (f *finder) victim(i int, s readout.Sentence) (event, bool) {
	q, ok := f.quantity(i, "verb")
	if !ok {
		q, ok = f.through(i)
	}
	who := f.child(i, "nsubj")
	if !ok || q != readout.Killed && q != readout.Injured || !f.passive(i) || f.unreal(i) || who < 0 || f.Relation(i) == "acl" {
		return event{}, false
	}
	if c, ok := f.nameOf(who); !ok || c != readout.NamePerson {
		return event{}, false
	}
	ev := event{at: i, actor: f.agent(i), first: f.nounStart(who+1, s)}
	ev.last = f.phraseEnd(i+1, s)
	ev.what, ev.where = f.Range(f.bare(ev.first), ev.last), f.place(i+1, min(s.Last, i+12))
	return ev, true
}
