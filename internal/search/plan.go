package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// plan is a query with what each of its units is met by.
type plan struct {
	query   query
	units   []*unit // all of which must be met
	without []*unit // none of which may be
	// unknown are the words that nothing is met by.
	unknown []queryWord
}

// plan makes units of a query's items and finds what meets them.
func (x *Index) plan(ctx context.Context, q query) (*plan, error) {
	p := &plan{query: q}
	alone := len(q.tokens) == 1
	for i := 0; i < len(q.items); {
		end := i + 1
		if q.items[i].kind == words && !q.items[i].negated {
			for end < len(q.items) && q.items[end].kind == words && !q.items[end].negated {
				end++
			}
			p.units = append(p.units, x.recognise(q, q.items[i:end], alone)...)
		} else {
			u := x.unitOf(q, q.items[i:end], alone)
			if u.negated {
				p.without = append(p.without, u)
			} else {
				p.units = append(p.units, u)
			}
		}
		i = end
	}
	p.units = distinct(withoutFillers(p.units))
	for _, u := range slices.Concat(p.units, p.without) {
		if err := x.resolve(ctx, u); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// unitOf makes one unit of some items.
func (x *Index) unitOf(q query, items []item, alone bool) *unit {
	u := &unit{item: items[0]}
	u.tokens = nil
	for _, i := range items {
		for _, t := range i.tokens {
			u.tokens = append(u.tokens, t)
			u.words = append(u.words, x.word(t, alone))
		}
	}
	if u.kind == words || u.kind == phrase {
		u.named = x.findNamed(q.between(u.tokens[0].Start, u.tokens[len(u.tokens)-1].End), u.words)
	}
	return u
}

// between is a piece of the query.
func (q *query) between(start, end int) string {
	return string(q.runes[start:end])
}

// recognise makes units of words: of several that are the name of something one, the longest such names first, and of the
// others one each.
func (x *Index) recognise(q query, items []item, alone bool) []*unit {
	single := make([]queryWord, len(items))
	for i, it := range items {
		single[i] = x.word(it.tokens[0], alone)
	}
	var units []*unit
	for i := 0; i < len(items); {
		n := min(len(items)-i, longestName)
		for ; n > 1; n-- {
			named := x.findNamed(q.between(items[i].tokens[0].Start, items[i+n-1].tokens[0].End), single[i:i+n])
			u := &unit{item: item{kind: words}, words: single[i : i+n], named: named}
			// The whole of a query may be a title. Within a query, only the names of other things make one of several words.
			if u.names() || len(named) > 0 && n == len(q.items) {
				units = append(units, u)
				break
			}
		}
		if n == 1 {
			units = append(units, x.singleUnit(q, single[i]))
		}
		i += n
	}
	return units
}

func (x *Index) singleUnit(q query, w queryWord) *unit {
	list := []queryWord{w}
	return &unit{item: item{kind: words}, words: list, named: x.findNamed(q.between(w.Start, w.End), list)}
}

// split makes a unit of each word again, and of each part of a compound that nothing meets.
func (x *Index) split(ctx context.Context, q query, units []*unit) ([]*unit, error) {
	var all []*unit
	for _, u := range units {
		parts := x.partsOf(q, u)
		for _, part := range parts {
			if err := x.resolve(ctx, part); err != nil {
				return nil, err
			}
		}
		if parts == nil {
			parts = []*unit{u}
		}
		all = append(all, parts...)
	}
	return distinct(withoutFillers(all)), nil
}

// partsOf are the units into which one can be split, none when it can't.
func (x *Index) partsOf(q query, u *unit) []*unit {
	var parts []*unit
	switch {
	case u.kind != words:
	case len(u.words) > 1:
		for _, w := range u.words {
			parts = append(parts, x.singleUnit(q, w))
		}
	case u.layers.union().IsEmpty():
		for _, part := range x.knownParts(&u.words[0]) {
			word := partOf(part)
			parts = append(parts, &unit{item: item{kind: words}, words: []queryWord{word}})
		}
	}
	return parts
}

// distinct leaves out what comes again.
func distinct(units []*unit) []*unit {
	if len(units) < 2 {
		return units
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(units, func(u *unit) bool {
		var key strings.Builder
		key.WriteString(fmt.Sprint(u.kind, u.code))
		for _, w := range u.words {
			key.WriteString(fmt.Sprint(" ", w.Text, w.code))
		}
		again := seen[key.String()]
		seen[key.String()] = true
		return again
	})
}

// withoutFillers leaves out the little words, unless there is nothing else.
func withoutFillers(units []*unit) []*unit {
	kept := slices.DeleteFunc(slices.Clone(units), (*unit).filler)
	if len(kept) == 0 {
		return slices.Clone(units)
	}
	return kept
}

// filler says whether the unit is one of the little words that a sentence can't do without. Where all words are in capitals
// (RETURN TO IRAQ), a little word is no code.
func (u *unit) filler() bool {
	return u.kind == words && len(u.words) == 1 && fillers[u.words[0].Text] && !u.words[0].Exact
}
