// Package doc holds the pages of the documentation that the program shows
// itself.
package doc

import _ "embed"

// Check is what the kinds of findings in a draft mean: a section each, with the
// kind as its heading.
//
//go:embed check.md
var Check string
