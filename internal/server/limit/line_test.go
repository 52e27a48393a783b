package limit

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// naiveLine does what a line promises, by looking at all that happened.
type naiveLine struct {
	clock   int
	waits   []naiveTicket  // in the order in which they came
	since   map[string]int // when a client came to stand where it stands
	working map[string]int
}

type naiveTicket struct {
	client string
	ticket *ticket
}

func (n *naiveLine) waiting(client string) int {
	count := 0
	for _, w := range n.waits {
		if w.client == client {
			count++
		}
	}
	return count
}

func (n *naiveLine) join(client string, t *ticket) {
	n.clock++
	if n.waiting(client) == 0 {
		n.since[client] = n.clock
	}
	n.waits = append(n.waits, naiveTicket{client, t})
}

// next is the first request of the client with the fewest at work, who stands there for longest.
func (n *naiveLine) next() *ticket {
	best := -1
	for i, w := range n.waits {
		if best < 0 {
			best = i
			continue
		}
		b := n.waits[best].client
		if n.working[w.client] < n.working[b] || (n.working[w.client] == n.working[b] && n.since[w.client] < n.since[b]) {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	chosen := n.waits[best]
	n.remove(best)
	n.clock++
	n.since[chosen.client] = n.clock
	return chosen.ticket
}

func (n *naiveLine) remove(i int) {
	n.waits = append(append([]naiveTicket{}, n.waits[:i]...), n.waits[i+1:]...)
}

func TestLineIsTheNaiveOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := newLine()
		naive := &naiveLine{since: map[string]int{}, working: map[string]int{}}
		for range rapid.IntRange(1, 200).Draw(t, "steps") {
			client := rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, "client")
			switch rapid.IntRange(0, 3).Draw(t, "step") {
			case 0, 1:
				naive.join(client, l.join(client))
			case 2:
				got, want := l.next(), naive.next()
				if got != want {
					t.Fatalf("next is %+v, want %+v", got, want)
				}
				if got != nil {
					l.begin(got.client)
					naive.working[got.client]++
				}
			case 3:
				if len(naive.waits) > 0 && rapid.Bool().Draw(t, "leaves") {
					i := rapid.IntRange(0, len(naive.waits)-1).Draw(t, "who")
					if !l.drop(naive.waits[i].ticket) || l.drop(naive.waits[i].ticket) {
						t.Fatal("who waits can leave, once")
					}
					naive.remove(i)
				} else if naive.working[client] > 0 {
					l.end(client)
					naive.working[client]--
				}
			}
		}
		for len(naive.waits) > 0 {
			if got, want := l.next(), naive.next(); got != want {
				t.Fatalf("next is %+v, want %+v", got, want)
			}
		}
		if l.next() != nil || l.order.Len() != 0 || len(l.clients) != 0 {
			t.Fatalf("somebody is left: %d", l.order.Len())
		}
	})
}

// Between two turns of one client each other that waits has one, however many requests it has.
func TestEverybodyHasATurn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, waits := newLine(), map[string]int{}
		for i, n := range rapid.SliceOfN(rapid.IntRange(1, 30), 2, 8).Draw(t, "requests") {
			waits[fmt.Sprint(i)] = n
			for range n {
				l.join(fmt.Sprint(i))
			}
		}
		had := map[string]bool{}
		for next := l.next(); next != nil; next = l.next() { // each is done before the next begins
			if had[next.client] {
				for other, n := range waits {
					if n > 0 && !had[other] {
						t.Fatalf("%s had two turns and %s none", next.client, other)
					}
				}
				had = map[string]bool{}
			}
			had[next.client] = true
			waits[next.client]--
		}
	})
}

func BenchmarkLine(b *testing.B) {
	for _, clients := range []int{1, 500} {
		b.Run(fmt.Sprint(clients), func(b *testing.B) {
			l, names := newLine(), make([]string, clients)
			for i := range names {
				names[i] = fmt.Sprint(i)
				l.join(names[i])
				l.begin(names[i])
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				l.join(names[i%clients])
				l.next()
			}
		})
	}
}
