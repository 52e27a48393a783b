package record

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
)

var errRefused = errors.New("not today")

// turnsOf are turns that hand changes over. One without an author is refused.
func turnsOf(changes []graph.Change, asked func(at graph.Revision)) []graph.Turn {
	turns := make([]graph.Turn, len(changes))
	for i, c := range changes {
		turns[i].Prepare = func(after graph.Revision) (graph.Change, error) {
			asked(after)
			if c.Author == "" {
				return c, errRefused
			}
			return c, nil
		}
	}
	return turns
}

func nobodyAsks(graph.Revision) {}

// TestAGroupIsWhatItsChangesAreOneAfterTheOther: the same revisions, the same facts, the same refusals, however the
// changes are grouped, and although they get in each other's way.
func TestAGroupIsWhatItsChangesAreOneAfterTheOther(t *testing.T) {
	t.Run("in one transaction", rapid.MakeCheck(func(r *rapid.T) { groupsAtRandom(r, batchSize) }))
	t.Run("in several", rapid.MakeCheck(func(r *rapid.T) { groupsAtRandom(r, 4) }))
}

func groupsAtRandom(r *rapid.T, batch int) {
	together, serial := inMemory(r), inMemory(r)
	together.batch, together.together = batch, 1
	for range rapid.IntRange(1, 4).Draw(r, "groups") {
		changes := rapid.SliceOfN(rapid.Custom(drawTurn), 1, 6).Draw(r, "changes")
		before := together.ledger
		var asked []graph.Revision
		turns := turnsOf(changes, func(at graph.Revision) { asked = append(asked, at) })
		together.ApplyGroup(turns, &before)
		for i, c := range changes {
			if at := serial.Revision(); asked[i] != at {
				r.Fatalf("change %d is to follow %v, want %v", i, asked[i], at)
			}
			alone := turnsOf([]graph.Change{c}, nobodyAsks)
			serial.ApplyGroup(alone, &serial.ledger)
			if !reflect.DeepEqual(turns[i].Applied, alone[0].Applied) {
				r.Fatalf("change %d came to %+v, want %+v", i, turns[i].Applied, alone[0].Applied)
			}
			if fmt.Sprint(turns[i].Err) != fmt.Sprint(alone[0].Err) {
				r.Fatalf("change %d ended with %v, want %v", i, turns[i].Err, alone[0].Err)
			}
			if alone[0].Applied.Revision.Number > 0 {
				serial.enter(c)
			}
		}
		together.ledger = serial.ledger
	}
	serial.verify()
	together.verify()
}

// drawTurn draws a change of which one in ten is wrong and one in ten is refused.
func drawTurn(r *rapid.T) graph.Change {
	c := drawChange(r)
	c.Author = "editor"
	switch rapid.IntRange(0, 9).Draw(r, "fate") {
	case 0:
		c.Assert = append(c.Assert, label("nothing", "wrong"))
	case 1:
		c.Author = ""
	}
	return c
}

// TestATextThatTwoBringComesOnce: the second finds it there, as it would when it came later.
func TestATextThatTwoBringComesOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		first, second := withDocument("text"), withDocument("another reading of the same bytes")
		first.Assert, second.Assert = many(1, 0), many(1, 1)
		turns := turnsOf([]graph.Change{first, second}, nobodyAsks)
		b.ApplyGroup(turns, &b.ledger)
		if n, m := len(turns[0].Applied.Documents), len(turns[1].Applied.Documents); n != 1 || m != 0 || turns[1].Err != nil {
			t.Errorf("%d texts came first, then %d: %v", n, m, turns[1].Err)
		}
		b.enter(first)
		b.enter(second)
		b.verify()
		b.quotes(first.Documents[0])
	})
}

// TestAGroupWaitsForTheDiskOnce, and a large change among others takes transactions of its own.
func TestAGroupWaitsForTheDiskOnce(t *testing.T) {
	for name, c := range map[string]struct{ sizes, commits []int }{
		"small ones":               {[]int{1, 1, 1, 1}, []int{1}},
		"as much as there is room": {[]int{5, 5}, []int{1}},
		"more than there is room":  {[]int{5, 5, 5}, []int{2}},
		"a large one":              {[]int{2, 25, 2}, []int{1 + 3 + 1 + 1}}, // three batches, and the revision
		"a large one at last":      {[]int{2, 25}, []int{1 + 3 + 1}},
	} {
		t.Run(name, func(t *testing.T) {
			b := onDisk(t)
			b.batch, b.together = 10, 1
			f := b.makeFaulty()
			var changes []graph.Change
			for i, size := range c.sizes {
				changes = append(changes, change(many(size, i*100)...))
			}
			turns := turnsOf(changes, nobodyAsks)
			b.ApplyGroup(turns, &b.ledger)
			for i, turn := range turns {
				if turn.Err != nil || int(turn.Applied.Revision.Number) != i+2 {
					t.Errorf("change %d: %v, %v", i, turn.Applied.Revision, turn.Err)
				}
				b.enter(changes[i])
			}
			if f.commits != c.commits[0] {
				t.Errorf("%d transactions, want %d", f.commits, c.commits[0])
			}
			b.verify()
			b.reopen()
			b.verify()
			noJournalIn(t, b.folder)
		})
	}
}

