package proposition

import (
	"slices"
	"strings"

	"readout"
)

// refuted puts a statement that calls a told matter untrue ("reports that the
// dam leaks are baseless") against that matter: the words between the noun for
// what is told and the verdict are what it denies. Who denies that it is untrue
// says nothing clear.
func (f *File) refuted(r *report, e *entry, s stand) bool {
	told := toldFalse(e.content.text)
	if told == "" || s.value != readout.Affirms && s.value != readout.Denies {
		return false
	}
	if s.value == readout.Denies {
		return true
	}
	of := *e
	of.content = f.content(told)
	best, _ := f.nearest(r, &of, readout.Fact)
	if best.group < 0 {
		return false
	}
	value := readout.Denies
	if best.relation == opposite {
		value = readout.Affirms
	}
	f.put(r, e, best.group, member{value: value, bare: true, why: "calls untrue what like words tell"})
	return true
}

// toldFalse is the matter that a clause calls untrue; "" where it calls none so.
func toldFalse(text string) string {
	words := strings.Fields(text)
	noun := slices.IndexFunc(words[:min(3, len(words))], func(w string) bool { return tellings[bareWord(w)] })
	if noun < 0 || noun+1 >= len(words) || !introduces[bareWord(words[noun+1])] {
		return ""
	}
	rest := unmarked.Replace(strings.Join(words[noun+2:], " "))
	for _, verdict := range verdicts {
		if at := strings.LastIndex(rest, " "+verdict); at > 0 {
			return rest[:at]
		}
	}
	return ""
}

// bareWord is a word in small letters without the marks around it.
func bareWord(w string) string { return strings.ToLower(strings.Trim(w, `"“”‘’'«».,`)) }

// unmarked takes out quotation marks.
var unmarked = strings.NewReplacer(`"`, "", "“", "", "”", "", "«", "", "»", "")
