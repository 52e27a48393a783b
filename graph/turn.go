package graph

// Turn is the place of one change among several that are recorded together: one after the other, each with a revision of
// its own, and all with one write to the disk.
type Turn struct {
	// Prepare hands the change over, once it is known which revision it will follow. Its error refuses this change and no
	// other. It must not call the record that it is handed to.
	Prepare func(after Revision) (Change, error)
	// Applied is what the change came to, set when it is on disk. It is empty when there was nothing to do.
	Applied Applied
	// Err says why nothing of the change is recorded.
	Err error
}
