package query_test

import (
	"context"
	"reflect"
	"testing"

	"readout/internal/serve/query"
	"readout/internal/serve/query/querytest"
)

// counting is a store that counts how often it is searched.
type counting struct {
	*querytest.Fake
	searches *int
}

func (c counting) Search(ctx context.Context, kind, text string, limit int) ([]string, error) {
	*c.searches++
	return c.Fake.Search(ctx, kind, text, limit)
}

// An engine that remembers gives the same answers, and asks once.
func TestRemembering(t *testing.T) {
	searches := 0
	plain, quick := engine(), query.New(counting{querytest.Sample(), &searches}, "test").Remembering()
	for range 3 {
		for _, at := range []query.At{{}, {RecordedBy: "2026-03-03"}, {AsOf: "2026-03-05"}} {
			want, err := plain.Quote(ctx, "keep the lock closed", at, 5)
			got, err2 := quick.Quote(ctx, "keep the lock closed", at, 5)
			if err != nil || err2 != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%+v: got %+v, %v, want %+v, %v", at, got, err2, want, err)
			}
		}
		want, _, err := plain.Statements(ctx, query.Query{}, "", 0)
		got, _, err2 := quick.Statements(ctx, query.Query{}, "", 0)
		if err != nil || err2 != nil || len(got) == 0 || !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, %v, want %+v, %v", got, err2, want, err)
		}
	}
	if searches != 1 {
		t.Errorf("%d searches", searches)
	}
}
