package limit

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// enter has a client enter a queue beside the test, and tells how that ended.
func enter(ctx context.Context, q *Queue, client string) (ended func() error) {
	done := make(chan error, 1)
	go func() {
		_, err := q.Enter(ctx, client)
		done <- err
	}()
	synctest.Wait()
	return func() error { return <-done }
}

func TestQueueTakesTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := NewQueue(1, 100, time.Minute)
		leave, err := q.Enter(t.Context(), "busy")
		if err != nil {
			t.Fatal(err)
		}
		var mutex sync.Mutex
		var turns []string
		for _, client := range []string{"busy", "busy", "busy", "new", "new", "last"} {
			go func() {
				leave, err := q.Enter(t.Context(), client)
				if err != nil {
					t.Error(err)
					return
				}
				mutex.Lock()
				turns = append(turns, client)
				mutex.Unlock()
				leave()
			}()
			synctest.Wait()
		}
		if now := q.Stats(); now.Working != 1 || now.Waiting != 6 || now.Begun != 1 {
			t.Errorf("%+v", now)
		}
		leave()
		synctest.Wait()
		if got := fmt.Sprint(turns); got != "[busy new last busy new busy]" {
			t.Errorf("the turns are %s", got)
		}
		if now := q.Stats(); now.Working != 0 || now.Waiting != 0 || now.Begun != 7 {
			t.Errorf("%+v", now)
		}
	})
}

func TestQueueBoundsTheWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := NewQueue(1, 4, time.Minute)
		leave, err := q.Enter(t.Context(), "first")
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		late := enter(t.Context(), q, "a")
		gone := enter(ctx, q, "a")
		if _, err := q.Enter(t.Context(), "a"); !errors.Is(err, ErrFull) {
			t.Errorf("a third of one client: %v", err)
		}
		stays := enter(t.Context(), q, "b")
		cancel()
		if err := gone(); !errors.Is(err, context.Canceled) {
			t.Errorf("who left: %v", err)
		}
		time.Sleep(59 * time.Second)
		again := enter(t.Context(), q, "c")
		time.Sleep(time.Second)
		for _, ended := range []func() error{late, stays} {
			if err := ended(); !errors.Is(err, ErrLate) {
				t.Errorf("who waited for a minute: %v", err)
			}
		}
		leave()
		if err := again(); err != nil {
			t.Errorf("who waited for a second: %v", err)
		}
		want := QueueStats{Working: 1, Most: 1, Places: 4, Begun: 2, Full: 1, Late: 2, Left: 1, Waited: time.Second}
		if now := q.Stats(); now != want {
			t.Errorf("%+v, want %+v", now, want)
		}
	})
}

// However requests come, leave and are given up, no more than allowed are at work, none is lost, and all places come back.
func TestQueueUnderLoad(t *testing.T) {
	q := NewQueue(3, 20, time.Millisecond)
	var all sync.WaitGroup
	var mutex sync.Mutex
	working, begun := 0, uint64(0)
	for i := range 40 {
		all.Go(func() {
			for range 50 {
				ctx, cancel := context.WithCancel(t.Context())
				if i%4 == 0 {
					go cancel()
				}
				leave, err := q.Enter(ctx, fmt.Sprint(i%7))
				if err == nil {
					mutex.Lock()
					working++
					begun++
					if working > 3 {
						t.Errorf("%d are at work", working)
					}
					mutex.Unlock()
					mutex.Lock()
					working--
					mutex.Unlock()
					leave()
				}
				cancel()
			}
		})
	}
	all.Wait()
	now := q.Stats()
	if now.Working != 0 || now.Waiting != 0 || now.Begun != begun || now.Begun+now.Full+now.Late+now.Left != 40*50 {
		t.Errorf("%+v, %d begun", now, begun)
	}
	if len(q.line.clients) != 0 || len(q.line.working) != 0 || q.line.order.Len() != 0 {
		t.Error("something is left of who was there")
	}
}

func BenchmarkQueue(b *testing.B) {
	q := NewQueue(4, 100, time.Minute)
	b.ReportAllocs()
	for b.Loop() {
		leave, _ := q.Enter(b.Context(), "a") // there is always a place
		leave()
	}
}
