package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSearchCheck runs tables on the seeds: one that is met, one that is not, and files that are no tables.
func TestSearchCheck(t *testing.T) {
	folder, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	file := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	met := file("met.txt", "@IQ country:IQ\nالعراق | IQ | country:IR | a name\nIrqa | IQ | | TYPO: a slip\n")
	unmet := file("unmet.txt", "Iran\tcountry:IQ\tnot this one\n")
	broken := file("broken.txt", "\nIran | country:IR\n")
	unknown := file("unknown.txt", "Iran | country:ZZ | | no such thing\n")
	tests := []struct {
		path, out, err string
		code           int
	}{
		{met, "1/1\tالعراق\n1/1\tIrqa → Iraq\n2 of 2 rows met; recall 1.000 (2 of 2)\n", "", 0},
		{unmet, "0/1\tIran\tmissing: country:IQ\t(not this one)\n0 of 1 rows met; recall 0.000 (0 of 1)\n", "", 1},
		{broken, "", "wasl: " + broken + ": line 2: expected 4 columns (query | must find | must not find | why), got 2", 3},
		{unknown, "", "wasl: " + unknown + `: line 1: "country:ZZ" is the name of nothing in the graph`, 3},
	}
	for _, test := range tests {
		o := wasl(t, "search-check", test.path, "--data", data)
		if o.code != test.code || o.out != test.out || !strings.HasSuffix(strings.TrimSpace(o.err), test.err) {
			t.Errorf("%s: exit %d\n%s%s\nwant exit %d\n%s%s", filepath.Base(test.path), o.code, o.out, o.err, test.code, test.out, test.err)
		}
	}
	if o := wasl(t, "search-check", filepath.Join(folder, "none.txt"), "--data", data); o.code != 1 || o.out != "" {
		t.Errorf("a file that is not there: %+v", o)
	}
	for _, args := range [][]string{{"search-check"}, {"search-check", met, unmet}} {
		if o := wasl(t, args...); o.code != 2 || sentence(t, o) != "wasl: expected one file with a table of queries" {
			t.Errorf("%v: %+v", args, o)
		}
	}
}
