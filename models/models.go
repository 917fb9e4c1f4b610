// Package models holds the weights of the reader's networks, in the format of
// internal/nn, as the program embeds them. What they were trained on, how, and how
// good they are, stands in the card beside each file; manifest lists them.
package models

import _ "embed"

// English reads reports in English: reader-en.md.
//
//go:embed reader-en.bin
var English string

// EnglishVersion is the version in the file's own header.
const EnglishVersion = "reader-en/2"
