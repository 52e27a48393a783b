package lang

import "github.com/wasl-graph/wasl/graph"

// IsFallback says whether a text in the language served is a substitute for what the reader asked for. It is none when
// nothing was asked for, and none when served is the first requested tag, its base language, or a form of the same
// language: ar for "acm-IQ", de for "de-AT", de-CH for "de". Arabic for a reader of Sorani is one, although such readers
// are served it early.
//
// mul and und are substitutes like any other language. That a person's printed name, which is mul, is none is for the
// caller to say, who knows that it is a person's.
func (c Chain) IsFallback(served graph.Tag) bool {
	wanted, ok := c.Requested()
	return ok && !languages.sameLanguage(wanted, served)
}

func (r *registry) sameLanguage(a, b graph.Tag) bool {
	a, b = baseOf(a), baseOf(b)
	return a == b || r.isForm(a, b) || r.isForm(b, a)
}

// isForm says whether form is a variety of the served language.
func (r *registry) isForm(form, of graph.Tag) bool {
	i, ok := r.forms[form]
	return ok && r.tags[i] == of
}
