package read

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// field is what a labelled line of prose gives.
type field uint8

// The fields.
const (
	noField field = iota
	authorField
	editorField
	contributorField
	publisherField
	commissionerField
	funderField
	organiserField
	facilitatorField
	participantField
	publishedField
	countriesField
	tagsField
	projectField
	languageField
	typeField
	abstractField
	doiField
	isbnField
	urlField
	contactField

	fieldCount = iota
)

// roles are the relations that fields of names stand for.
var roles = map[field]graph.Relation{
	authorField: graph.Author, editorField: graph.Editor, contributorField: graph.Contributor,
	publisherField: graph.Publisher, commissionerField: graph.Commissioner, funderField: graph.Funder,
	organiserField: graph.Organiser, facilitatorField: graph.Facilitator, participantField: graph.Participant,
}

// labelWords are the labels of lines in English, German and Arabic. One that ends in a colon here needs it in the document too,
// for without it the word may begin any sentence.
var labelWords = [fieldCount][]string{
	authorField: {
		"Authors:", "Author:", "Author(s):", "Written by", "Authored by", "Prepared by",
		"Autoren:", "Autorinnen:", "Autor:", "Autorin:", "Autorinnen und Autoren:", "Autor:innen:", "Autor*innen:",
		"Verfasser:", "Verfasserin:", "Verfasst von", "Erstellt von",
		"المؤلفون:", "المؤلفان:", "المؤلف:", "المؤلفة:", "المؤلفات:", "تأليف:", "إعداد:", "الكتاب:", "من تأليف", "من إعداد",
	},
	editorField: {
		"Editors:", "Editor:", "Editor(s):", "Edited by",
		"Herausgeber:", "Herausgeberin:", "Herausgeberinnen:", "Herausgeber:innen:", "Redaktion:", "Herausgegeben von", "Redigiert von",
		"تحرير:", "المحرر:", "المحررة:", "المحررون:", "تحرير", "من تحرير",
	},
	contributorField: {
		"Contributors:", "Contributor:", "With contributions by", "With contributions from",
		"Mitwirkende:", "Mitarbeit:", "Unter Mitarbeit von", "Mit Beiträgen von",
		"المساهمون:", "المساهمات:", "بمساهمة", "بمساهمة من",
	},
	publisherField: {
		"Publisher:", "Publishers:", "Published by", "Verlag:", "Veröffentlicht von", "الناشر:", "دار النشر:", "منشورات:",
	},
	commissionerField: {
		"Commissioned by", "Commissioner:", "On behalf of:",
		"Im Auftrag von", "Im Auftrag des", "Im Auftrag der", "In Auftrag gegeben von", "Auftraggeber:", "Auftraggeberin:",
		"بتكليف من", "بتكليف:", "الجهة المكلفة:",
	},
	funderField: {
		"Funded by", "Financed by", "With financial support from", "Funder:", "Funders:", "Funding:",
		"Gefördert von", "Gefördert durch", "Finanziert von", "Finanziert durch", "Förderung:",
		"بتمويل من", "تمويل:", "الممول:", "الجهة الممولة:", "الجهات الممولة:",
	},
	organiserField: {
		"Organised by", "Organized by", "Organiser:", "Organisers:", "Organizer:", "Organizers:",
		"Veranstaltet von", "Veranstalter:", "Organisation:", "من تنظيم", "تنظيم:", "الجهة المنظمة:", "المنظمون:",
	},
	facilitatorField: {
		"Facilitated by", "Facilitator:", "Facilitators:", "Trainer:", "Trainers:",
		"Moderiert von", "Moderation:", "Geleitet von", "Leitung:", "بتيسير من", "من تيسير", "تيسير:", "الميسر:", "الميسرة:", "الميسرون:", "المدرب:", "المدربة:",
	},
	participantField: {
		"Participants:", "Teilnehmende:", "Teilnehmer:", "Teilnehmerinnen und Teilnehmer:", "Teilnehmer:innen:",
		"المشاركون:", "المشاركات:", "المشاركون والمشاركات:", "المشاركات والمشاركون:",
	},
	publishedField: {
		"Published", "Published in", "Published on", "Issued", "Issued in", "Released", "Date published:", "Publication date:", "Date of publication:", "Date:",
		"Veröffentlicht", "Veröffentlicht im", "Veröffentlicht am", "Erschienen", "Erschienen im", "Erschienen am", "Herausgegeben im",
		"Veröffentlichung:", "Veröffentlichungsdatum:", "Erscheinungsdatum:", "Ausgegeben im", "Stand:", "Datum:",
		"نشر", "نشر في", "نشرت", "نشرت في", "صدر", "صدر في", "صدرت", "صدرت في", "صادر في", "تاريخ النشر", "تاريخ الإصدار", "تاريخ الصدور", "التاريخ:",
	},
	countriesField: {
		"Countries:", "Country:", "Geographic focus:", "Länder:", "Land:", "Staaten:", "البلدان:", "البلد:", "الدول:", "الدولة:",
	},
	tagsField: {
		"Tags:", "Keywords:", "Key words:", "Topics:", "Themes:", "Subjects:",
		"Schlagwörter:", "Schlagworte:", "Stichwörter:", "Stichworte:", "Themen:",
		"الكلمات المفتاحية:", "كلمات مفتاحية:", "الوسوم:", "المواضيع:", "الموضوعات:",
	},
	projectField:  {"Project:", "Projects:", "Projekt:", "Projekte:", "المشروع:", "المشاريع:"},
	languageField: {"Language:", "Languages:", "Sprache:", "Sprachen:", "اللغة:", "اللغات:", "لغة النشر:"},
	typeField: {
		"Type:", "Publication type:", "Document type:", "Publikationstyp:", "Dokumenttyp:", "Art der Publikation:",
		"نوع المنشور:", "نوع الوثيقة:", "النوع:",
	},
	abstractField: {
		"Abstract:", "Summary:", "Description:", "Zusammenfassung:", "Kurzfassung:", "Beschreibung:", "الملخص:", "ملخص:", "نبذة:", "الوصف:",
	},
	doiField:  {"DOI:"},
	isbnField: {"ISBN:", "ISBN", "ردمك:"},
	urlField:  {"URL:", "Link:", "Available at:", "Verfügbar unter:", "Abrufbar unter:", "الرابط:"},
	contactField: {
		"Contact:", "Contacts:", "Contact us:", "Contact", "For more information:", "Kontakt:", "Ansprechpartner:", "Ansprechpartnerin:", "Kontakt",
		"للتواصل:", "للاتصال:", "جهة الاتصال:", "التواصل:", "الاتصال:", "للتواصل مع", "للاتصال ب", "للتواصل",
	},
}

