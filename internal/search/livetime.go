package search

import "time"

// timed notes that the making of an index has taken from begun until now.
func (l *Live) timed(begun time.Time) { l.took.Store(int64(time.Since(begun))) }

// BuildTimes are how long the making of the last view, and of the last index, took. They may be asked at any time.
func (l *Live) BuildTimes() (view, index time.Duration) {
	return l.views.BuildTime(), time.Duration(l.took.Load())
}
