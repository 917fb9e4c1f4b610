package utterance

import (
	"strings"

	"readout"
)

// occasions joins, among the witnesses of one report from number first on, what one
// speaker says on one occasion. A statement inside another's content was made
// elsewhere and stays alone. A refusal to comment without words belongs to
// what is said before it, but opens no occasion.
func (f *File) occasions(first int) {
	last := -1 // the witness before this one, of whatever speaker
	for i := first; i < len(f.witnesses); i++ {
		w := &f.witnesses[i]
		if w.st.Parent != "" {
			continue
		}
		goesOn := last >= 0 && f.goesOn(&f.witnesses[last], w) && f.join(last, i)
		if !goesOn {
			f.joinSameDay(first, i)
		}
		if last = i; silent(w.st) && !goesOn {
			last = -1
		}
	}
}

// silent: a refusal to comment of which the report gives no words.
func silent(st *readout.Statement) bool { return st.Act == readout.ActDecline && len(st.Content) == 0 }

// goesOn: the same speaker, directly after, with no date of its own or the
// same one.
func (f *File) goesOn(before, w *witness) bool {
	if before.speaker != w.speaker || !sameChannel(before.st, w.st) {
		return false
	}
	return !dated(w.st) || before.st.Said.Known() && before.st.Said.Value == w.st.Said.Value
}

func (f *File) joinSameDay(first, i int) {
	w := &f.witnesses[i]
	if !dated(w.st) || silent(w.st) {
		return
	}
	for j := first; j < i; j++ {
		b := &f.witnesses[j]
		if b.speaker == w.speaker && b.st.Parent == "" && !silent(b.st) &&
			dated(b.st) && b.st.Said.Value == w.st.Said.Value && sameChannel(b.st, w.st) && f.join(j, i) {
			return
		}
	}
}

// dated reports whether the text itself says when: "on or before publication"
// is what is written where it does not.
func dated(st *readout.Statement) bool {
	return st.Said.Known() && !strings.HasPrefix(st.Said.Value, "..")
}

// sameChannel: not two channels. A relayed statement's channel is its
// teller's, not the speaker's.
func sameChannel(a, b *readout.Statement) bool {
	if len(a.Chain) > 2 || len(b.Chain) > 2 {
		return true
	}
	return a.Channel == "" || b.Channel == "" || strings.EqualFold(a.Channel, b.Channel)
}
