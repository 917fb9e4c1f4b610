package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout"
	"readout/internal/serve/check"
)

func TestParseDraft(t *testing.T) {
	const draft = "Published: 2026-05-26\n\nOne said so. Another did not.\n! wrong-speaker: One said\n? one-origin\n\nThe last.\n"
	text, marks, err := parseDraft(draft)
	if err != nil {
		t.Fatal(err)
	}
	if text != "Published: 2026-05-26\n\nOne said so. Another did not.\n\nThe last.\n" || len(marks) != 2 {
		t.Fatalf("text %q, marks %+v", text, marks)
	}
	if got := text[marks[0].at.Start:marks[0].at.End]; got != "One said" || marks[0].kind != check.WrongSpeaker || marks[0].fair {
		t.Errorf("the error is %+v at %q", marks[0], got)
	}
	if got := text[marks[1].at.Start:marks[1].at.End]; got != "One said so. Another did not.\n" || !marks[1].fair {
		t.Errorf("what is fair is %+v at %q", marks[1], got)
	}
}

func TestParseDraftRefuses(t *testing.T) {
	for name, draft := range map[string]string{
		"unknown kind":  "A word.\n! wrong: A word\n",
		"other words":   "A word.\n! wrong-date: Two words\n",
		"words twice":   "A word, a word.\n! wrong-date: word\n",
		"no words":      "A word.\n! wrong-date\n",
		"no paragraph":  "! wrong-date: A word\n",
		"after a blank": "A word.\n\n! wrong-date: A word\n",
	} {
		if _, _, err := parseDraft(draft); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// A mark is met once, by a finding of its kind in a sentence of its words;
// another finding is wrong unless it is fair.
func TestCompareDraft(t *testing.T) {
	text, marks, err := parseDraft("One said so. Another did not.\n! wrong-speaker: One said\n! wrong-date: Another\n? one-origin\n")
	if err != nil {
		t.Fatal(err)
	}
	first := readout.Range{Start: 0, End: strings.Index(text, "Another")}
	sentences := []readout.Sentence{{Range: first}, {Range: readout.Range{Start: first.End, End: len(text)}}}
	at := func(k check.Kind, words string) check.Finding {
		i := strings.Index(text, words)
		return check.Finding{Kind: k, At: readout.Span{BStart: i, BEnd: i + len(words), Text: words}}
	}
	c := newDraftCorpus()
	c.compare("x.txt", marks, []check.Finding{
		at(check.WrongSpeaker, "so"),      // right: the sentence of the words
		at(check.WrongSpeaker, "One"),     // wrong: once more
		at(check.WrongDate, "One"),        // wrong: the other sentence
		at(check.OneOrigin, "Another"),    // fair
		at(check.QuoteAltered, "Another"), // wrong: not its kind
	}, sentences)
	for kind, want := range map[check.Kind]tally{
		check.WrongSpeaker: {1, 2, 1}, check.WrongDate: {0, 1, 1}, check.OneOrigin: {}, check.QuoteAltered: {0, 1, 0},
	} {
		if got := *c.kinds[kind]; got != want {
			t.Errorf("%s: right, predicted, expected are %v, want %v", kind, got, want)
		}
	}
}

// The committed drafts have enough errors of every kind, and clean drafts have
// none.
func TestCommittedDrafts(t *testing.T) {
	const least = 7 // in each half
	for _, half := range []string{"open", "kept"} {
		files, err := draftFiles(filepath.Join("../../testdata/drafts", half))
		if err != nil {
			t.Fatal(err)
		}
		errors := map[check.Kind]int{}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, marks, err := parseDraft(string(data))
			if err != nil {
				t.Errorf("%s: %v", file, err)
			}
			if strings.HasPrefix(filepath.Base(file), cleanDraft) && len(marks) > 0 {
				t.Errorf("%s has marks", file)
			}
			for _, m := range marks {
				if !m.fair {
					errors[m.kind]++
				}
			}
		}
		for _, k := range check.Kinds {
			if errors[k] < least {
				t.Errorf("%s: %d errors of kind %s", half, errors[k], k)
			}
		}
	}
}
