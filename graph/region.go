package graph

// A region is a place that is no country: above one (Western Asia, the Mediterranean) or below one (the Kurdistan Region
// of Iraq, Vorarlberg).
var regionKind = kindInfo{prefix: "region"}
