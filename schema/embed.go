// Package schema holds the GraphQL schema: what clients can ask, and what each answer means.
//
// There is one .graphqls file for each noun, with its connection, its edge and the enumerations that only it needs. Start
// with query.graphqls, where every question begins; entity.graphqls has what all kinds of things share, text.graphqls says
// how a string tells its language, and statement.graphqls with evidence.graphqls why the graph says what it says.
// Every element has a description, written for whoever uses the API without knowing this code.
//
// The schema may gain elements; it never loses one, and none changes its meaning. A test in internal/api holds it to the
// contract that clients rely on. What is written here is turned into code by go generate, as gqlgen.yml says.
package schema

import "embed"

// Files are the schema's files, at the top of the file system.
//
//go:embed *.graphqls
var Files embed.FS
