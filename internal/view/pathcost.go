package view

// A step of a search is a look at a link, or at an entity whose links are followed.

// pathSteps is how many steps the search for one path may take, all those together that lead to it.
const pathSteps = 100_000

// PathsCost is how many steps [View.Paths] takes at most. A search that would need more ends and says that it is not
// complete. It is 0 for a query that is refused.
func (v *View) PathsCost(q PathQuery) int {
	from, to, err := v.checkPaths(q)
	if err != nil || from == to {
		return 0
	}
	return min(searches(q)*v.searchCost(from, to, q.MaxLength), q.First*pathSteps)
}

// searches is how many searches there are at most: as many as there may be paths and one that finds no more. Where paths may
// have something between their ends in common, there is for each of these again one for each entity at which others leave
// it.
func searches(q PathQuery) int {
	switch q.MaxLength {
	case 1:
		return 2
	case 2:
		return q.First + 1
	}
	return q.First + 1 + 2*q.First*q.MaxLength
}

// searchCost is how many steps a single search with so many hops takes at most.
func (v *View) searchCost(from, to Node, most int) int {
	a, b := v.Degree(from)+1, v.Degree(to)+1
	switch most {
	case 1:
		return min(a, b)
	case 2:
		return a + b
	}
	// Every link may be looked at from both of its ends and by both sides, once for every number of steps.
	return most * 2 * (2*v.links + v.nodes.len())
}
