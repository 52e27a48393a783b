package view_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// pausing is a record that waits before it records a group, and notes how many changes each group had.
type pausing struct {
	*memory
	proceed chan struct{}
	groups  []int
}

func (p *pausing) ApplyGroup(turns []graph.Turn, state graph.State) {
	<-p.proceed
	p.groups = append(p.groups, len(turns))
	p.memory.ApplyGroup(turns, state)
}

// crowd has proposals wait for a record that pauses. It must be used within a bubble of synctest.
type crowd struct {
	t      *testing.T
	record *pausing
	live   *view.Live
	all    sync.WaitGroup
	mu     sync.Mutex
	errs   map[int]error
	order  map[int]view.Outcome
	n      int
}

func newCrowd(t *testing.T) *crowd {
	c := &crowd{t: t, record: &pausing{filled(t), make(chan struct{}), nil}, errs: map[int]error{}, order: map[int]view.Outcome{}}
	c.live = mustLive(t, c.record)
	return c
}

// propose lets a proposal come, and waits until it can get no further.
func (c *crowd) propose(ctx context.Context, p view.Proposal) {
	n := c.n
	c.n++
	c.all.Go(func() {
		got, err := c.live.Propose(ctx, p)
		c.mu.Lock()
		defer c.mu.Unlock()
		c.order[n], c.errs[n] = got, err
	})
	synctest.Wait()
}

// end lets the record go on until all have their answer.
func (c *crowd) end() {
	close(c.record.proceed)
	c.all.Wait()
}

// notes is a proposal that adds a note to a report.
func notes(words string, concerns ...graph.ID) view.Proposal {
	return view.Proposal{Concerns: concerns, Prepare: func(*view.View) (graph.Change, error) { return note(words), nil }}
}

// TestWhoSharesAGroup: the first proposal of a row is recorded alone, because nobody waits yet. Each letter is an entity
// that a proposal concerns, and a dash concerns the whole graph.
func TestWhoSharesAGroup(t *testing.T) {
	for row, want := range map[string]string{
		"a":            "a",
		"a b c":        "a | b c",
		"a a b":        "a | a b",
		"a b b":        "a | b | b",
		"a b c b d":    "a | b c | b d",
		"a - -":        "a | - | -",
		"a b - c d":    "a | b | - | c d",
		"- a b":        "- | a b",
		"a bc de f":    "a | bc de f",
		"a bc cd d e":  "a | bc | cd | d e",
		"a bb b ":      "a | bb | b",
		"a b c d e fb": "a | b c d e | fb",
	} {
		t.Run(row, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c := newCrowd(t)
				for i, letters := range strings.Fields(row) {
					var concerns []graph.ID
					for _, letter := range strings.Trim(letters, "-") {
						concerns = append(concerns, graph.ID("report:"+string(letter)))
					}
					c.propose(t.Context(), notes(fmt.Sprint(i), concerns...))
				}
				c.end()
				var sizes []int
				for group := range strings.SplitSeq(want, "|") {
					sizes = append(sizes, len(strings.Fields(group)))
				}
				if !slices.Equal(c.record.groups, sizes) {
					t.Errorf("groups of %v, want %s", c.record.groups, want)
				}
				for i := range c.n {
					if got, want := c.order[i].Revision.Number, uint32(i+2); got != want || c.errs[i] != nil {
						t.Errorf("proposal %d made revision %d, want %d: %v", i, got, want, c.errs[i])
					}
				}
			})
		})
	}
}

func TestAGroupIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCrowd(t)
		for i := range 150 {
			c.propose(t.Context(), notes(fmt.Sprint(i), graph.ID(fmt.Sprintf("report:%d", i))))
		}
		c.end()
		if want := []int{1, 64, 64, 21}; !slices.Equal(c.record.groups, want) {
			t.Errorf("groups of %v, want %v", c.record.groups, want)
		}
	})
}

// TestAGroupMakesOneView: and whatever one of its proposals does wrong, the others are none the worse for it.
func TestAGroupMakesOneView(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCrowd(t)
		views := 0
		err := c.live.Follow(t.Context(), func(context.Context, *view.View) error { views++; return nil })
		if err != nil {
			t.Fatal(err)
		}
		refusal := errors.New("not today")
		second := c.live.View().Revision()
		second.Number, second.Digest = 2, [8]byte{2}

		c.propose(t.Context(), notes("first", "report:a"))
		c.propose(t.Context(), notes("b", "report:b"))
		c.propose(t.Context(), view.Proposal{Concerns: []graph.ID{"report:c"}, Prepare: func(*view.View) (graph.Change, error) { return graph.Change{}, refusal }})
		c.propose(t.Context(), view.Proposal{Concerns: []graph.ID{"report:d"}, Prepare: func(*view.View) (graph.Change, error) { panic("a mistake") }})
		late := notes("e", "report:e")
		late.Expected = second.String() // what it looked at, until b came before it
		c.propose(t.Context(), late)
		c.propose(t.Context(), notes("b", "report:f")) // which is there by then
		c.propose(t.Context(), notes("g", "report:g"))
		c.end()

		for i, want := range []uint32{2, 3, 0, 0, 0, 3, 4} {
			if got := c.order[i].Revision.Number; got != want {
				t.Errorf("proposal %d: revision %d, want %d", i, got, want)
			}
		}
		if !errors.Is(c.errs[2], refusal) || c.errs[3] == nil || !strings.Contains(c.errs[3].Error(), "a mistake") || graph.CodeOf(c.errs[4]) != graph.Conflict {
			t.Errorf("refused with %v", c.errs)
		}
		if views != 3 || c.order[1].View != c.order[6].View {
			t.Errorf("%d views were made, want the first, and one for each of two groups", views)
		}
		n := node(t, c.live.View(), "report:leaving")
		equal(t, "notes", len(c.live.View().Texts(nil, n, graph.Note)), 3)
	})
}

