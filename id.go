package readout

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// DocumentID is the id of a document with this Hash.
func DocumentID(hash string) string {
	return "d-" + strings.TrimPrefix(hash, "sha256:")[:12]
}

// NewID derives an id from what the thing is and where it stands, so that the
// same text gives the same id on every machine: a prefix that names the kind
// ("s" statement, "r" response, "u" utterance, "q" proposition, "c"
// commitment, "k" contact, "i" incident, "y" story, "o" origin, "e" revision, "v" voice) and twelve hex
// digits of the SHA-256 of the parts.
func NewID(prefix string, parts ...any) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%v\x00", p)
	}
	return prefix + "-" + hex.EncodeToString(h.Sum(nil))[:12]
}
