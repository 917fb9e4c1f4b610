package utterance

import (
	"slices"
	"strings"

	"readout"
)

// occasions joins, among the witnesses of one report, from number first to before end, what one
// speaker says on one occasion. A statement inside another's content was made
// elsewhere and stays alone. A refusal to comment without words belongs to
// what is said before it, but opens no occasion.
func (f *File) occasions(first, end int) {
	last := -1 // the witness before this one, of whatever speaker
	for i := first; i < end; i++ {
		w := f.at(i)
		if w.st.Parent != "" {
			continue
		}
		goesOn := last >= 0 && f.goesOn(f.at(last), w) && f.join(last, i, "goes on in one report")
		if !goesOn {
			f.joinSameDay(first, i)
			f.comesBack(first, i)
			f.headed(first, i)
		}
		if last = i; silent(w.st) && !goesOn {
			last = -1
		}
	}
}

// silent: a refusal to comment of which the report gives no words.
func silent(st *readout.Statement) bool { return st.Act == readout.ActDecline && len(st.Content) == 0 }

// goesOn: the same speaker, directly after, with no date of its own or the
// same one, or with the day of what had none.
func (f *File) goesOn(before, w *witness) bool {
	if before.speaker != w.speaker || !sameChannel(before.st, w.st) {
		return false
	}
	if !dated(w.st) || before.st.Said.Known() && before.st.Said.Value == w.st.Said.Value {
		return true
	}
	return !dated(before.st) && w.st.Said.Grain == readout.GrainDay && !perfect(before.st) && !perfect(w.st)
}

// perfect: "has said", "had sworn": not now, and no date for what stands beside.
func perfect(st *readout.Statement) bool {
	if st.Cue == nil {
		return false
	}
	first, rest, _ := strings.Cut(strings.ToLower(st.Cue.Text), " ")
	return rest != "" && (first == "has" || first == "have" || first == "had")
}

// comesBack joins witness i to the speaker's last words in the report where one
// other party alone has spoken between, within a few lines, and neither has a
// date of its own: a report takes up a speech again after an answer to it.
func (f *File) comesBack(first, i int) {
	w := f.at(i)
	if dated(w.st) || perfect(w.st) || silent(w.st) || unspoken(w.st) {
		return
	}
	other := ""
	for j := i - 1; j >= first; j-- {
		b := f.at(j)
		switch {
		case w.st.Span.BStart-b.st.Span.BEnd > fewLines:
			return
		case b.st.Parent != "":
		case b.speaker == w.speaker:
			if other != "" && !dated(b.st) && !perfect(b.st) && !unspoken(b.st) && sameChannel(b.st, w.st) {
				f.join(j, i, "taken up again after an answer")
			}
			return
		case other != "" && other != b.speaker:
			return
		default:
			other = b.speaker
		}
	}
}

// unspoken: written or thought, and so no part of a speech.
func unspoken(st *readout.Statement) bool {
	if st.Cue == nil {
		return false
	}
	cue := strings.ToLower(st.Cue.Text)
	return slices.ContainsFunc([]string{"wr", "tweet", "post", "think", "thought", "believe", "hold", "held"}, func(head string) bool {
		return strings.HasPrefix(cue, head)
	})
}

// headed joins witness i, its speaker's first words below a headline, to what
// the headline tells of him.
func (f *File) headed(first, i int) {
	headline := -1
	for j := first; j < i; j++ {
		b := f.at(j)
		switch {
		case b.speaker != f.at(i).speaker || b.st.Parent != "":
		case !b.headline:
			return
		default:
			headline = j
		}
	}
	if headline >= 0 && !f.at(i).headline {
		f.join(headline, i, "a headline and the words below it")
	}
}

// fewLines is how many bytes a speech may be left alone.
const fewLines = 400

func (f *File) joinSameDay(first, i int) {
	w := f.at(i)
	if !dated(w.st) || silent(w.st) {
		return
	}
	for j := first; j < i; j++ {
		b := f.at(j)
		if b.speaker == w.speaker && b.st.Parent == "" && !silent(b.st) &&
			dated(b.st) && b.st.Said.Value == w.st.Said.Value && sameChannel(b.st, w.st) && f.join(j, i, "one day in one report") {
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
