package read

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// OpenAlex answers with works, https://docs.openalex.org/api-entities/works/work-object: a page of them, one alone, or one a line.
//
//	{"meta": {"count": 1}, "results": [{"id": "https://openalex.org/W2741809807", "title": "Return", "publication_date": "2024-06-01",
//	  "authorships": [{"author": {"display_name": "Lina Haddad"}, "institutions": [{"display_name": "ICMPD"}]}]}]}

// looksLikeOpenAlex asks for the names of a work, or of a page.
func looksLikeOpenAlex(head string) bool {
	names := jsonHead(head)
	return names["authorships"] || names["abstract_inverted_index"] || names["publication_year"] ||
		names["results"] && strings.Contains(head, "openalex.org/W") || names["id"] && strings.Contains(head[:min(len(head), 500)], "openalex.org/W")
}

// readOpenAlex reads all works.
func readOpenAlex(_ context.Context, doc *document.Document, out *sink) {
	jsonRecords(doc, out, "results", func(v jsonValue) bool {
		r := alexRecord{text: doc.Text}
		for _, m := range v.members {
			place, known := alexNames[m.name]
			switch {
			case !known:
				r.w.Unplaced = append(r.w.Unplaced, m.unplaced(m.name)...)
			case place != nil:
				place(&r, m.jsonValue)
			}
		}
		r.w.At, r.w.Line = v.at, doc.Line(v.at.Start)
		r.settle()
		return out.work(r.w)
	})
}

// alexRecord makes a publication of a work.
type alexRecord struct {
	text    string
	w       work.Work
	display work.Words
	year    work.Words
	sources []work.Field
}

// alexNames says where each member's value goes. Those without a place are the service's own bookkeeping: counts, links
// between its works, and what it computes of them.
var alexNames = map[string]func(r *alexRecord, v jsonValue){
	"id":                      (*alexRecord).id,
	"doi":                     (*alexRecord).doi,
	"title":                   func(r *alexRecord, v jsonValue) { r.w.Title.Words = v.words() },
	"display_name":            func(r *alexRecord, v jsonValue) { r.display = v.words() },
	"publication_date":        func(r *alexRecord, v jsonValue) { r.w.Published = appendWords(r.w.Published, v) },
	"publication_year":        func(r *alexRecord, v jsonValue) { r.year = v.words() },
	"language":                func(r *alexRecord, v jsonValue) { r.w.Languages = appendWords(r.w.Languages, v) },
	"type":                    func(r *alexRecord, v jsonValue) { r.w.Type = v.words() },
	"authorships":             (*alexRecord).authorships,
	"abstract_inverted_index": (*alexRecord).abstract,
	"keywords":                (*alexRecord).keywords,
	"grants":                  (*alexRecord).funders,
	"funders":                 (*alexRecord).funders,
	"primary_location":        (*alexRecord).location,
	"best_oa_location":        (*alexRecord).location,

	"ids": nil, "meta": nil, "type_crossref": nil, "indexed_in": nil, "open_access": nil, "countries_distinct_count": nil,
	"institutions_distinct_count": nil, "corresponding_author_ids": nil, "corresponding_institution_ids": nil, "apc_list": nil,
	"apc_paid": nil, "fwci": nil, "has_fulltext": nil, "has_content": nil, "fulltext_origin": nil, "cited_by_count": nil,
	"cited_by_percentile_year": nil, "citation_normalized_percentile": nil, "biblio": nil, "is_retracted": nil, "is_paratext": nil,
	"is_xpac": nil, "locations_count": nil, "locations": nil, "referenced_works_count": nil, "referenced_works": nil, "related_works": nil,
	"cited_by_api_url": nil, "counts_by_year": nil, "updated_date": nil, "created_date": nil, "versions": nil, "datasets": nil,
	"content_urls": nil, "awards": nil, "is_authors_truncated": nil, "abstract_inverted_index_v3": nil, "relevance_score": nil, "concepts": nil,
	"topics": nil, "primary_topic": nil, "sustainable_development_goals": nil, "mesh": nil, "ngrams_url": nil,
}

// id keeps the work's own name.
func (r *alexRecord) id(v jsonValue) {
	r.w.Key = v.words()
	if id, ok := identifier(r.text, "openalex", alexForm, r.w.Key); ok {
		r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
	}
}

// doi keeps the DOI.
func (r *alexRecord) doi(v jsonValue) {
	if id, ok := identifier(r.text, "doi", doiForm, v.words()); ok {
		r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
	} else {
		r.w.Unplaced = append(r.w.Unplaced, v.unplaced("doi")...)
	}
}

