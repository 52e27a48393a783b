package understand

import (
	"slices"
	"strings"
	"unicode"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// Among the alternative labels of countries and regions are names of places (Czech Republic, Britain) and words for people and
// what belongs to them (Czech, British, European). The graph doesn't tell them apart; a report is about the former only. So it is told by the form of
// the words. A first label is never one for people. Otherwise
//
//   - English has endings (Iraqi, Afghan, Lebanese, Turkish) and a list of the others (Swiss, Dutch, Thai), for names without
//     "of", "Republic" and the like, and plurals of these;
//   - German writes adjectives small, and has people in pairs: Syrer and Syrerin, Afghane and Afghanin; Polinnen are people anyway;
//   - Arabic has pairs too: عراقي and عراقية, with the plurals عراقيون and عراقيات; a list has the broken ones (مغاربة). What
//     belongs to a region has no article and ends in ي: كردستاني, شرق أفريقي.

// demonyms are the labels of countries and regions for people.
func (v *Vocabulary) demonyms() map[label]bool {
	byCountry := map[graph.ID][]label{}
	for _, l := range v.labels {
		if k := l.id.Kind(); (k == graph.KindCountry || k == graph.KindRegion) && !l.preferred {
			byCountry[l.id] = append(byCountry[l.id], l)
		}
	}
	set := map[label]bool{}
	for _, list := range byCountry {
		for _, l := range list {
			if isForPeople(l, list) {
				set[l] = true
			}
		}
	}
	return set
}

// isForPeople tells by the form of the words, and the other labels of the same place.
func isForPeople(l label, others []label) bool {
	name := l.text.Value
	if isAcronym(name) {
		return false
	}
	switch l.text.Language.Base() {
	case graph.English:
		return isEnglishDemonym(name) || isEnglishPlural(name, others)
	case graph.German:
		return isGermanDemonym(name, others)
	case graph.Arabic:
		return isArabicDemonym(name, others) || l.id.Kind() == graph.KindRegion && isArabicAdjective(name)
	}
	return false
}

// isCalled says whether one of the labels is the name, in the language.
func isCalled(labels []label, language graph.Tag, name string) bool {
	return slices.ContainsFunc(labels, func(l label) bool { return l.text.Language.Base() == language && l.text.Value == name })
}

var (
	englishEndings = []string{
		"an", "ien", "ese", "ish", "i", "ite", "er", "man", "woman", "ois", "ais", "ic", "ard", "ot", "que", "ine", "in", "ench",
	}
	// englishPeople have none of the endings.
	englishPeople = setOf("Swiss Dutch French Greek Czech Dane Swede Finn Pole Turk Serb Croat Slovak Slovene Thai Lao Uzbek Tajik Kazakh " +
		"Kyrgyz Turkmen Manx Malagasy Filipino Filipina Basotho Mosotho Motswana Batswana Briton Bajan Burkinabe Kosovar Kurd Arab Ni-Vanuatu")
	// englishPlaces have one of the endings and are places.
	englishPlaces = setOf("Vatican Britain Great-Britain Palestine Chinese-Taipei Saint-Martin Pitcairn Turkmenistan Surinam")
	// stateWords make a name that of a place.
	stateWords = setOf("of the and republic kingdom state states islands island union federation confederation principality territory " +
		"territories region sar pdr part city province see")
)

// setOf is the set of the words, folded.
func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[lang.Fold(w)] = true
	}
	return set
}

// isEnglishDemonym tells by the last word's ending.
func isEnglishDemonym(name string) bool {
	folded := lang.Fold(name)
	words := strings.Fields(folded)
	if len(words) > 3 || slices.ContainsFunc(words, func(w string) bool { return stateWords[strings.Trim(w, "(),")] }) {
		return len(words) > 1 && slices.Contains([]string{"islander", "konger"}, words[len(words)-1])
	}
	last := words[len(words)-1]
	switch {
	case englishPlaces[folded], strings.HasPrefix(folded, "saint ") && strings.HasSuffix(folded, "martin"):
		return false
	case englishPeople[folded], englishPeople[last]:
		return true
	}
	return slices.ContainsFunc(englishEndings, func(e string) bool { return strings.HasSuffix(last, e) && len(last) > len(e)+1 })
}

