package search_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/internal/view/gen"
)

func generated(t testing.TB, seed uint64) *view.View {
	t.Helper()
	v, err := view.Build(t.Context(), gen.Snapshot(gen.Options{Reports: 1500, Seed: seed}))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func mustIndex(t testing.TB, v *view.View) *search.Index {
	t.Helper()
	x, err := search.Build(t.Context(), v)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func fileOf(t testing.TB, x *search.Index) []byte {
	t.Helper()
	var out bytes.Buffer
	n, err := x.WriteTo(&out)
	if err != nil || n != int64(out.Len()) {
		t.Fatal(n, out.Len(), err)
	}
	return out.Bytes()
}

// TestFile writes an index, reads it, and finds the same; building it again gives the same bytes.
func TestFile(t *testing.T) {
	v := generated(t, 1)
	x := mustIndex(t, v)
	data := fileOf(t, x)
	if !bytes.Equal(data, fileOf(t, mustIndex(t, v))) {
		t.Error("two indexes of one view differ")
	}
	again, err := search.ReadIndex(bytes.NewReader(data), v)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, fileOf(t, again)) {
		t.Error("what was read is written differently")
	}
	for _, query := range []string{"migration", "visa policy", "Institute -Kabanita", `"border management"`, "2020..2021", "Grenzmanagment", "doi:10.5555/7"} {
		request := search.Request{Query: query}
		if got, want := find(t, again, request), find(t, x, request); !slices.Equal(got, want) {
			t.Errorf("%q finds %d, and %d once read", query, len(want), len(got))
		}
		got, want := mustSearch(t, again, request).DidYouMean(t.Context()), mustSearch(t, x, request).DidYouMean(t.Context())
		if !slices.Equal(got, want) {
			t.Errorf("%q may mean %v, and %v once read", query, want, got)
		}
	}
	for _, prefix := range []string{"m", "visa", "ka", "الهج", "i1"} {
		if got, want := suggest(t, again, "de", prefix, 50), suggest(t, x, "de", prefix, 50); !slices.Equal(got, want) {
			t.Errorf("%q is completed by %v, and %v once read", prefix, want, got)
		}
	}
}

// TestFileIsChecked reads what is no index, and that of another view.
func TestFileIsChecked(t *testing.T) {
	v := generated(t, 1)
	data := fileOf(t, mustIndex(t, v))
	for at := 0; at < len(data); at += len(data) / 37 {
		spoilt := slices.Clone(data)
		spoilt[at] ^= 0x10
		if _, err := search.ReadIndex(bytes.NewReader(spoilt), v); !errors.Is(err, search.ErrDamaged) {
			t.Errorf("byte %d is wrong: %v", at, err)
		}
		if _, err := search.ReadIndex(bytes.NewReader(data[:at]), v); !errors.Is(err, search.ErrDamaged) {
			t.Errorf("only %d bytes: %v", at, err)
		}
	}
	if _, err := search.ReadIndex(bytes.NewReader(append(slices.Clone(data), 0)), v); !errors.Is(err, search.ErrDamaged) {
		t.Errorf("one byte more: %v", err)
	}
	if _, err := search.ReadIndex(bytes.NewReader(data), generated(t, 2)); !errors.Is(err, search.ErrRevision) {
		t.Errorf("another view: %v", err)
	}
	fault := errors.New("the disk is gone")
	if _, err := search.ReadIndex(failing{fault}, v); !errors.Is(err, fault) {
		t.Errorf("a reader that fails: %v", err)
	}
}

type failing struct{ error }

func (f failing) Read([]byte) (int, error) { return 0, f.error }

// TestEmptyGraph has nothing to find.
func TestEmptyGraph(t *testing.T) {
	x := indexOf(t, nil)
	if found := find(t, x, search.Request{Query: "Iraq"}); len(found) > 0 {
		t.Error(found)
	}
	if list := suggest(t, x, "en", "ira", 5); len(list) > 0 {
		t.Error(list)
	}
	if _, err := search.ReadIndex(bytes.NewReader(fileOf(t, x)), x.View()); err != nil {
		t.Error(err)
	}
	if set, err := x.Filter(t.Context(), search.Filter{Query: "-Iraq", Filter: graph.Filter{AvailableIn: lang.Served()}}); err != nil || set.Len() > 0 {
		t.Error(set.Len(), err)
	}
}
