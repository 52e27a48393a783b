package graph

// A person is somebody whose full name a source prints. Their printed name is language "mul" and ORIGINAL: it belongs to
// no one language. Its forms in other scripts carry their language and are TRANSLITERATED. People who are quoted under a
// first name, or a title and one name alone, are not made persons.
var personKind = kindInfo{prefix: "person"}
