package api_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/search"
)

// orderedKind is a kind of testdata/orders.txt: how its ids begin, and which list of a report leads to it.
type orderedKind struct {
	prefix   string
	relation graph.Relation
	list     string
}

var orderedKinds = map[string]orderedKind{
	"people":        {"person", graph.Author, "authors { ... on Entity { label { value } } }"},
	"organisations": {"organisation", graph.Publisher, "publishers { label { value } }"},
	"themes":        {"theme", graph.AboutTheme, "themes { label { value } }"},
	"projects":      {"project", graph.OutputOf, "projects { label { value } }"},
	"regions":       {"region", graph.AboutRegion, "regions { label { value } }"},
}

type orderRow struct {
	header string
	names  []string
}

// TestOrders asks for the lists of testdata/orders.txt as each of its readers: those of Query, and those of a report.
func TestOrders(t *testing.T) {
	for kind, rows := range readOrders(t) {
		t.Run(kind, func(t *testing.T) {
			e := engine(plantNames(t, orderedKinds[kind], rows[0].names))
			for _, row := range rows {
				for _, query := range []string{
					fmt.Sprintf(`{ list: %s(ids: [%s], first: 100) { nodes { label { value } } } }`, kind, idList(orderedKinds[kind], len(row.names))),
					`{ node(id: "report:orders") { ... on Report { list: ` + orderedKinds[kind].list + ` } } }`,
				} {
					if got := labelsOf(t, e, row.header, query); !slices.Equal(got, row.names) {
						t.Errorf("%s for %s:\n got %s\nwant %s", query, row.header, strings.Join(got, " | "), strings.Join(row.names, " | "))
					}
				}
			}
		})
	}
}

func readOrders(t *testing.T) map[string][]orderRow {
	t.Helper()
	kinds := map[string][]orderRow{}
	kind := ""
	for line := range strings.Lines(readTestdata(t, "orders.txt")) {
		line = strings.TrimSpace(line)
		header, names, found := strings.Cut(line, ": ")
		switch {
		case strings.HasPrefix(line, "## "):
			kind = strings.TrimPrefix(line, "## ")
		case line == "" || strings.HasPrefix(line, "#"):
		case !found || orderedKinds[kind].prefix == "":
			t.Fatalf("orders.txt: %q in %q is no line of a kind", line, kind)
		default:
			kinds[kind] = append(kinds[kind], orderRow{header, strings.Split(names, " | ")})
		}
	}
	return kinds
}

// plantNames makes an entity of each name and a report that leads to all of them. The ids do not go with the names.
func plantNames(t *testing.T, k orderedKind, names []string) *search.Live {
	t.Helper()
	live := plant(t)
	c := graph.Change{Author: "test", Reason: "neighbours", Time: seedDay.Add(time.Hour)}
	c.Assert = append(c.Assert, curated("report:orders", graph.Label, text("Orders", graph.English)))
	for i, name := range names {
		id := graph.ID(fmt.Sprintf("%s:order-%d", k.prefix, len(names)-1-i))
		c.Assert = append(c.Assert, curated(id, graph.Label, text(name, graph.Multiple)), curated("report:orders", k.relation, entity(id)))
	}
	apply(t, live, c)
	return live
}

func idList(k orderedKind, count int) string {
	var ids []string
	for i := range count {
		ids = append(ids, fmt.Sprintf(`"%s:order-%d"`, k.prefix, i))
	}
	return strings.Join(ids, ", ")
}

// labelsOf are the labels in the list "list", which stands by itself or in a node.
func labelsOf(t *testing.T, e *api.Engine, header, query string) []string {
	t.Helper()
	type labelled struct{ Label struct{ Value string } }
	var got struct {
		List struct{ Nodes []labelled }
		Node struct{ List []labelled }
	}
	answer(t, e, header, query, nil, &got)
	var labels []string
	for _, n := range append(got.List.Nodes, got.Node.List...) {
		labels = append(labels, n.Label.Value)
	}
	return labels
}

// Countries are named by CLDR, in each language otherwise.
func TestCountriesInOrder(t *testing.T) {
	for header, want := range map[string][]string{
		"en":              {"Austria", "Iraq", "Oman", "Timor-Leste"},
		"de":              {"Irak", "Oman", "Österreich", "Timor-Leste"},
		"de-u-co-phonebk": {"Irak", "Österreich", "Oman", "Timor-Leste"},
		"ar":              {"العراق", "النمسا", "تيمور - ليشتي", "عُمان"},
	} {
		query := `{ list: countries(ids: ["country:TL", "country:OM", "country:IQ", "country:AT"]) { nodes { label { value } } } }`
		if got := labelsOf(t, seeded(t), header, query); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", header, got, want)
		}
	}
}

