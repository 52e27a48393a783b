package graph

import (
	"fmt"
	"strconv"
)

// check says what is wrong with the evidence on its own: a source without an id, a method or a rule that does not exist,
// a place that ends before it begins, text that is not UTF-8.
func (e Evidence) check() error {
	if _, err := ParseSourceID(string(e.Source)); err != nil {
		return err
	}
	if err := e.checkMethod(); err != nil {
		return err
	}
	if err := e.Place.check(); err != nil {
		return err
	}
	if err := checkUTF8("words", e.Words); err != nil {
		return err
	}
	return e.Printed.check()
}

func (e Evidence) checkMethod() error {
	if !methods.known(e.Method) {
		_, err := ParseMethod(e.Method.String())
		return err
	}
	if e.Method == Inferred {
		_, err := ParseRule(string(e.Rule))
		return err
	}
	if e.Rule != "" {
		return Invalid("rule", string(e.Rule), ExpectNoRule(e.Method))
	}
	return nil
}

func (p Place) check() error {
	value := fmt.Sprintf("%d,%d", p.Start, p.End)
	switch {
	case p.Unit > Chars:
		return Invalid("place", value, ExpectPlaceUnit)
	case p.Unit == Nowhere && p != Place{}:
		return Invalid("place", value, ExpectPlaceCounted)
	case p.Start < 0 || p.End < p.Start:
		return Invalid("place", value, ExpectPlaceInOrder)
	}
	return nil
}

func (p Printed) check() error {
	if p.Position < 0 {
		return Invalid("position", strconv.Itoa(p.Position), ExpectPrintedPlace)
	}
	if p.Affiliation != "" {
		if id, err := ParseID(string(p.Affiliation)); err != nil || id.Kind() != KindOrganisation {
			return Invalid("affiliation", string(p.Affiliation), ExpectOrganisation)
		}
	}
	if err := checkUTF8("printedAs", p.As); err != nil {
		return err
	}
	return checkUTF8("affiliationPrintedAs", p.AffiliationAs)
}
