package segment

import (
	"regexp"
	"strings"
	"unicode"

	"readout"
)

var (
	weekday = `(?i:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day|\.)?`
	month   = `(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\p{L}*\.?`
	// EXAMPLE "September 9, 2026" · "14 May 2026" · "Oct. 14" · "2026-05-14"
	day = `(?:` + month + ` \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)? ` + month + `(?:,? \d{4})?|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})`

	dayForm = regexp.MustCompile(`\b` + day)
	// EXAMPLE "Updated 6:12 PM EDT, Wed" around a date
	clockWords = regexp.MustCompile(`\b(?:\d{1,2}[:.]\d{2}(?::\d{2})?|(?i:[ap]\.?m\.?|published|updated|posted|first|last|modified|on|at|the|o.clock|hrs?|` + weekday + `|utc|gmt)|[A-Z]{2,4}T|[A-Z]ST|IST|\d{4})\b`)
)

// dated reports a line that is a date of publication and hardly anything else:
// "Published 14 May 2026 09:32 IST | Updated 11:05", "International | May 14th 2026".
func dated(s string) bool {
	if clockOnly.MatchString(s) {
		return true
	}
	if len(strings.Fields(s)) > 18 || !dayForm.MatchString(s) {
		return false
	}
	rest := clockWords.ReplaceAllString(dayForm.ReplaceAllString(s, ""), "")
	words := strings.FieldsFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return len(words) <= 1
}

var clockTime = regexp.MustCompile(`\b\d{1,2}:\d{2}\b`)

// EXAMPLE "14:05", over an entry of a live page
var clockOnly = regexp.MustCompile(`^\d{1,2}[:.]\d{2} ?(?:[AaPp]\.?[Mm]\.?)?$`)

// EXAMPLE "Follow the trial at https://courier.example/trial"
var link = regexp.MustCompile(`(?:^|[\s(])https?://\S+[.)]?$`)

// EXAMPLE "Follow our reporter Ada Holt on Chirrup: @adaholt." · "Contact the writers at desk@courier.example"
var reached = regexp.MustCompile(`^(?i:follow|contact|e-?mail|write to|reach|tweet|send tips to):? .*\S?@\w`)

// EXAMPLE "Leading article, page 22" · "Turn to page 6: ..."
var page = regexp.MustCompile(`(?i)\bpages? \d+(?: and \d+)?\.?$|^turn to page`)

var (
	// EXAMPLE "With Northwire" · "(With inputs from the Lendwick bureau)" · "Reporting by Ada Holt"
	credited = regexp.MustCompile(`^[(\[*_—– -]*(?:(?i:with|additional|produced|presented|reporting|reported|writing|written|editing|edited|compiled|translated|translation|research|inputs|graphics|data)\b[\p{L} ]{0,20}\b(?i:by|from|inputs|agencies|reports)\b|With \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*(?:,? (?:and )?\p{Lu}[\p{L}’'-]+)*[)\]*_. ]*$)`)
	// EXAMPLE "etg/kvr/als" · "(ada/eq)" · "ah/eq (Northwire, dpa)"
	slug = regexp.MustCompile(`^[(\[]?\p{Ll}{2,4}(?:[/ ]\p{Ll}{2,4}){1,4}[)\]]?(?: \([\p{L}, ]+\))?$`)
)

var (
	// EXAMPLE "Research: Ada Holt. Graphics: Bo Lee"
	maker = regexp.MustCompile(`^[(\[*_—– -]*(?i:reporting|editing|writing|research|production|graphics?|translation|camera|sound|design|additional \p{L}+) ?[:—–] ?\p{Lu}[\p{L}.’'-]*(?:$|[,.;)]| \p{Lu}| (?:and|de|van|von|al) )`)
	// EXAMPLE "This bulletin was compiled from agency reports." · "Ada Holt reported from Lendwick, and Bo Lee from Velm."
	made = regexp.MustCompile(`^[(\[*_—– -]*This (?:news )?(?:bulletin|report|story|article|item|piece|dispatch|text|programme|program|translation|transcript) (?:was|is|has been) (?:(?:first|also|originally) )?(?:compiled|written|edited|produced|translated|based|supplied|provided|adapted|prepared|shortened|taken|distributed|reproduced|republished|published|broadcast)\b|^(?:\p{Lu}[\p{L}.'’-]+ (?:and |de |van |von )?){2,8}reported from \p{Lu}`)
	// EXAMPLE "NORTHWIRE 014 0412 GMT"
	wired = regexp.MustCompile(`\b\d{4} ?(?:GMT|UTC|[A-Z]{2,3}T)\b`)
	// EXAMPLE "Updated 09.32" · "Broadcast at 6 pm"
	stamped = regexp.MustCompile(`^(?i:first |last )?(?i:published|updated|posted|aired|broadcast|recorded|filed|modified|embargoed)\b.*\d`)
)

