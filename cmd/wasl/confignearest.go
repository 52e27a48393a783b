package main

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

// suggestion names the settings that a wrong name may mean, or where to find all of them.
func suggestion(name string, known []string) string {
	if best := nearest(name, known); best != "" {
		return "do you mean " + best + "?"
	}
	return "wasl config shows those that there are"
}

// nearest is the name that is spelt most like another one, "" when none is much like it.
func nearest(name string, known []string) string {
	best, least := "", len(name)/3+1
	for _, candidate := range known {
		if d := distance(name, candidate); d <= least && (best == "" || d < distance(name, best)) {
			best = candidate
		}
	}
	return best
}

// distance is how many letters must be put in, left out or changed to make one name the other.
func distance(a, b string) int {
	if len(a) > 100 {
		return len(a)
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		above := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := above
			if a[i] != b[j] {
				change++
			}
			above = row[j+1]
			row[j+1] = min(change, row[j]+1, above+1)
		}
	}
	return row[len(b)]
}

// testVariables begin the names of variables that tests and their tools read.
var testVariables = []string{"WASL_SAMPLES", "WASL_FIXTURES", "WASL_CRASH", "WASL_SOAK", "WASL_TEST", "WASL_RECORD", "WASL_BENCH", "WASL_ATTACK", "WASL_FUZZ"}

// strayVariables are the environment's variables that look like settings and are none, sorted.
func strayVariables(known *pflag.FlagSet) []string {
	names := append(variables(known), "WASL_CONFIG")
	var stray []string
	for _, entry := range os.Environ() {
		name, _, _ := strings.Cut(entry, "=")
		tests := slices.ContainsFunc(testVariables, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
		if strings.HasPrefix(name, "WASL_") && !tests && !slices.Contains(names, name) {
			stray = append(stray, name)
		}
	}
	slices.Sort(stray)
	return stray
}

// variables are the names of the variables for settings.
func variables(known *pflag.FlagSet) []string {
	names := settingNames(known)
	for i, name := range names {
		names[i] = variable(name)
	}
	return names
}
