package gen

import (
	"strconv"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// phrase is one thing said in each served language.
type phrase struct{ en, ar, de string }

// languages are the languages of titles and labels; English is first and the most frequent.
var languages = []graph.Tag{graph.English, graph.Arabic, graph.German}

func (p phrase) in(tag graph.Tag) string {
	switch tag {
	case graph.Arabic:
		return p.ar
	case graph.German:
		return p.de
	}
	return p.en
}

// topics are what reports and themes are about.
var topics = []phrase{
	{"Irregular migration", "الهجرة غير النظامية", "Irreguläre Migration"},
	{"Labour migration", "هجرة العمالة", "Arbeitsmigration"},
	{"Border management", "إدارة الحدود", "Grenzmanagement"},
	{"Return and reintegration", "العودة وإعادة الإدماج", "Rückkehr und Reintegration"},
	{"Trafficking in human beings", "الاتجار بالبشر", "Menschenhandel"},
	{"Smuggling of migrants", "تهريب المهاجرين", "Schleusung von Migranten"},
	{"Asylum and international protection", "اللجوء والحماية الدولية", "Asyl und internationaler Schutz"},
	{"Migration and development", "الهجرة والتنمية", "Migration und Entwicklung"},
	{"Integration", "الاندماج", "Integration"},
	{"Remittances", "التحويلات المالية", "Rücküberweisungen"},
	{"Migration data", "بيانات الهجرة", "Migrationsdaten"},
	{"Visa policy", "سياسة التأشيرات", "Visapolitik"},
}

// syllables make names that can be written in both scripts.
var syllables = []phrase{
	{en: "ba", ar: "با"},
	{en: "da", ar: "دا"},
	{en: "ka", ar: "كا"},
	{en: "la", ar: "لا"},
	{en: "ma", ar: "ما"},
	{en: "na", ar: "نا"},
	{en: "ra", ar: "را"},
	{en: "sa", ar: "سا"},
	{en: "ta", ar: "تا"},
	{en: "za", ar: "زا"},
	{en: "bi", ar: "بي"},
	{en: "di", ar: "دي"},
	{en: "ki", ar: "كي"},
	{en: "li", ar: "لي"},
	{en: "mi", ar: "مي"},
	{en: "ni", ar: "ني"},
	{en: "ri", ar: "ري"},
	{en: "si", ar: "سي"},
	{en: "ti", ar: "تي"},
	{en: "zi", ar: "زي"},
}

// name is a made-up name of three or more syllables, another one for each number.
func name(number int) phrase {
	var en, ar strings.Builder
	for n, i := number, 0; i < 3 || n > 0; i++ {
		// Neighbouring numbers begin with different letters.
		s := syllables[(n+7*i)%len(syllables)]
		en.WriteString(s.en)
		ar.WriteString(s.ar)
		n /= len(syllables)
	}
	latin := strings.ToUpper(en.String()[:1]) + en.String()[1:]
	return phrase{latin, ar.String(), latin}
}

// numbered puts a number behind a phrase, with a word for what it counts.
func numbered(p, what phrase, number int) phrase {
	n := strconv.Itoa(number)
	return phrase{
		p.en + ", " + what.en + " " + n,
		p.ar + "، " + what.ar + " " + n,
		p.de + ", " + what.de + " " + n,
	}
}

var (
	part   = phrase{"part", "الجزء", "Teil"}
	aspect = phrase{"aspect", "الجانب", "Aspekt"}
)

// inCountry says where a topic is looked at.
func inCountry(topic, country phrase) phrase {
	return phrase{topic.en + " in " + country.en, topic.ar + " في " + country.ar, topic.de + " in " + country.de}
}
