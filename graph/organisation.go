package graph

// An organisation is a body that acts: an agency, a ministry, an institute, a university.
var organisationKind = kindInfo{prefix: "organisation"}
