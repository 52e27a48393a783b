package graph

// An event is something that took place between two days and that reports speak of.
var eventKind = kindInfo{prefix: "event"}

// ParticipationRelations lists the relations by which a person or an organisation takes part in an event, in the order
// in which an event's participants are listed.
func ParticipationRelations() []Relation { return []Relation{Organiser, Facilitator, Participant} }
