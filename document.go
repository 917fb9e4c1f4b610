package readout

import (
	"crypto/sha256"
	"encoding/hex"
)

// Document is one report by one outlet. Text is set once, by ingest, and never
// changes: an edited report is a new document with RevisionOf.
type Document struct {
	ID         string   `json:"id"`             // from Hash: same bytes, same id
	Name       string   `json:"name,omitempty"` // file name or URL
	URL        string   `json:"url,omitempty"`
	Outlet     string   `json:"outlet,omitempty"`
	Title      string   `json:"title,omitempty"`
	Byline     []string `json:"byline,omitempty"`
	Lang       string   `json:"lang,omitempty"` // BCP 47
	Text       string   `json:"text"`
	Hash       string   `json:"hash"` // "sha256:" and 64 hex digits, of the bytes as they came
	Published  *Date    `json:"published,omitempty"`
	Retrieved  *Date    `json:"retrieved,omitempty"`
	Recorded   *Date    `json:"recorded,omitempty"`
	RevisionOf string   `json:"revision_of,omitempty"`
	Credits    []string `json:"credits,omitempty"`
	Origin     string   `json:"origin,omitempty"`
	Story      string   `json:"story,omitempty"`
}

// HashOf is the Hash of a document that came as these bytes.
func HashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// Class says what a stretch of a document is. A class never deletes text.
type Class string

const (
	Body     Class = "body"
	Headline Class = "headline"
	Relay    Class = "relay" // another outlet's text reproduced
	Embed    Class = "embed" // a social post
	Byline   Class = "byline"
	Dateline Class = "dateline"
	Credit   Class = "credit"
	Caption  Class = "caption"
	Promo    Class = "promo"
	Link     Class = "link"
	Metadata Class = "metadata"
)

// Segment is a piece of a document with its class.
type Segment struct {
	Doc     string `json:"doc"`
	Span    Span   `json:"span"`
	Class   Class  `json:"class"`
	RelayOf string `json:"relay_of,omitempty"` // party id, of a relay
}
