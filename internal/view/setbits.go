package view

import "github.com/RoaringBitmap/roaring/v2"

// SetOf is the set of the reports whose numbers are in a bitmap, which becomes part of it and must not be changed any
// more. Whoever finds reports in another way than by a filter makes sets of them, to count and to order them here.
func SetOf(bits *roaring.Bitmap) Set { return Set{bits: bits} }

// Bitmap is the set as a bitmap of the reports' numbers. It may be the view's own and must not be changed.
func (s Set) Bitmap() *roaring.Bitmap { return s.bitmap() }

// List is the set as an ascending list, and false for a set that is kept as a bitmap. The list must not be changed.
func (s Set) List() ([]Node, bool) { return s.list, s.bits == nil }

// Intersect is the set of the reports that are in both sets.
func (s Set) Intersect(t Set) Set { return intersect(s, t) }

// Unite is the set of the reports that are in one of the sets.
func Unite(sets ...Set) Set { return unite(sets...) }

// Without is the set of the reports that are in s and not in t.
func (s Set) Without(t Set) Set { return subtract(s, t) }
