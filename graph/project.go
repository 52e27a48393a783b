package graph

// A project is a piece of work with a name and an end, out of which reports come. One project may follow another.
var projectKind = kindInfo{prefix: "project"}
