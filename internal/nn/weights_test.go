package nn

import (
	"strings"
	"testing"
)

func sample() *writer {
	w := &writer{meta: map[string]any{"layers": 2, "labels": []string{"a", "b"}}}
	w.floats("vector", []float32{1, 2, 3, 4, 5, 6}, 2, 3)
	w.rows("table", []float32{127: 0, 0: 1, 1: -0.5, 17: 2}, 8, 16)
	w.linear("layer", make([]float32, 50*32), make([]float32, 50), 50, 32)
	w.text("words", "one\ntwo\n")
	return w
}

func TestOpen(t *testing.T) {
	w := must(t)(Open(sample().bytes()))
	if got := strings.Join(w.Names(), " "); got != "vector table layer words" {
		t.Errorf("names are %s", got)
	}
	var labels []string
	if err := w.Meta("labels", &labels); err != nil || len(labels) != 2 || labels[1] != "b" {
		t.Errorf("labels are %v, %v", labels, err)
	}
	vector, err := w.Floats("vector", 0, 3)
	if err != nil || len(vector) != 6 || vector[5] != 6 {
		t.Errorf("vector is %v, %v", vector, err)
	}
	text, err := w.Text("words")
	if err != nil || text != "one\ntwo\n" {
		t.Errorf("text is %q, %v", text, err)
	}
	table, err := w.Table("table")
	if err != nil {
		t.Fatal(err)
	}
	row := make([]float32, table.Dim())
	table.Row(row, 0)
	if row[0] != 1 || row[1] < -0.505 || row[1] > -0.495 || table.Rows() != 8 {
		t.Errorf("row is %v", row)
	}
}

func TestMissingAndMisnamed(t *testing.T) {
	w := must(t)(Open(sample().bytes()))
	var n int
	for what, err := range map[string]error{
		`no tensor "x"`:                  second(w.Floats("x")),
		`"words" is text, want f32`:      second(w.Floats("words")),
		"has shape [2 3], want [3 2]":    second(w.Floats("vector", 3, 2)),
		`"vector" is f32, want q8`:       second(w.Linear("vector")),
		`"vector" is f32, want rows8`:    second(w.Table("vector")),
		`no meta "x"`:                    w.Meta("x", &n),
		`meta "labels": json: cannot un`: w.Meta("labels", &n),
	} {
		if err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("error is %v, want %s", err, what)
		}
	}
}

func second[A any](_ A, err error) error { return err }

// patched is the sample with one value of one entry of its header changed.
func patched(entry int, key string, value any) string {
	w := sample()
	w.entries[entry][key] = value
	return string(w.bytes())
}

func TestOpenRefuses(t *testing.T) {
	good := string(sample().bytes())
	for _, bad := range []struct{ what, data, want string }{
		{"empty", "", "not a weights file"},
		{"another version", strings.Replace(good, "readnn\x00\x01", "readnn\x00\x02", 1), "not a weights file"},
		{"cut in the header", good[:40], "header of"},
		{"cut before the data", good[:700], "beyond the data's end"},
		{"cut in the data", good[:len(good)-1], `"words": 8 bytes at`},
		{"no header", good[:8] + "\x00\x00\x00\x00", "header: EOF"},
		{"broken header", strings.Replace(good, `{"meta"`, `["meta"`, 1), "header: "},
		{"kind", patched(2, "kind", "q9"), `kind "q9" is not known`},
		{"shape", patched(0, "shape", []int{2, 4}), "24 bytes, but kind f32 and shape [2 4] need 32"},
		{"negative shape", patched(0, "shape", []int{-2, -3}), "shape [-2 -3] is not possible"},
		{"huge shape", patched(0, "shape", []int64{1 << 32, 1 << 32}), "is not possible"},
		{"odd width", patched(2, "shape", []int{64, 25}), "want [out][multiple of 16"},
		{"deep layer", patched(2, "shape", []int{1, 2 * maxInner}), "want [out][multiple of 16"},
		{"odd rows", patched(1, "shape", []int{128}), "want [rows][multiple of 16]"},
		{"text of two dimensions", patched(3, "shape", []int{2, 4}), "text of shape"},
		{"offset", patched(1, "offset", 65), "no multiple of 64"},
		{"negative offset", patched(1, "offset", -64), "no multiple of 64"},
		{"far offset", patched(1, "offset", 64_000), "beyond the data's end"},
		{"twice", patched(3, "name", "layer"), "two of this name"},
	} {
		_, err := Open(bad.data)
		if err == nil || !strings.Contains(err.Error(), bad.want) {
			t.Errorf("%s: error is %v, want %s", bad.what, err, bad.want)
		}
	}
}

// FuzzOpen: no file makes Open panic, nor the use of what it let through.
func FuzzOpen(f *testing.F) {
	f.Add(sample().bytes())
	f.Add(model{layers: 1, hidden: 32, wide: 16, pieces: 3, positions: 2}.bytes(1))
	f.Add([]byte("readnn\x00\x01\x02\x00\x00\x00{}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		w, err := Open(data)
		if err != nil {
			return
		}
		s := &Scratch{}
		for _, name := range w.Names() {
			if l, err := w.Linear(name); err == nil && l.in*l.out < 1<<16 {
				l.Apply(s, make([]float32, l.out), make([]float32, l.in), 1)
			}
			if table, err := w.Table(name); err == nil {
				table.Row(make([]float32, table.Dim()), table.Rows()-1)
			}
			_, _ = w.Floats(name)
			_, _ = w.Text(name)
		}
		if e, err := NewEncoder(w); err == nil && e.Positions() > 0 && e.hidden < 1<<10 && len(e.layers) < 10 {
			e.Encode(s, []Sequence{{IDs: []int32{0}}})
		}
	})
}
