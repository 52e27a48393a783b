// Package view is the graph as it is read: everything at one revision, in memory, laid out for answering.
//
// # The path
//
// A record hands over a [graph.Snapshot]: all assertions at a revision, in any order. [Build] makes a [View] of it, which
// never changes. [Live] keeps the current view of a record and makes the next one after each change. A request takes the
// view that is current when it begins, and asks it for a [Reader] with the languages that it prefers:
//
//	live, err := view.NewLive(ctx, record)
//	r := live.View().For(lang.FromHeader("ar-IQ,ar;q=0.9,en;q=0.8"))
//	set, err := r.Filter(ctx, graph.Filter{Countries: []graph.ID{"country:IQ"}})
//	for _, n := range r.Ordered(ctx, set, graph.NewestFirst).Slice(0, 20) {
//		fmt.Println(r.Label(n).Value)
//	}
//
// All of one answer then comes from one revision, and no read waits for a write.
//
// # Changes
//
// A [Proposal] is a change that is worked out when its turn has come. [Live.Propose] puts it into a queue (queue.go): those
// that come while others are being written are recorded together where they concern different entities, each with a
// revision of its own, and share one wait for the disk and one next view (proposal.go). [Live.Follow] has somebody make
// something of every view, as the search index is, before its changes are acknowledged. [View.Curation] is what curators decided about a
// source, by all changes (curated.go).
//
// # Nodes
//
// Within a view an entity is a number, a [Node]. [View.Find] leads from an id to the number, [View.ID] back. Reports have
// the lowest numbers, the newest the lowest of all, so that an ascending list of reports is a list by date. The other kinds
// follow, each in the order of its ids. Equal snapshots give equal numbers; another revision gives others, so a number
// must not outlive its view. What goes out to clients, such as a cursor, names ids and sort keys instead.
//
// # Statements and evidence
//
// A statement is what several assertions say together: the same subject, relation and object, each time on other evidence.
// [View.StatementsOf] lists them, [View.Evidence] says why, the surest first. [View.Objects], [View.Subjects], [View.Texts]
// and [View.Date] read a relation without its evidence. An agent's place in the printed order is part of the evidence; lists
// of objects follow it. [StatementID] gives a statement a name that lasts.
//
// A text has a kind and a standing, which are the evidence's word on it. Seen as an object it has those of the surest.
//
// # Merges
//
// An entity that was merged into another one by a fact REPLACES is no node any more: [View.Find] leads from its id to the one
// that answers for it, and what was recorded of it is read as said of that one. merge.go shows the way through the files.
//
//	if err := view.CheckMerge(v, "person:lina-haddad", "person:l-haddad"); err != nil …
//	assert   person:lina-haddad REPLACES "person:l-haddad"       // merges the two
//	retract  v.MergeFacts("person:l-haddad")                     // splits them again
//
// The label of the loser becomes an alternative label where the winner has a label in its language; the winner's date, type,
// abstract and the like stay where it has its own (mergerules.go), and the loser's are read among its statements, behind
// them. What both say on the same evidence counts once, and what would lead from an entity to itself is left out.
// [View.AsRecorded] and [View.AssertionsAsRecorded] lead back to what was recorded, and from this the next view is built: without
// the fact it is the view that there would be had nothing been merged.
//
// # Labels
//
// [Reader.Label] and [Reader.Text] choose as [lang.Pick] does, and say how far down the reader's chain they had to go. Every
// entity has a label: where the graph has none, an acronym or the id stands in. Lists by label follow the order of the
// first label language of the chain, which is made once for every one there is. Short lists of texts, tags and languages are
// sorted as they are asked for, see [SortBy], [Reader.SortTags] and [Reader.SortLanguages].
//
// # Sets of reports
//
// [View.Filter] gives a [Set], [Reader.Ordered] puts one in an order, of which pages are cut, and [Reader.Facet] counts one.
// A value with few reports has a list of them, one with many a bitmap beside it; a filter is a handful of operations on
// these. Sets mean something in their own view only.
//
// # Connections
//
// Reports hang together with entities by ties, see reportties.go. [View.Related] finds the reports that share the most of
// what is rare, and why; relatedscore.go has the formula, and [Reader.Reason] says each reason in the reader's language.
// [Reader.Neighbours] finds the entities that come up in the same reports as an entity, or are joined with it, with the
// reports that they share. [Reader.Coverage] counts a set of reports by two dimensions, with the zeros: the gaps in the
// evidence. Facets and maps share their values, see axis.go.
//
// [View.RelatedCost], [View.NeighboursCost], [View.CoverageCost] and [View.FacetCost] tell before how many steps each
// takes at most, so that whoever answers many at once can refuse what is too dear.
//
// # Paths, neighbourhoods and lineage
//
// A link is a statement between two entities, seen from either of them (pathlink.go). [View.Paths] finds the best few ways
// from one entity to another along links, searching the whole graph from both ends at once (pathsearch.go); pathscore.go has
// the formula that damps hubs, pathshared.go says what all reports share and no path leads through, and pathchoice.go which
// paths are given. [Reader.PathText] tells a path in a sentence. [Reader.Neighbourhood] shows what lies around an entity,
// nearest first, up to a limit, and counts the rest; [View.Available] counts it before anything is loaded.
// [Reader.Lineage] follows projects back and forth, and [Reader.Sisters] finds those that have something in common, with the
// formula in lineagesisters.go.
//
//	result, err := v.Paths(ctx, view.PathQuery{From: "project:parim-i", To: "project:hijra-amina", MaxLength: 6, First: 5})
//	for _, p := range result.Paths {
//		fmt.Println(p.Score, r.PathText(p).Value)
//	}
//
// [View.PathsCost], [View.NeighbourhoodCost], [View.LineageCost] and [View.SistersCost] tell the steps beforehand. Only a
// search for paths is cut off at its cost, and then says that it is not complete.
//
// # Concurrency and time
//
// A View, a Reader, a Set and a ReportList never change and may be shared between goroutines; slices that a method returns
// without copying say so and must not be written to. [Live] may be shared too: what is proposed at once comes to the same as
// one change after the other. Methods whose cost is not bounded by what they return take a context and stop when it is over.
//
// # Memory
//
// Beside the texts themselves a view takes about 50 bytes for each assertion. Strings stand end to end in a few large
// blocks, every table is a flat array, and statements lie in the order of their subjects, with the texts in the order of the
// statements: what is read together is near. The benchmarks measure all of this on 100,000 generated reports:
//
//	go test -run=^$ -bench=. -benchmem ./internal/view
//
// A change makes a whole new view, which takes as long as building one. The old view goes when its last reader does.
package view
