package graph

import (
	"slices"
)

// Relation is one kind of fact: how an entity hangs together with another one, or with a text or a date. Every fact of
// the graph reads subject RELATION object, in this direction only.
type Relation uint8

// The relations. What each may join, and its label, is said in the table below.
const (
	Label Relation = iota
	AlternativeLabel
	HiddenLabel
	Description
	Published
	Author
	Editor
	Contributor
	Publisher
	Commissioner
	Funder
	OutputOf
	AboutCountry
	MentionsCountry
	AboutRegion
	Mentions
	AboutTheme
	CoversEvent
	AffiliatedWith
	PartOf
	PartnerOf
	LocatedIn
	Follows
	Facilitator
	Participant
	Organiser
	Broader
	Related
	Abstract
	Acronym
	IdentifiedBy
	HasType
	WrittenIn
	SourceTag
	Note
	Starts
	Ends
	ExactMatch
	CloseMatch
	Replaces

	relationCount = iota
)

// ObjectForm is what may stand at the end of a relation.
type ObjectForm uint8

// The forms.
const (
	ToEntity ObjectForm = iota // an entity of one of the relation's kinds
	ToText                     // a text in a language
	ToCode                     // a text without one: an identifier, an acronym, a code
	ToDate                     // a date at its precision
)

// relationInfo is one row of the table of relations.
type relationInfo struct {
	name       string
	en, ar, de string // the label, in our own wording
	subjects   kindSet
	form       ObjectForm
	objects    kindSet // for ToEntity
	// collective relations may also end in a text: an agent that a source names only as a group, without a name.
	collective bool
}

type kindSet uint16

func kindsOf(list ...Kind) kindSet {
	var set kindSet
	for _, k := range list {
		set |= 1 << k
	}
	return set
}

func (s kindSet) has(k Kind) bool { return s>>k&1 != 0 }

const anyKind = kindSet(1<<kindCount - 1)

var (
	reportOnly = kindsOf(KindReport)
	themeOnly  = kindsOf(KindTheme)
	eventOnly  = kindsOf(KindEvent)
	agents     = kindsOf(KindPerson, KindOrganisation)
	places     = kindsOf(KindCountry, KindRegion)
	bodies     = kindsOf(KindOrganisation, KindRegion, KindCountry)
	orgOnly    = kindsOf(KindOrganisation)
	named      = kindsOf(KindOrganisation, KindProject)
)

