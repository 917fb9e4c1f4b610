package export

import _ "embed"

//go:embed schema.json
var schema []byte

// Schema is the JSON Schema (draft 2020-12) of one line of an export.
func Schema() []byte { return append([]byte(nil), schema...) }
