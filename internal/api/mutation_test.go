package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
)

func seededChain(header string) lang.Chain { return lang.FromHeader(header) }

// curate asks for something as a curator.
func curate(t testing.TB, e *api.Engine, query string, variables map[string]any) api.Response {
	t.Helper()
	return e.Execute(api.WithCaller(t.Context(), nadia), api.Request{Query: query, Variables: variables}, seededChain("en"))
}

// must asks for something that has to be done.
func must(t testing.TB, e *api.Engine, query string) string {
	t.Helper()
	response := curate(t, e, query, nil)
	if len(response.Errors) > 0 {
		t.Fatalf("%s\nfailed: %v", query, response.Errors)
	}
	return string(response.Data)
}

// everything asks for whatever is said of two entities, by their ids and by what leads to them.
const everything = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity {
	id kind label { value language source { id } } labels { value language kind standing } alternativeLabels { value language } availableIn missingIn
	identifiers { scheme value } statements(first: 100) { totalCount nodes { id relation label { value } evidence { method source { id } } recordedAt object {
		... on EntityObject { entity { id label { value } } } ... on TextObject { text { value language kind standing } } ... on DateObject { date } } } }
	neighbours(first: 50) { totalCount edges { node { id } } }
	... on Theme { reports(first: 50) { nodes { id } } broader { id } related { id } }
	... on Organisation { reports(first: 50) { nodes { id } } people { nodes { id } } projects { nodes { id } } } } }
	reports(first: 100) { nodes { id themes { id } } }
	search(query: "ICMPD", first: 50) { nodes { id } } themes(first: 100) { nodes { id } } organisations(first: 100) { nodes { id } } }`

// A merge that is undone leaves every answer as it was.
func TestSplitUndoesMergeExactly(t *testing.T) {
	for _, pair := range [][2]string{{"theme:policy", "theme:governance"}, {"theme:governance", "theme:research"}, {"organisation:icmpd", "organisation:iom"}} {
		t.Run(pair[1], func(t *testing.T) {
			e := curating(plant(t))
			asked := map[string]any{"ids": []any{pair[0], pair[1]}}
			answers := func() string {
				response := curate(t, e, everything, asked)
				if len(response.Errors) > 0 {
					t.Fatal(response.Errors)
				}
				return string(response.Data)
			}
			before := answers()
			must(t, e, fmt.Sprintf(`mutation { mergeEntities(input: {winner: %q, loser: %q, reason: "one"}) { entity { id } } }`, pair[0], pair[1]))
			if answers() == before {
				t.Error("merging has no effect")
			}
			split := must(t, e, fmt.Sprintf(`mutation { splitEntity(input: {mergedId: %q, reason: "two"}) { entity { id } } }`, pair[1]))
			if !strings.Contains(split, fmt.Sprintf(`{"id":%q}`, pair[1])) {
				t.Errorf("the split answers %s", split)
			}
			if got := answers(); got != before {
				t.Errorf("afterwards\n%s\nbefore\n%s", got, before)
			}
		})
	}
}

// A merged id goes on answering, with the winner.
func TestMergedIdAnswers(t *testing.T) {
	live := plant(t)
	e := curating(live)
	must(t, e, `mutation { mergeEntities(input: {winner: "theme:policy", loser: "theme:governance", reason: "one"}) { entity { id } } }`)
	if n, found := live.View().Find("theme:governance"); !found || live.View().ID(n) != "theme:policy" {
		t.Error("the merged id does not find the winner")
	}
	got := must(t, e, `mutation { setLabel(input: {entity: "theme:governance", language: "fr", value: "Politique", standing: ATTESTED, reason: "r"}) { entity { id label(languages: ["fr"]) { value } } } }`)
	if want := `{"setLabel":{"entity":{"id":"theme:policy","label":{"value":"Politique"}}}}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Of several that look at one revision, one makes its change, and the others are told of it.
func TestOneOfManyWins(t *testing.T) {
	live := plant(t)
	e := curating(live)
	revision := live.View().Revision().String()
	codes := make([]string, 8)
	var wait sync.WaitGroup
	for i := range codes {
		wait.Go(func() {
			response := curate(t, e, fmt.Sprintf(
				`mutation { setLabel(input: {entity: "country:IQ", language: "fr", value: "Irak %d", standing: ATTESTED, reason: "r", expectedRevision: %q}) { revision } }`, i, revision), nil)
			for _, problem := range response.Errors {
				codes[i] = fmt.Sprint(problem.Extensions["code"])
			}
		})
	}
	wait.Wait()
	slices.Sort(codes)
	if codes[0] != "" || slices.Index(codes, "CONFLICT") != 1 || codes[7] != "CONFLICT" || live.View().Revision().Number != 2 {
		t.Errorf("they are told %v, and the graph is at %v", codes, live.View().Revision())
	}
}

