// Package handles holds the objects of the GraphQL API: small values that know where they are in the graph and who reads
// them. It is the one package that gqlgen binds types to by name, and knows nothing of gqlgen itself.
//
// A [Session] is made for each request: one view, which does not change while the request runs, and the languages of its
// reader. Every handle names the session and a place in its view; its methods are the fields of its type in the schema:
//
//	entity.go        the fields that all entities have; report.go, person.go … those of one kind
//	facts.go         what the view says of an entity, nothing for one that everything was taken back of
//	text.go          a text with its receipt: which language was served, and whether in place of another
//	statement.go     facts; evidence.go what they rest on, change.go when they were added and taken back
//	page.go          pages of lists; cursor.go what a cursor holds; reports.go lists of reports
//	scalars.go       how values are written and read; enums.go those with a fixed list of names
//	filter.go        the filter for reports, checked
//	mutation.go      what mutations take and give; the latter on a session of its own, after the change
//
// Methods without a context are run inline and cost what their entity holds. Methods whose cost goes with the graph take
// the context and stop when it is cancelled.
//
// Handles are values: they may be copied, compared and shared within their request.
package handles
