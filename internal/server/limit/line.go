package limit

import (
	"container/list"
	"slices"
)

// line says who is next. Clients stand in it in turn, each with its requests in the order in which they came: next is a
// request of the client that has the fewest at work, and of several such clients the one that stands in front. Who had a
// turn and wants another goes to the end.
type line struct {
	order   *list.List // of *waiting
	clients map[string]*list.Element
	working map[string]int // requests at work
}

// waiting is a client that has requests which wait.
type waiting struct {
	client  string
	tickets []*ticket
}

// ticket is a request that waits.
type ticket struct {
	client string
	turn   chan struct{} // closed when its turn has come
}

func newLine() *line {
	return &line{list.New(), map[string]*list.Element{}, map[string]int{}}
}

// join puts a request of a client at the end of its others.
func (l *line) join(client string) *ticket {
	t := &ticket{client, make(chan struct{})}
	element := l.clients[client]
	if element == nil {
		element = l.order.PushBack(&waiting{client: client})
		l.clients[client] = element
	}
	w := element.Value.(*waiting)
	w.tickets = append(w.tickets, t)
	return t
}

// next takes the next request out of the line; nil when nobody waits.
func (l *line) next() *ticket {
	var chosen *list.Element
	fewest := 0
	for e := l.order.Front(); e != nil; e = e.Next() {
		if at := l.working[e.Value.(*waiting).client]; chosen == nil || at < fewest {
			chosen, fewest = e, at
		}
		if fewest == 0 {
			break
		}
	}
	if chosen == nil {
		return nil
	}
	w := chosen.Value.(*waiting)
	t := w.tickets[0]
	l.take(chosen, 0)
	if len(w.tickets) > 0 {
		l.order.MoveToBack(chosen)
	}
	return t
}

// drop takes a request out of the line. It is false when it is not there any more.
func (l *line) drop(t *ticket) bool {
	element := l.clients[t.client]
	if element == nil {
		return false
	}
	i := slices.Index(element.Value.(*waiting).tickets, t)
	if i < 0 {
		return false
	}
	l.take(element, i)
	return true
}

// take takes one request of a client out of the line, and the client when it was the last.
func (l *line) take(element *list.Element, i int) {
	w := element.Value.(*waiting)
	w.tickets = slices.Delete(w.tickets, i, i+1)
	if len(w.tickets) == 0 {
		l.order.Remove(element)
		delete(l.clients, w.client)
	}
}

// begin and end count the requests of a client that are at work.
func (l *line) begin(client string) { l.working[client]++ }

func (l *line) end(client string) {
	if l.working[client]--; l.working[client] == 0 {
		delete(l.working, client)
	}
}
