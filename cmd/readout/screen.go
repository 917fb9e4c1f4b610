package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// columns is how wide text is set. Every terminal has as many.
const columns = 80

// style is an escape sequence (ECMA-48, select graphic rendition).
type style string

const (
	plain style = ""
	bold  style = "\x1b[1m"
	faint style = "\x1b[2m"
	reset       = "\x1b[0m"
)

// screen is where text for people goes. All text is cleaned on its way; the
// only control characters that pass are ends of lines and, on a terminal that
// wants them, the screen's own styles. The first error of writing is kept.
type screen struct {
	w        *bufio.Writer
	terminal bool
	styled   bool
	shown    time.Time // of the last progress line
	err      error
}

func newScreen(w io.Writer) *screen {
	t := isTerminal(w)
	return &screen{w: bufio.NewWriter(w), terminal: t, styled: t && wantsStyle(os.Getenv)}
}

// isTerminal takes any character device for one; on a null device what goes to
// a terminal does no harm.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}

// wantsStyle follows no-color.org: NO_COLOR counts when it is not empty.
func wantsStyle(env func(string) string) bool { return env("NO_COLOR") == "" }

func (s *screen) printf(format string, args ...any) { s.put(plain, fmt.Sprintf(format, args...)) }

// put writes text in a style.
func (s *screen) put(st style, text string) {
	text = clean(text)
	if s.styled && st != plain {
		text = string(st) + text + reset
	}
	s.write(text)
}

func (s *screen) write(text string) {
	if _, err := s.w.WriteString(text); err != nil && s.err == nil {
		s.err = err
	}
}

func (s *screen) flush() error {
	if err := s.w.Flush(); err != nil && s.err == nil {
		s.err = err
	}
	return s.err
}

// progress shows a line that the next one takes the place of; "" takes it away.
// It is shown on a terminal only.
func (s *screen) progress(text string) {
	if !s.terminal || text != "" && time.Since(s.shown) < 100*time.Millisecond {
		return
	}
	s.write("\r\x1b[K")
	if text != "" {
		s.put(faint, strings.TrimRight(fit(text, columns-1), " "))
		s.shown = time.Now()
	}
	s.flush()
}

// raw is the way for what has no text of a report in it, or goes to a file.
func (s *screen) raw() io.Writer { return s.w }

// json writes one value on one line.
func (s *screen) json(v any) error {
	enc := json.NewEncoder(escaper{s.w})
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// escaper writes JSON; what a terminal could take for a command, and JSON lets
// pass, becomes \u and four digits. Each Write must be of whole characters.
type escaper struct{ w io.Writer }

func (e escaper) Write(b []byte) (int, error) {
	if !strings.ContainsFunc(string(b), harmful) {
		return e.w.Write(b)
	}
	var out strings.Builder
	for _, r := range string(b) {
		if harmful(r) {
			fmt.Fprintf(&out, `\u%04x`, r)
		} else {
			out.WriteRune(r)
		}
	}
	if _, err := io.WriteString(e.w, out.String()); err != nil {
		return 0, err
	}
	return len(b), nil
}

// lineWriter passes on whole lines.
type lineWriter struct {
	w    io.Writer
	rest []byte
}

func (l *lineWriter) Write(b []byte) (int, error) {
	l.rest = append(l.rest, b...)
	if end := bytes.LastIndexByte(l.rest, '\n') + 1; end > 0 {
		if _, err := l.w.Write(l.rest[:end]); err != nil {
			return 0, err
		}
		l.rest = append(l.rest[:0], l.rest[end:]...)
	}
	return len(b), nil
}

// harmful are the control characters but the end of a line (C0, DEL, C1), and
// those that turn the direction of text around (Unicode TR36, bidi spoofing).
func harmful(r rune) bool {
	return r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029')
}

// clean puts U+FFFD where a terminal could take a character for a command, and
// where the text is not UTF-8.
func clean(text string) string {
	if utf8.ValidString(text) && !strings.ContainsFunc(text, harmful) {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\r':
			return ' '
		case harmful(r):
			return utf8.RuneError
		}
		return r
	}, text)
}

// oneLine is text with every white space made a single space.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// wrapped sets text in lines of at most columns, all indented; a word that is
// longer than a line stays whole.
func (s *screen) wrapped(st style, indent int, text string) {
	margin := strings.Repeat(" ", indent)
	line, width := "", 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if line != "" && indent+width+1+n > columns {
			s.put(st, margin+line)
			s.write("\n")
			line, width = "", 0
		}
		if line != "" {
			line, width = line+" ", width+1
		}
		line, width = line+word, width+n
	}
	if line != "" {
		s.put(st, margin+line)
		s.write("\n")
	}
}

// fit makes text exactly n characters wide.
func fit(text string, n int) string {
	text = oneLine(text)
	if have := utf8.RuneCountInString(text); have <= n {
		return text + strings.Repeat(" ", n-have)
	}
	return string([]rune(text)[:n-1]) + "…"
}
