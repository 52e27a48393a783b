package handles

import "github.com/wasl-graph/wasl/graph"

// maxObjects is how many objects one answer may list. A page of 100 reports with all that hangs on them has some thousands;
// a few levels of lists within lists have more than any reader wants, and more than memory holds.
const maxObjects = 50_000

// spend takes n objects from what the answer may still list, and says whether there were so many. Once there are not, every
// list of the session is empty: the answer ends soon, and [Session.Exceeded] says that it is none.
func (s *Session) spend(n int) bool { return s.spent.Add(int64(n)) <= maxObjects }

// Exceeded is the error of an answer that would list too much, nil while it does not.
func (s *Session) Exceeded() error {
	if s.spent.Load() <= maxObjects {
		return nil
	}
	return graph.NewError(graph.TooComplex, "answer.large",
		"the answer would list more than {max} objects; ask for less at once", graph.Params{"max": maxObjects})
}