// leaving is a graph whose client goes away as soon as its change is recorded.
type leaving struct {
	*search.Live
	leave context.CancelFunc
}

func (l leaving) Propose(ctx context.Context, p view.Proposal) (search.Outcome, error) {
	defer l.leave()
	return l.Live.Propose(ctx, p)
}

// A change that was recorded stands, and is answered, when the request is over meanwhile. What is not begun then is not done.
func TestRecordedChangesAreAnswered(t *testing.T) {
	live := plant(t)
	ctx, leave := context.WithCancel(api.WithCaller(t.Context(), nadia))
	e := api.NewEngine(leaving{live, leave}, slog.New(slog.DiscardHandler))
	response := e.Execute(ctx, api.Request{Query: `mutation {
		a: addStatement(input: {subject: "country:IQ", relation: NOTE, object: {text: {value: "One.", language: "en"}}, reason: "r"}) { statement { subject { neighbours(first: 1) { totalCount } } } } }`}, seededChain("en"))
	if len(response.Errors) > 0 || !strings.Contains(string(response.Data), "totalCount") || live.View().Revision().Number != 2 {
		t.Errorf("%s %v, and the graph is at %v", response.Data, response.Errors, live.View().Revision())
	}
	over, cancel := context.WithCancel(api.WithCaller(t.Context(), nadia))
	e = api.NewEngine(leaving{live, cancel}, slog.New(slog.DiscardHandler))
	response = e.Execute(over, api.Request{Query: `mutation {
		a: addStatement(input: {subject: "country:IQ", relation: NOTE, object: {text: {value: "Two.", language: "en"}}, reason: "r"}) { revision }
		b: addStatement(input: {subject: "country:IQ", relation: NOTE, object: {text: {value: "Three.", language: "en"}}, reason: "r"}) { revision } }`}, seededChain("en"))
	if len(response.Errors) != 1 || response.Errors[0].Path.String() != "b" || response.Errors[0].Extensions["code"] != "TIMEOUT" || live.View().Revision().Number != 3 {
		t.Errorf("%s %v, and the graph is at %v", response.Data, response.Errors, live.View().Revision())
	}
}

// Some twenty mutations fit into one operation.
func TestTwentyMutationsAtOnce(t *testing.T) {
	live := plant(t)
	e := curating(live)
	operation := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, ` m%d: setLabel(input: {entity: "country:IQ", language: "fr", value: "Irak %d", standing: ATTESTED, reason: "r"}) { entity { id label { value } } revision }`, i, i)
		}
		return "mutation {" + b.String() + " }"
	}
	must(t, e, operation(20))
	if n := live.View().Revision().Number; n != 21 {
		t.Errorf("the graph is at revision %d", n)
	}
	response := curate(t, e, operation(21), nil)
	if !response.Refused() || response.Errors[0].Extensions["code"] != "TOO_COMPLEX" || live.View().Revision().Number != 21 {
		t.Errorf("%s %v", response.Data, response.Errors)
	}
}

// One that fails leaves what those before and behind it have done.
func TestMutationsStandAlone(t *testing.T) {
	live := plant(t)
	response := curate(t, curating(live), `mutation {
		a: setLabel(input: {entity: "country:IQ", language: "fr", value: "Irak", standing: ATTESTED, reason: "r"}) { revision }
		b: setLabel(input: {entity: "country:ZZ", language: "fr", value: "Nulle part", standing: ATTESTED, reason: "r"}) { revision }
		c: setLabel(input: {entity: "country:AT", language: "fr", value: "Autriche", standing: ATTESTED, reason: "r"}) { revision } }`, nil)
	if len(response.Errors) != 1 || response.Errors[0].Path.String() != "b" || string(response.Data) != "null" || live.View().Revision().Number != 3 {
		t.Errorf("%s %v, and the graph is at %v", response.Data, response.Errors, live.View().Revision())
	}
}

