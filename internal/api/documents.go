package api

import (
	"errors"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/wasl-graph/wasl/graph"
)

// documents reads queries and remembers those that are valid.
type documents struct {
	options
	validator
	memory *memory
}

func newDocuments(schema *ast.Schema, o options) documents {
	return documents{o, newValidator(schema, o.limits), newMemory(o.limits.Remembered)}
}

// read parses a query, measures it, and checks it against the schema, unless that was done before; by which client counts for
// how long it is remembered. Whatever is wrong with it is in the list.
func (d documents) read(r Request, client string) (*ast.QueryDocument, []error) {
	if d.trusted != nil {
		document := d.trusted.documents[r.Query] // of no other is the text resolved
		return document, r.problems(document)
	}
	if document := d.memory.get(r.Query, client); document != nil {
		if r.hashed {
			d.memory.register(r.Query)
		}
		return document, r.problems(document)
	}
	document, nodes, problems := d.parse(r)
	if problems != nil {
		return nil, problems
	}
	d.memory.keep(r.Query, document, nodes, client)
	if r.hashed {
		d.memory.register(r.Query)
	}
	return document, nil
}

// parse reads a document and checks it. It has so many nodes.
func (d documents) parse(r Request) (document *ast.QueryDocument, nodes int, problems []error) {
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: r.Query}, d.limits.Tokens)
	if err != nil {
		return nil, 0, []error{parseError(r.Query, err)}
	}
	if len(document.Operations) == 0 {
		return nil, 0, []error{graph.NewError(graph.BadInput,
			"query.operation.none", "the query has no operation", nil)}
	}
	if problems := r.problems(document); problems != nil {
		return nil, 0, problems
	}
	found, err := d.pass(document)
	if err != nil {
		return nil, 0, []error{err}
	}
	if problems := d.check(document); len(problems) > 0 {
		return nil, 0, errorsOf(problems)
	}
	return document, found.nodes, nil
}

// problems says that the request may not do what its operation does: who gets something must not change anything by it.
func (r Request) problems(document *ast.QueryDocument) []error {
	if meant, err := operation(document, r.OperationName); r.reading && err == nil && meant.Operation != ast.Query {
		return []error{graph.NewError(graph.BadInput, "request.method.reading",
			"a {operation} comes by POST; by GET, things are only read", graph.Params{"operation": string(meant.Operation)})}
	}
	return nil
}

// parseError is what is wrong where a query could not be read. Of characters that are no part of the language the parser
// only says that they are not; the lexer says why.
func parseError(query string, said error) error {
	if !strings.Contains(said.Error(), lexer.Invalid.String()) {
		return said
	}
	signs := lexer.New(&ast.Source{Input: query})
	for {
		sign, err := signs.ReadToken()
		var problem *gqlerror.Error
		switch {
		case errors.As(err, &problem):
			return problem
		case sign.Kind == lexer.EOF:
			return said
		}
	}
}

func errorsOf(problems gqlerror.List) []error {
	list := make([]error, len(problems))
	for i, problem := range problems {
		list[i] = problem
	}
	return list
}

// operation finds the operation that a request means: the one that it names, or the only one.
func operation(document *ast.QueryDocument, name string) (*ast.OperationDefinition, error) {
	if found := document.Operations.ForName(name); found != nil {
		return found, nil
	}
	if name == "" {
		return nil, graph.NewError(graph.BadInput, "query.operation.choose",
			"the query has several operations; operationName must say which one is meant", nil)
	}
	return nil, graph.NewError(graph.BadInput, "query.operation.unknown",
		"the query has no operation with the name {operation}", graph.Params{"operation": name})
}
