package search

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// field is what a word stands in. The nearer to a thing's name, the lower.
type field uint8

const (
	title       field = iota // the label; of a report its title
	alternative              // another label
	hidden                   // a label that is met and never shown
	acronym
	countryCode // of two letters; met in capitals, or as the whole of a query
	sourceTag   // a theme as the report prints it
	collective  // a group that a report names among its authors
	description
	abstract

	fieldCount = iota
)

// fieldRelations are where the texts of each field come from.
var fieldRelations = [fieldCount][]graph.Relation{
	title:       {graph.Label},
	alternative: {graph.AlternativeLabel},
	hidden:      {graph.HiddenLabel},
	acronym:     {graph.Acronym},
	countryCode: {graph.IdentifiedBy},
	sourceTag:   {graph.SourceTag},
	collective:  graph.ContributionRelations(),
	description: {graph.Description},
	abstract:    {graph.Abstract},
}

// naming says that a word of this field names the thing, so that the reports that lead to it are met too. A description
// only tells of it.
func (f field) naming() bool { return f <= countryCode }

// written is a text of a node as it is indexed, and as it may be shown.
type written struct {
	view.Served
	// value is what is indexed of the text: all of it, but of a country's identifier only the code.
	value string
	field field
	// from is where value begins in the text, in code points.
	from int
}

// codeSchemes are the schemes of identifiers whose values are codes of countries.
var codeSchemes = []string{"iso3166-1:", "cldr:"}

// appendWritten appends the texts of a node in a field.
func appendWritten(dst []written, r *view.Reader, n view.Node, f field) []written {
	for _, relation := range fieldRelations[f] {
		if f == collective {
			for _, text := range r.Texts(nil, n, relation) {
				dst = append(dst, written{Served: view.Spoken(text), value: text.Value, field: f})
			}
			continue
		}
		for _, served := range r.All(n, relation) {
			w := written{Served: served, value: served.Value, field: f}
			if f != countryCode || w.cutScheme() {
				dst = append(dst, w)
			}
		}
	}
	return dst
}

// cutScheme leaves the code of an identifier of a country, and says whether it is one.
func (w *written) cutScheme() bool {
	code, found := countryCodeIn(w.Value)
	w.value, w.from = code, len(w.Value)-len(code)
	return found
}

func countryCodeIn(identifier string) (string, bool) {
	for _, scheme := range codeSchemes {
		if code, found := strings.CutPrefix(identifier, scheme); found && len(code) == 2 {
			return code, true
		}
	}
	return "", false
}

// class is a field, the tier at which a word stands in it, and a link: what one list of nodes has in common.
type class uint16

func classOf(f field, t lang.Tier, l link) class { return class(l)<<8 | class(f)<<4 | class(t) }

func (c class) link() link      { return link(c >> 8) }
func (c class) field() field    { return field(c >> 4 & 15) }
func (c class) tier() lang.Tier { return lang.Tier(c & 15) }
