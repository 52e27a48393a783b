package handles

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

// Theme is a subject that reports are tagged with.
type Theme struct{ entity }

// Reports are those about the theme or, unless the filter says otherwise, a narrower one.
func (t Theme) Reports(ctx context.Context, filter *ReportFilter, orderBy *ReportOrder, first *int32, after *string, last *int32, before *string) (ReportConnection, error) {
	narrow := graph.Filter{Themes: []graph.ID{t.id()}}
	narrow.ExactThemes = filter != nil && filter.IncludeNarrowerThemes != nil && !*filter.IncludeNarrowerThemes
	return t.s.Reports(ctx, t.ID(), narrow, filter, orderBy, Window{first, after, last, before})
}

// Note is its scope, and why a term is disputed.
func (t Theme) Note(languages []LanguageTag) *Text { return t.text(graph.Note, languages) }

// Broader are the themes directly above it, by label.
func (t Theme) Broader() []Theme {
	return each(t.s, t.to(graph.KindTheme, graph.Broader), func(e entity) Theme { return Theme{e} })
}

// Narrower are the themes directly below it, by label.
func (t Theme) Narrower(first *int32, after *string, last *int32, before *string) (ThemeConnection, error) {
	return themes(t.entity, "narrower", t.subjects(graph.Broader), Window{first, after, last, before})
}

// Related are the themes that it is related to, whichever of the two says so, by label.
func (t Theme) Related() []Theme {
	nodes := append(t.objects(graph.Related), t.subjects(graph.Related)...)
	return each(t.s, t.s.ordered(graph.KindTheme, nodes), func(e entity) Theme { return Theme{e} })
}

// ExactMatches are the same concept in other vocabularies.
func (t Theme) ExactMatches() []Identifier { return t.identifiers(graph.ExactMatch) }

// CloseMatches are much the same concept in other vocabularies.
func (t Theme) CloseMatches() []Identifier { return t.identifiers(graph.CloseMatch) }
