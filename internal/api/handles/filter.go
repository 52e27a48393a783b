package handles

import (
	"fmt"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/search"
)

// ReportFilter is the filter as clients write it.
type ReportFilter struct {
	Ids                   []string
	Countries             []string
	CountryRole           *CountryRole
	Regions               []string
	Themes                []string
	IncludeNarrowerThemes *bool
	Projects              []string
	Organisations         []string
	People                []string
	Events                []string
	ReportTypes           []ReportType
	PublishedFrom         *Date
	PublishedTo           *Date
	Languages             []LanguageTag
	AvailableIn           []LanguageTag
	MissingIn             []LanguageTag
	Query                 *string
	And                   []*ReportFilter
	Or                    []*ReportFilter
	Not                   *ReportFilter
}

// domain checks the filter and turns it into the domain's. No filter means all reports. The error names the field, as part
// of the filter's own name, and what it may be; an id that is well formed but unknown is no error.
func (f *ReportFilter) domain(name string) (search.Filter, error) {
	if f == nil {
		return search.Filter{}, nil
	}
	var ids idReader
	out := search.Filter{Argument: name + ".query", Filter: graph.Filter{
		IDs:           ids.read(name+".ids", f.Ids, graph.KindReport),
		Countries:     ids.read(name+".countries", f.Countries, graph.KindCountry),
		Regions:       ids.read(name+".regions", f.Regions, graph.KindRegion),
		Themes:        ids.read(name+".themes", f.Themes, graph.KindTheme),
		Projects:      ids.read(name+".projects", f.Projects, graph.KindProject),
		Organisations: ids.read(name+".organisations", f.Organisations, graph.KindOrganisation),
		People:        ids.read(name+".people", f.People, graph.KindPerson),
		Events:        ids.read(name+".events", f.Events, graph.KindEvent),
		ExactThemes:   f.IncludeNarrowerThemes != nil && !*f.IncludeNarrowerThemes,
		Languages:     tags(f.Languages),
		AvailableIn:   tags(f.AvailableIn),
		MissingIn:     tags(f.MissingIn),
	}}
	if f.Query != nil {
		out.Query = *f.Query
	}
	if f.CountryRole != nil {
		out.CountryRole = graph.CountryRole(*f.CountryRole)
	}
	for _, t := range f.ReportTypes {
		out.Types = append(out.Types, graph.ReportType(t))
	}
	if ids.err != nil {
		return out, ids.err
	}
	if err := f.dates(name, &out.Filter); err != nil {
		return out, err
	}
	return out, f.nested(name, &out)
}

func (f *ReportFilter) dates(name string, out *graph.Filter) error {
	if f.PublishedFrom != nil {
		out.From = graph.Date(*f.PublishedFrom)
	}
	if f.PublishedTo != nil {
		out.To = graph.Date(*f.PublishedTo)
	}
	if !out.From.IsZero() && !out.To.IsZero() && out.From.First() > out.To.Last() {
		return graph.Invalid(name+".publishedTo", out.To.String(), graph.ExpectLaterDate)
	}
	return nil
}

func (f *ReportFilter) nested(name string, out *search.Filter) error {
	for _, part := range []struct {
		name string
		from []*ReportFilter
		to   *[]search.Filter
	}{{".and", f.And, &out.All}, {".or", f.Or, &out.Any}} {
		for i, inner := range part.from {
			filter, err := inner.domain(fmt.Sprintf("%s%s[%d]", name, part.name, i))
			if err != nil {
				return err
			}
			*part.to = append(*part.to, filter)
		}
	}
	if f.Not == nil {
		return nil
	}
	not, err := f.Not.domain(name + ".not")
	out.None = &not
	return err
}

// idReader reads lists of ids and keeps the first error.
type idReader struct{ err error }

func (r *idReader) read(argument string, values []string, kind graph.Kind) []graph.ID {
	var ids []graph.ID
	for _, value := range values {
		id, err := graph.ParseID(value)
		if (err != nil || id.Kind() != kind) && r.err == nil {
			r.err = graph.Invalid(argument, value, graph.ExpectIDOf(kind))
		}
		ids = append(ids, id)
	}
	return ids
}

func tags(list []LanguageTag) []graph.Tag {
	var out []graph.Tag
	for _, t := range list {
		out = append(out, graph.Tag(t))
	}
	return out
}
