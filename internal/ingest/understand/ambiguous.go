package understand

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// cueNames are countries whose names are also those of people, other places or common words. They count only where a place is
// meant.
var cueNames = setOf("Jordan Georgia Chad Jersey Guinea Israel America " +
	"مالي بنين جورجيا جرسي نيوي")

// listNames are those that an unvowelled text can't tell from another place: عمان is Oman and Amman.
var listNames = setOf("عمان")

// notPeople are words for people that mostly mean something else: lunar, course, desert.
var notPeople = setOf("قمري قمرية مجري مجرية صحراوي صحراوية القمري القمرية المجري المجرية الصحراوي الصحراوية " +
	"قمرين قمريون مجريات المجريات مجريان صحراوين Central-African بنينة")

// capitalWords are acronyms that are also words, and count for nothing where all is in capitals.
var capitalWords = setOf("US CAR MOP TRI IT")

// blockers are phrases that have the name of a country in them and don't name it.
var blockers = []string{
	"Latin America", "North America", "South America", "Central America", "Lake Chad", "Jordan River", "River Jordan", "Jordan Valley", "Northern Ireland", "New Mexico", "New Jersey", "Gulf of Guinea",
	"Gulf of Oman", "Sea of Oman", "Sea of Japan", "South China Sea", "East China Sea", "Indian Ocean", "Guinea pig", "Guinea pigs",
	"Latin American", "Latin Americans", "North American", "South American", "Central American", "African American", "African Americans",
	"Native American", "Native Americans", "Georgia State", "Georgia Tech", "Georgia State University", "State of Georgia", "Atlanta, Georgia",
	"Georgia, USA", "Georgia, US", "University of Georgia", "Niger Delta", "Niger River", "Congo River", "Congo Basin", "German-speaking",
	"English-speaking", "French-speaking", "Spanish-speaking", "Mexico City", "Panama Canal", "European Commission", "European Parliament",
	"European Council", "European Border", "European Asylum", "European Migration Network", "European Court", "European Convention",
	"African Union", "European Economic", "European University", "British Council", "German Development", "American University",
	"Golf von Oman", "Golf von Guinea", "Indischer Ozean", "Indischen Ozean", "Europäische Kommission", "Europäischen Kommission",
	"Europäisches Parlament", "Europäischen Parlament", "Europäischer Rat", "Afrikanische Union", "Afrikanischen Union", "Neu-Mexiko",
	"بحيرة تشاد", "نهر الأردن", "وادي الأردن", "غور الأردن", "خليج عمان", "بحر عمان", "خليج غينيا", "المحيط الهندي", "المفوضية الأوروبية",
	"الاتحاد الأفريقي", "البرلمان الأوروبي", "العاصمة عمان", "مدينة عمان", "العاصمة الأردنية عمان", "بلاد المغرب", "المغرب العربي",
	"نهر النيجر", "دعم مالي", "الدعم المالي", "قطاع مالي", "بحر الصين",
}

// enterBlockers makes phrases findable that name nothing of the graph.
func (v *Vocabulary) enterBlockers() {
	for _, phrase := range blockers {
		v.names.add(v.wordsOf(phrase), int32(len(v.senses)))
		v.senses = append(v.senses, sense{how: asNothing, small: true})
	}
}

// adjectives are words for what belongs to a continent, by the continent's name in the same language. The graph's labels of
// regions have none.
var adjectives = []struct {
	of       string
	language graph.Tag
	words    []string
}{
	{"Europe", graph.English, []string{"European", "Europeans"}},
	{"Africa", graph.English, []string{"African", "Africans"}},
	{"Asia", graph.English, []string{"Asian", "Asians"}},
	{"Europa", graph.German, []string{"europäisch", "europäische", "europäischer", "europäisches", "europäischen", "europäischem", "Europäer", "Europäerinnen", "Europäern"}},
	{"Afrika", graph.German, []string{"afrikanisch", "afrikanische", "afrikanischer", "afrikanisches", "afrikanischen", "afrikanischem"}},
	{"Asien", graph.German, []string{"asiatisch", "asiatische", "asiatischer", "asiatisches", "asiatischen", "asiatischem"}},
	{"أوروبا", graph.Arabic, []string{"أوروبي", "أوروبية", "الأوروبي", "الأوروبية", "الأوروبيين", "الأوروبيون"}},
	{"أفريقيا", graph.Arabic, []string{"أفريقي", "أفريقية", "الأفريقي", "الأفريقية", "الأفارقة"}},
	{"آسيا", graph.Arabic, []string{"آسيوي", "آسيوية", "الآسيوي", "الآسيوية"}},
}

// enterAdjectives makes them findable, for the regions that the graph has.
func (v *Vocabulary) enterAdjectives() {
	for _, a := range adjectives {
		for _, id := range v.exact[lang.Fold(a.of)] {
			if id.Kind() != graph.KindRegion {
				continue
			}
			for _, w := range a.words {
				v.addPhrase(w, sense{id: id, how: asPeople, small: a.language != graph.English})
			}
		}
	}
}
