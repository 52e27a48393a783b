package lang

import (
	"bytes"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// TestKeyOrder sorts the lists of testdata/sort_TAG.txt. The next language needs no more than a file.
func TestKeyOrder(t *testing.T) {
	files, err := filepath.Glob("testdata/sort_*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no lists", err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		tag := graph.Tag(strings.TrimSuffix(strings.TrimPrefix(name, "sort_"), ".txt"))
		if !slices.Contains(Orders(), tag) {
			t.Errorf("%s: there is no order %s", name, tag)
		}
		for title, want := range readLists(t, name) {
			t.Run(string(tag)+"/"+title, func(t *testing.T) { checkOrder(t, tag, want) })
		}
	}
}

// readLists reads the lists of a file by their titles.
func readLists(t testing.TB, file string) map[string][]string {
	t.Helper()
	lists := map[string][]string{}
	title := ""
	for _, line := range readLines(t, file) {
		if next, ok := strings.CutPrefix(line, "## "); ok {
			title = next
		} else if line != "" && !isComment(line) {
			lists[title] = append(lists[title], line)
		}
	}
	return lists
}

func checkOrder(t *testing.T, tag graph.Tag, want []string) {
	t.Helper()
	got := slices.Clone(want)
	random := rand.New(rand.NewPCG(1, 2))
	random.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	sortByKey(NewSorter(tag), got)
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("at %d: got %q, want %q", i, got[i], want[i])
		}
	}
}

func sortByKey(s *Sorter, values []string) {
	keys := map[string][]byte{}
	for _, value := range values {
		keys[value] = s.Key(nil, value)
	}
	slices.SortFunc(values, func(a, b string) int { return bytes.Compare(keys[a], keys[b]) })
}

func TestNewSorterResolvesTags(t *testing.T) {
	tests := []struct{ tag, as graph.Tag }{
		{"ar-IQ", "ar"},
		{"acm-IQ", "ar"},
		{"ckb", "ar"},
		{"ar-u-nu-arab", "ar"},
		{"de-AT", "de"},
		{"gsw", "de"},
		{"de-u-co-standard", "de"},
		{"de-u-co-nonsense", "de"},
		{"la", "en"},
		{"mul", "en"},
		{"und", "en"},
		{"", "en"},
		{"en-GB", "en"},
		{"?", "en"},
		{"de-AT-u-co-phonebk", "de-u-co-phonebk"},
	}
	for _, test := range tests {
		a, b := NewSorter(test.tag), NewSorter(test.as)
		for _, value := range []string{"Äpfel", "أفغانستان", "PARIM 10", "آb"} {
			if !bytes.Equal(a.Key(nil, value), b.Key(nil, value)) {
				t.Errorf("%s sorts %q unlike %s", test.tag, value, test.as)
			}
		}
	}
	phoneBook, dictionary := NewSorter("de-AT-u-co-phonebk"), NewSorter("de-AT")
	if bytes.Equal(phoneBook.Key(nil, "Äpfel"), dictionary.Key(nil, "Äpfel")) {
		t.Error("the phone book's order was lost with the region")
	}
}

// Digits of every script count, and none of them makes two values the same.
func TestKeyIsTotal(t *testing.T) {
	same := []string{"9", "09", "٩", "۹", "９", "Rückkehr", "Ru\u0308ckkehr", "ك\u064eتب", "كتب", "كـتب", "a\u200bb", "ab", "", "\x00"}
	for _, tag := range Orders() {
		s := NewSorter(tag)
		seen := map[string]string{}
		for _, value := range same {
			key := string(s.Key(nil, value))
			if other, ok := seen[key]; ok {
				t.Errorf("%s: %q and %q have one key", tag, value, other)
			}
			seen[key] = value
		}
	}
}

func TestKeyAppends(t *testing.T) {
	s := NewSorter("ar")
	first := s.Key([]byte("before"), "العراق")
	again := s.Key(nil, "العراق")
	if string(first) != "before"+string(again) {
		t.Errorf("got %q, want %q behind what was there", first, again)
	}
}

func TestKeyOfLongNumbers(t *testing.T) {
	var values []string
	for _, n := range []int{1, 8, 9, 10, 100, 9998, 9999, 10_000} {
		values = append(values, strings.Repeat("1", n), strings.Repeat("1", n-1)+"2")
	}
	values = values[:len(values)-2] // from here on numbers of different lengths compare as text
	for _, tag := range Orders() {
		got := slices.Clone(values)
		slices.Reverse(got)
		sortByKey(NewSorter(tag), got)
		if !slices.Equal(got, values) {
			t.Errorf("%s: long numbers are not in the order of their values", tag)
		}
	}
}

func FuzzKey(f *testing.F) {
	for _, file := range []string{"sort_ar.txt", "sort_de.txt"} {
		for title, list := range readLists(f, file) {
			if !strings.HasPrefix(title, "the countries") {
				for i := range list[1:] {
					f.Add(list[i], list[i+1])
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, tag := range Orders() {
			s := NewSorter(tag)
			first := s.Key(nil, a)
			second := s.Key(nil, b)
			if order := bytes.Compare(first, second); (order == 0) != (a == b) {
				t.Errorf("%s: %q and %q have one key", tag, a, b)
			}
			if !bytes.Equal(first, s.Key(nil, a)) {
				t.Errorf("%s: two keys for %q", tag, a)
			}
		}
	})
}
