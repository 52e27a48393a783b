package resolve_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/resolve"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// TestTables runs the cases of testdata: a block is a graph and a document.
func TestTables(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no tables: ", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		line := 1
		for block := range strings.SplitSeq(string(data), "\n\n") {
			runBlock(t, file, line, block)
			line += strings.Count(block, "\n") + 2
		}
	}
}

// runBlock runs one block that begins on the line.
func runBlock(t *testing.T, file string, line int, block string) {
	t.Helper()
	g := &facts{}
	var r *resolve.Resolver
	number := 0
	for text := range strings.Lines(block) {
		verb, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
		at := fmt.Sprintf("%s:%d", file, line)
		line++
		if verb == "" || strings.HasPrefix(verb, "#") {
			continue
		}
		if verb == "known" {
			g.know(rest)
			continue
		}
		if r == nil {
			r = resolve.New(g, resolve.Options{Document: &document.Document{Name: "table", Text: "x"}, Source: "source:table"})
		}
		number++
		printed, want, _ := strings.Cut(rest, "->")
		got := outcome(t, r, verb, strings.TrimSpace(printed), number)
		if got != strings.TrimSpace(want) {
			t.Errorf("%s: %s\n got %s\nwant %s", at, strings.TrimSpace(printed), got, strings.TrimSpace(want))
		}
	}
}

// outcome resolves what a line prints and says it as the tables do.
func outcome(t *testing.T, r *resolve.Resolver, verb, printed string, number int) string {
	t.Helper()
	var m understand.Meaning
	if verb == "record" || verb == "author" {
		m = recordOf(printed, number)
	} else {
		var name string
		name, printed, _ = strings.Cut(printed, " ")
		kind := kindOf(name)
		relation := graph.Author
		if kind == graph.KindProject {
			relation = graph.OutputOf
		}
		m = meaning(number, fmt.Sprintf("Record %d", number), "", claimOf(relation, kind, printed, 1))
	}
	added := r.Add(&m)
	for _, a := range added.Assertions {
		if err := a.Check(); err != nil {
			t.Errorf("%s: %v", printed, err)
		}
	}
	var last resolve.Resolution
	for _, n := range added.Resolutions {
		if verb == "record" && n.Kind == graph.KindReport || verb != "record" && n.Kind != graph.KindReport {
			last = n
		}
	}
	if last.ID == "" {
		return "text"
	}
	var said strings.Builder
	said.WriteString(string(last.How) + " " + string(last.ID))
	sign := " ? "
	for _, c := range added.Candidates {
		if c.Entity == last.ID {
			said.WriteString(sign + string(c.Candidate))
			sign = ", "
		}
	}
	return said.String()
}

func kindOf(name string) graph.Kind {
	for _, k := range graph.Kinds() {
		if k.Prefix() == name {
			return k
		}
	}
	return graph.KindReport // which leaves it open
}

// recordOf reads "TITLE @ DATE / AUTHOR; AUTHOR [IDENTIFIER]".
func recordOf(line string, number int) understand.Meaning {
	line, ids := identifiersIn(line)
	title, rest, _ := strings.Cut(line, "@")
	date, authors, _ := strings.Cut(rest, "/")
	m := meaning(number, strings.TrimSpace(title), strings.TrimSpace(date))
	for _, id := range ids {
		text := graph.CodeObject(id.Scheme + ":" + id.Value).Text
		m.Claims = append(m.Claims, understand.Claim{Relation: graph.IdentifiedBy, Object: understand.Object{Text: text}})
	}
	for i, author := range strings.Split(authors, ";") {
		if author = strings.TrimSpace(author); author != "" {
			m.Claims = append(m.Claims, claimOf(graph.Author, graph.KindPerson, author, i+1))
		}
	}
	return m
}

// identifiersIn takes "[scheme:value]" off the end.
func identifiersIn(line string) (string, []work.Identifier) {
	before, inside, found := strings.Cut(line, "[")
	if !found {
		return line, nil
	}
	scheme, value, _ := strings.Cut(strings.TrimSuffix(strings.TrimSpace(inside), "]"), ":")
	return strings.TrimSpace(before), []work.Identifier{{Scheme: scheme, Words: work.Words{Value: value}}}
}

// meaning is what a publication with a title and a date means.
func meaning(line int, title, date string, claims ...understand.Claim) understand.Meaning {
	m := understand.Meaning{Work: &work.Work{Line: line}}
	if title != "" {
		text := graph.Text{Value: title, Language: graph.English, Standing: graph.Attested}
		m.Claims = append(m.Claims, understand.Claim{Relation: graph.Label, Object: understand.Object{Text: text}})
	}
	if d, err := graph.ParseDate(date); err == nil {
		m.Claims = append(m.Claims, understand.Claim{Relation: graph.Published, Object: understand.Object{Date: d}})
	}
	m.Claims = append(m.Claims, claims...)
	return m
}

// claimOf reads "NAME (AFFILIATION) [IDENTIFIER]", where a name may be "FAMILY | GIVEN".
func claimOf(relation graph.Relation, kind graph.Kind, printed string, position int) understand.Claim {
	printed, ids := identifiersIn(printed)
	n := &understand.Name{Kind: kind, Identifiers: ids}
	if before, inside, found := strings.Cut(printed, "("); found && kind == graph.KindPerson {
		printed = strings.TrimSpace(before)
		n.Affiliations = []work.Affiliation{{Words: work.Words{Value: strings.TrimSuffix(inside, ")")}}}
	}
	n.Value = printed
	if family, given, apart := strings.Cut(printed, " | "); apart {
		n.Family, n.Given, n.Value = family, given, family+", "+given
	}
	return understand.Claim{Relation: relation, Object: understand.Object{Name: n}, Position: position}
}