// noted is the class of a line that says how, when or by whom the report was
// made; "" when it does not.
func noted(s string) readout.Class {
	words := len(strings.Fields(s))
	switch {
	case words <= 25 && credited.MatchString(s) && (!ended(s) || s[0] == '('), words <= 30 && maker.MatchString(s) && !strings.HasSuffix(s, "?"), words <= 40 && made.MatchString(s):
		return readout.Credit
	case words <= 14 && page.MatchString(s), words <= 20 && reached.MatchString(s):
		return readout.Promo
	case words <= 20 && link.MatchString(s) && !strings.ContainsAny(s, "\"“"):
		return readout.Link
	case words <= 14 && stamped.MatchString(s) && !ended(s), words <= 8 && wired.MatchString(s) && strings.ToUpper(s) == s:
		return readout.Metadata
	}
	return ""
}

var (
	// EXAMPLE "You can hear the whole talk in our podcast."
	second  = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:you|your|yours)(?:[^\p{L}]|$)`)
	contact = regexp.MustCompile(`(?i)\b(?:we|our|us|subscrib\p{L}+|podcast|newsletter|bulletin|www|app|website|fm)\b|@|\.example|\.com\b`)
	// EXAMPLE "Ada Holt is the Courier's correspondent in Velm."
	bio      = regexp.MustCompile(`^[*_]*\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,3} (?:is|was) (?:an?|the|our|[\p{Lu}][\p{L} ]+['’]s) (?:[\p{L}'’-]+ ){0,5}(?:correspondent|reporter|editor|columnist|writer|contributor|freelance|author|journalist)\b`)
	spokenIn = regexp.MustCompile(`(?:^|\s)['‘]`)
	// EXAMPLE "With Northwire and our own reporters"
	sourced = regexp.MustCompile(`^[(\[*_—– -]*(?i:with|from|based on|using|including|sources?|material)\b`)
)

// lastNote is the class of one of the last paragraphs in which the paper speaks
// to its readers, or of what it took its report from.
func (c *classifier) lastNote(i int, s string) readout.Class {
	words := len(strings.Fields(s))
	switch {
	case i < len(c.paras)-4 || i < c.head || strings.ContainsAny(s, "\"“«") || spokenIn.MatchString(s):
	case words <= 40 && second.MatchString(s) && contact.MatchString(s):
		return readout.Promo
	case i > len(c.paras)-3 && words <= 30 && bio.MatchString(s):
		return readout.Byline
	case words <= 14 && sourced.MatchString(s) && c.outletIn(s) != "" && !c.verbal(s):
		return readout.Credit
	}
	return ""
}

// verbal reports a line with a verb of the lists: "From Velm the Courier said".
func (c *classifier) verbal(s string) bool {
	for _, w := range strings.Fields(s) {
		if class, ok := c.l.Classes[strings.ToLower(w)]; ok && (class == readout.Verb || class == readout.Auxiliary) || len(c.l.Forms[strings.ToLower(w)]) > 0 && ended(s) {
			return true
		}
	}
	return false
}

// tailClass is the class of a short line behind the text: who made it, or where
// there is more to read.
func (c *classifier) tailClass(s string) readout.Class {
	words := strings.Fields(s)
	bare := strings.Trim(s, "()[]—– -*_.")
	switch {
	case c.tagged && len(words) < 4 && !ended(s):
		return readout.Metadata
	case slug.MatchString(s), len(words) <= 5 && c.agency(bare):
		return readout.Credit
	case strings.Contains(strings.ToLower(s), "subscribe") && len(words) <= 40:
		return readout.Promo
	case !ended(s) && len(words) >= 4 && len(words) <= 14 && !strings.ContainsAny(s, "\"“”‘«:(=") && !strings.HasPrefix(s, "-") && !strings.HasPrefix(s, "•"):
		return readout.Link
	}
	return readout.Body
}

// agency reports the name of a news agency, or one formed like such a name.
func (c *classifier) agency(s string) bool {
	for _, name := range strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == ',' }) {
		name = strings.TrimPrefix(strings.TrimSpace(name), "and ")
		if c.l.Agencies[name] == "" && !strings.EqualFold(name, "agencies") && compound(name, c.l) == "" && !c.titled(name) {
			return false
		}
	}
	return s != ""
}

// titled reports a name that ends with a word of newspapers: "Lendwick Press".
func (c *classifier) titled(name string) bool {
	words := strings.Fields(name)
	return len(words) > 1 && len(words) < 5 && c.l.MediaWords[words[len(words)-1]] && c.capitalised(words)
}
