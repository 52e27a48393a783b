package understand

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// tags claims the keywords as printed, and the themes that they name. Nothing but a whole label of a theme, in any language, names
// one; hidden labels do too.
func (r *reader) tags() {
	common := r.languageOfTags()
	for i, t := range r.w.Tags {
		theme, known := r.v.theme(t.Value)
		value := cleaned(t.Value)
		if value == "" {
			continue
		}
		language := t.Language
		if language == "" {
			language = r.languageOfTag(t, theme.languages, common)
		}
		r.claim(Claim{
			Relation: graph.SourceTag, Method: graph.Tagged, At: t.At, Position: i + 1,
			Object: Object{Text: graph.Text{Value: value, Language: language, Kind: graph.Original, Standing: graph.Attested}},
		})
		if !known {
			r.notice("tag", t.Words, "is no label of a theme")
			continue
		}
		r.entity(graph.AboutTheme, theme.id, graph.Tagged, "", t.At)
	}
}

// languageOfTags is the language that the tags have in common, as far as they name themes; und where they have none.
func (r *reader) languageOfTags() graph.Tag {
	found := graph.Undetermined
	for _, t := range r.w.Tags {
		theme, known := r.v.theme(t.Value)
		if !known || len(theme.languages) != 1 {
			continue
		}
		if found != graph.Undetermined && found != theme.languages[0] {
			return graph.Undetermined
		}
		found = theme.languages[0]
	}
	return found
}

// languageOfTag is the language of the label that the tag is; of the common ones where it is one in several, or in none.
func (r *reader) languageOfTag(t work.Text, languages []graph.Tag, common graph.Tag) graph.Tag {
	if len(languages) == 1 {
		return languages[0]
	}
	for _, preferred := range []graph.Tag{common, r.language} {
		for _, l := range languages {
			if l == preferred {
				return l
			}
		}
	}
	if len(languages) > 0 {
		return languages[0]
	}
	var p passage
	p.read(r.v, t.Words)
	if own := p.language(); own != graph.Undetermined {
		return own
	}
	return common
}
