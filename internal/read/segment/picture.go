package segment

import (
	"regexp"
	"strings"
	"unicode"

	"readout"
)

var (
	// EXAMPLE "... on the quay on Thursday. Picture: Ada Holt" · "... (Photograph: Ada Holt)" · "... [Photo/Agencies]"
	pictured = regexp.MustCompile(`(?i)(?:^|[(.|/\])] ?|[.!?]["”’)]? )(?:file )?(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|pic|pix|screenshot)(?: credits?)?(?: ?[:|] ?| by ) ?["“‘]?\p{L}|[(\[]photo(?:graph)?s? ?/ ?\p{L}|\(courtesy (?:of )?\p{L}`)
	// EXAMPLE "... (Ada Holt/Northwire)" · "Ada Holt/Northwire/Eastpress" · "... ©Ada Holt (Northwire)"
	agencied = regexp.MustCompile(`\([\p{L} .'’-]{3,40}(?:/ ?[\p{L} .'’-]{2,30}){1,3}(?: via [\p{L} ]+)?(?:, \p{L}+)?\)(?: \([\p{L} ]+\))?\.?$|(?:^|[.!?] )[\p{Lu}][\p{L} .'’-]{3,40}(?: ?/ ?\p{Lu}[\p{L} ]{1,20}){1,3}(?: via [\p{L} ]+)?$|[^\s(] ?© ?\p{Lu}[\p{L} .,'’-]{2,60}(?: \([\p{L}/ ]+\))?$`)
	// EXAMPLE "Ada Holt (right) on the quay" · "The quay (pictured) on Friday"
	posed = regexp.MustCompile(`\p{Lu}[\p{L}.’'-]*,? \((?:second |far )?(?:left|right|centre|center|above|below)\)|\(pictured\)`)
	// EXAMPLE "FILE - The quay ..." · "In this June 4 file photo, the quay ..." · "CLOSE The quay ...", of a film
	filed = regexp.MustCompile(`^(?i:file|file photo) ?[—–:-]+ |^CLOSE \p{Lu}|^In this (?:[\p{L}.,\d]+ ){0,8}(?:photo(?:graph)?|picture|image|frame grab|illustration)(?:,| (?:provided|released|taken|made|from|obtained|shot)\b)`)
	// EXAMPLE "3/12 The quay on Friday", one of a row of pictures
	numbered = regexp.MustCompile(`^\d{1,3}/\d{1,3} \S`)
	// EXAMPLE "Image 1 of 3 next" · "16 show all The flood in pictures"
	counter = regexp.MustCompile(`^(?i:image|photo|picture|slide) \d+ of \d+(?: (?:prev|next))*$|^(?:\d+|\+) (?i:show all)\b`)
)

// caption reports what stands under a picture: it says so, names who made the
// picture, or who stands where in it.
func (c *classifier) caption(i int, s string) bool {
	known, found := c.captions[i]
	if !found {
		known = c.pictureLine(i, s)
		c.captions[i] = known
	}
	return known
}

func (c *classifier) pictureLine(i int, s string) bool {
	words := len(strings.Fields(s))
	switch {
	case strings.HasPrefix(s, "!["), c.page.holds("caption", s), words <= 200 && filed.MatchString(s), numbered.MatchString(s) && !ended(s):
		return true
	case words > 60:
		return false
	}
	return pictured.MatchString(s) || agencied.MatchString(s) && !strings.HasPrefix(s, "(") ||
		words <= 20 && posed.MatchString(s) && strings.Count(s, ".") < 2 || i > 0 && !ended(s) && (c.madeBy(s) > 0 || c.maker(s))
}

// madeBy is the length of the name of who made the picture in front of the words
// below it, 0 for none: "GETTY The quay was closed on Friday", "Northwire -
// Contributor The quay ...".
func (c *classifier) madeBy(line string) int {
	s := line
	if short, name, found := strings.Cut(s, ":"); found && c.pictures(short) == 1 {
		s = name // EXAMPLE "NW:Northwire The quay ..."
	}
	words := strings.Fields(s)
	n := c.pictures(words...)
	if n == 0 {
		return 0
	}
	for n < len(words) && (!worded(words[n]) || c.page.is("made", words[n])) {
		n++
	}
	rest := strings.Join(words[n:], " ")
	if len(words)-n < 6 || !opens(rest) || c.titleCase(rest) || !strings.HasSuffix(line, rest) {
		return 0
	}
	return len(line) - len(rest)
}

// maker reports a line that ends with the name of who made the picture: "Ships
// on the quay Northwire", "The quay in May. Eastpress".
func (c *classifier) maker(s string) bool {
	words := strings.Fields(strings.NewReplacer("(", "", ")", "").Replace(s))
	if len(words) < 4 || c.titleCase(s) || dayForm.MatchString(s) && clockTime.MatchString(s) {
		return false
	}
	for n := 1; n < 3; n++ {
		before := strings.ToLower(words[len(words)-n-1])
		class := c.l.Classes[before]
		if c.pictures(words[len(words)-n:]...) == n && class != readout.Preposition && class != readout.Determiner &&
			class != readout.Conjunction && len(c.l.Forms[before]) == 0 {
			return true
		}
	}
	return false
}

// pictures is how many of the first words are the name of an agency or of
// somebody else who makes and sells pictures.
func (c *classifier) pictures(words ...string) int {
	for n := min(3, len(words)); n > 0; n-- {
		name := strings.Join(words[:n], " ")
		if c.page.is("maker", name) || c.l.Agencies[name] != "" || compound(name, c.l) != "" {
			return n
		}
	}
	return 0
}

// titleCase reports a line nearly all of whose words of content are written
// with a capital.
func (c *classifier) titleCase(s string) bool {
	upper, content := 0, 0
	for _, w := range strings.Fields(s) {
		w = strings.TrimLeft(w, "\"“‘'(")
		if _, common := c.l.Classes[strings.ToLower(w)]; common {
			continue
		}
		content++
		if strings.IndexFunc(w, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) == 0 {
			upper++
		}
	}
	return content > 1 && upper*10 >= content*9
}
