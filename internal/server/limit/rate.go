package limit

import (
	"container/list"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Rate gives each client a bucket of tokens, which fills by so many a second. A request takes one; what it turns out to cost
// besides is charged later, and may leave the bucket in debt. Who has none is first slowed down: the request waits for the
// token. Only when it would have to wait for longer than patience it is refused. It may be shared between goroutines.
//
// A bucket that is full again says nothing, and is forgotten when there are many. One that is not full is never forgotten,
// so that nobody gets rid of a debt by making the server forget it. When there are too many of those, clients without one
// share a single bucket until there is room: it takes as many strangers, each of another network, as there are buckets, all
// within the time in which a bucket fills. To be forgotten, then, is harmless: it means to have a full bucket.
type Rate struct {
	refill   rate.Limit
	burst    int
	patience time.Duration
	most     int // buckets

	mutex   sync.Mutex
	buckets map[string]*list.Element
	order   *list.List // of *bucket, what was used or looked at last in front
	crowd   *rate.Limiter
	stats   RateStats
}

// RateStats is how the rate limit stands. The counts are since the beginning.
type RateStats struct {
	Clients int // whose buckets are known

	Admitted uint64 // requests that were let through, slowed down or not
	Slowed   uint64 // requests that had to wait
	Refused  uint64
	Charged  uint64 // tokens that were taken for what requests turned out to cost
	Crowded  uint64 // requests that took from the bucket that clients without one share
}

type bucket struct {
	client string
	tokens *rate.Limiter
}

// NewRate makes a limit of so many tokens a second for each client, which may save up burst of them; of so many clients the
// buckets are kept. A client waits for no longer than patience for its token. Without a positive perSecond there is no limit.
func NewRate(perSecond float64, burst int, patience time.Duration, clients int) *Rate {
	refill := rate.Limit(perSecond)
	if perSecond <= 0 {
		refill = rate.Inf
	}
	return &Rate{
		refill: refill, burst: max(burst, 1), patience: patience, most: max(clients, 1),
		buckets: map[string]*list.Element{}, order: list.New(), crowd: rate.NewLimiter(refill, max(burst, 1)),
	}
}

// Admit takes a token for a request of a client. The request has to wait so long before it goes on; when it is not
// admitted, that is after how long it is worth trying again.
func (r *Rate) Admit(now time.Time, client string) (wait time.Duration, admitted bool) {
	if r.refill == rate.Inf {
		return 0, true
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	tokens := r.tokens(now, client)
	if tokens == r.crowd {
		r.stats.Crowded++
	}
	token := tokens.ReserveN(now, 1)
	if wait = token.DelayFrom(now); wait > r.patience {
		token.CancelAt(now)
		r.stats.Refused++
		return wait - r.patience, false
	}
	r.stats.Admitted++
	if wait > 0 {
		r.stats.Slowed++
	}
	return wait, true
}

// Charge takes further tokens of a client, whether it has them or not, but no more at a time than a bucket holds.
func (r *Rate) Charge(now time.Time, client string, tokens int) {
	if r.refill == rate.Inf || tokens <= 0 {
		return
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	tokens = min(tokens, r.burst)
	r.tokens(now, client).ReserveN(now, tokens)
	r.stats.Charged += uint64(tokens)
}

// tokens is the bucket of a client.
func (r *Rate) tokens(now time.Time, client string) *rate.Limiter {
	if element := r.buckets[client]; element != nil {
		r.order.MoveToFront(element)
		return element.Value.(*bucket).tokens
	}
	r.forget(now)
	if len(r.buckets) >= r.most {
		return r.crowd
	}
	b := &bucket{client, rate.NewLimiter(r.refill, r.burst)}
	r.buckets[client] = r.order.PushFront(b)
	return b.tokens
}

// forget looks at the two buckets that were not used or looked at for longest, and drops them if they are full. These are
// more than are made, so that their number falls when there are fewer clients.
func (r *Rate) forget(now time.Time) {
	for range min(2, r.order.Len()) {
		last := r.order.Back()
		if last.Value.(*bucket).tokens.TokensAt(now) < float64(r.burst) {
			r.order.MoveToFront(last) // a deep debt must not keep those in front of it
			continue
		}
		delete(r.buckets, r.order.Remove(last).(*bucket).client)
	}
}

// Stats is how the limit stands now.
func (r *Rate) Stats() RateStats {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	now := r.stats
	now.Clients = len(r.buckets)
	return now
}