// Those who have a place in the printed order keep it; the others follow as the reader sorts.
func TestPrintedOrderComesFirst(t *testing.T) {
	live := plant(t)
	c := graph.Change{Author: "test", Reason: "authors", Time: seedDay.Add(time.Hour)}
	c.Assert = append(c.Assert, curated("report:orders", graph.Label, text("Orders", graph.English)))
	for i, name := range []string{"Zoë Last", "Anna First", "Anna Gotha", "Anna Götze"} {
		id := graph.ID(fmt.Sprintf("person:author-%d", i))
		author := curated("report:orders", graph.Author, entity(id))
		if i < 2 {
			author.Evidence.Printed = graph.Printed{Position: i + 1, As: name}
		}
		c.Assert = append(c.Assert, curated(id, graph.Label, text(name, graph.Multiple)), author)
	}
	apply(t, live, c)
	for header, want := range map[string][]string{
		"de":              {"Zoë Last", "Anna First", "Anna Gotha", "Anna Götze"},
		"de-u-co-phonebk": {"Zoë Last", "Anna First", "Anna Götze", "Anna Gotha"},
	} {
		for _, list := range []string{
			"list: authors { ... on Entity { label { value } } }", "list: contributions { label: agent { ... on Entity { value: id } } }",
		} {
			got := labelsOf(t, engine(live), header, `{ node(id: "report:orders") { ... on Report { `+list+` } } }`)
			if strings.Contains(list, "contributions") {
				for i, id := range got {
					got[i] = map[string]string{"person:author-0": "Zoë Last", "person:author-1": "Anna First", "person:author-2": "Anna Gotha", "person:author-3": "Anna Götze"}[id]
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s %s: got %q, want %q", header, list, got, want)
			}
		}
	}
}

// Languages are listed by name, and counted languages of the same size too.
func TestLanguagesInOrder(t *testing.T) {
	live := plant(t)
	c := graph.Change{Author: "test", Reason: "languages", Time: seedDay.Add(time.Hour)}
	c.Assert = append(c.Assert, curated("report:orders", graph.Label, text("Orders", graph.English)))
	for _, tag := range []string{"ar", "ckb", "de", "en", "fr"} {
		c.Assert = append(c.Assert, curated("report:orders", graph.WrittenIn, graph.CodeObject(tag)))
	}
	apply(t, live, c)
	for header, want := range map[string]string{
		"en": "Arabic, Central Kurdish, English, French, German",
		"de": "Arabisch, Deutsch, Englisch, Französisch, Zentralkurdisch",
		"ar": "الألمانية, الإنجليزية, السورانية الكردية, العربية, الفرنسية",
	} {
		got := labelsOf(t, engine(live), header, `{ node(id: "report:orders") { ... on Report { list: languages { label { value } } } } }`)
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %s, want %s", header, strings.Join(got, ", "), want)
		}
		var counted struct {
			Reports struct {
				Facet struct {
					Buckets []struct{ Label struct{ Value string } }
				}
			}
		}
		answer(t, engine(live), header, `{ reports(filter: {ids: ["report:orders"]}) { facet(by: LANGUAGE) { buckets { label { value } } } } }`, nil, &counted)
		var names []string
		for _, b := range counted.Reports.Facet.Buckets {
			names = append(names, b.Label.Value)
		}
		if strings.Join(names, ", ") != want {
			t.Errorf("%s: counted as %s, want %s", header, strings.Join(names, ", "), want)
		}
	}
}

// Texts and language tags stand in the order in which the reader's languages are tried; the rest by tag.
func TestTextsInOrder(t *testing.T) {
	live := plant(t)
	c := graph.Change{Author: "test", Reason: "labels", Time: seedDay.Add(time.Hour)}
	for _, tag := range []graph.Tag{"ar", "ar-IQ", "ckb", "de", "de-AT", "en", "zu", "ku"} {
		c.Assert = append(c.Assert, curated("theme:orders", graph.Label, text("label in "+string(tag), tag)))
	}
	for _, name := range []string{"Gotha", "Götze", "Goldmann"} {
		c.Assert = append(c.Assert, curated("theme:orders", graph.AlternativeLabel, text(name, "de")), curated("theme:orders", graph.AlternativeLabel, text(name, "en")))
	}
	apply(t, live, c)
	for header, want := range map[string][2]string{
		"":                              {"en ar ar-IQ de de-AT ckb ku zu", "en Goldmann, en Gotha, en Götze, de Goldmann, de Gotha, de Götze"},
		"de-AT":                         {"de-AT de en ar ar-IQ ckb ku zu", "de Goldmann, de Gotha, de Götze, en Goldmann, en Gotha, en Götze"},
		"de-u-co-phonebk,ku;q=0.5":      {"de de-AT ku en ar ar-IQ ckb zu", "de Götze, de Goldmann, de Gotha, en Götze, en Goldmann, en Gotha"},
		"ckb,ar;q=0.9,zu;q=0.1":         {"ckb ar ar-IQ zu en de de-AT ku", "en Goldmann, en Gotha, en Götze, de Goldmann, de Gotha, de Götze"},
		"ar-IQ,ar;q=0.9,*;q=0.1,en;q=0": {"ar-IQ ar de de-AT ckb ku zu en", "de Goldmann, de Gotha, de Götze, en Goldmann, en Gotha, en Götze"},
	} {
		var got struct {
			Node struct {
				Labels, AlternativeLabels []struct{ Language, Value string }
				AvailableIn               []string
			}
		}
		answer(t, engine(live), header, `{ node(id: "theme:orders") { ... on Theme { labels { language value } alternativeLabels { language value } availableIn } } }`, nil, &got)
		var tags, names []string
		for _, l := range got.Node.Labels {
			tags = append(tags, l.Language)
		}
		for _, l := range got.Node.AlternativeLabels {
			names = append(names, l.Language+" "+l.Value)
		}
		if strings.Join(tags, " ") != want[0] || strings.Join(got.Node.AvailableIn, " ") != want[0] || strings.Join(names, ", ") != want[1] {
			t.Errorf("%q: got\n%s\n%s\n%s\nwant\n%s\n%s", header, strings.Join(tags, " "), strings.Join(got.Node.AvailableIn, " "), strings.Join(names, ", "), want[0], want[1])
		}
	}
}
