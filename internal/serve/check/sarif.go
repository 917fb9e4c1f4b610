package check

import (
	"cmp"
	"net/url"
	"path/filepath"
	"strings"

	"readout/internal/serve/query"
)

// The parts of SARIF 2.1.0 (OASIS) that a check fills, under their own names.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string       `json:"id"`
		Short sarifMessage `json:"shortDescription"`
		Help  sarifMessage `json:"help"`
	}
	sarifMessage struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		Rule         string             `json:"ruleId"`
		Index        int                `json:"ruleIndex"`
		Level        string             `json:"level"`
		Message      sarifMessage       `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		Fingerprints map[string]string  `json:"partialFingerprints"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
		Properties   sarifProperties    `json:"properties"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int          `json:"startLine"`
		StartColumn int          `json:"startColumn"`
		EndLine     int          `json:"endLine"`
		EndColumn   int          `json:"endColumn"`
		Snippet     sarifMessage `json:"snippet"`
	}
	sarifLogical struct {
		Name string `json:"fullyQualifiedName"`
		Kind string `json:"kind"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Justification string `json:"justification"`
	}
	sarifProperties struct {
		Level     Level        `json:"level"`
		Witnesses []query.Row  `json:"witnesses,omitempty"`
		Edits     []query.Edit `json:"edits,omitempty"`
	}
)

// sarifLevels are the words of SARIF for ours.
var sarifLevels = map[Level]string{Error: "error", Question: "warning", Hint: "note"}

// SARIF is a log of one run, to be written as JSON: each kind is a rule, each
// finding a result; what is silenced is there as suppressed. A finding in a file
// without lines has no region but a logical location, as has one of which the
// line in the file is not known. Version is the program's.
func SARIF(draft, version string, all []Shown) any {
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "readout", Version: version}},
		ColumnKind: "unicodeCodePoints", Results: []sarifResult{},
	}
	index := map[Kind]int{}
	for i, k := range Kinds {
		index[k] = i
		page := Page(k)
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			ID: string(k), Short: sarifMessage{Text: Gist(k)}, Help: sarifMessage{Text: page, Markdown: page},
		})
	}
	for _, s := range all {
		r := sarifResult{
			Rule: string(s.Kind), Index: index[s.Kind], Level: sarifLevels[s.Level], Message: sarifMessage{Text: message(s.Finding)},
			Locations: []sarifLocation{location(draft, s)}, Fingerprints: map[string]string{"finding/v1": s.ID},
			Properties: sarifProperties{s.Level, s.Witnesses, s.Edits},
		}
		if s.Silenced != nil {
			r.Suppressions = []sarifSuppression{{suppression[s.Silenced.By], s.Silenced.Why}}
		}
		run.Results = append(run.Results, r)
	}
	return sarifLog{"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", "2.1.0", []sarifRun{run}}
}

var suppression = map[string]string{"draft": "inSource", "decision": "external"}

// message is the reason with the sentences that it rests on.
func message(f Finding) string {
	parts := []string{f.Reason}
	for _, w := range f.Witnesses {
		one := "[" + w.ID + "] " + strings.Join(strings.Fields(w.Sentence), " ") + " — " + w.Outlet
		if w.Published.Known() {
			one += ", " + w.Published.Value
		}
		parts = append(parts, one)
	}
	return strings.Join(parts, "\n")
}

func location(draft string, s Shown) sarifLocation {
	l := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{uri(draft)}}}
	if s.Begin.In == "file" {
		l.Physical.Region = &sarifRegion{s.Begin.Line, s.Begin.Column, s.End.Line, s.End.Column, sarifMessage{Text: s.At.Text}}
		return l
	}
	l.Logical = []sarifLogical{{s.Begin.Words(), "element"}}
	return l
}

// uri is a file name as an address; a relative one stays relative.
func uri(name string) string {
	u := url.URL{Path: filepath.ToSlash(name)}
	if filepath.IsAbs(name) {
		u.Scheme = "file"
	}
	return cmp.Or(u.String(), "draft")
}
