package models

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"readout/internal/nn"
)

// The manifest, the constant and the file's own header tell one version.
func TestManifest(t *testing.T) {
	manifest, err := os.ReadFile("manifest")
	if err != nil {
		t.Fatal(err)
	}
	line := fmt.Sprintf("reader-en.bin  %s  %x  ", EnglishVersion, sha256.Sum256([]byte(English)))
	if !strings.Contains(string(manifest), line) {
		t.Errorf("the manifest has no line that begins with %q", line)
	}
	w, err := nn.Open(English)
	if err != nil {
		t.Fatal(err)
	}
	var version string
	if err := w.Meta("version", &version); err != nil || version != EnglishVersion {
		t.Errorf("the file says %q, %v; want %q", version, err, EnglishVersion)
	}
}
