package eval

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
)

// nameCorpus says how a corpus of names is read: a word a line with its label
// in the BIO manner (IOB1, where B- stands only between neighbours, is read by
// the same rule), an empty line after a sentence.
type nameCorpus struct {
	name, file string
	word, tag  int  // columns
	comments   bool // lines that begin with "# "; "# newdoc" begins a text
	heldOut    bool // no dev part of its own: HeldOut chooses the sentences
	classes    map[string]NameClass
}

// unjudged is the class of labels that are no names of ours; what a namer finds
// there is wrong.
const unjudged NameClass = ""

// groupOrOther is the class of a label for nationalities, parties and
// everything else.
const groupOrOther NameClass = "group or other"

// nameCorpora are CrossNER politics (Liu et al. 2021), WNUT 17 (Derczynski et
// al. 2017), Universal NER on UD English EWT (Mayhew et al. 2024), re3d (DSTL)
// and WikiGold (Balasuriya et al. 2009).
var nameCorpora = []nameCorpus{
	{name: "politics", file: "crossner-politics/dev.txt", tag: 1, classes: map[string]NameClass{
		"politician": PersonName, "person": PersonName, "politicalparty": OrganisationName, "organisation": OrganisationName,
		"country": PlaceName, "location": PlaceName, "election": OtherName, "event": OtherName, "misc": groupOrOther,
	}},
	{name: "wnut17", file: "wnut17/dev.conll", tag: 1, classes: map[string]NameClass{
		"person": PersonName, "corporation": OrganisationName, "group": OrganisationName, "location": PlaceName,
		"product": OtherName, "creative-work": OtherName,
	}},
	{name: "uner", file: "uner-ewt/en_ewt-ud-dev.iob2", word: 1, tag: 2, comments: true, classes: map[string]NameClass{
		"PER": PersonName, "ORG": OrganisationName, "LOC": PlaceName,
	}},
	{name: "re3d", file: "re3d/re3d-train.conll", tag: 1, heldOut: true, classes: map[string]NameClass{
		"Person": PersonName, "Organisation": OrganisationName, "Location": PlaceName, "Nationality": GroupName,
		"DocumentReference": unjudged, "MilitaryPlatform": unjudged, "Money": unjudged, "Quantity": unjudged,
		"Temporal": unjudged, "Weapon": unjudged,
	}},
	{name: "wikigold", file: "wikigold/wikigold.conll.txt", tag: 1, heldOut: true, classes: map[string]NameClass{
		"PER": PersonName, "ORG": OrganisationName, "LOC": PlaceName, "MISC": groupOrOther,
	}},
}

// HeldOut reports whether a sentence belongs to the part of a corpus that is
// kept from training, about a fifth, where the corpus has no dev part: the
// first byte of the SHA-256 of its words, joined by single spaces, in UTF-8, is
// less than 51. Copies of a sentence stay on one side.
func HeldOut(words []string) bool {
	return sha256.Sum256([]byte(strings.Join(words, " ")))[0] < 51
}

// marks gives for each class that the corpus marks the one that it is counted
// as.
func (c nameCorpus) marks() map[NameClass]NameClass {
	marks := map[NameClass]NameClass{}
	for _, class := range c.classes {
		switch class {
		case unjudged:
		case groupOrOther:
			marks[GroupName], marks[OtherName] = OtherName, OtherName
		default:
			marks[class] = class
		}
	}
	return marks
}

// read reads the texts of a file: a sentence each, or what stands between two
// "# newdoc".
func (c nameCorpus) read(file string) ([]namedText, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	r := nameReader{nameCorpus: c, whole: true}
	for n, line := range strings.Split(string(b), "\n") {
		if err := r.line(strings.TrimSuffix(line, "\r")); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", file, n+1, err)
		}
	}
	if err := r.endSentence(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(r.texts) == 0 {
		return nil, fmt.Errorf("%s: no sentence", file)
	}
	return r.texts, nil
}

// nameReader is what has been read of a file, and the sentence that is being
// read.
type nameReader struct {
	nameCorpus
	texts       []namedText
	whole       bool // the next sentence begins a text
	sentence    int
	words, tags []string
}

func (r *nameReader) line(line string) error {
	switch {
	case strings.TrimSpace(line) == "":
		return r.endSentence()
	case r.comments && strings.HasPrefix(line, "# "):
		r.whole = r.whole || strings.HasPrefix(line, "# newdoc")
		return nil
	}
	fields := strings.Split(line, "\t")
	if len(fields) == 1 {
		fields = strings.Split(line, " ")
	}
	if len(fields) <= max(r.word, r.tag) {
		return fmt.Errorf("no word with a label: %q", line)
	}
	r.words, r.tags = append(r.words, fields[r.word]), append(r.tags, fields[r.tag])
	return nil
}

// endSentence adds the sentence to its text. A line -DOCSTART- is no sentence.
func (r *nameReader) endSentence() error {
	words, tags := r.words, r.tags
	r.words, r.tags = nil, nil
	if len(words) == 0 || words[0] == "-DOCSTART-" {
		return nil
	}
	r.sentence++
	if r.heldOut && !HeldOut(words) {
		return nil
	}
	if r.whole || !r.comments {
		r.texts = append(r.texts, namedText{name: fmt.Sprintf("%s %d", r.name, r.sentence)})
		r.whole = false
	}
	d := &r.texts[len(r.texts)-1]
	names, err := r.names(tags, len(d.words))
	if err != nil {
		return fmt.Errorf("sentence %d: %w", r.sentence, err)
	}
	d.gold = append(d.gold, names...)
	d.sentences = append(d.sentences, [2]int{len(d.words), len(d.words) + len(words)})
	d.words = append(d.words, words...)
	return nil
}

// names are the names of a sentence by its labels; its first word has the
// number first.
func (c nameCorpus) names(tags []string, first int) ([]Name, error) {
	var list []Name
	label := "" // of the name that the word before belongs to
	for i, tag := range tags {
		prefix, own, _ := strings.Cut(tag, "-")
		if tag == "O" {
			label = ""
			continue
		}
		class, known := c.classes[own]
		if !known || prefix != "B" && prefix != "I" {
			return nil, fmt.Errorf("unknown label %q", tag)
		}
		if class == groupOrOther {
			class = OtherName
		}
		if prefix == "I" && own == label {
			list[len(list)-1].Last = first + i
		} else {
			list = append(list, Name{first + i, first + i, class})
		}
		label = own
	}
	return judged(list), nil
}

func judged(list []Name) []Name {
	var kept []Name
	for _, n := range list {
		if n.Class != unjudged {
			kept = append(kept, n)
		}
	}
	return kept
}