// label is what stands before the value of a line.
type label struct {
	field field
	colon bool // it needs one behind it
}

// labels are all labels, folded.
var labels = func() map[string]label {
	all := map[string]label{}
	for f, list := range labelWords {
		for _, words := range list {
			bare, colon := strings.CutSuffix(lang.Fold(words), ":")
			if l, twice := all[bare]; !twice || l.colon {
				all[bare] = label{field(f), colon}
			}
		}
	}
	return all
}()

// The most that a label measures, in bytes and in words.
const (
	maxLabel      = 80
	maxLabelWords = 5
)

// labelled finds the label at the beginning of a line: its field, and where the value begins. A label with a colon counts more
// than a longer one without.
func labelled(line string) (field, int) {
	head := line[:min(len(line), maxLabel)]
	for i, r := range head {
		if r != ':' && r != '：' {
			continue
		}
		bare := strings.TrimRightFunc(head[:i], isMarkup)
		if l, known := labels[lang.Fold(bare)]; known {
			return l.field, i + len(string(r))
		}
	}
	found, at := noField, 0
	for i, words := 0, 0; i < len(head) && words < maxLabelWords; words++ {
		end := len(head)
		if n := strings.IndexFunc(head[i:], isBlank); n >= 0 {
			end = i + n
		}
		if l, known := labels[lang.Fold(strings.TrimRightFunc(head[:end], isMarkup))]; known && !l.colon {
			found, at = l.field, end
		}
		i = end + len(head[end:]) - len(strings.TrimLeftFunc(head[end:], isBlank))
	}
	return found, at
}

// fits says that a line with the label may be one: a date has a number, and a contact is no sentence.
func (f field) fits(value string) bool {
	switch f {
	case publishedField:
		return wordsIn(value) <= 8 && strings.ContainsFunc(value, isDigit)
	case contactField:
		return wordsIn(value) <= 8 && !endsSentence(value)
	case isbnField:
		return strings.ContainsFunc(value, isDigit)
	}
	return true
}
