package limit

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// Whatever was taken and given before, nobody gets more than was left free, and what is counted adds up.
func TestShareIsFair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.IntRange(0, 40).Draw(t, "total")
		s, held, taken := NewShare(total), map[string]int{}, 0
		var refused uint64
		for range rapid.IntRange(1, 100).Draw(t, "steps") {
			client := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "client")
			n := rapid.IntRange(0, 5).Draw(t, "places")
			if rapid.Bool().Draw(t, "give") {
				n = min(n, held[client])
				s.Give(client, n)
				held[client] -= n
				taken -= n
				continue
			}
			got, want := s.Take(client, n), held[client]+n <= total-taken
			if got != want {
				t.Fatalf("%s has %d of %d, %d are taken: %d more are given is %t", client, held[client], total, taken, n, got)
			}
			if got {
				held[client] += n
				taken += n
			} else {
				refused++
			}
		}
		clients := 0
		for _, n := range held {
			if n > 0 {
				clients++
			}
		}
		if now := s.Stats(); now != (ShareStats{total, taken, clients, refused}) {
			t.Fatalf("%+v, want %d taken by %d", now, taken, clients)
		}
	})
}

// However many greedy clients there are, the next one finds as much as each of them has, nearly.
func TestShareLeavesSomethingForTheNext(t *testing.T) {
	for greedy := range 100 {
		s := NewShare(1_000)
		for taken := true; taken; {
			taken = false
			for i := range greedy {
				taken = s.Take(fmt.Sprint(i), 1) || taken
			}
		}
		n := 0
		for s.Take("next", 1) {
			n++
		}
		if fair := 1_000 / (greedy + 1); n < fair/2 {
			t.Errorf("beside %d greedy clients the next one gets %d places, a fair share being %d", greedy, n, fair)
		}
	}
}