// relations names every relation once, with its label in three languages.
var relations = [relationCount]relationInfo{
	Label:            {"LABEL", "is called", "اسمه", "heißt", anyKind, ToText, 0, false},
	AlternativeLabel: {"ALTERNATIVE_LABEL", "is also called", "يسمى أيضًا", "heißt auch", anyKind, ToText, 0, false},
	HiddenLabel:      {"HIDDEN_LABEL", "is also found as", "يُعثر عليه أيضًا بلفظ", "wird auch gefunden als", anyKind, ToText, 0, false},
	Description:      {"DESCRIPTION", "is described as", "وصفه", "wird beschrieben als", anyKind, ToText, 0, false},
	Published:        {"PUBLISHED", "was published in", "نُشر في", "erschien", reportOnly, ToDate, 0, false},
	Author:           {"AUTHOR", "has the author", "من تأليف", "hat als Verfasser", reportOnly, ToEntity, agents, true},
	Editor:           {"EDITOR", "has the editor", "من تحرير", "hat als Herausgeber", reportOnly, ToEntity, agents, true},
	Contributor:      {"CONTRIBUTOR", "has the contributor", "بمساهمة", "hat als Mitwirkenden", reportOnly, ToEntity, agents, true},
	Publisher:        {"PUBLISHER", "is published by", "الناشر", "wird veröffentlicht von", reportOnly, ToEntity, agents, true},
	Commissioner:     {"COMMISSIONER", "was commissioned by", "بتكليف من", "wurde in Auftrag gegeben von", reportOnly, ToEntity, agents, true},
	Funder:           {"FUNDER", "was funded by", "بتمويل من", "wurde finanziert von", reportOnly, ToEntity, agents, true},
	OutputOf:         {"OUTPUT_OF", "is an output of", "من مخرجات", "entstand im Projekt", reportOnly, ToEntity, kindsOf(KindProject), false},
	AboutCountry:     {"ABOUT_COUNTRY", "is about the country", "يتناول البلد", "handelt vom Land", reportOnly, ToEntity, kindsOf(KindCountry), false},
	MentionsCountry:  {"MENTIONS_COUNTRY", "mentions the country", "يذكر البلد", "erwähnt das Land", reportOnly, ToEntity, kindsOf(KindCountry), false},
	AboutRegion:      {"ABOUT_REGION", "is about the region", "يتناول المنطقة", "handelt von der Region", reportOnly, ToEntity, kindsOf(KindRegion), false},
	Mentions:         {"MENTIONS", "mentions", "يذكر", "erwähnt", reportOnly, ToEntity, anyKind, false},
	AboutTheme:       {"ABOUT_THEME", "is about the theme", "يتناول موضوع", "behandelt das Thema", reportOnly, ToEntity, themeOnly, false},
	CoversEvent:      {"COVERS_EVENT", "covers the event", "يغطي الفعالية", "berichtet über die Veranstaltung", reportOnly, ToEntity, eventOnly, false},
	AffiliatedWith:   {"AFFILIATED_WITH", "is affiliated with", "ينتسب إلى", "gehört zu", kindsOf(KindPerson), ToEntity, orgOnly, false},
	PartOf:           {"PART_OF", "is part of", "جزء من", "ist Teil von", bodies, ToEntity, bodies, false},
	PartnerOf:        {"PARTNER_OF", "has the partner", "شريكه", "hat als Partner", kindsOf(KindProject), ToEntity, orgOnly, false},
	LocatedIn:        {"LOCATED_IN", "is located in", "يقع في", "befindet sich in", anyKind, ToEntity, places, false},
	Follows:          {"FOLLOWS", "follows", "يأتي بعد", "folgt auf", kindsOf(KindProject), ToEntity, kindsOf(KindProject), false},
	Facilitator:      {"FACILITATOR", "was facilitated by", "يسّرها", "wurde moderiert von", eventOnly, ToEntity, agents, true},
	Participant:      {"PARTICIPANT", "had the participant", "شارك فيها", "hatte als Teilnehmer", eventOnly, ToEntity, agents, true},
	Organiser:        {"ORGANISER", "was organised by", "نظّمها", "wurde veranstaltet von", eventOnly, ToEntity, agents, true},
	Broader:          {"BROADER", "has the broader theme", "موضوعه الأعم", "hat als Oberthema", themeOnly, ToEntity, themeOnly, false},
	Related:          {"RELATED", "is related to", "ذو صلة بموضوع", "ist verwandt mit", themeOnly, ToEntity, themeOnly, false},
	Abstract:         {"ABSTRACT", "is summarised as", "ملخصه", "wird zusammengefasst als", reportOnly, ToText, 0, false},
	Acronym:          {"ACRONYM", "is abbreviated as", "مختصره", "wird abgekürzt als", named, ToCode, 0, false},
	IdentifiedBy:     {"IDENTIFIED_BY", "is identified by", "معرّفه", "hat die Kennung", anyKind, ToCode, 0, false},
	HasType:          {"HAS_TYPE", "is of the type", "نوعه", "ist vom Typ", reportOnly, ToCode, 0, false},
	WrittenIn:        {"WRITTEN_IN", "is written in", "لغته", "ist verfasst auf", reportOnly, ToCode, 0, false},
	SourceTag:        {"SOURCE_TAG", "is tagged", "وسمه", "trägt das Schlagwort", reportOnly, ToText, 0, false},
	Note:             {"NOTE", "has the note", "ملاحظة عنه", "hat die Anmerkung", anyKind, ToText, 0, false},
	Starts:           {"STARTS", "began on", "بدأت في", "begann am", eventOnly, ToDate, 0, false},
	Ends:             {"ENDS", "ended on", "انتهت في", "endete am", eventOnly, ToDate, 0, false},
	ExactMatch:       {"EXACT_MATCH", "is the same as", "يطابق", "entspricht genau", themeOnly, ToCode, 0, false},
	CloseMatch:       {"CLOSE_MATCH", "is much the same as", "يقارب", "entspricht in etwa", themeOnly, ToCode, 0, false},
	Replaces:         {"REPLACES", "replaces the entry", "يحل محل المدخل", "ersetzt den Eintrag", anyKind, ToCode, 0, false},
}

// Relations lists all relations in their order.
func Relations() []Relation {
	list := make([]Relation, relationCount)
	for i := range list {
		list[i] = Relation(i)
	}
	return list
}

// ParseRelation reads a name such as ABOUT_COUNTRY.
func ParseRelation(s string) (Relation, error) {
	i := slices.IndexFunc(relations[:], func(r relationInfo) bool { return r.name == s })
	if i < 0 {
		all := make([]string, relationCount)
		for i, r := range relations {
			all[i] = r.name
		}
		return 0, Invalid("relation", s, ExpectOneOf(all...))
	}
	return Relation(i), nil
}

// known says that the relation is one of the table.
func (r Relation) known() bool { return r < relationCount }

// info is the relation's row of the table. A number that names no relation joins nothing.
func (r Relation) info() relationInfo {
	if r.known() {
		return relations[r]
	}
	return relationInfo{name: "UNKNOWN"}
}

// String returns the name that the API uses.
func (r Relation) String() string { return r.info().name }

// Labels is the relation's label in each language that it has one in.
func (r Relation) Labels() []Text {
	if !r.known() {
		return nil
	}
	info := relations[r]
	return []Text{
		{info.en, English, Original, Unverified},
		{info.ar, Arabic, Translated, Unverified},
		{info.de, German, Translated, Unverified},
	}
}

// Form is what stands at the end of the relation.
func (r Relation) Form() ObjectForm { return r.info().form }

// Subject says whether an entity of this kind may stand at the beginning of the relation.
func (r Relation) Subject(k Kind) bool { return r.info().subjects.has(k) }

// Object says whether an entity of this kind may stand at the end of the relation.
func (r Relation) Object(k Kind) bool {
	info := r.info()
	return info.form == ToEntity && info.objects.has(k)
}

// Collective says whether the relation may end in a text, for an agent that is only named as a group.
func (r Relation) Collective() bool { return r.info().collective }
