package shelf_test

import (
	"encoding/json"
	"errors"
	"math/rand"
	"slices"
	"testing"

	"readout/internal/ledger/shelf"
)

// fake is a source that counts what it is asked for.
type fake struct {
	kept  map[[2]string]string
	asked int
	fail  error
}

func (f *fake) Entry(table, key string) ([]byte, error) {
	f.asked++
	if v, ok := f.kept[[2]string{table, key}]; ok {
		return []byte(v), f.fail
	}
	return nil, f.fail
}

func (f *fake) Entries(table string, each func(string, []byte) error) error {
	for k, v := range f.kept {
		if k[0] == table {
			if err := each(k[1], []byte(v)); err != nil {
				return err
			}
		}
	}
	return f.fail
}

func (f *fake) write(t *testing.T, s *shelf.Shelf) {
	t.Helper()
	err := s.Changes(func(table, key string, value []byte) { f.kept[[2]string{table, key}] = string(value) })
	if err != nil {
		t.Fatal(err)
	}
}

func newFake() *fake { return &fake{kept: map[[2]string]string{}} }

func TestWhatIsWrittenComesBack(t *testing.T) {
	f := newFake()
	s := shelf.New(nil)
	names, sizes := shelf.NewTable[string, []string](s, "names"), shelf.NewTable[int, float64](s, "sizes")
	names.Put("lock", []string{"Velm"})
	*sizes.Edit(-7) = 0.1
	*sizes.Edit(40) += 0.2
	f.write(t, s)
	s.Forget(f)
	if got := names.Get("lock"); got == nil || (*got)[0] != "Velm" || names.Get("gate") != nil || *sizes.Get(-7) != 0.1 {
		t.Errorf("lock %v, gate %v", got, names.Get("gate"))
	}
	asked := f.asked
	if names.Get("lock"); names.Get("gate") != nil || f.asked != asked {
		t.Error("what is known is asked for again")
	}
	*sizes.Edit(40) += 0.5
	if keys := sizes.Keys(); !slices.Equal(keys, []int{-7, 40}) || *sizes.Get(40) != 0.7 {
		t.Errorf("keys %v, 40 is %v: a change is lost when the table is loaded", keys, *sizes.Get(40))
	}
	delete(f.kept, [2]string{"names", "lock"})
	f.write(t, s)
	if f.kept[[2]string{"names", "lock"}] != "" || f.kept[[2]string{"sizes", "14"}] != "0.7" {
		t.Errorf("written: %v", f.kept)
	}
}

func TestAFaultOfTheSourceIsKept(t *testing.T) {
	f := newFake()
	f.fail = errors.New("disk gone")
	s := shelf.New(f)
	table := shelf.NewTable[string, int](s, "t")
	if table.Get("x") != nil || !errors.Is(s.Err(), f.fail) {
		t.Errorf("error %v", s.Err())
	}
	f.fail, f.kept = nil, map[[2]string]string{{"t", "y"}: "no number"}
	s = shelf.New(f)
	if table = shelf.NewTable[string, int](s, "t"); table.Get("y") == nil || s.Err() == nil {
		t.Error("an entry that cannot be read is no fault")
	}
}

func TestPostingsKeepTheLatest(t *testing.T) {
	f := newFake()
	s := shelf.New(nil)
	p := shelf.NewPostings[string](s, "p", 3)
	if list, all := p.Of("gate"); len(list) != 0 || !all {
		t.Errorf("nothing is there, but %v, %v", list, all)
	}
	for i := range 20 {
		p.Add("gate", i)
		if i%4 == 0 {
			f.write(t, s)
			s.Forget(f)
		}
		list, all := p.Of("gate")
		want := []int32{int32(i - 2), int32(i - 1), int32(i)}[max(0, 2-i):]
		if !slices.Equal(list, want) || all != (i < 3) {
			t.Errorf("after %d: %v, all %v", i, list, all)
		}
	}
	p.Add("lock", 20)
	if list, all := p.Of("lock"); !slices.Equal(list, []int32{20}) || !all {
		t.Errorf("lock: %v, %v", list, all)
	}
}

func TestColumnsCountersAndTallies(t *testing.T) {
	f := newFake()
	s := shelf.New(nil)
	c, n, w := shelf.NewColumn[int](s, "c"), shelf.NewCounter(s, "n"), shelf.NewTally(s, "w")
	for i := range 600 {
		if i%3 == 0 {
			c.Put(n.Count(), i)
		}
		if got := n.Next(); got != i {
			t.Fatalf("number %d, want %d", got, i)
		}
		w.Add("lock")
		if i == 300 {
			f.write(t, s)
			s.Forget(f)
		}
	}
	if c.Get(599) != 0 || c.Get(597) != 597 || c.Get(3) != 3 || c.Get(5000) != 0 || w.Count("lock") != 600 || w.Count("gate") != 0 {
		t.Errorf("column %d %d %d, tally %d", c.Get(599), c.Get(597), c.Get(3), w.Count("lock"))
	}
}

func TestNumbersAsText(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 200 {
		var n, back shelf.Numbers
		for range r.Intn(40) {
			n = append(n, int32(r.Uint32()))
		}
		text, err := json.Marshal(n)
		if err == nil {
			err = json.Unmarshal(text, &back)
		}
		if err != nil || !slices.Equal(n, back) {
			t.Fatalf("%v is %v, %v", n, back, err)
		}
	}
	var n shelf.Numbers
	if json.Unmarshal([]byte(`"/////w"`), &n) == nil {
		t.Error("a number that does not end is read")
	}
}
