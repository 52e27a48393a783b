package server

import "github.com/wasl-graph/wasl/internal/api"

// What a request takes out of its client's bucket. A token is about a millisecond of work. Each request takes one when it
// comes, and afterwards what it turned out to be besides: a dear question counts like many cheap ones, and so does a long
// text, more so one that was read for nothing. What asks too much is found out by looking at all of it, which may take
// milliseconds however short it is. Small mistakes are free: whoever writes a query makes some.
const (
	pointsPerToken       = 1_000 // of the cost of an answer
	bytesPerToken        = 64 << 10
	refusedBytesPerToken = 32 << 10 // besides
	tooComplexTokens     = 10
)

// charge is how many tokens a request with a body of so many bytes takes besides the first.
func charge(w api.Work, body int) int {
	tokens := w.Cost/pointsPerToken + body/bytesPerToken
	if w.Refused {
		tokens += body / refusedBytesPerToken
	}
	if w.TooComplex {
		tokens += tooComplexTokens
	}
	return tokens
}
