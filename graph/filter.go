package graph

// Filter says which reports are meant. Within one field any of the values will do; several fields must all hold. The
// zero Filter means all reports. An id that nothing answers to matches no report.
type Filter struct {
	IDs []ID
	// Countries match by CountryRole, regions too.
	Countries   []ID
	CountryRole CountryRole
	// Regions match reports about the region, about a part of it, or about a country in it.
	Regions []ID
	Themes  []ID
	// ExactThemes leaves out the reports that only have a narrower theme.
	ExactThemes bool
	Projects    []ID
	// Organisations match by any part that one has in a report, and by the affiliation printed behind a name.
	Organisations []ID
	People        []ID
	Events        []ID
	Types         []ReportType
	// From and To bound the date of publication. Dates are intervals: what overlaps matches.
	From, To Date
	// Languages are those in which a report is written: the tag itself or a more special one.
	Languages []Tag
	// AvailableIn and MissingIn speak of the title's languages.
	AvailableIn []Tag
	MissingIn   []Tag

	And []Filter
	Or  []Filter
	Not *Filter
}

// ReportOrder is the order of a list of reports. Ties go to the id.
type ReportOrder uint8

// The orders. Dates order by their first day, then the finer date comes first; undated reports come last either way.
const (
	NewestFirst ReportOrder = iota
	OldestFirst
	ByLabel     // in the reader's language
	ByRelevance // how well a report fits the words that are searched for; newest first without any
)

// Dimension is what reports are counted by.
type Dimension uint8

// The dimensions.
const (
	ByTheme Dimension = iota
	ByCountry
	ByRegion
	ByProject
	ByOrganisation
	ByPerson
	ByYear
	ByLanguage
)

var (
	reportOrders = names[ReportOrder]{"order", []string{"PUBLISHED_DESC", "PUBLISHED_ASC", "LABEL", "RELEVANCE"}}
	dimensions   = names[Dimension]{"dimension", []string{
		"THEME", "COUNTRY", "REGION", "PROJECT", "ORGANISATION", "PERSON", "YEAR", "LANGUAGE",
	}}
)

// String returns the name that the API uses.
func (o ReportOrder) String() string { return reportOrders.of(o) }

// ParseReportOrder reads a name such as PUBLISHED_DESC.
func ParseReportOrder(s string) (ReportOrder, error) { return reportOrders.parse(s) }

// String returns the name that the API uses.
func (d Dimension) String() string { return dimensions.of(d) }

// ParseDimension reads a name such as THEME.
func ParseDimension(s string) (Dimension, error) { return dimensions.parse(s) }

// Dimensions lists all dimensions.
func Dimensions() []Dimension { return dimensions.all() }
