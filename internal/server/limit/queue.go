package limit

import (
	"context"
	"errors"
	"sync"
	"time"
)

// Why a request does not get its turn.
var (
	// ErrFull is returned when too many wait, or too many of this client.
	ErrFull = errors.New("too many requests are waiting")
	// ErrLate is returned when a request has waited for as long as it may.
	ErrLate = errors.New("the request has waited for too long")
)

// Queue lets a number of requests be worked on at the same time, and has the others wait for their turn. Clients take
// turns, whoever of them has the most requests. How many may wait is bounded by a [Share], so that there is always a
// place for a client that has none waiting. It may be shared between goroutines.
type Queue struct {
	most     int // at work
	patience time.Duration
	places   *Share

	mutex   sync.Mutex
	line    *line
	working int
	stats   QueueStats
}

// QueueStats is how a queue stands. The counts are since the beginning.
type QueueStats struct {
	Working, Waiting int // now
	Most             int // requests that may be worked on at the same time
	Places           int // for those that wait

	Begun  uint64        // requests that were worked on
	Full   uint64        // requests that were refused because too many waited
	Late   uint64        // requests that waited for too long
	Left   uint64        // requests whose client went away while they waited
	Waited time.Duration // of all requests that were worked on
}

// NewQueue makes a queue in which so many requests are worked on at the same time, and so many wait for their turn, each for
// no longer than patience.
func NewQueue(most, places int, patience time.Duration) *Queue {
	return &Queue{most: most, patience: patience, places: NewShare(places), line: newLine()}
}

// Enter returns when the turn of a request has come; it is over when leave is called, which has to be called once. The error
// is [ErrFull], [ErrLate], or that of a context that ended.
func (q *Queue) Enter(ctx context.Context, client string) (leave func(), err error) {
	leave = func() { q.leave(client) }
	t, err := q.begin(client)
	if t == nil {
		return leave, err
	}
	begun := time.Now()
	patience, cancel := context.WithTimeoutCause(ctx, q.patience, ErrLate)
	defer cancel()
	select {
	case <-t.turn:
	case <-patience.Done():
		if q.giveUp(t, context.Cause(patience)) {
			return nil, context.Cause(patience)
		} // its turn came at the same moment
	}
	q.mutex.Lock()
	defer q.mutex.Unlock()
	q.stats.Waited += time.Since(begun)
	return leave, nil
}

// begin lets a request begin, or gives it a place in the line.
func (q *Queue) begin(client string) (*ticket, error) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	if q.working < q.most { // then nobody waits
		q.start(client)
		return nil, nil
	}
	if !q.places.Take(client, 1) {
		q.stats.Full++
		return nil, ErrFull
	}
	return q.line.join(client), nil
}

func (q *Queue) start(client string) {
	q.working++
	q.line.begin(client)
	q.stats.Begun++
}

// leave ends the work on a request, and lets the next one begin.
func (q *Queue) leave(client string) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	q.working--
	q.line.end(client)
	if t := q.line.next(); t != nil {
		q.places.Give(t.client, 1)
		q.start(t.client)
		close(t.turn)
	}
}

// giveUp takes a request out of the line. It is false when its turn has come meanwhile.
func (q *Queue) giveUp(t *ticket, why error) bool {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	if !q.line.drop(t) {
		return false
	}
	q.places.Give(t.client, 1)
	if errors.Is(why, ErrLate) {
		q.stats.Late++
	} else {
		q.stats.Left++
	}
	return true
}

// Stats is how the queue stands now.
func (q *Queue) Stats() QueueStats {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	now, places := q.stats, q.places.Stats()
	now.Working, now.Waiting, now.Most, now.Places = q.working, places.Taken, q.most, places.Total
	return now
}
