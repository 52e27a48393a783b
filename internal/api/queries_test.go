package api_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/api"
)

var update = flag.Bool("update", false, "write the answers of testdata/queries and testdata/changed anew; read them before you keep them")

// Each file of testdata/queries asks the seeds one question.
func TestQueries(t *testing.T) {
	runCases(t, seeded(t), "testdata/queries")
}

// Each file of testdata/changed asks one question of the seeds after the changes of changed_test.go.
func TestQueriesAfterChanges(t *testing.T) {
	runCases(t, engine(changed(t)), "testdata/changed")
}

func runCases(t *testing.T, e *api.Engine, folder string) {
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases in %s: %v", folder, err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			c, err := readCase(string(text))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			c.run(t, e)
			if *update {
				if err := os.WriteFile(name, []byte(c.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// queryCase is one file: a question in words, the query, its variables, and its answers.
//
//	# What is asked, in words.
//	-- query --
//	{ country(code: "IQ") { label { value } } }
//	-- variables --
//	{}
//	-- answer ar-IQ,en;q=0.8 --
//	{ … }
//	-- answer --
//	{ … }
//
// The variables may be left out. Each answer names the Accept-Language header that the question is asked with; without one,
// it is asked without a header.
type queryCase struct {
	words, query, variables string
	answers                 []expected
}

type expected struct{ header, answer string }

func readCase(text string) (queryCase, error) {
	var c queryCase
	section := &c.words
	for line := range strings.Lines(text) {
		title, found := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "-- ")
		title, closed := strings.CutSuffix(title, "--")
		if !found || !closed {
			*section += line
			continue
		}
		switch kind, header, _ := strings.Cut(strings.TrimSpace(title), " "); kind {
		case "query":
			section = &c.query
		case "variables":
			section = &c.variables
		case "answer":
			c.answers = append(c.answers, expected{header: header})
			section = &c.answers[len(c.answers)-1].answer
		default:
			return c, fmt.Errorf("no section is called %q; there are query, variables and answer", title)
		}
	}
	if c.query == "" || len(c.answers) == 0 || !strings.HasPrefix(c.words, "#") {
		return c, fmt.Errorf("expected words after #, a query, and at least one answer")
	}
	return c, nil
}

// String is the file.
func (c queryCase) String() string {
	var b strings.Builder
	b.WriteString(c.words + "-- query --\n" + c.query)
	if c.variables != "" {
		b.WriteString("-- variables --\n" + c.variables)
	}
	for _, a := range c.answers {
		fmt.Fprintf(&b, "-- %s --\n%s", strings.TrimSpace("answer "+a.header), a.answer)
	}
	return b.String()
}

func (c *queryCase) run(t *testing.T, e *api.Engine) {
	for i, want := range c.answers {
		got := readable(t, ask(e, want.header, c.query, readVariables(t, c.variables)))
		if !*update && got != want.answer && !sameButForFurther(t, got, want.answer, further()) {
			t.Errorf("Accept-Language %q: %s", want.header, firstDifference(got, want.answer))
		}
		c.answers[i].answer = got
	}
}

func readVariables(t testing.TB, text string) api.Variables {
	t.Helper()
	var variables api.Variables
	if text != "" {
		if err := json.Unmarshal([]byte(text), &variables); err != nil {
			t.Fatalf("the variables are no JSON object: %v", err)
		}
	}
	return variables
}

// readable writes a response with one value a line.
func readable(t *testing.T, response api.Response) string {
	t.Helper()
	var text bytes.Buffer
	out := json.NewEncoder(&text)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(response); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// firstDifference shows the first line in which two texts differ, with the lines before it.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		if i < len(g) && i < len(w) && g[i] == w[i] {
			continue
		}
		return fmt.Sprintf("line %d of the answer\n…\n%s\ngot  %s\nwant %s", i+1,
			strings.Join(g[max(0, i-6):min(i, len(g))], "\n"), lineAt(g, i), lineAt(w, i))
	}
	return "no difference"
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(the end)"
}

func TestCasesAreReadAsTheyAreWritten(t *testing.T) {
	text := "# Words.\n-- query --\n{ a }\n-- variables --\n{}\n-- answer ar-MA,fr;q=0.8 --\n{}\n-- answer --\n{}\n"
	c, err := readCase(text)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.String(); got != text {
		t.Errorf("got %q, want %q", got, text)
	}
	if c.answers[0].header != "ar-MA,fr;q=0.8" || c.answers[1].header != "" {
		t.Errorf("got the headers %q", c.answers)
	}
	for _, wrong := range []string{"", "# Words.\n-- query --\n{ a }\n", "# Words.\n-- qeury --\n{ a }\n-- answer --\n{}\n", "-- query --\n{ a }\n-- answer --\n{}\n"} {
		if _, err := readCase(wrong); err == nil {
			t.Errorf("%q is taken for a case", wrong)
		}
	}
}
