package api_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/api"
)

// lists are all lists of the schema that have pages, each with the field to know its items by. In LIST stand the arguments.
var lists = []struct{ name, path, query string }{
	{"reports", "reports", `reports(LIST) { PAGE }`},
	{"reports by date", "reports", `reports(orderBy: PUBLISHED_ASC, LIST) { PAGE }`},
	{"reports by label", "reports", `reports(orderBy: LABEL, LIST) { PAGE }`},
	{"reports of a filter", "reports", `reports(filter: {publishedFrom: "2024", not: {countries: ["country:IQ"]}}, orderBy: PUBLISHED_ASC, LIST) { PAGE }`},
	{"reports by relevance", "reports", `reports(filter: {query: "migration"}, orderBy: RELEVANCE, LIST) { PAGE }`},
	{"neighbours", "node.neighbours", `node(id: "organisation:icmpd") { ... on Entity { neighbours(LIST) { PAGE } } }`},
	{"neighbours by a relation", "node.neighbours", `node(id: "person:ishrat-shamim") { ... on Entity { neighbours(kinds: [PERSON], relation: AUTHOR, LIST) { PAGE } } }`},
	{"people", "people", `people(LIST) { PAGE }`},
	{"organisations", "organisations", `organisations(LIST) { PAGE }`},
	{"projects", "projects", `projects(LIST) { PAGE }`},
	{"countries that begin with a", "countries", `countries(startsWith: "a", LIST) { PAGE }`},
	{"countries that begin with alif", "countries", `countries(startsWith: "ا", LIST) { PAGE }`},
	{"regions", "regions", `regions(LIST) { PAGE }`},
	{"themes", "themes", `themes(LIST) { PAGE }`},
	{"changes", "changes", `changes(LIST) { PAGE }`},
	{"statements of an entity", "node.statements", `node(id: "theme:irregular-migration") { ... on Entity { statements(LIST) { PAGE } } }`},
	{"statements of a relation", "node.statements", `node(id: "country:IQ") { ... on Entity { statements(relation: ALTERNATIVE_LABEL, LIST) { PAGE } } }`},
	{"history", "node.history", `node(id: "project:mirami") { ... on Entity { history(LIST) { PAGE } } }`},
	{"reports of an organisation", "node.reports", `node(id: "organisation:icmpd") { ... on Agent { reports(LIST) { PAGE } } }`},
	{"reports of a person", "node.reports", `node(id: "person:ishrat-shamim") { ... on Agent { reports(LIST) { PAGE } } }`},
	{"reports of a project", "node.reports", `node(id: "project:parim-ii") { ... on Project { reports(LIST) { PAGE } } }`},
	{"reports of a country", "country.reports", `country(code: "IQ") { reports(orderBy: LABEL, LIST) { PAGE } }`},
	{"reports of a region", "node.reports", `node(id: "region:m49-145") { ... on Region { reports(orderBy: PUBLISHED_ASC, LIST) { PAGE } } }`},
	{"reports of a theme", "node.reports", `node(id: "theme:irregular-migration") { ... on Theme { reports(LIST) { PAGE } } }`},
	{"reports of an event", "node.reports", `node(id: "event:hijra-amina-research-training-2014") { ... on Event { reports(LIST) { PAGE } } }`},
	{"coauthors", "node.coauthors", `node(id: "person:ishrat-shamim") { ... on Person { coauthors(LIST) { PAGE } } }`},
	{"people of an organisation", "node.people", `node(id: "organisation:icmpd") { ... on Organisation { people(LIST) { PAGE } } }`},
	{"projects of an organisation", "node.projects", `node(id: "organisation:iom") { ... on Organisation { projects(LIST) { PAGE } } }`},
	{"organisations of a project", "node.organisations", `node(id: "project:hijra-amina") { ... on Project { organisations(LIST) { PAGE } } }`},
	{"projects of a country", "country.projects", `country(code: "IQ") { projects(LIST) { PAGE } }`},
	{"narrower themes", "node.narrower", `node(id: "theme:return-reintegration") { ... on Theme { narrower(LIST) { PAGE } } }`},
	{"participants", "node.participants", `node(id: "event:hijra-amina-research-training-2014") { ... on Event { participants(LIST) { PARTS } } }`},
	{"asserted", "node.asserted", `node(id: "change:2") { ... on Change { asserted(LIST) { PAGE } } }`},
	{"retracted", "node.retracted", `node(id: "change:3") { ... on Change { retracted(LIST) { PAGE } } }`},
}

const (
	pageFields = ` totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id } edges { cursor node { id } } `
	partFields = ` totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id: printedAs } edges { cursor node { id: printedAs } } `
)

type item struct{ ID string }

