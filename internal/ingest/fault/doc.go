// Package fault says what is wrong with an input, where, and how much of it is lost by that.
//
// Whoever reads an input collects all of its faults before giving up, so that whoever wrote it sees them at once.
package fault