// TestTheRightExpectationHolds: the revision that a proposal expects is the one that it finds at its place.
func TestTheRightExpectationHolds(t *testing.T) {
	live := mustLive(t, filled(t))
	p := notes("read")
	p.Expected = live.View().Revision().String()
	if _, err := live.Propose(t.Context(), p); err != nil {
		t.Error(err)
	}
	_, err := live.Propose(t.Context(), p)
	if graph.CodeOf(err) != graph.Conflict {
		t.Errorf("the second time: %v", err)
	}
	equal(t, "revision", live.View().Revision().Number, 2)
}

func TestWhoGoesAwayLeavesTheQueue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCrowd(t)
		early, leaveEarly := context.WithCancel(t.Context())
		late, leaveLate := context.WithCancel(t.Context())
		c.propose(late, notes("first", "report:a")) // is being recorded
		c.propose(early, notes("second", "report:b"))
		c.propose(t.Context(), notes("third", "report:c"))
		leaveEarly()
		leaveLate()
		synctest.Wait()
		if !errors.Is(c.errs[1], context.Canceled) {
			t.Errorf("it still waits: %v", c.errs)
		}
		c.end()
		if c.order[0].Revision.Number != 2 && !errors.Is(c.errs[0], context.Canceled) {
			t.Errorf("the first: %v, %v", c.order[0].Revision, c.errs[0])
		}
		if !slices.Equal(c.record.groups, []int{1, 1}) || c.errs[2] != nil {
			t.Errorf("groups of %v, then %v", c.record.groups, c.errs[2])
		}
	})
}

func TestAGroupFailsTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCrowd(t)
		before := c.live.View()
		c.record.fail = errors.New("the disk is full")
		for _, id := range []graph.ID{"report:a", "report:b", "report:c"} {
			c.propose(t.Context(), notes(string(id), id))
		}
		c.end()
		for i := range c.n {
			if !errors.Is(c.errs[i], c.record.fail) {
				t.Errorf("proposal %d: %v", i, c.errs[i])
			}
		}
		if c.live.View() != before {
			t.Error("what failed is shown")
		}
		readAll(t, c.live.View()) // reads go on
		c.record.fail = nil
		if _, err := c.live.Propose(t.Context(), notes("again")); err != nil {
			t.Errorf("the next change: %v", err)
		}
		equal(t, "revision", c.live.View().Revision().Number, 2)
	})
}

// TestTheViewCatchesUp: a change is recorded, and then no view can be made of it. The next change must not be held against
// the old view.
func TestTheViewCatchesUp(t *testing.T) {
	tired := errors.New("tired")
	for name, follow := range map[string]func() error{
		"an error": func() error { return tired },
		"a panic":  func() error { panic(tired) },
	} {
		t.Run(name, func(t *testing.T) {
			live := mustLive(t, filled(t))
			calls := 0
			err := live.Follow(t.Context(), func(context.Context, *view.View) error {
				if calls++; calls == 2 {
					return follow()
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			func() {
				defer func() { _ = recover() }()
				if _, err := live.Propose(t.Context(), notes("one")); !errors.Is(err, tired) {
					t.Errorf("the first: %v", err)
				}
			}()
			if _, err := live.Propose(t.Context(), notes("two")); err != nil {
				t.Errorf("the second: %v", err)
			}
			v := live.View()
			equal(t, "revision", v.Revision().Number, 3)
			equal(t, "notes", len(v.Texts(nil, node(t, v, "report:leaving"), graph.Note)), 2)
			equal(t, "views that were followed", calls, 4) // the first, the one that failed, what was read again, the last
		})
	}
}

func TestAFollowerThatCanNotBeginIsNotCalledAgain(t *testing.T) {
	live := mustLive(t, filled(t))
	calls, tired := 0, errors.New("tired")
	if err := live.Follow(t.Context(), func(context.Context, *view.View) error { calls++; return tired }); !errors.Is(err, tired) {
		t.Errorf("it began with %v", err)
	}
	if _, err := live.Apply(t.Context(), note("read")); err != nil || calls != 1 {
		t.Errorf("%d calls, %v", calls, err)
	}
}

// TestAViewAfterSeveralChanges is the one that is built afresh: also when one takes away what another has brought.
func TestAViewAfterSeveralChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		record := newMemory()
		if _, err := record.Apply(t.Context(), randomChange(nil).Draw(t, "first"), nil); err != nil {
			t.Fatal(err)
		}
		before := mustBuild(record.snapshot())
		var changes []graph.Applied
		for range rapid.IntRange(0, 5).Draw(t, "changes") {
			applied, err := record.Apply(t.Context(), randomChange(record.held).Draw(t, "change"), nil)
			if err != nil {
				t.Fatal(err)
			}
			if applied.Revision.Number > 0 {
				changes = append(changes, applied)
			}
		}
		after, err := before.With(t.Context(), changes...)
		if err != nil {
			t.Fatal(err)
		}
		if fresh := mustBuild(record.snapshot()); !reflect.DeepEqual(after, fresh) {
			t.Fatalf("the view after %d changes differs from one built afresh", len(changes))
		}
	})
}