// connection is one page as a client sees it.
type connection struct {
	TotalCount int
	PageInfo   struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	Nodes []item
	Edges []struct {
		Cursor string
		Node   item
	}
}

func (c connection) ids() []string {
	var ids []string
	for _, n := range c.Nodes {
		ids = append(ids, n.ID)
	}
	return ids
}

// turn asks for one page of a list.
func turn(t *testing.T, e *api.Engine, header, path, query, arguments string) connection {
	t.Helper()
	query = strings.NewReplacer("LIST", arguments, "PAGE", pageFields, "PARTS", partFields).Replace(query)
	var data json.RawMessage
	answer(t, e, header, "{ "+query+" }", nil, &data)
	for name := range strings.SplitSeq(path, ".") {
		var fields map[string]json.RawMessage
		if err := json.Unmarshal(data, &fields); err != nil || fields[name] == nil {
			t.Fatalf("%s\nanswered %s without %s: %v", query, data, name, err)
		}
		data = fields[name]
	}
	var page connection
	if err := json.Unmarshal(data, &page); err != nil {
		t.Fatalf("%s\nanswered %s: %v", query, data, err)
	}
	checkPage(t, query, page)
	return page
}

// checkPage holds a page to what must be so for every page.
func checkPage(t *testing.T, query string, page connection) {
	t.Helper()
	if len(page.Nodes) != len(page.Edges) {
		t.Fatalf("%s\n%d nodes and %d edges", query, len(page.Nodes), len(page.Edges))
	}
	for i, edge := range page.Edges {
		if edge.Node != page.Nodes[i] || edge.Cursor == "" {
			t.Errorf("%s\nedge %d is %v, the node %v", query, i, edge, page.Nodes[i])
		}
	}
	start, end := page.PageInfo.StartCursor, page.PageInfo.EndCursor
	if n := len(page.Edges); n == 0 && (start != nil || end != nil) || n > 0 && (*start != page.Edges[0].Cursor || *end != page.Edges[n-1].Cursor) {
		t.Errorf("%s\nthe page begins at %v and ends at %v, not with its edges", query, start, end)
	}
}

// Whoever walks through a list page by page, in either direction, sees what the whole list has.
func TestWalkingSeesTheWholeList(t *testing.T) {
	e := engine(changed(t))
	for _, list := range lists {
		t.Run(list.name, func(t *testing.T) {
			for _, header := range []string{"", "ar", "de"} {
				whole := turn(t, e, header, list.path, list.query, "first: 100")
				if whole.TotalCount != len(whole.Nodes) || whole.PageInfo.HasNextPage || whole.PageInfo.HasPreviousPage {
					t.Fatalf("the list has %d of %d items on one page, %+v", len(whole.Nodes), whole.TotalCount, whole.PageInfo)
				}
				if len(whole.Nodes) == 0 && header != "" && !strings.Contains(list.name, "begin with") {
					t.Fatal("the list is empty, so nothing is tested")
				}
				for _, size := range []int{1, 2, 7} {
					compareWalk(t, whole.ids(), forward(t, e, header, list.path, list.query, size, len(whole.Nodes)))
					compareWalk(t, whole.ids(), backward(t, e, header, list.path, list.query, size, len(whole.Nodes)))
				}
				between(t, e, header, list.path, list.query, whole)
			}
		})
	}
}

