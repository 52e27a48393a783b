package main

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// numbersOf are the numbers of ours that a server shows.
func numbersOf(t *testing.T, s *serving) string {
	t.Helper()
	status, _, text := send(t, http.MethodGet, secondAddress(t, s)+"/metrics", nil, nil)
	var ours strings.Builder
	for line := range strings.Lines(text) {
		if strings.HasPrefix(strings.TrimPrefix(strings.TrimPrefix(line, "# HELP "), "# TYPE "), "wasl_") {
			ours.WriteString(line)
		}
	}
	if status != http.StatusOK || ours.Len() == 0 {
		t.Fatalf("%d %s", status, text)
	}
	return ours.String()
}

var (
	numberHelp = regexp.MustCompile(`(?m)^# HELP (\S+) (.*)$`)
	numberType = regexp.MustCompile(`(?m)^# TYPE (\S+) (\S+)$`)
	numberName = regexp.MustCompile(`^wasl(_[a-z]+)+$`)
)

// TestNumbersAreNamedByTheRules of Prometheus: base units in full, _total for what only grows and for nothing else, a sentence each.
func TestNumbersAreNamedByTheRules(t *testing.T) {
	s := start(t, "--data", seeded(t), "--operations", "127.0.0.1:0")
	ask(t, s.address, "{ graph { revision } }", "en")
	text := numbersOf(t, s)
	helps := map[string]string{}
	for _, help := range numberHelp.FindAllStringSubmatch(text, -1) {
		helps[help[1]] = help[2]
	}
	types := numberType.FindAllStringSubmatch(text, -1)
	if len(types) < 30 || len(types) != len(helps) {
		t.Fatalf("%d numbers with %d helps", len(types), len(helps))
	}
	for _, of := range types {
		name, kind := of[1], of[2]
		if !numberName.MatchString(name) || regexp.MustCompile(`_(ms|millis\w*|minutes|kb|mb|kilobytes|megabytes|percent|count|sum|bucket|gauge|counter|histogram)(_|$)`).MatchString(name) {
			t.Errorf("%s is no good name", name)
		}
		if (kind == "counter") != strings.HasSuffix(name, "_total") {
			t.Errorf("%s is a %s", name, kind)
		}
		if !strings.HasSuffix(helps[name], ".") && !strings.HasSuffix(helps[name], ")") {
			t.Errorf("%s says %q", name, helps[name])
		}
	}
}

// TestStrangersMakeNoSeries: whatever names, paths, methods, hosts and tokens they think of, the second time there is nothing new.
func TestStrangersMakeNoSeries(t *testing.T) {
	s := start(t, "--data", seeded(t), "--operations", "127.0.0.1:0", "--rate", "0")
	const values = `(?m) \S+$` // at the ends of lines
	junk := func(round int) string {
		for i := range 10 {
			name := fmt.Sprintf("Junk%d%d", round, i)
			ask(t, s.address, "query "+name+" { "+name+": graph { revision } }", name)
			ask(t, s.address, "{ "+strings.ToLower(name)+" }", "ar")
			for _, try := range [][2]string{{"GET", "/" + name}, {strings.ToUpper(name), "/graphql"}, {"POST", "/" + name + "?" + name}, {"GET", "/graphiql/" + name}} {
				send(t, try[0], s.address+try[1], http.Header{"User-Agent": {name}, "X-Request-Id": {name}, "X-Forwarded-For": {name}}, nil)
			}
			send(t, http.MethodPost, s.address+"/import?name="+name, http.Header{"Authorization": {"Bearer " + name}, "Content-Type": {name}}, nil)
		}
		return regexp.MustCompile(values).ReplaceAllString(numbersOf(t, s), "")
	}
	first := junk(1)
	if second := junk(2); second != first || strings.Contains(strings.ToLower(first), "junk") {
		t.Errorf("there were\n%s\nand now\n%s", first, second)
	}
}
