package resolve_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/resolve"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// somebody is a person as they are, and as documents print them.
type somebody struct {
	family, given string
	body          string
	orcid         string
}

// printed is how a document prints somebody.
type printed struct {
	who              int
	initial, turned  bool
	withBody, withID bool
}

// paper is a document: of each record, who wrote it.
type paper struct {
	source  graph.SourceID
	records [][]printed
}

// people draws a few people, some of whom share names.
func people(t *rapid.T) []somebody {
	families := []string{"Hassan", "Haddad", "Müller", "de la Cruz"}
	given := []string{"Ali", "Amina", "Anna", "Omar Karim"}
	bodies := []string{"ICMPD", "Council for Protection Research", "Institute for Regional Affairs"}
	var list []somebody
	for i := range rapid.IntRange(2, 6).Draw(t, "people") {
		list = append(list, somebody{
			rapid.SampledFrom(families).Draw(t, "family"), rapid.SampledFrom(given).Draw(t, "given"), rapid.SampledFrom(bodies).Draw(t, "body"),
			fmt.Sprintf("0000-0000-0000-%04d", i),
		})
	}
	return list
}

// papers draws documents about them. Nobody writes a record twice.
func papers(t *rapid.T, n int) []paper {
	var list []paper
	for i := range rapid.IntRange(2, 3).Draw(t, "documents") {
		p := paper{source: graph.SourceID(fmt.Sprintf("source:paper-%d", i))}
		for range rapid.IntRange(1, 4).Draw(t, "records") {
			var authors []printed
			for _, who := range rapid.Permutation(numbers(n)).Draw(t, "order")[:rapid.IntRange(1, min(3, n)).Draw(t, "authors")] {
				authors = append(authors, printed{
					who, rapid.Bool().Draw(t, "initial"), rapid.Bool().Draw(t, "turned"), rapid.Bool().Draw(t, "with body"), rapid.Bool().Draw(t, "with id"),
				})
			}
			p.records = append(p.records, authors)
		}
		list = append(list, p)
	}
	return list
}

func numbers(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// name is the claim that somebody wrote a record.
func (s somebody) name(p printed, position int) understand.Claim {
	n := &understand.Name{Kind: graph.KindPerson, Family: s.family, Given: s.given}
	if p.initial {
		n.Given = s.given[:1] + "."
	}
	n.Value = n.Given + " " + n.Family
	if p.turned {
		n.Value = n.Family + ", " + n.Given
	}
	if p.withBody {
		n.Affiliations = []work.Affiliation{{Words: work.Words{Value: s.body}}}
	}
	if p.withID {
		n.Identifiers = []work.Identifier{{Scheme: "orcid", Words: work.Words{Value: s.orcid}}}
	}
	return understand.Claim{Relation: graph.Author, Object: understand.Object{Name: n}, Position: position}
}

// read resolves a document against a graph, and notes which entity each printed name went to.
func (p paper) read(t *rapid.T, g *facts, who []somebody, went map[int][]graph.ID) []graph.Assertion {
	r := resolve.New(g, resolve.Options{Document: &document.Document{Name: "paper", Text: "x"}, Source: p.source})
	var said []graph.Assertion
	for i, authors := range p.records {
		var claims []understand.Claim
		for j, a := range authors {
			claims = append(claims, who[a.who].name(a, j+1))
		}
		m := meaning(i+1, fmt.Sprintf("%s, record %d", p.source, i), "2024", claims...)
		added := r.Add(&m)
		for _, a := range added.Assertions {
			if err := a.Check(); err != nil {
				t.Fatalf("%s %s: %v", a.Subject, a.Relation, err)
			}
		}
		said = append(said, added.Assertions...)
		j := 0
		for _, n := range added.Resolutions {
			if n.Kind == graph.KindPerson {
				if a := authors[j]; a.withID && a.withBody && !a.initial {
					went[a.who] = append(went[a.who], n.ID)
				}
				j++
			}
		}
	}
	return said
}

// TestOrderMakesNoWrongMerges imports documents in any order, and each again: people with an identifier of their own are never
// one entity, and the second time nothing changes.
func TestOrderMakesNoWrongMerges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		who := people(t)
		documents := papers(t, len(who))
		for range 2 {
			g, went := &facts{}, map[int][]graph.ID{}
			for _, p := range documents {
				g.replace(p.source, p.read(t, g, who, went))
			}
			checkApart(t, went)
			checkIdentifiers(t, g)
			for _, p := range documents {
				before := sayings(g, p.source)
				again := p.read(t, g, who, map[int][]graph.ID{})
				g.replace(p.source, again)
				if after := sayings(g, p.source); !slices.Equal(before, after) {
					t.Fatalf("the second time, %s says\n%v\nand not\n%v", p.source, after, before)
				}
			}
			slices.Reverse(documents)
		}
	})
}

// checkApart says that no entity is two people, of those who can be told apart.
func checkApart(t *rapid.T, went map[int][]graph.ID) {
	owner := map[graph.ID]int{}
	for person, ids := range went {
		for _, id := range ids {
			if other, taken := owner[id]; taken && other != person {
				t.Fatalf("%s is two people", id)
			}
			owner[id] = person
		}
	}
}

// checkIdentifiers says that no entity has two identifiers of a kind that gives each one.
func checkIdentifiers(t *rapid.T, g *facts) {
	codes := map[graph.ID]string{}
	for _, a := range g.list {
		if a.Relation != graph.IdentifiedBy {
			continue
		}
		if other := codes[a.Subject]; other != "" && other != a.Object.Text.Value {
			t.Fatalf("%s has %s and %s", a.Subject, other, a.Object.Text.Value)
		}
		codes[a.Subject] = a.Object.Text.Value
	}
}

// sayings are what a source says, in order.
func sayings(g *facts, source graph.SourceID) []string {
	var list []string
	for _, a := range g.list {
		if a.Evidence.Source == source {
			list = append(list, fmt.Sprintf("%s %s %s %+v", a.Subject, a.Relation, a.Object, a.Evidence.Printed))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