// groupOfFour is more than goes into one transaction: the first two changes share one.
func groupOfFour() []graph.Change {
	swap := change(label("report:r-1", "Another title"), link("report:new", graph.AboutCountry, "country:AT"))
	swap.Retract = many(2, 0)
	return []graph.Change{change(many(3, 100)...), change(many(3, 200)...), swap, change(many(3, 300)...)}
}

// TestAGroupThatFailsIsRecordedAsFarAsItSays: every write and every transaction of a group fails once. What shared a
// transaction fails together, what came before it stays, and the next change works.
func TestAGroupThatFailsIsRecordedAsFarAsItSays(t *testing.T) {
	spoil := map[string]func(*faulty, int){
		"put":    func(f *faulty, n int) { f.failPut = n },
		"commit": func(f *faulty, n int) { f.failCommit = n },
	}
	for name, fail := range spoil {
		t.Run(name, func(t *testing.T) {
			for n, done := 1, false; !done; n++ {
				b := onDisk(t)
				b.batch = 7
				b.apply(change(many(2, 0)...))
				f := b.makeFaulty()
				fail(f, n)
				changes := groupOfFour()
				turns := turnsOf(changes, nobodyAsks)
				b.ApplyGroup(turns, &b.ledger)
				f.heal()
				done = turns[3].Err == nil
				last := error(nil)
				for i, turn := range turns {
					if last != nil && turn.Err == nil {
						t.Fatalf("%s %d: change %d is recorded, the one before it is not", name, n, i)
					}
					if last = turn.Err; last == nil {
						b.enter(changes[i])
					} else if !injected(last) || turn.Applied.Revision.Number != 0 {
						t.Fatalf("%s %d: change %d: %+v, %v", name, n, i, turn.Applied, turn.Err)
					}
				}
				if (turns[0].Err == nil) != (turns[1].Err == nil) || (turns[2].Err == nil) != (turns[3].Err == nil) {
					t.Errorf("%s %d: what shared a transaction did not fail together", name, n)
				}
				b.verify()
				b.apply(change(label("report:next", "Next")))
				b.reopen()
				b.verify()
			}
		})
	}
}

// TestAStoreThatIsUnusableAsksNobody.
func TestAStoreThatIsUnusableAsksNobody(t *testing.T) {
	b := inMemory(t)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	turns := turnsOf(groupOfFour(), func(graph.Revision) { t.Error("a change was prepared for a record that is closed") })
	b.ApplyGroup(turns, &b.ledger)
	for _, turn := range turns {
		if !errors.Is(turn.Err, errClosed) {
			t.Errorf("it ended with %v", turn.Err)
		}
	}
}

// TestTextsCountTowardsAGroup: a transaction does not hold the texts of all who wait.
func TestTextsCountTowardsAGroup(t *testing.T) {
	b := onDisk(t)
	f := b.makeFaulty()
	var changes []graph.Change
	for i, size := range []int{textsTogether / 2, textsTogether / 2, 1, textsTogether + 1, 1} {
		c := withDocument(strings.Repeat("a", size))
		c.Sources[0].ID, c.Sources[0].SHA256 = graph.SourceID(fmt.Sprint("source:text-", i)), fmt.Sprintf("%064d", i)
		c.Documents[0].SHA256 = c.Sources[0].SHA256
		changes = append(changes, c)
	}
	turns := turnsOf(changes, nobodyAsks)
	b.ApplyGroup(turns, &b.ledger)
	for i, turn := range turns {
		if turn.Err != nil {
			t.Fatal(turn.Err)
		}
		b.enter(changes[i])
	}
	if f.commits != 4 {
		t.Errorf("%d transactions, want two texts in one, and then one for each", f.commits)
	}
	b.verify()
}
