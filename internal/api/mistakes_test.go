package api_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/lang"
)

// mistake is one entry of testdata/mistakes.txt: a query, and what is said of it.
type mistake struct {
	words, query, variables, operation string
	said                               string // the lines about its errors
}

// The languages in which each mistake is spoken of. Readers in Iraq have digits of their own.
var mistakeLanguages = []string{"en", "de", "ar-IQ"}

const mistakesFile = "testdata/mistakes.txt"

// TestMistakes says of every mistake what is wrong, in all languages.
func TestMistakes(t *testing.T) {
	intro, mistakes := readMistakes(t)
	e := seeded(t)
	var text strings.Builder
	text.WriteString(intro)
	for _, m := range mistakes {
		got := m.ask(t, e)
		if !*update && got != m.said {
			t.Errorf("%s\n%s: %s", m.words, m.query, firstDifference(got, m.said))
		}
		m.said = got
		text.WriteString("\n" + m.String())
	}
	if *update {
		if err := os.WriteFile(mistakesFile, []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// madeElsewhere are reasons that no short query leads to; tests in Go do.
var madeElsewhere = []string{"query.invalid", "query.introspection.off"}

// TestEveryMistakeIsMade looks for sentences about queries and variables that no entry of the file leads to.
func TestEveryMistakeIsMade(t *testing.T) {
	text, err := os.ReadFile("../lang/messages/en.txt")
	if err != nil {
		t.Fatal(err)
	}
	var made strings.Builder
	made.WriteString(readTestdata(t, "mistakes.txt"))
	for _, a := range attacks() {
		made.WriteString("\nreason: " + a.reason + "\n")
	}
	for _, reason := range regexp.MustCompile(`(?m)^(?:query|variable)\.\S+$`).FindAllString(string(text), -1) {
		if !strings.Contains(made.String(), "\nreason: "+reason+"\n") && !slices.Contains(madeElsewhere, reason) {
			t.Errorf("%s: no entry of %s leads to it", reason, mistakesFile)
		}
	}
	if strings.Contains(made.String(), "reason: query.invalid") {
		t.Error("some mistake is only told in the words of the parser")
	}
}

func (m mistake) ask(t *testing.T, e *api.Engine) string {
	t.Helper()
	var responses []api.Response
	for _, header := range mistakeLanguages {
		request := api.Request{Query: m.query, OperationName: m.operation, Variables: readVariables(t, m.variables)}
		responses = append(responses, e.Execute(t.Context(), request, lang.FromHeader(header)))
	}
	var b strings.Builder
	for i, problem := range responses[0].Errors {
		fmt.Fprintf(&b, "reason: %s\n", problem.Extensions["reason"])
		for j, response := range responses {
			if len(response.Errors) != len(responses[0].Errors) || !response.Refused() {
				t.Fatalf("%s: answered %s, %v", m.query, response.Data, response.Errors)
			}
			other := response.Errors[i]
			if other.Extensions["code"] != "BAD_INPUT" || other.Extensions["reason"] != problem.Extensions["reason"] {
				t.Errorf("%s: in %s %v", m.query, mistakeLanguages[j], other.Extensions)
			}
			fmt.Fprintf(&b, "%s: %s\n", mistakeLanguages[j], visible.Replace(other.Message))
		}
	}
	return b.String()
}

// visible shows the signs that keep a value apart from the sentence around it.
var visible = strings.NewReplacer("\u2068", "⟦", "\u2069", "⟧")

func readMistakes(t *testing.T) (intro string, mistakes []mistake) {
	t.Helper()
	blocks := strings.Split(strings.TrimRight(readTestdata(t, "mistakes.txt"), "\n")+"\n", "\n\n")
	for i, block := range blocks {
		block = strings.TrimRight(block, "\n") + "\n"
		if i == 0 {
			intro = block
			continue
		}
		mistakes = append(mistakes, readMistake(t, block))
	}
	return intro, mistakes
}

func readMistake(t *testing.T, block string) (m mistake) {
	t.Helper()
	for line := range strings.Lines(block) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		switch {
		case strings.HasPrefix(line, "#"):
			m.words += line
		case name == "query":
			m.query = value
		case name == "variables":
			m.variables = value
		case name == "operation":
			m.operation = value
		case name == "reason" || slices.Contains(mistakeLanguages, name):
			m.said += line
		default:
			t.Fatalf("%s: %q is no line of a mistake", mistakesFile, line)
		}
	}
	if m.words == "" || m.query == "" {
		t.Fatalf("%s: a mistake needs words and a query: %s", mistakesFile, block)
	}
	return m
}

func (m mistake) String() string {
	text := m.words + "query: " + m.query + "\n"
	if m.variables != "" {
		text += "variables: " + m.variables + "\n"
	}
	if m.operation != "" {
		text += "operation: " + m.operation + "\n"
	}
	return text + m.said
}

// A value that comes with a request is repeated in part only, whatever it is.
func TestLongValuesAreCut(t *testing.T) {
	long := strings.Repeat("ä", 5000)
	for name, request := range map[string]api.Request{
		"a name":       {Query: "{ " + strings.Repeat("a", 5000) + " }"},
		"a text":       {Query: `{ reports(first: "` + long + `") { totalCount } }`},
		"a variable":   {Query: `query ($n: Int) { reports(first: $n) { totalCount } }`, Variables: api.Variables{"n": long}},
		"a list":       {Query: `query ($n: Int) { reports(first: $n) { totalCount } }`, Variables: api.Variables{"n": slices.Repeat([]any{long}, 50)}},
		"an id":        {Query: `{ reports(filter: {themes: ["` + long + `"]}) { totalCount } }`},
		"a date":       {Query: `{ reports(filter: {publishedTo: "` + long + `"}) { totalCount } }`},
		"a path":       {Query: `query ($f: ReportFilter) { reports(filter: $f) { totalCount } }`, Variables: api.Variables{"f": map[string]any{long: 1}}},
		"a syntax":     {Query: "{ a } " + strings.Repeat("a", 5000)},
		"an operation": {Query: "{ a: __typename }", OperationName: long},
	} {
		response := seeded(t).Execute(t.Context(), request, lang.FromHeader("ar"))
		text, err := json.Marshal(response.Errors)
		if err != nil || len(response.Errors) != 1 || len(text) > 2000 {
			t.Errorf("%s: %d errors, %d bytes, %v", name, len(response.Errors), len(text), err)
		}
	}
}

// A query with thousands of mistakes is told the first ones.
func TestManyMistakesAreCut(t *testing.T) {
	var query strings.Builder
	query.WriteString("{ ")
	for i := range 5000 {
		fmt.Fprintf(&query, "a%d ", i)
	}
	query.WriteString("}")
	if got := ask(seeded(t), "de", query.String(), nil); len(got.Errors) != 100 {
		t.Errorf("%d errors are told", len(got.Errors))
	}
}
