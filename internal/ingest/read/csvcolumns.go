package read

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/wasl-graph/wasl/graph"
)

// csvColumn is one column of a table.
type csvColumn struct {
	name     string    // as printed
	meaning  string    // what its values are, "" for an unknown one
	language graph.Tag // of its values, when the name says so: "Title (de)"
}

// columnNames are the names of columns in English, German and Arabic, and those that Zotero and repositories write. They
// are compared in small letters, without blanks, hyphens and the like.
var columnNames = map[string][]string{
	"key":          {"key", "id", "number", "no", "nr", "nummer", "kennung", "schlüssel", "الرقم", "المعرف", "الرمز"},
	"type":         {"type", "item type", "document type", "publication type", "kind", "typ", "art", "dokumenttyp", "publikationstyp", "النوع", "نوع الوثيقة", "نوع المنشور"},
	"title":        {"title", "titel", "name of publication", "report", "العنوان", "عنوان", "عنوان التقرير"},
	"subtitle":     {"subtitle", "untertitel", "العنوان الفرعي", "عنوان فرعي"},
	"translated":   {"translated title", "title translated", "übersetzter titel", "titel übersetzt", "العنوان المترجم"},
	"alternative":  {"short title", "alternative title", "kurztitel", "alternativtitel", "العنوان المختصر", "عنوان بديل"},
	"abstract":     {"abstract", "abstract note", "summary", "description", "zusammenfassung", "kurzfassung", "beschreibung", "الملخص", "ملخص", "الوصف", "الخلاصة"},
	"language":     {"language", "languages", "lang", "sprache", "sprachen", "اللغة", "اللغات", "لغة"},
	"published":    {"published", "date", "date published", "publication date", "issued", "year", "publication year", "veröffentlicht", "veröffentlichungsdatum", "erscheinungsdatum", "erscheinungsjahr", "datum", "jahr", "erschienen", "تاريخ النشر", "نشر في", "التاريخ", "السنة", "سنة النشر"},
	"author":       {"author", "authors", "creator", "creators", "autor", "autoren", "autorin", "autorinnen", "autorinnen und autoren", "verfasser", "verfasserin", "verfasserinnen", "المؤلف", "المؤلفون", "المؤلفين", "الكاتب", "الكتاب", "إعداد"},
	"editor":       {"editor", "editors", "edited by", "herausgeber", "herausgeberin", "herausgeberinnen", "المحرر", "المحررون", "تحرير"},
	"contributor":  {"contributor", "contributors", "translator", "translators", "mitwirkende", "übersetzer", "übersetzerin", "المساهم", "المساهمون", "المترجم"},
	"publisher":    {"publisher", "publishers", "institution", "organisation", "organization", "issuing organisation", "verlag", "veröffentlicht von", "institut", "الناشر", "المؤسسة", "المنظمة", "جهة النشر"},
	"commissioner": {"commissioner", "commissioned by", "auftraggeber", "auftraggeberin", "im auftrag von", "بتكليف من", "جهة التكليف"},
	"funder":       {"funder", "funders", "funded by", "donor", "donors", "geldgeber", "finanziert von", "förderer", "الممول", "الجهة الممولة", "بتمويل من", "الجهات المانحة"},
	"doi":          {"doi"},
	"isbn":         {"isbn", "ردمك"},
	"issn":         {"issn", "تدمد"},
	"url":          {"url", "link", "links", "web", "website", "webseite", "adresse", "internetadresse", "الرابط", "رابط", "الموقع الإلكتروني"},
	"country":      {"country", "countries", "countries covered", "land", "länder", "staaten", "staat", "البلد", "البلدان", "الدولة", "الدول"},
	"tag":          {"tag", "tags", "manual tags", "keyword", "keywords", "theme", "themes", "topic", "topics", "subject", "subjects", "schlagwort", "schlagwörter", "stichwort", "stichwörter", "themen", "thema", "الوسوم", "الكلمات المفتاحية", "كلمات مفتاحية", "الكلمات الدالة", "الموضوع", "الموضوعات", "المواضيع"},
	"project":      {"project", "projects", "projekt", "projekte", "المشروع", "المشاريع"},
}

// columns is the same the other way round.
var columns = func() map[string]string {
	all := map[string]string{}
	for meaning, names := range columnNames {
		for _, name := range names {
			all[columnKey(name)] = meaning
		}
	}
	return all
}()

// columnKey is a name as it is compared.
func columnKey(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'أ', r == 'إ', r == 'آ': // as often written without
			return 'ا'
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// columnLanguage finds a language behind the name of a column: "Title (de)", "title_ar", "Titel [Englisch]".
var columnLanguage = regexp.MustCompile(`^(.*?)[\s_.:-]*[(\[_\s-]\s*(\pL{2,}|\pL{2,3}-\pL{2,4})\s*[)\]]?\s*$`)

// columnLanguages are the words for languages in names of columns.
var columnLanguages = map[string]graph.Tag{
	"en": graph.English, "eng": graph.English, "english": graph.English, "englisch": graph.English, "الإنجليزية": graph.English, "بالإنجليزية": graph.English,
	"de": graph.German, "ger": graph.German, "deu": graph.German, "german": graph.German, "deutsch": graph.German, "الألمانية": graph.German, "بالألمانية": graph.German,
	"ar": graph.Arabic, "ara": graph.Arabic, "arabic": graph.Arabic, "arabisch": graph.Arabic, "العربية": graph.Arabic, "بالعربية": graph.Arabic,
	"fr": "fr", "french": "fr", "französisch": "fr", "الفرنسية": "fr", "بالفرنسية": "fr",
}

// columnOf reads the name of a column.
func columnOf(name string) csvColumn {
	c := csvColumn{name: strings.TrimSpace(strings.TrimPrefix(name, "\ufeff"))}
	if c.meaning = columns[columnKey(c.name)]; c.meaning != "" {
		return c
	}
	if m := columnLanguage.FindStringSubmatch(c.name); m != nil {
		language, known := columnLanguages[strings.ToLower(m[2])]
		if meaning := columns[columnKey(m[1])]; known && meaning != "" {
			c.meaning, c.language = meaning, language
		}
	}
	return c
}
