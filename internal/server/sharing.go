package server

import (
	"cmp"
	"net/http"
	"runtime"
	"time"

	"github.com/wasl-graph/wasl/internal/server/limit"
)

// Limits are what the clients of /graphql share. A field that is 0 has the value of [DefaultLimits].
type Limits struct {
	// Body is how many bytes the body of a request may have.
	Body int64
	// Bodies is how many bytes the bodies of all requests may have together that are being read or answered.
	Bodies int
	// Working is how many requests are answered at the same time.
	Working int
	// Waiting is how many requests may wait for their turn.
	Waiting int
	// Wait is how long a request may wait for its turn.
	Wait time.Duration
	// Rate is how many tokens a client gets a second, and Burst how many it may save up: charge.go says what a request takes.
	// With a negative Rate clients may ask for as much as they like.
	Rate  float64
	Burst int
	// Slow is how long a request may be held back because its client has no token. One that would be held back for longer is
	// refused, after this time.
	Slow time.Duration
	// Clients is of how many clients the server knows how much they asked for.
	Clients int
	// Proxies says whom to believe where a request comes from. The zero value believes nobody.
	Proxies Proxies
}

// DefaultLimits are generous to people and their programs, and leave most of a small server to the others, whoever asks for
// more. A page of a front end that asks thirty questions when it opens may open ten times at once, and then in an office of
// fifty people behind one address for each of them every half minute. Most questions take less than half a millisecond, so
// that this is a fortieth of one processor.
func DefaultLimits() Limits {
	return Limits{
		Body: maxBody, Bodies: 64 << 20, Working: 2 * runtime.GOMAXPROCS(0), Waiting: 512, Wait: 5 * time.Second,
		Rate: 50, Burst: 300, Slow: 2 * time.Second, Clients: 65_536,
	}
}

func (l Limits) orDefaults() Limits {
	usual := DefaultLimits()
	return Limits{
		Body:    cmp.Or(l.Body, usual.Body),
		Bodies:  cmp.Or(l.Bodies, usual.Bodies),
		Working: cmp.Or(l.Working, usual.Working),
		Waiting: cmp.Or(l.Waiting, usual.Waiting),
		Wait:    cmp.Or(l.Wait, usual.Wait),
		Rate:    cmp.Or(l.Rate, usual.Rate),
		Burst:   cmp.Or(l.Burst, usual.Burst),
		Slow:    cmp.Or(l.Slow, usual.Slow),
		Clients: cmp.Or(l.Clients, usual.Clients),
		Proxies: l.Proxies,
	}
}

// Sharing shares a server out among its clients. It may be shared between goroutines.
type Sharing struct {
	limits Limits
	rate   *limit.Rate
	held   *limit.Share // requests that are refused, and not told yet
	bodies *limit.Share // bytes
	queue  *limit.Queue
}

// SharingStats is how much the clients ask for.
type SharingStats struct {
	Rate   limit.RateStats
	Held   limit.ShareStats // requests that are refused, and not told yet
	Bodies limit.ShareStats // in bytes
	Queue  limit.QueueStats
}

// NewSharing shares a server out within these limits.
func NewSharing(l Limits) *Sharing {
	l = l.orDefaults()
	return &Sharing{
		limits: l,
		rate:   limit.NewRate(l.Rate, l.Burst, l.Slow, l.Clients),
		held:   limit.NewShare(mostHeld),
		bodies: limit.NewShare(l.Bodies),
		queue:  limit.NewQueue(l.Working, l.Waiting, l.Wait),
	}
}

// Limits are what the clients share.
func (s *Sharing) Limits() Limits { return s.limits }

// Stats is how much the clients ask for now.
func (s *Sharing) Stats() SharingStats {
	return SharingStats{s.rate.Stats(), s.held.Stats(), s.bodies.Stats(), s.queue.Stats()}
}

// endpoint is a handler of which every client gets its share. On its way to it a request is held back when its client asks
// for too much, is read to its end, and waits for its turn; only then it takes one of the places for those at work,
// which it leaves when its answer is complete, before that is sent. So nobody holds on to a place by sending or
// reading slowly.
func (s *Sharing) endpoint(next http.Handler) http.Handler {
	if s == nil {
		return compress(limitBody(maxBody, next))
	}
	return s.admit(limitBody(s.limits.Body, s.readBody(s.inTurn(compress(next)))))
}
