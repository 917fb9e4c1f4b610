package ingest

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	adviceText  = "give a plain-text, Markdown, HTML or Word file"
	adviceUTF8  = "save the file as UTF-8 and try again"
	adviceEmpty = "nothing was written or copied into it"
)

// signatures name the files that are most often taken for text, for the error
// only: all of them fail as text anyway.
var signatures = []struct{ magic, what, advice string }{
	{"\x1f\x8b", "gzip data", "unpack it first"},
	{"PK\x03\x04", "a zip archive or an office document", "unpack it, or save the document as plain text"},
	{"%PDF-", "a PDF", "convert it to plain text first"},
	{"\x28\xb5\x2f\xfd", "zstandard data", "unpack it first"},
	{"BZh", "bzip2 data", "unpack it first"},
	{"\x89PNG", "a picture", adviceText},
	{"\xff\xd8\xff", "a picture", adviceText},
}

// plain decodes the bytes of a text file, or says at which byte they stop
// being text.
func plain(data []byte) (string, error) {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.magic)) && checkText(string(data)) != nil {
			return "", fault(s.advice, "not text: it looks like %s", s.what)
		}
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data, func(b []byte) uint16 { return uint16(b[0]) | uint16(b[1])<<8 })
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data, func(b []byte) uint16 { return uint16(b[1]) | uint16(b[0])<<8 })
	}
	if err := checkText(string(data)); err != nil {
		return "", err
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	return text, checkFilled(text)
}

// decodeUTF16 decodes data, which begins with a byte order mark (RFC 2781). A
// half pair or an odd byte is an error, not U+FFFD: the text would not be
// what the outlet wrote.
func decodeUTF16(data []byte, unit func([]byte) uint16) (string, error) {
	var b strings.Builder
	for i := 2; i < len(data); i += 2 {
		if i+1 == len(data) {
			return "", fault(adviceUTF8, "not text: half a UTF-16 unit at byte %d", i)
		}
		r := rune(unit(data[i:]))
		if utf16.IsSurrogate(r) {
			at := i
			if i += 2; i+1 < len(data) {
				r = utf16.DecodeRune(r, rune(unit(data[i:])))
			}
			if r == unicode.ReplacementChar || utf16.IsSurrogate(r) {
				return "", fault(adviceUTF8, "not text: half a UTF-16 pair at byte %d", at)
			}
		}
		if r == 0 {
			return "", fault(adviceText, "not text: a NUL character at byte %d", i)
		}
		b.WriteRune(r)
	}
	text := b.String()
	if err := checkText(text); err != nil {
		return "", err
	}
	return text, checkFilled(text)
}

// checkText reports where s stops being text: bytes that are not UTF-8, a
// NUL, or too many control characters. Text has none or a few of these (form
// feeds, stray escapes), while of random ASCII more than one in five is one,
// so that one in ten lies clear of both.
func checkText(s string) error {
	control, first := 0, 0
	for i, r := range s {
		switch {
		case r == 0:
			return fault(adviceText, "not text: a NUL byte at byte %d", i)
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			return fault(adviceUTF8, "not text: byte %d is not UTF-8", i)
		case unicode.IsControl(r) && !strings.ContainsRune("\t\n\f\r\u0085", r):
			if control++; control == 1 {
				first = i
			}
		}
	}
	if control*10 > len(s) {
		return fault(adviceText, "not text: %d control characters, the first at byte %d", control, first)
	}
	return nil
}

// checkFilled reports an error if nothing in s could be seen on paper.
func checkFilled(s string) error {
	for _, r := range s {
		if unicode.IsGraphic(r) && !unicode.IsSpace(r) {
			return nil
		}
	}
	return fault(adviceEmpty, "the file is empty")
}
