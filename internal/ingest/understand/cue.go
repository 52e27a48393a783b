package understand

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// cue is what a phrase of running text tells.
type cue struct {
	kind cueKind
	// relation is the role of whose name follows; form the type that a publication calls itself.
	relation graph.Relation
	form     graph.ReportType
}

// cueKind is of what sort a cue is.
type cueKind uint8

const (
	frameCue cueKind = iota // what follows is the project of which this is an output: "within the framework of"
	roleCue                 // who follows has a part: "edited by"
	selfCue                 // a publication's word for itself: report, study
	fromCue                 // who follows took part in an event: "participants from"
	leadCue                 // who stands before it led an event: "facilitated the training"
	ledByCue                // who follows did: "facilitated by"
)

// frames are the phrases before the project of which something is an output.
var frames = []string{
	"within the framework of", "in the framework of", "under the framework of", "within the frame of", "as part of", "in the context of", "under the auspices of",
	"the results of", "results of", "an output of", "a product of", "produced by", "conducted under", "carried out under",
	"im Rahmen von", "im Rahmen des", "im Rahmen der", "als Teil von", "als Teil des", "die Ergebnisse von", "die Ergebnisse des", "Ergebnisse des",
	"في إطار", "ضمن إطار", "في سياق", "كجزء من", "جزءا من", "نتائج", "من مخرجات", "ضمن مشروع",
}

// roleCues are the phrases before who has a part.
var roleCues = map[graph.Relation][]string{
	graph.Author: {
		"completed by", "written by", "authored by", "prepared by", "drafted by",
		"verfasst von", "erstellt von", "geschrieben von", "erarbeitet von",
		"من إعداد", "من تأليف", "أعده", "أعدها", "أعدته", "أعدتها", "كتبه", "كتبها", "كتبته", "كتبتها",
	},
	graph.Editor:       {"edited by", "herausgegeben von", "redigiert von", "من تحرير", "حرره", "حررها", "حررته", "حررتها", "بتحرير من", "وحرره", "وحررها", "وحررته", "وحررتها"},
	graph.Commissioner: {"commissioned by", "in Auftrag gegeben von", "im Auftrag von", "im Auftrag des", "im Auftrag der", "بتكليف من"},
	graph.Funder:       {"funded by", "financed by", "gefördert von", "gefördert durch", "finanziert von", "finanziert durch", "بتمويل من"},
	graph.Publisher:    {"published by", "veröffentlicht von", "نشره", "نشرته"},
}

// selfWords are the words of publications for themselves. Longer ones count before shorter ones.
var selfWords = map[graph.ReportType][]string{
	graph.PlainReport: {
		"report", "Bericht", "Berichts", "Abschlussbericht", "Endbericht", "تقرير", "التقرير",
	},
	graph.Study: {
		"study", "baseline study", "Studie", "Grundlagenstudie", "دراسة", "الدراسة",
	},
	graph.Manual: {"manual", "handbook", "guidebook", "Handbuch", "Leitfaden", "دليل", "الدليل"},
	graph.Paper: {
		"paper", "working paper", "policy paper", "discussion paper", "policy brief", "Arbeitspapier", "Papier", "Positionspapier", "Kurzdossier",
		"ورقة", "الورقة", "ورقة بحثية", "ورقة عمل", "ورقة سياسات", "موجز سياسات",
	},
	graph.FlashReport: {
		"flash report", "flash update", "Flashreport", "Flash-Bericht", "Blitzbericht", "Kurzbericht", "Schnellbericht",
		"تقرير موجز", "تقرير سريع", "تقرير عاجل", "تقرير خاطف", "تقرير مقتضب", "التقرير الموجز", "التقرير السريع", "نشرة موجزة",
	},
	graph.BackgroundReport: {"background report", "background paper", "Hintergrundbericht", "تقرير خلفية", "تقرير معلومات أساسية"},
	graph.CaseStudy:        {"case study", "case studies", "Fallstudie", "Fallstudien", "دراسة حالة", "دراسات حالة", "دراسة الحالة"},
	graph.UnspecifiedType:  {"publication", "work", "research piece", "analysis", "Sonderauswertung", "Publikation", "Arbeit", "منشور", "عمل"},
}

// eventCues are the phrases beside who has part in an event.
var eventCues = map[cueKind][]string{
	fromCue: {
		"participants from", "participants included", "participants were", "representatives of", "representatives from",
		"Teilnehmende von", "Teilnehmende aus", "Teilnehmende der", "Vertreterinnen und Vertreter von", "Vertreterinnen und Vertreter der", "Vertreterinnen und Vertreter des",
		"مشاركون من", "المشاركون من", "بمشاركة", "ممثلون عن", "ممثلين عن", "وشارك فيها", "شارك فيها", "شارك في التدريب",
	},
	leadCue: {
		"facilitated the training", "facilitated the workshop", "facilitated the event", "facilitated the session", "facilitated the sessions",
		"facilitated the meeting", "moderated the event", "moderated the workshop", "led the training", "led the workshop", "delivered the training",
		"moderierte die Schulung", "moderierte den Workshop", "leitete die Schulung", "leitete den Workshop", "moderierte die Veranstaltung",
	},
	ledByCue: {
		"facilitated by", "moderated by", "moderiert von", "geleitet von", "بتيسير من", "يسره", "يسرها", "يسرته", "يسرتها", "أدارها", "أدارته", "يسر التدريب", "يسرت التدريب", "أدار التدريب", "أدارت التدريب", "تولى تيسير التدريب", "تولت تيسير التدريب",
	},
}

// enterCues makes the phrases findable.
func (v *Vocabulary) enterCues() {
	v.addCues(cue{kind: frameCue}, frames)
	for _, r := range graph.ContributionRelations() {
		v.addCues(cue{kind: roleCue, relation: r}, roleCues[r])
	}
	for _, form := range graph.ReportTypes() {
		v.addCues(cue{kind: selfCue, form: form}, selfWords[form])
	}
	for kind := fromCue; kind <= ledByCue; kind++ {
		v.addCues(cue{kind: kind}, eventCues[kind])
	}
}

// addCues enters phrases of one sort.
func (v *Vocabulary) addCues(c cue, phrases []string) {
	for _, p := range phrases {
		v.cues.add(v.wordsOf(p), int32(len(v.cueList)))
	}
	v.cueList = append(v.cueList, c)
}

// cueAt is a cue in a text.
type cueAt struct {
	cue
	from, to int // tokens
}

// maxCues is how many cues of a text are looked at.
const maxCues = 100

// findCues finds the cues of a text, the longest at each place.
func (p *passage) findCues() {
	for i := 0; i < len(p.tokens) && len(p.cues) < maxCues; i++ {
		c := cueAt{from: i}
		p.v.cues.follow(p.tokens, i, p.tokens[i].word, func(end int, numbers []int32) {
			c.cue, c.to = p.v.cueList[numbers[0]], end
		})
		if c.to == 0 && p.tokens[i].arabic {
			p.gluedCue(&c)
		}
		if c.to > 0 {
			p.cues = append(p.cues, c)
			i = c.to - 1
		}
	}
}

// gluedCue finds a cue behind an "and" that Arabic writes together with it.
func (p *passage) gluedCue(c *cueAt) {
	if bare, found := strings.CutPrefix(lang.Fold(p.raw(c.from)), "و"); found {
		p.v.cues.follow(p.tokens, c.from, p.v.lexicon.ids[bare], func(end int, numbers []int32) {
			c.cue, c.to = p.v.cueList[numbers[0]], end
		})
	}
}
