package api_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/wasl-graph/wasl/internal/api"
)

// Each file in testdata/manifests has a list of documents, and what is found in it or wrong with it. With -update it is
// written anew.
func TestReadTrusted(t *testing.T) {
	files, err := filepath.Glob("testdata/manifests/*.txtar")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			script, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			trusted, err := api.ReadTrusted(script.Files[0].Name, script.Files[0].Data)
			got := fmt.Sprintln(err)
			if err == nil {
				got = fmt.Sprintln(trusted.Len(), "documents")
			}
			if flag.Lookup("update").Value.String() == "true" {
				script.Files[1].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(script), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(script.Files[1].Data); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

func FuzzReadTrusted(f *testing.F) {
	f.Add([]byte(`{"a": "{ __typename }", "b": 1}`))
	f.Add([]byte(`{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": "a", "body": "{ __typename }"}, 1]}`))
	f.Add([]byte(`{"operations": {}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		trusted, err := api.ReadTrusted("list.json", data)
		if (trusted == nil) != (err != nil) || (err == nil && trusted.Len() == 0) {
			t.Errorf("%v, %v", trusted, err)
		}
	})
}
