package limit

import "sync"

// Share divides a number of places among clients. A client may take one as long as it then holds no more than were free
// before. So one client alone may have half of them, and each of k greedy ones a part in k+1; and one who has none yet always
// finds some, however greedy the others are, unless there are more of them than places. It may be shared between goroutines.
type Share struct {
	mutex   sync.Mutex
	total   int
	taken   int
	held    map[string]int
	refused uint64
}

// ShareStats is how a share stands.
type ShareStats struct {
	Total, Taken int    // places
	Clients      int    // that hold some
	Refused      uint64 // requests for places since the beginning that were refused
}

// NewShare divides so many places.
func NewShare(total int) *Share { return &Share{total: total, held: map[string]int{}} }

// Take takes n places for a client, or none, and says which. Who took them gives them back.
func (s *Share) Take(client string, n int) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.held[client]+n > s.total-s.taken {
		s.refused++
		return false
	}
	if n > 0 {
		s.taken += n
		s.held[client] += n
	}
	return true
}

// Give gives n places of a client back.
func (s *Share) Give(client string, n int) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.taken -= n
	if s.held[client] -= n; s.held[client] <= 0 {
		delete(s.held, client)
	}
}

// Stats is how the share stands now.
func (s *Share) Stats() ShareStats {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return ShareStats{s.total, s.taken, len(s.held), s.refused}
}
