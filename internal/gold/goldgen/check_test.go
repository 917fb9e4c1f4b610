package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// A gold file with a fault makes no record, and the message says where.
func TestBuildNamesTheFault(t *testing.T) {
	for _, c := range []struct{ name, file, old, new, want string }{
		{"a snippet that is not there", "gold/04.txt", `cue="calling"`, `cue="shouting"`, "gold/04.txt: line 1"},
		{"an incomplete statement", "gold/04.txt", `cue="calling" `, ``, ": no cue"},
		{"a party nobody knows", "gold/04.txt", `speaker="Lena Wathiq" cue="told"`, `speaker="Lena Wath" cue="told"`,
			`speaker: no party of story.txt is called "Lena Wath"`},
		{"an obligor nobody knows", "gold/01.txt", `obligor="Ruth Imbert"`, `obligor="Ruth Imber"`, `obligor: no party`},
		{"a teller of a figure nobody knows", "gold/01.txt", `by=\"Civil Protection Office\"`, `by=\"Office\"`, `figure: by: no party`},
		{"a section left out", "gold/05.txt", "-- incidents --", "-- times --", "gold/05.txt: line 1: no section incidents"},
		{"an id twice", "gold/01.txt", "id=s2 ", "id=s1 ", "a second statement s1, beside line"},
		{"a parent that is not there", "gold/01.txt", "parent=s11", "parent=s99", "parent: no statement 01/s99"},
		{"evidence that is not there", "gold/01.txt", "evidence=s9", "evidence=s99", "evidence: no statement 01/s99"},
		{"a promise without id", "gold/01.txt", "id=c-inspectors ", "", "a commitment without id="},
		{"a promise of nobody", "gold/03.txt", `id=c-wall commitment obligor="Ruth Imbert"`, `id=c-wall commitment`, "gold/03.txt: line 24: c-wall has no obligor= in any report"},
		{"a day that is none", "gold/01.txt", "due=2026-05-06", "due=2026-5-6", `due: no day, month, year or stretch of them: "2026-5-6"`},
		{"an answer about nothing", "gold/01.txt", "about=P12", "about=P92", "about: nothing has the id P92"},
		{"a stance without a statement", "gold/story.txt", "statement=01/s12,04/s9", "statement=01/s99", "statement: no statement 01/s99"},
		{"a result for nothing", "gold/story.txt", "commitment id=c-wall", "commitment id=c-walls", "no report has the commitment c-walls"},
		{"a result of another kind", "gold/story.txt", "commitment id=c-wall", "incident id=c-wall", "no report has the incident c-wall"},
		{"a field misspelled", "gold/story.txt", "principal=p-brandt", "principle=p-brandt", "a party has no field principle"},
		{"a part of nothing", "gold/story.txt", "part_of=p-lestria", "part_of=p-lestra", `part_of: no party of story.txt is called "p-lestra"`},
		{"a kind that is none", "gold/story.txt", "kind=prediction ", "kind=forecast ", "kind=forecast: not one of"},
		{"two utterances of one statement", "gold/story.txt", "statements=01/s7,", "statements=01/s6,", "01/s6 is in another utterance too"},
		{"a report that is not there", "gold/story.txt", "document report=02", "document report=22", `report: no report "22"`},
		{"a line of nothing", "gold/story.txt", "origin id=", "source id=", `nothing is called "source"`},
		{"a day that the report says", "story/manifest", "01-amsel-courier.txt | The Amsel Courier | -",
			"01-amsel-courier.txt | The Amsel Courier | 2026-05-04", "story/manifest: line 2: 01-amsel-courier.txt: the report says its own day"},
		{"no day", "story/manifest", "Sandholt Examiner | 2026-05-05", "Sandholt Examiner | -", "line 3: 02-sandholt-examiner.txt: the report does not say its day"},
		{"an outlet nobody knows", "story/manifest", "The Daily Klaxon", "The Klaxon", `line 4: 03-daily-klaxon.txt: outlet: no party is called "The Klaxon"`},
		{"out of order", "story/manifest", "The Daily Klaxon | 2026-05-05", "The Daily Klaxon | 2026-05-03", "of 2026-05-03, after one of a later day"},
		{"gold of no report", "story/manifest", "14-tidewire.txt | Tidewire | -", "", "no line for 14-tidewire.txt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := copied(t)
			text := string(files[c.file].Data)
			if !strings.Contains(text, c.old) {
				t.Fatalf("%s has no %s", c.file, c.old)
			}
			files[c.file].Data = []byte(strings.Replace(text, c.old, c.new, 1))
			_, err := build(files)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), ": line ") && c.file != "story/manifest" {
				t.Errorf("error is %v, without %q", err, c.want)
			}
		})
	}
}

// One run names the faults of all files, so that a writer mends them together.
func TestBuildNamesAllFaults(t *testing.T) {
	files := copied(t)
	for file, fault := range map[string][2]string{
		"gold/01.txt":    {"parent=s11", "parent=s98"},
		"gold/04.txt":    {`speaker="Lena Wathiq" cue="told"`, `speaker="Lena Wath" cue="told"`},
		"gold/story.txt": {"statement=01/s12,04/s9", "statement=01/s99"},
	} {
		files[file].Data = []byte(strings.Replace(string(files[file].Data), fault[0], fault[1], 1))
	}
	_, err := build(files)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"01/s98", "Lena Wath", "01/s99"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("nothing on %s in: %v", want, err)
		}
	}
}

func TestGoldOfNoReport(t *testing.T) {
	files := copied(t)
	files["gold/15.txt"] = files["gold/14.txt"]
	if _, err := build(files); err == nil || !strings.Contains(err.Error(), "gold/15.txt") {
		t.Errorf("error is %v", err)
	}
}

// copied is the demonstration story in memory.
func copied(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, part := range []string{"story", "gold"} {
		entries, err := os.ReadDir(filepath.Join(demo, part))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			data, err := os.ReadFile(filepath.Join(demo, part, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			files[part+"/"+e.Name()] = &fstest.MapFile{Data: data}
		}
	}
	return files
}