// Where the text of a source is kept, a quotation must stand in it, and only its place is recorded.
func TestQuotationsOfKeptTexts(t *testing.T) {
	live := plant(t)
	text := "\uFEFFنص قصير عن العراق.\n" + strings.Repeat("Filler that says nothing. ", 8_000) + "The words that count: “Ünal”."
	apply(t, live, graph.Change{
		Author: "test", Reason: "a kept text", Time: seedDay,
		Sources:   []graph.Source{{ID: "source:kept", Title: graph.Text{Value: "Kept", Language: "en"}, Format: "text/plain", SHA256: strings.Repeat("ab", 32), Imported: seedDay}},
		Documents: []graph.Document{{SHA256: strings.Repeat("ab", 32), Text: text}},
		Assert: []graph.Assertion{{
			Statement: graph.Statement{Subject: "country:IQ", Relation: graph.Note, Object: graph.Object{Text: graph.Text{Value: "It is kept.", Language: "en"}}},
			Evidence:  graph.Evidence{Source: "source:kept", Method: graph.Curated},
		}},
	})
	e := curating(live)
	const add = `mutation ($q: String!) { addStatement(input: {subject: "country:IQ", relation: NOTE, object: {text: {value: "Quoted.", language: "en"}}, source: "source:kept", quote: $q, reason: "r"}) {
		statement { evidence { start end quote { value } } } } }`
	for _, quote := range []string{"نص قصير", "العراق", "says nothing. The words that count", "“Ünal”.", "Filler that"} {
		start := len([]rune(text[:strings.Index(text, quote)]))
		want := fmt.Sprintf(`{"start":%d,"end":%d,"quote":{"value":%q}}`, start, start+len([]rune(quote)), quote)
		response := curate(t, e, add, map[string]any{"q": quote})
		if len(response.Errors) > 0 || !strings.Contains(string(response.Data), want) {
			t.Errorf("%q: %s %v, want %s", quote, response.Data, response.Errors, want)
		}
	}
	for _, quote := range []string{"Unal", "نص  قصير", "nothing.Filler", text} {
		response := curate(t, e, add, map[string]any{"q": quote})
		if len(response.Errors) != 1 || response.Errors[0].Extensions["code"] != "BAD_INPUT" {
			t.Errorf("%.30q: %s %v", quote, response.Data, response.Errors)
		}
	}
}

// What the page for trying queries asks about the schema says which input object has exactly one field.
func TestIntrospectionSaysOneOf(t *testing.T) {
	var data struct {
		Type struct {
			IsOneOf bool
		} `json:"__type"`
	}
	if err := json.Unmarshal(ask(seeded(t), "", `{ __type(name: "StatementObjectInput") { isOneOf } }`, nil).Data, &data); err != nil || !data.Type.IsOneOf {
		t.Errorf("it does not: %v", err)
	}
}

// What can't be merged or split is refused, and says why.
func TestRefusedMerges(t *testing.T) {
	live := plant(t)
	e := curating(live)
	must(t, e, `mutation { mergeEntities(input: {winner: "theme:policy", loser: "theme:governance", reason: "one"}) { revision } }`)
	for query, reason := range map[string]string{
		`mergeEntities(input: {winner: "theme:policy", loser: "theme:nobody", reason: "r"})`:       "NOT_FOUND entity.unknown",
		`mergeEntities(input: {winner: "theme:nobody", loser: "theme:policy", reason: "r"})`:       "NOT_FOUND entity.unknown",
		`mergeEntities(input: {winner: "theme:policy", loser: "theme:policy", reason: "r"})`:       "BAD_INPUT merge.same",
		`mergeEntities(input: {winner: "theme:policy", loser: "country:IQ", reason: "r"})`:         "BAD_INPUT merge.kind",
		`mergeEntities(input: {winner: "theme:research", loser: "theme:governance", reason: "r"})`: "BAD_INPUT merge.again",
		`splitEntity(input: {mergedId: "theme:policy", reason: "r"})`:                              "BAD_INPUT split.none",
		`splitEntity(input: {mergedId: "theme:nobody", reason: "r"})`:                              "BAD_INPUT split.none",
	} {
		response := curate(t, e, "mutation { "+query+" { revision } }", nil)
		if len(response.Errors) != 1 || fmt.Sprint(response.Errors[0].Extensions["code"], " ", response.Errors[0].Extensions["reason"]) != reason {
			t.Errorf("%s: %s %v, want %s", query, response.Data, response.Errors, reason)
		}
	}
	if n := live.View().Revision().Number; n != 2 {
		t.Errorf("the graph is at revision %d", n)
	}
}
