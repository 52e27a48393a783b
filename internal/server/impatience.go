package server

import (
	"errors"
	"net"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// impatient is a connection that tells when the server has waited for its client for too long: for the header or the rest of a
// request, for the next request, or for the client to take an answer.
type impatient struct {
	net.Conn
	timedOut func()      // called once
	woken    atomic.Bool // the read is to end at once: net/http does so when an answer is complete, and nobody was slow
}

func watch(conn net.Conn, count *atomic.Uint64) *impatient {
	return &impatient{Conn: conn, timedOut: sync.OnceFunc(func() { count.Add(1) })}
}

// SetReadDeadline bounds the wait for the client.
func (c *impatient) SetReadDeadline(t time.Time) error {
	c.woken.Store(!t.IsZero() && !t.After(time.Now()))
	return c.Conn.SetReadDeadline(t)
}

// Read reads what the client sends.
func (c *impatient) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	if errors.Is(err, os.ErrDeadlineExceeded) && !c.woken.Load() {
		c.timedOut()
	}
	return n, err
}

// Write sends to the client.
func (c *impatient) Write(p []byte) (int, error) {
	n, err := c.Conn.Write(p)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		c.timedOut()
	}
	return n, err
}