func compareWalk(t *testing.T, want, got []string) {
	t.Helper()
	if !slices.Equal(want, got) {
		t.Errorf("the walk saw\n%s\nthe list has\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func forward(t *testing.T, e *api.Engine, header, path, query string, size, total int) []string {
	t.Helper()
	arguments, walked := fmt.Sprintf("first: %d", size), []string{}
	for range total + 1 {
		page := turn(t, e, header, path, query, arguments)
		if page.PageInfo.HasPreviousPage != (len(walked) > 0) || page.TotalCount != total {
			t.Errorf("after %d items: %+v, %d in all", len(walked), page.PageInfo, page.TotalCount)
		}
		walked = append(walked, page.ids()...)
		if !page.PageInfo.HasNextPage {
			return walked
		}
		arguments = fmt.Sprintf("first: %d, after: %q", size, *page.PageInfo.EndCursor)
	}
	t.Errorf("the walk does not end")
	return walked
}

func backward(t *testing.T, e *api.Engine, header, path, query string, size, total int) []string {
	t.Helper()
	arguments, walked := fmt.Sprintf("last: %d", size), []string{}
	for range total + 1 {
		page := turn(t, e, header, path, query, arguments)
		if page.PageInfo.HasNextPage != (len(walked) > 0) || page.TotalCount != total {
			t.Errorf("before %d items: %+v, %d in all", len(walked), page.PageInfo, page.TotalCount)
		}
		walked = append(page.ids(), walked...)
		if !page.PageInfo.HasPreviousPage {
			return walked
		}
		arguments = fmt.Sprintf("last: %d, before: %q", size, *page.PageInfo.StartCursor)
	}
	t.Errorf("the walk does not end")
	return walked
}

// between asks for what lies strictly between the first and the last item, from either end, and for nothing at all.
func between(t *testing.T, e *api.Engine, header, path, query string, whole connection) {
	t.Helper()
	n := len(whole.Edges)
	if n < 3 {
		return
	}
	ids, first, last := whole.ids(), whole.Edges[0].Cursor, whole.Edges[n-1].Cursor
	inner := turn(t, e, header, path, query, fmt.Sprintf("first: 100, after: %q, before: %q", first, last))
	compareWalk(t, ids[1:n-1], inner.ids())
	one := turn(t, e, header, path, query, fmt.Sprintf("last: 1, after: %q, before: %q", first, last))
	compareWalk(t, ids[n-2:n-1], one.ids())
	none := turn(t, e, header, path, query, fmt.Sprintf("after: %q, before: %q", last, first))
	if len(none.Nodes) > 0 {
		t.Errorf("between the last and the first item there are %v", none.Nodes)
	}
}

// Neither first nor last: 20.
func TestPagesHave20ItemsUnlessSaidOtherwise(t *testing.T) {
	page := turn(t, seeded(t), "", "countries", `countries(startsWith: "", LIST) { PAGE }`, "before: null")
	if len(page.Nodes) != 20 || page.TotalCount != 250 || !page.PageInfo.HasNextPage || page.PageInfo.HasPreviousPage {
		t.Errorf("got %d of %d items, %+v", len(page.Nodes), page.TotalCount, page.PageInfo)
	}
	last := turn(t, seeded(t), "", "countries", `countries(LIST) { PAGE }`, fmt.Sprintf("last: 100, after: %q", *page.PageInfo.EndCursor))
	if len(last.Nodes) != 100 || last.PageInfo.HasNextPage || !last.PageInfo.HasPreviousPage {
		t.Errorf("got %d items, %+v", len(last.Nodes), last.PageInfo)
	}
}

// A cursor marks a place, not an item: it goes on working in a graph in which its item is gone or others have come.
func TestCursorsOutliveTheirRevision(t *testing.T) {
	const query = `reports(orderBy: ORDER, LIST) { PAGE }`
	for _, order := range []string{"PUBLISHED_DESC", "PUBLISHED_ASC", "LABEL"} {
		query := strings.ReplaceAll(query, "ORDER", order)
		live := plant(t)
		e := engine(live)
		before := turn(t, e, "de", "reports", query, "first: 100")
		apply(t, live, retractReport(live.View(), "report:icmpd-2024-05-displacement-emigration-return-iraq"))
		after := turn(t, e, "de", "reports", query, "first: 100")
		if len(after.Nodes) != len(before.Nodes)-1 {
			t.Fatalf("%s: %d reports before, %d after", order, len(before.Nodes), len(after.Nodes))
		}
		for i, edge := range before.Edges {
			page := turn(t, e, "de", "reports", query, fmt.Sprintf("first: 100, after: %q", edge.Cursor))
			want := slices.DeleteFunc(slices.Clone(before.ids()[i+1:]), func(id string) bool {
				return id == "report:icmpd-2024-05-displacement-emigration-return-iraq"
			})
			compareWalk(t, want, page.ids())
			page = turn(t, e, "de", "reports", query, fmt.Sprintf("last: 100, before: %q", edge.Cursor))
			want = slices.DeleteFunc(slices.Clone(before.ids()[:i]), func(id string) bool {
				return id == "report:icmpd-2024-05-displacement-emigration-return-iraq"
			})
			compareWalk(t, want, page.ids())
		}
	}
}

// A search has pages forward only: one after the other they are what one long page is.
func TestSearchIsPaged(t *testing.T) {
	const list = `search(query: "migration العراق", LIST) { PAGE }`
	for _, header := range []string{"ar-IQ", "de-u-co-phonebk", ""} {
		e := engine(changed(t))
		whole := turn(t, e, header, "search", list, "first: 100")
		if whole.PageInfo.HasNextPage || len(whole.Nodes) != whole.TotalCount || whole.TotalCount < 3 {
			t.Fatalf("%q: %d of %d", header, len(whole.Nodes), whole.TotalCount)
		}
		var walked []string
		for after := ""; ; {
			page := turn(t, e, header, "search", list, "first: 2"+after)
			walked = append(walked, page.ids()...)
			if !page.PageInfo.HasNextPage {
				break
			}
			after = fmt.Sprintf(", after: %q", *page.PageInfo.EndCursor)
		}
		if !slices.Equal(walked, whole.ids()) {
			t.Errorf("%q: walked %v, want %v", header, walked, whole.ids())
		}
	}
}
