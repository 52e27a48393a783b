package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/pflag"
)

// TestEveryFlagHasItsPlaceInTheHelp of serve and of config: once, in a group.
func TestEveryFlagHasItsPlaceInTheHelp(t *testing.T) {
	for _, name := range []string{"serve", "config"} {
		help := wasl(t, name, "--help").out
		cmd, _, err := newRoot(streams{}).Find([]string{name})
		if err != nil {
			t.Fatal(err)
		}
		cmd.InitDefaultHelpFlag()
		cmd.InheritedFlags() // makes Flags have those of the root, too
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			lines := regexp.MustCompile(`(?m)^ {2,6}(-h, )?--`+f.Name+` .*$`).FindAllString(help, -1)
			if listed := len(lines); listed != 1 {
				t.Errorf("%s --help lists --%s %d times", name, f.Name, listed)
			}
		})
	}
	if help := wasl(t, "serve", "--help").out; strings.Index(help, "--listen") > strings.Index(help, "--query-cost") || strings.Contains(help, "\n\n\n") {
		t.Errorf("what everybody needs does not come first:\n%s", help)
	}
}
