package handles

import (
	"io"

	"github.com/wasl-graph/wasl/graph"
)

// The enumerations of the schema are the domain's, with the same names.
type (
	// EntityKind is what an entity is.
	EntityKind graph.Kind
	// Relation is one kind of fact.
	Relation graph.Relation
	// TextKind says how a text came to be in its language.
	TextKind graph.TextKind
	// LabelStanding says how well a label is vouched for.
	LabelStanding graph.LabelStanding
	// TextDirection is the way a text runs.
	TextDirection graph.Direction
	// ReportType is the form of a report.
	ReportType graph.ReportType
	// CountryRole says how a report has to do with a country.
	CountryRole graph.CountryRole
	// ReportOrder is the order of a list of reports.
	ReportOrder graph.ReportOrder
	// FacetDimension is what reports are counted by.
	FacetDimension graph.Dimension
	// ExtractionMethod says how a fact was taken from its source.
	ExtractionMethod graph.Method
	// ContributionRole is the relation by which an agent has part in a report.
	ContributionRole graph.Relation
	// ParticipationRole is the relation by which an agent has part in an event.
	ParticipationRole graph.Relation
)

// readEnum reads an enumeration's name.
func readEnum[T any, G any](v any, into *T, parse func(string) (G, error), convert func(G) T) error {
	return read(v, "value", func(s string) error {
		value, err := parse(s)
		*into = convert(value)
		return err
	})
}

// MarshalGQL writes the value's name.
func (e EntityKind) MarshalGQL(w io.Writer) { quote(w, graph.Kind(e).String()) }

// UnmarshalGQL reads the value's name.
func (e *EntityKind) UnmarshalGQL(v any) error {
	return readEnum(v, e, graph.ParseKind, func(g graph.Kind) EntityKind { return EntityKind(g) })
}

// MarshalGQL writes the value's name.
func (e Relation) MarshalGQL(w io.Writer) { quote(w, graph.Relation(e).String()) }

// UnmarshalGQL reads the value's name.
func (e *Relation) UnmarshalGQL(v any) error {
	return readEnum(v, e, graph.ParseRelation, func(g graph.Relation) Relation { return Relation(g) })
}

// MarshalGQL writes the value's name.
func (e TextKind) MarshalGQL(w io.Writer) { quote(w, graph.TextKind(e).String()) }

// UnmarshalGQL reads the value's name.
func (e *TextKind) UnmarshalGQL(v any) error {
	return readEnum(v, e, graph.ParseTextKind, func(g graph.TextKind) TextKind { return TextKind(g) })
}

// MarshalGQL writes the value's name.
func (e LabelStanding) MarshalGQL(w io.Writer) { quote(w, graph.LabelStanding(e).String()) }

// UnmarshalGQL reads the value's name.
func (e *LabelStanding) UnmarshalGQL(v any) error {
	return readEnum(v, e, graph.ParseLabelStanding, func(g graph.LabelStanding) LabelStanding { return LabelStanding(g) })
}

// MarshalGQL writes the value's name.
func (e ReportType) MarshalGQL(w io.Writer) { quote(w, graph.ReportType(e).String()) }

// UnmarshalGQL reads the value's name.
func (e *ReportType) UnmarshalGQL(v any) error {
	return readEnum(v, e, graph.ParseReportType, func(g graph.ReportType) ReportType { return ReportType(g) })
}

// MarshalGQL writes the value's name.
func (e CountryRole) MarshalGQL(w io.Writer) { quote(w, graph.CountryRole(e).String()) }

// UnmarshalGQL reads the value's name.
func (e *CountryRole) UnmarshalGQL(v any) error {
	return readEnum(v, e, graph.ParseCountryRole, func(g graph.CountryRole) CountryRole { return CountryRole(g) })
}

// MarshalGQL writes the value's name.
func (e ReportOrder) MarshalGQL(w io.Writer) { quote(w, graph.ReportOrder(e).String()) }

// UnmarshalGQL reads the value's name.
func (e *ReportOrder) UnmarshalGQL(v any) error {
	return readEnum(v, e, graph.ParseReportOrder, func(g graph.ReportOrder) ReportOrder { return ReportOrder(g) })
}

// MarshalGQL writes the value's name.
func (e FacetDimension) MarshalGQL(w io.Writer) { quote(w, graph.Dimension(e).String()) }

// UnmarshalGQL reads the value's name.
func (e *FacetDimension) UnmarshalGQL(v any) error {
	return readEnum(v, e, graph.ParseDimension, func(g graph.Dimension) FacetDimension { return FacetDimension(g) })
}

// MarshalGQL writes the value's name.
func (e ExtractionMethod) MarshalGQL(w io.Writer) { quote(w, graph.Method(e).String()) }

// UnmarshalGQL reads the value's name.
func (e *ExtractionMethod) UnmarshalGQL(v any) error {
	return readEnum(v, e, graph.ParseMethod, func(g graph.Method) ExtractionMethod { return ExtractionMethod(g) })
}

// MarshalGQL writes the direction's name.
func (e TextDirection) MarshalGQL(w io.Writer) { quote(w, graph.Direction(e).String()) }

// UnmarshalGQL refuses: no argument has this type.
func (e *TextDirection) UnmarshalGQL(v any) error { return readOnly(v) }

// MarshalGQL writes the role's name.
func (e ContributionRole) MarshalGQL(w io.Writer) { quote(w, graph.Relation(e).String()) }

// UnmarshalGQL refuses: no argument has this type.
func (e *ContributionRole) UnmarshalGQL(v any) error { return readOnly(v) }

// MarshalGQL writes the role's name.
func (e ParticipationRole) MarshalGQL(w io.Writer) { quote(w, graph.Relation(e).String()) }

// UnmarshalGQL refuses: no argument has this type.
func (e *ParticipationRole) UnmarshalGQL(v any) error { return readOnly(v) }

func readOnly(any) error { return graph.Invalid("value", "", graph.ExpectNothing) }
