package record

import (
	"os/exec"
	"strings"
	"testing"
)

// pinned are the versions that work together. A newer hidalgo or quad does not compile with this Cayley, and Cayley's
// newer tag v0.7.7 is older code, which swallows errors: whatever upgrades modules goes there by itself.
var pinned = map[string]string{
	"github.com/cayleygraph/cayley": "v0.7.7-0.20220304214302-275a7428fb10",
	"github.com/cayleygraph/quad":   "v1.2.4",
	"github.com/hidal-go/hidalgo":   "v0.0.0-20190814174001-42e03f3b5eaa",
	"go.etcd.io/bbolt":              "v1.4.3",
}

// linked are the modules whose packages this one needs, with their versions.
func linked(t *testing.T) map[string]string {
	t.Helper()
	const format = "{{with .Module}}{{.Path}} {{.Version}}{{with .Replace}} replaced{{end}}{{end}}"
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "-f", format, ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	modules := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, version, _ := strings.Cut(strings.TrimSpace(line), " ")
		modules[path] = version
	}
	return modules
}

func TestPinnedVersions(t *testing.T) {
	modules := linked(t)
	for path, want := range pinned {
		if modules[path] != want {
			t.Errorf("%s is at %q, want %s", path, modules[path], want)
		}
	}
}

// TestNothingOfBoltDB: Cayley's own bolt backend is archived and aborts under the race detector.
func TestNothingOfBoltDB(t *testing.T) {
	for path := range linked(t) {
		if strings.HasPrefix(path, "github.com/boltdb/") {
			t.Errorf("the package links %s", path)
		}
	}
}
