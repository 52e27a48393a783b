package understand

import (
	"strings"
	"unicode"

	"github.com/wasl-graph/wasl/graph"
)

// formsOf are the forms in which a name stands in texts: with the endings of its language. What Arabic writes together with a
// word is taken off when a text is read.
func formsOf(t graph.Text, as how) []string {
	if isAcronym(t.Value) {
		return []string{t.Value}
	}
	switch t.Language.Base() {
	case graph.English:
		return englishForms(t.Value, as)
	case graph.German:
		return germanForms(t.Value, as)
	case graph.Arabic:
		return arabicForms(t.Value, as)
	}
	return []string{t.Value}
}

// englishForms adds the plural of people: Afghans, but not Lebaneses. What the English and the Americans spell in different ways
// is entered in both.
func englishForms(name string, as how) []string {
	list := []string{name}
	if as == asPeople && !strings.HasSuffix(name, "s") && !strings.HasSuffix(name, "se") && !strings.HasSuffix(name, "sh") {
		list = append(list, name+"s")
	}
	if as == asPlace {
		return list
	}
	for _, pair := range [][2]string{{"isation", "ization"}, {"Centre", "Center"}, {"Labour", "Labor"}, {"Programme", "Program"}} {
		for i := range pair {
			if strings.Contains(name, pair[i]) {
				list = append(list, strings.ReplaceAll(name, pair[i], pair[1-i]))
			}
		}
	}
	return list
}

// germanForms adds cases: des Iraks, der Tschechischen Republik, ukrainische, Syrern.
func germanForms(name string, as how) []string {
	list := []string{name}
	if as == asPeople {
		return append(list, germanPeopleForms(name)...)
	}
	words := strings.Fields(name)
	if last := words[len(words)-1]; !strings.HasSuffix(last, "s") && isLetters(last) {
		list = append(list, name+"s")
	}
	if len(words) == 1 {
		return list
	}
	for i, w := range words[:len(words)-1] {
		if first := []rune(w)[0]; !unicode.IsUpper(first) {
			break
		}
		for _, ending := range []string{"er", "es", "e"} {
			if stem, found := strings.CutSuffix(w, ending); found && len(stem) > 3 {
				words[i] = stem + "en"
				break
			}
		}
	}
	if other := strings.Join(words, " "); other != name {
		list = append(list, other)
	}
	return list
}

// germanPeopleForms are the other forms of an adjective, or of a word for people.
func germanPeopleForms(name string) []string {
	var endings []string
	switch {
	case strings.HasSuffix(name, "sch"):
		endings = []string{"e", "er", "es", "en", "em"}
	case strings.HasSuffix(name, "in"):
		endings = []string{"nen"}
	case strings.HasSuffix(name, "e"):
		endings = []string{"n", "r", "m"}
	case strings.HasSuffix(name, "er"):
		endings = []string{"n", "s"}
	default:
		endings = []string{"en", "s"}
	}
	var list []string
	for _, e := range endings {
		list = append(list, name+e)
	}
	return list
}

// arabicForms adds, for people, gender, number and the article.
func arabicForms(name string, as how) []string {
	list := []string{name}
	if as != asPeople {
		return list
	}
	words := strings.Fields(name)
	stem, found := strings.CutSuffix(words[0], "ي")
	if !found || len(words) > 1 {
		return append(list, withArticles(words))
	}
	for _, ending := range []string{"ي", "ية", "يون", "يين", "يات", "يان", "يتان", "يتين", "ا"} {
		if ending == "ا" && !strings.HasSuffix(stem, "ان") {
			continue
		}
		form := strings.TrimSuffix(stem+ending, "ا")
		if ending == "ا" {
			form = stem // الأفغان
		}
		list = append(list, form, "ال"+form)
	}
	return list
}

// withArticles puts the article before each word.
func withArticles(words []string) string {
	for i := range words {
		words[i] = "ال" + words[i]
	}
	return strings.Join(words, " ")
}

func isLetters(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}
