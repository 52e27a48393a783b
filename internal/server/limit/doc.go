// Package limit shares a server out among its clients, so that none of them gets all of it. It knows nothing of HTTP: a client
// is a name.
//
//	share.go   places, of which nobody may hold more than are left to the others: connections, bytes, places in a queue
//	queue.go   requests that are worked on at the same time, and those that wait for their turn: line.go says who is next
//	rate.go    how much a client may ask for in a time, as a bucket of tokens
//
// Whatever a stranger does, memory stays bounded, and somebody who asks for little is not kept from it: that is what each
// of the three is for, and its comment says how.
package limit