// isEnglishPlural tells by the singular, which is a label too, or in the list.
func isEnglishPlural(name string, others []label) bool {
	singular, plural := strings.CutSuffix(name, "s")
	return plural && (englishPeople[lang.Fold(singular)] || isCalled(others, graph.English, singular) && isEnglishDemonym(singular))
}

// isGermanDemonym tells adjectives by their small letter, and people by the other one of the pair.
func isGermanDemonym(name string, others []label) bool {
	first := []rune(name)[0]
	if unicode.IsLower(first) || strings.HasSuffix(name, "isch") || strings.HasSuffix(name, "innen") {
		return true
	}
	has := func(other string) bool { return isCalled(others, graph.German, other) }
	stem, feminine := strings.CutSuffix(name, "in")
	switch {
	case has(name + "in"), has(strings.TrimSuffix(name, "e")+"in") && strings.HasSuffix(name, "e"), has(name+"r") && strings.HasSuffix(name, "e"):
		return true
	case feminine && (has(stem) || has(stem+"e")):
		return true
	}
	return germanPeople[lang.Fold(name)] || strings.HasSuffix(name, "er") && has(strings.TrimSuffix(name, "r"))
}

// germanPeople stand without a pair.
var germanPeople = setOf("Aseri Südamerikaner Westafrikaner Ostafrikaner Nordafrikaner Lateinamerikaner Südeuropäer Osteuropäer Westeuropäer Filipino Filipina Franzose Französin Sahraui Israelin Swasi Emirati Bangladeschi Burkinabe Bahraini Kuwaiti Omani Katari Saudi Somali Pakistani Israeli Iraki")

// isArabicDemonym tells by the pair of ي and ية.
func isArabicDemonym(name string, others []label) bool {
	if arabicPlaces[lang.Fold(name)] {
		return false
	}
	if arabicPeople[lang.Fold(name)] {
		return true
	}
	words := strings.Fields(name)
	if len(words) > 2 || stateNouns[lang.Fold(words[0])] {
		return false
	}
	has := func(other string) bool { return isCalled(others, graph.Arabic, other) }
	for _, plural := range []string{"ون", "ين", "ات"} {
		if singular, ok := strings.CutSuffix(words[0], plural); ok && strings.HasSuffix(singular, "ي") && len(words) == 1 {
			return has(singular)
		}
	}
	if len(words) == 2 {
		return has(words[0]+"ة "+words[1]+"ة") || has(words[0]+" "+words[1]+"ة") || strings.HasSuffix(words[1], "ية") || strings.HasSuffix(words[0], "ية")
	}
	return strings.HasSuffix(name, "ية") || strings.HasSuffix(name, "ي") && has(name+"ة")
}

// isArabicAdjective tells what belongs to a region: it has no article.
func isArabicAdjective(name string) bool {
	words := strings.Fields(name)
	last := words[len(words)-1]
	return strings.HasSuffix(last, "ي") && !strings.HasPrefix(last, "ال") && !stateNouns[lang.Fold(words[0])]
}

var (
	// arabicPeople are plurals that are made within the word.
	arabicPeople = setOf("أفغان ألبان أرمن بوشناق بلغار قبارصة ألمان إسبان إغريق كروات هنود طليان قرغيز كازاخ مغاربة بولوني صرب روس طاجيك تركمان أتراك " +
		"أوزبك أكراد الكرد الكورد أفارقة عرب شركس")
	arabicPlaces = setOf("شيلي تشيلي هايتي جيبوتي السعودية")
	stateNouns   = setOf("جمهورية الجمهورية مملكة المملكة دولة إمارة سلطنة اتحاد جزر جزيرة أراضي الأراضي الأرض إقليم منطقة ولايات الولايات كومنولث كمنولث الصحراء القارة هندوراس غيانا غويانا غينيا روسيا ساموا تيمور جورجيا أرخبيل الكونغو الكرسي مدينة")
)
