package graph

// A theme is a subject that reports are tagged with, in the sense of a SKOS concept: it has broader and narrower ones.
// Terms in dispute are kept as hidden labels: a search meets them, nothing shows them.
var themeKind = kindInfo{prefix: "theme"}
