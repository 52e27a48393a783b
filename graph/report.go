package graph

// A report is a publication: a study, a manual, a flash report. Its label is its title, in the language in which it was
// written (ORIGINAL) and in those into which the title was carried over (TRANSLATED).
var reportKind = kindInfo{prefix: "report"}

// ReportType is the form of a report, as the publication calls itself.
type ReportType uint8

// The report types.
const (
	PlainReport ReportType = iota
	Study
	Manual
	Paper
	FlashReport
	BackgroundReport
	CaseStudy
	UnspecifiedType // nothing says what it is
)

var reportTypes = names[ReportType]{"report type", []string{
	"REPORT", "STUDY", "MANUAL", "PAPER", "FLASH_REPORT", "BACKGROUND_REPORT", "CASE_STUDY", "UNSPECIFIED",
}}

// String returns the name that the API uses.
func (t ReportType) String() string { return reportTypes.of(t) }

// ParseReportType reads a name such as FLASH_REPORT.
func ParseReportType(s string) (ReportType, error) { return reportTypes.parse(s) }

// ReportTypes lists all report types.
func ReportTypes() []ReportType { return reportTypes.all() }

// CountryRole says how a report has to do with a country or a region.
type CountryRole uint8

// The roles.
const (
	RoleSubject   CountryRole = iota // it is what the report is about
	RoleMentioned                    // its text names it
	RoleAny                          // either
)

var countryRoles = names[CountryRole]{"country role", []string{"SUBJECT", "MENTIONED", "ANY"}}

// String returns the name that the API uses.
func (r CountryRole) String() string { return countryRoles.of(r) }

// ParseCountryRole reads a name such as MENTIONED.
func ParseCountryRole(s string) (CountryRole, error) { return countryRoles.parse(s) }

// ContributionRelations lists the relations by which a person or an organisation has part in a report, in the order in
// which a report's contributions are listed.
func ContributionRelations() []Relation {
	return []Relation{Author, Editor, Contributor, Publisher, Commissioner, Funder}
}
