package handles

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/wasl-graph/wasl/graph"
)

const changePrefix = "change:"

// Change is what was asserted and retracted together.
type Change struct {
	s      *Session
	change graph.Recorded
}

// ID is the change's stable name.
func (c Change) ID() string { return changePrefix + strconv.Itoa(c.number()) }

func (c Change) number() int { return int(c.change.Revision.Number) }

// changeByID finds a change by its id.
func (s *Session) changeByID(id string) *Change {
	number, err := strconv.ParseUint(strings.TrimPrefix(id, changePrefix), 10, 32)
	if err != nil || changePrefix+strconv.FormatUint(number, 10) != id {
		return nil
	}
	change, found := s.view.Change(uint32(number))
	if !found {
		return nil
	}
	return &Change{s, change}
}

// Revision is the revision that the change led to.
func (c Change) Revision() string { return c.change.Revision.String() }

// RecordedAt is when it was made.
func (c Change) RecordedAt() DateTime { return DateTime(c.change.Time) }

// Author is who made it.
func (c Change) Author() string { return c.change.Author }

// Reason is why, in the author's words.
func (c Change) Reason() string { return c.change.Reason }

// Asserted is what it added.
func (c Change) Asserted(ctx context.Context, first *int32, after *string, last *int32, before *string) (StatementConnection, error) {
	if err := ctx.Err(); err != nil {
		return StatementConnection{}, err
	}
	return c.page("asserted", c.s.asserted(uint32(c.number())), Window{first, after, last, before})
}

// Retracted is what it took away.
func (c Change) Retracted(first *int32, after *string, last *int32, before *string) (StatementConnection, error) {
	return c.page("retracted", c.s.gathered(c.s.view.Retracted(uint32(c.number()))), Window{first, after, last, before})
}

func (c Change) page(field string, list []Statement, w Window) (StatementConnection, error) {
	return page(w, c.s.newScope(c.ID()+"."+field), listed(list, Statement.ID), func(t Statement) Statement { return t })
}

// asserted is what a change added. Finding it takes a pass over the whole graph, and one query may come to the same
// change from many entities; so the session finds it once.
func (s *Session) asserted(number uint32) []Statement {
	find, _ := s.changes.LoadOrStore(number, sync.OnceValue(func() []Statement {
		return s.gathered(s.view.Asserted(number))
	}))
	return find.(func() []Statement)()
}

// gathered makes statements of assertions: those of one statement stand side by side, each with one piece of its evidence.
func (s *Session) gathered(assertions []graph.Assertion) []Statement {
	var list []Statement
	for _, a := range assertions {
		if n := len(list); n > 0 && list[n-1].statement.Key() == a.Statement.Key() {
			list[n-1].evidence = append(list[n-1].evidence, a.Evidence)
			continue
		}
		list = append(list, Statement{s, a.Statement, []graph.Evidence{a.Evidence}, true})
	}
	for _, t := range list {
		slices.SortStableFunc(t.evidence, func(a, b graph.Evidence) int { return cmp.Compare(b.Confidence(), a.Confidence()) })
	}
	return list
}

// History is a page of the changes that touched the entity, the newest first.
func (e entity) History(first *int32, after *string, last *int32, before *string) (ChangeConnection, error) {
	return e.s.changeList(e.ID()+".history", e.history(), Window{first, after, last, before})
}

func (e entity) history() []graph.Recorded {
	if e.gone == "" {
		return e.s.view.History(e.n)
	}
	// All that was said of it stands in the changes that took it back.
	touched := map[uint32]bool{}
	for _, change := range e.s.view.Changes() {
		for _, a := range change.Retracted {
			if a.Subject == e.gone {
				touched[change.Revision.Number], touched[a.Evidence.Change] = true, true
			}
		}
	}
	list := slices.Clone(e.s.view.Changes())
	slices.Reverse(list)
	return slices.DeleteFunc(list, func(c graph.Recorded) bool { return !touched[c.Revision.Number] })
}

// Changes is a page of all changes, the newest first.
func (s *Session) Changes(w Window) (ChangeConnection, error) {
	list := slices.Clone(s.view.Changes())
	slices.Reverse(list)
	return s.changeList("changes", list, w)
}

func (s *Session) changeList(field string, list []graph.Recorded, w Window) (ChangeConnection, error) {
	numbered := listing[graph.Recorded]{
		length: len(list),
		slice:  func(lo, hi int) []graph.Recorded { return list[lo:hi] },
		key:    func(c graph.Recorded, _ int) key { return key{Number: uint64(c.Revision.Number)} },
		before: func(k key) (int, bool) {
			return slices.BinarySearchFunc(list, k.Number, func(c graph.Recorded, number uint64) int {
				return cmp.Compare(number, uint64(c.Revision.Number))
			})
		},
	}
	return page(w, s.newScope(field), numbered, func(c graph.Recorded) Change { return Change{s, c} })
}

// statementByID finds a statement by its id.
func (s *Session) statementByID(id string) *Statement {
	found, ok := s.view.FindStatement(id)
	if !ok {
		return nil
	}
	statement := s.statement(found)
	return &statement
}