// authorships keeps the authors in their order.
func (r *alexRecord) authorships(v jsonValue) {
	for _, a := range v.all() {
		author := a.get("author")
		c := work.Contributor{Role: graph.Author, Name: author.get("display_name").words(), Whole: a.at}
		if c.Name.Value == "" {
			c.Name = a.get("raw_author_name").words()
		}
		if c.Name.Value == "" {
			r.w.Unplaced = append(r.w.Unplaced, a.unplaced("authorships")...)
			continue
		}
		if id, ok := identifier(r.text, "orcid", orcidForm, author.get("orcid").words()); ok {
			c.Identifiers = append(c.Identifiers, id)
		}
		c.Affiliations = r.institutions(a)
		r.w.Contributors = append(r.w.Contributors, c)
	}
}

// institutions are those that OpenAlex knows, else the affiliations as printed.
func (r *alexRecord) institutions(authorship jsonValue) []work.Affiliation {
	var all []work.Affiliation
	for _, i := range authorship.get("institutions").all() {
		a := work.Affiliation{Words: i.get("display_name").words()}
		if id, ok := identifier(r.text, "ror", rorForm, i.get("ror").words()); ok {
			a.Identifiers = append(a.Identifiers, id)
		}
		if a.Value != "" {
			all = append(all, a)
		}
	}
	if len(all) == 0 {
		for _, w := range appendWords(nil, authorship.get("raw_affiliation_strings")) {
			all = append(all, work.Affiliation{Words: w})
		}
	}
	return all
}

// maxAbstractWords is how many words of an abstract are put together.
const maxAbstractWords = 100_000

// abstract puts the words of an index back into their order.
func (r *alexRecord) abstract(v jsonValue) {
	type placed struct {
		at   int
		word string
	}
	var words []placed
	for _, m := range v.members {
		for _, item := range m.all() {
			at, err := strconv.Atoi(item.text)
			if err != nil || len(words) == maxAbstractWords {
				r.w.Unplaced = append(r.w.Unplaced, v.unplaced("abstract_inverted_index")...)
				return
			}
			words = append(words, placed{at, m.name})
		}
	}
	if len(words) == 0 {
		return
	}
	slices.SortStableFunc(words, func(a, b placed) int { return cmp.Compare(a.at, b.at) })
	var s strings.Builder
	for i, w := range words {
		if i > 0 {
			s.WriteByte(' ')
		}
		s.WriteString(w.word)
	}
	r.w.Abstracts = append(r.w.Abstracts, work.Text{Words: work.Words{Value: oneSpace(strings.TrimFunc(s.String(), isBlank)), At: v.at}})
}

// keywords keeps keywords.
func (r *alexRecord) keywords(v jsonValue) {
	for _, k := range v.all() {
		w := k.get("display_name").words()
		if w.Value == "" {
			w = k.words()
		}
		if w.Value != "" {
			r.w.Tags = append(r.w.Tags, work.Text{Words: w})
		}
	}
}

// funders keeps who paid for it, once each.
func (r *alexRecord) funders(v jsonValue) {
	for _, f := range v.all() {
		c := work.Contributor{Role: graph.Funder, Name: f.get("funder_display_name").words(), Collective: true}
		if c.Name.Value == "" {
			c.Name = f.get("display_name").words()
		}
		if id, ok := identifier(r.text, "ror", rorForm, f.get("ror").words()); ok {
			c.Identifiers = append(c.Identifiers, id)
		}
		known := len(r.w.Contributors) <= maxItems && slices.ContainsFunc(r.w.Contributors, func(k work.Contributor) bool {
			return k.Role == c.Role && k.Name.Value == c.Name.Value
		})
		if c.Name.Value != "" && !known {
			r.w.Contributors = append(r.w.Contributors, c)
		}
	}
}

// location keeps the address of the work, and where it appeared.
func (r *alexRecord) location(v jsonValue) {
	if id, ok := identifier(r.text, "url", urlForm, v.get("landing_page_url").words()); ok && !doiForm.MatchString(id.Value) {
		r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
	}
	w := v.get("source").get("display_name").words()
	known := slices.ContainsFunc(r.sources, func(f work.Field) bool { return f.Value == w.Value })
	if w.Value != "" && !known && len(r.sources) < maxDistinct {
		r.sources = append(r.sources, work.Field{Name: "source", Words: w})
	}
}

// settle puts together what stands in two members.
func (r *alexRecord) settle() {
	if r.w.Title.Value == "" {
		r.w.Title.Words = r.display
	}
	if len(r.w.Published) == 0 && r.year.Value != "" {
		r.w.Published = append(r.w.Published, r.year)
	}
	if len(r.w.Published) > 0 {
		r.w.Date, _ = slashedDate(r.w.Published[0].Value)
	}
	r.w.Unplaced = append(r.w.Unplaced, r.sources...)
}
