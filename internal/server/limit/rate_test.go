package limit

import (
	"fmt"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// naiveBucket is a bucket of tokens, with nothing but arithmetic.
type naiveBucket struct {
	tokens float64
	at     time.Duration
}

func (b *naiveBucket) fill(at time.Duration, perSecond float64, burst int) {
	b.tokens = min(float64(burst), b.tokens+(at-b.at).Seconds()*perSecond)
	b.at = at
}

func TestRateIsABucketForEach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		perSecond := rapid.Float64Range(0.5, 100).Draw(t, "rate")
		burst := rapid.IntRange(1, 20).Draw(t, "burst")
		patience := time.Duration(rapid.IntRange(0, 2_000).Draw(t, "patience")) * time.Millisecond
		r, begin := NewRate(perSecond, burst, patience, 10), time.Unix(1_000_000, 0)
		buckets := map[string]*naiveBucket{}
		at := time.Duration(0)
		for range rapid.IntRange(1, 100).Draw(t, "steps") {
			at += time.Duration(rapid.IntRange(0, 500).Draw(t, "later")) * time.Millisecond
			client := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "client")
			b := buckets[client]
			if b == nil {
				b = &naiveBucket{float64(burst), at}
				buckets[client] = b
			}
			b.fill(at, perSecond, burst)
			if rapid.IntRange(0, 3).Draw(t, "step") == 0 {
				n := rapid.IntRange(1, 30).Draw(t, "tokens")
				r.Charge(begin.Add(at), client, n)
				b.tokens -= float64(min(n, burst))
				continue
			}
			wait, admitted := r.Admit(begin.Add(at), client)
			want := time.Duration(max(0, 1-b.tokens) / perSecond * float64(time.Second))
			if math.Abs(float64(want-patience)) < float64(time.Microsecond) {
				return // rounding decides
			}
			if admitted != (want <= patience) {
				t.Fatalf("admitted is %t with %f tokens, which means to wait for %v of %v", admitted, b.tokens, want, patience)
			}
			if !admitted {
				want -= patience
			} else {
				b.tokens--
			}
			if d := wait - want; d < -time.Millisecond || d > time.Millisecond {
				t.Fatalf("it says to wait for %v, want %v", wait, want)
			}
		}
	})
}

func TestNoRateIsNoLimit(t *testing.T) {
	r := NewRate(0, 1, 0, 1)
	for range 1_000 {
		r.Charge(time.Now(), "a", 1_000)
		if wait, admitted := r.Admit(time.Now(), "a"); wait != 0 || !admitted {
			t.Fatal(wait, admitted)
		}
	}
}

// Strangers of many networks don't make the server forget what somebody owes, nor take memory without end.
func TestNobodyIsForgottenInDebt(t *testing.T) {
	r, now := NewRate(1, 10, 0, 100), time.Unix(1_000_000, 0)
	for range 20 {
		r.Charge(now, "debtor", 10)
	}
	for i := range 10_000 {
		now = now.Add(time.Millisecond)
		r.Admit(now, fmt.Sprint("stranger ", i))
		if n := r.Stats().Clients; n > 100 || n != r.order.Len() {
			t.Fatalf("%d buckets, %d in order", n, r.order.Len())
		}
	}
	if _, admitted := r.Admit(now, "debtor"); admitted {
		t.Error("who owes 190 tokens is admitted after ten seconds")
	}
	if r.Stats().Crowded == 0 {
		t.Error("there were never too many")
	}
	now = now.Add(20 * time.Second)
	if _, admitted := r.Admit(now, "a friend"); !admitted {
		t.Error("there is no room again when the strangers have gone, although somebody owes much")
	}
	if n := r.Stats().Clients; n > 99 {
		t.Errorf("%d are known still", n)
	}
}

func BenchmarkRate(b *testing.B) {
	r, now := NewRate(20, 100, 0, 65_536), time.Unix(1_000_000, 0)
	names := make([]string, 100_000)
	for i := range names {
		names[i] = fmt.Sprint("10.0.", i/256, ".", i%256)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		r.Admit(now.Add(time.Duration(i)*time.Microsecond), names[i%len(names)])
	}
}

// A request of somebody for whom there is no bucket is counted once, however dear it turns out to be.
func TestTheCrowdIsCountedOnce(t *testing.T) {
	r, now := NewRate(1, 10, 0, 1), time.Unix(1_000_000, 0)
	r.Charge(now, "debtor", 10)
	r.Admit(now, "stranger")
	r.Charge(now, "stranger", 5)
	if got := r.Stats().Crowded; got != 1 {
		t.Errorf("one request of the crowd is counted %d times", got)
	}
}
