package eval

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"readout"
)

// storySet is reports grouped by people into stories: their documents in order
// of publication, and of each the story that it belongs to.
type storySet struct {
	name string
	docs []groupedReport
}

type groupedReport struct {
	doc  *readout.Document
	rec  *readout.Record
	gold string
}

// storyFile is a report as news-please writes it. The story is that of
// newsCluster (Giveme5W1H), else the folder that the file lies in (ECB+).
type storyFile struct {
	Title     string `json:"title"`
	Text      string `json:"text"`
	Published string `json:"date_publish"`
	Cluster   *struct {
		Event int `json:"EventId"`
	} `json:"newsCluster"`
}

// readStorySets reads the reports (*.json) under a folder. Where some lie two
// folders down, each folder at the top is a set of its own.
func readStorySets(dir string, read Recorder) ([]storySet, error) {
	files, err := jsonFiles(dir)
	if err != nil {
		return nil, err
	}
	several := slices.ContainsFunc(files, func(f string) bool { return strings.Count(f, "/") > 1 })
	var sets []storySet
	for _, file := range files {
		name := filepath.Base(dir)
		if several {
			name, _, _ = strings.Cut(file, "/")
		}
		if len(sets) == 0 || sets[len(sets)-1].name != name {
			sets = append(sets, storySet{name: name})
		}
		r, err := readStoryFile(dir, file, read)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		set := &sets[len(sets)-1]
		set.docs = append(set.docs, r)
	}
	for _, s := range sets {
		slices.SortStableFunc(s.docs, byPublication)
	}
	return sets, nil
}

// byPublication puts what has no day last; reports of one day stand in the
// order of their hashes, which nothing else depends on.
func byPublication(a, b groupedReport) int {
	day := func(r groupedReport) string {
		if r.doc.Published == nil {
			return "undated" // after every digit
		}
		return r.doc.Published.Value
	}
	return cmp.Or(cmp.Compare(day(a), day(b)), cmp.Compare(a.doc.Hash, b.doc.Hash))
}

// jsonFiles are paths below dir, sorted.
func jsonFiles(dir string) ([]string, error) {
	var files []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && strings.HasSuffix(path, ".json") {
			files = append(files, path)
		}
		return err
	})
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("%s: no report (*.json): %w", dir, fs.ErrNotExist)
	}
	slices.Sort(files)
	return files, err
}

// readStoryFile gives no more of a report than title, text and day.
func readStoryFile(dir, file string, read Recorder) (r groupedReport, err error) {
	b, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		return r, err
	}
	var f storyFile
	if err := json.Unmarshal(b, &f); err != nil {
		return r, err
	}
	r.gold = filepath.Dir(file)
	if f.Cluster != nil {
		r.gold = fmt.Sprint("event ", f.Cluster.Event)
	}
	title := strings.TrimSpace(f.Title)
	r.doc = plainReport(title, strings.TrimSpace(title+"\n\n"+strings.TrimSpace(strings.TrimPrefix(f.Text, title))), dayIn(f.Published))
	r.rec, err = read(r.doc)
	return r, err
}

// plainReport is a report of nobody.
func plainReport(title, text, day string) *readout.Document {
	hash := readout.HashOf([]byte(text))
	doc := &readout.Document{ID: readout.DocumentID(hash), Hash: hash, Title: title, Text: text, Lang: "en"}
	if day != "" {
		doc.Published = &readout.Date{Value: day, Grain: readout.GrainDay}
	}
	return doc
}

var (
	isoDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d`)
	year   = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
	// EXAMPLE "Updated Fri 4 March 2026, 9 : 03am", "March 4th, 2026"
	monthDay = regexp.MustCompile(`(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?\b)?`)
)

// dayIn is the day of publication as a page shows it, "" where none is plain.
func dayIn(s string) string {
	if day := isoDay.FindString(s); day != "" {
		return day
	}
	m, y := monthDay.FindStringSubmatch(s), year.FindString(s)
	if m == nil || y == "" {
		return ""
	}
	month := strings.ToUpper(m[2][:1]) + strings.ToLower(m[2][1:])
	day, err := time.Parse("2 Jan 2006", cmp.Or(m[1], m[3])+" "+month+" "+y)
	if err != nil {
		return ""
	}
	return day.Format(time.DateOnly)
}
