package view

import "time"

// timed notes that the making of a view has taken from begun until now.
func (l *Live) timed(begun time.Time) { l.took.Store(int64(time.Since(begun))) }

// BuildTime is how long the making of the last view took. It may be asked at any time.
func (l *Live) BuildTime() time.Duration { return time.Duration(l.took.Load()) }
