package server

import (
	"time"

	"github.com/wasl-graph/wasl/internal/api"
)

// What a request takes out of its client's bucket. A token is about a millisecond of work. Each request takes one when it
// comes, and afterwards what it turned out to be besides: a dear question counts like many cheap ones, and so does a long
// text, more so one that was read for nothing. What was refused counts by the time that it took, too: no cost was reckoned
// for it, and some take long however short they are. An answer's time does not count: it goes with how busy the server is,
// which is not its client's fault. Small mistakes are free: whoever writes a query makes some.
const (
	pointsPerToken       = 1_000 // of the cost of an answer
	bytesPerToken        = 64 << 10
	refusedBytesPerToken = 32 << 10 // besides
	tooComplexTokens     = 10
	refusedTimePerToken  = time.Millisecond // besides
	mostRefusedTime      = 100              // tokens: as many as the dearest answer may cost
)

// charge is how many tokens a request with a body of so many bytes takes besides the first.
func charge(w api.Work, body int) int {
	tokens := w.Cost/pointsPerToken + body/bytesPerToken
	if w.Refused {
		tokens += body/refusedBytesPerToken + min(int(w.Took/refusedTimePerToken), mostRefusedTime)
	}
	if w.TooComplex {
		tokens += tooComplexTokens
	}
	return tokens
}
