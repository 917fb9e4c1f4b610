package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"readout"
)

const hostileText = "a\x1b[31mb\x07c\u009b2Jd\u202ee\x7ff\u2028g\xffh\ti"

func TestClean(t *testing.T) {
	if got, want := clean(hostileText), "a\ufffd[31mb\ufffdc\ufffd2Jd\ufffde\ufffdf\ufffdg\ufffdh i"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, same := range []string{"", "two\nlines", "Ærø — “ja”", "日本語"} {
		if got := clean(same); got != same {
			t.Errorf("clean(%q) = %q", same, got)
		}
	}
}

func TestPut(t *testing.T) {
	for _, styled := range []bool{false, true} {
		var b bytes.Buffer
		s := newScreen(&b)
		s.styled = styled
		s.put(bold, hostileText)
		s.wrapped(faint, 2, hostileText)
		if err := s.flush(); err != nil {
			t.Fatal(err)
		}
		left := b.String()
		if styled {
			for _, own := range []string{string(bold), string(faint), reset} {
				if !strings.Contains(left, own) {
					t.Errorf("no %q in %q", own, left)
				}
				left = strings.ReplaceAll(left, own, "")
			}
		}
		if strings.ContainsFunc(left, harmful) {
			t.Errorf("styled %v: %q", styled, left)
		}
	}
}

func TestWantsStyle(t *testing.T) {
	for value, want := range map[string]bool{"": true, "1": false, "0": false} {
		if got := wantsStyle(func(string) string { return value }); got != want {
			t.Errorf("NO_COLOR=%q: %v, want %v", value, got, want)
		}
	}
	if newScreen(new(bytes.Buffer)).styled {
		t.Error("a buffer is taken for a terminal")
	}
}

// TestJSON: what is printed is harmless, and the same value when it is read.
func TestJSON(t *testing.T) {
	text := strings.ToValidUTF8(hostileText, "") + "<&>"
	var b bytes.Buffer
	s := newScreen(&b)
	if err := s.json(text); err != nil {
		t.Fatal(err)
	}
	s.flush()
	var back string
	if err := json.Unmarshal(b.Bytes(), &back); err != nil || back != text {
		t.Errorf("came back as %q, %v", back, err)
	}
	if strings.ContainsFunc(b.String(), harmful) || !strings.Contains(b.String(), "<&>") {
		t.Errorf("printed as %s", b.String())
	}
}

// TestLineWriter: a character is not cut, wherever the writes end.
func TestLineWriter(t *testing.T) {
	const text = "\"Ærø \u009b\"\n\"ja\"\n"
	for cut := range len(text) {
		var b bytes.Buffer
		w := &lineWriter{w: escaper{&b}}
		for _, part := range []string{text[:cut], text[cut:]} {
			if _, err := w.Write([]byte(part)); err != nil {
				t.Fatal(err)
			}
		}
		if got, want := b.String(), "\"Ærø \\u009b\"\n\"ja\"\n"; got != want {
			t.Errorf("cut at %d: %q, want %q", cut, got, want)
		}
	}
}

func TestWrapped(t *testing.T) {
	var b bytes.Buffer
	s := newScreen(&b)
	words := strings.Repeat("færge ", 60) + strings.Repeat("x", 200)
	s.wrapped(plain, 6, words)
	s.flush()
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	for _, line := range lines[:len(lines)-1] {
		if n := utf8.RuneCountInString(line); n > columns || !strings.HasPrefix(line, "      f") {
			t.Errorf("%d wide: %q", n, line)
		}
	}
	if got := strings.Join(strings.Fields(b.String()), " "); got != strings.TrimSpace(words) {
		t.Errorf("the words have changed: %q", got)
	}
}

// TestProgress: a line is shown on a terminal only, and can be taken away.
func TestProgress(t *testing.T) {
	for _, terminal := range []bool{false, true} {
		var b bytes.Buffer
		s := newScreen(&b)
		s.terminal = terminal
		s.progress("7 reports\x07")
		s.progress("8 reports") // too soon
		s.progress("")
		want := ""
		if terminal {
			want = "\r\x1b[K7 reports\ufffd\r\x1b[K"
		}
		if b.String() != want {
			t.Errorf("terminal %v: %q, want %q", terminal, b.String(), want)
		}
	}
}

func TestFit(t *testing.T) {
	for text, want := range map[string]string{"": "    ", "ab": "ab  ", "æøåé": "æøåé", "æøåéü": "æøå…", "a\nb": "a b "} {
		if got := fit(text, 4); got != want {
			t.Errorf("fit(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestDateWords(t *testing.T) {
	tests := []struct {
		date *readout.Date
		want string
	}{
		{nil, ""},
		{&readout.Date{}, ""},
		{&readout.Date{Weekday: "Friday"}, "a Friday"},
		{&readout.Date{Value: "2026-03-04"}, "2026-03-04"},
		{&readout.Date{Value: "../2026-03-04"}, "on or before 2026-03-04"},
		{&readout.Date{Value: "2026-03-04/.."}, "from 2026-03-04"},
		{&readout.Date{Value: "2026-03-04/2026-03-06"}, "2026-03-04 to 2026-03-06"},
	}
	for _, tt := range tests {
		if got := dateWords(tt.date); got != tt.want {
			t.Errorf("dateWords(%+v) = %q, want %q", tt.date, got, tt.want)
		}
	}
}
