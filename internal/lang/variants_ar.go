package lang

import (
	"slices"
	"strings"
)

// arabicWords takes off the article and what is joined to a word, and the endings of gender, number and relation.
//
// The ending ان stays: it is seldom the dual, and part of لبنان, عمان, إيران and السودان. Four letters must be left of
// a word before most endings, for too many words of three are what remains of another: مال of مالي, سور of سوري.
func arabicWords() *wordRules {
	return &wordRules{
		letter:    isArabicLetter,
		respell:   respellArabic,
		strip:     stripArabic,
		irregular: brokenPlurals,
		endings: []ending{
			// Inflection. A feminine plural is that of a word with ة, or without.
			{cut: "ات", put: "ه", left: 2, tier: Inflected},
			{cut: "ات", left: 4, tier: Inflected},
			{cut: "ستان", put: "ستان", last: true}, // no dual, but a country
			{cut: "تان", put: "ه", left: 3, tier: Inflected},
			{cut: "تين", put: "ه", left: 3, tier: Inflected},
			{cut: "ون", left: 4, tier: Inflected},
			{cut: "ين", left: 4, tier: Inflected},
			{cut: "و", left: 4, tier: Inflected}, // of مهاجرو العراق
			{cut: "ه", left: 4, after: "ي", tier: Inflected},
			{cut: "ه", left: 5, tier: Inflected},
			// A possessor: مخاطرها, عاصمتها.
			{cut: "تها", put: "ه", left: 3, tier: Inflected},
			{cut: "تهم", put: "ه", left: 3, tier: Inflected},
			{cut: "ها", left: 4, tier: Inflected},
			{cut: "هم", left: 4, tier: Inflected},
			// Relation: what belongs to a country, and the country; also the accusative لاجئا.
			{cut: "يون", left: 4, tier: Derived},
			{cut: "يين", left: 4, tier: Derived},
			{cut: "يات", left: 4, tier: Derived},
			{cut: "يه", left: 4, tier: Derived},
			{cut: "ي", left: 4, tier: Derived},
			{cut: "ا", left: 4, tier: Derived},
		},
	}
}

func isArabicLetter(r rune) bool { return r >= 'ء' && r <= 'ي' || r >= 'ٱ' && r <= 'ۓ' }

// foreign are letters that Arabic does not have, each with the one that an Arabic text has in its place.
var foreign = strings.NewReplacer(
	"پ", "ب", "چ", "ج", "ژ", "ز", "گ", "ك", // Persian, Kurdish, Urdu
	"ڤ", "ف", "ۆ", "و", "ێ", "ي", "ڕ", "ر", "ڵ", "ل", // Kurdish; ڤ also in Arabic: ڤيينا
	"ٹ", "ت", "ڈ", "د", "ڑ", "ر", "ے", "ي", "ں", "ن", // Urdu
	"ټ", "ت", "ډ", "د", "ړ", "ر", "ڼ", "ن", "ګ", "ك", "ې", "ي", "ۍ", "ي", // Pashto
)

func respellArabic(word string) string {
	if strings.IndexFunc(word, func(r rune) bool { return r > 'ي' }) < 0 {
		return word
	}
	return foreign.Replace(word)
}

// articles are the article and what it forms with the words before it that are written together with it: and, so, in, as,
// for. The longest come first.
var articles = []string{"وبال", "فبال", "وكال", "فكال", "ولل", "فلل", "وال", "بال", "كال", "فال", "لل", "ال"}

// withoutArticle gives the word behind an article, "" when there is none. Two letters are enough behind the plain article
// (الحق), three behind the others (والدة is a mother).
func withoutArticle(word string) string {
	for _, article := range articles {
		bare, ok := strings.CutPrefix(word, article)
		if !ok {
			continue
		}
		least := 3
		if article == "ال" {
			least = 2
		}
		if !hasLetters(bare, least) || ownArticle(word, article) {
			return ""
		}
		return bare
	}
	return ""
}

// ownArticle says whether what looks like the article belongs to the word.
func ownArticle(word, article string) bool {
	if slices.Contains(alefLamWords, word) {
		return true
	}
	if isFormOf(ownNouns, word) {
		return true
	}
	i := strings.Index(article, "ال")
	return i >= 0 && (isFormOf(alefLamNouns, word[i:]) || slices.ContainsFunc(alefLamStems, func(stem string) bool {
		return strings.HasPrefix(word[i:], stem)
	}))
}

// isFormOf says whether a word is one of the nouns with nothing behind it but an ending.
func isFormOf(nouns []string, word string) bool {
	return slices.ContainsFunc(nouns, func(noun string) bool {
		tail, ok := strings.CutPrefix(word, noun)
		return ok && slices.Contains(nounTails, tail)
	})
}

var (
	// alefLamStems begin words with ال of their own: Germany, Albania, electronic.
	alefLamStems = []string{"الماني", "الباني", "الكترون", "الكسندر"}
	// alefLamNouns begin with ال of their own too, but so do others with the article: المانحون, اليهود, الغامض, التزامن. They
	// are Germans, mechanism, commitment, joining, obligation, cancelling, mines, request, colours.
	alefLamNouns = []string{"المان", "الي", "التزام", "التحاق", "الزام", "الغاء", "الغام", "التماس", "الوان"}
	// ownNouns begin with what looks like an article with a word before it: parent, adult, agency.
	ownNouns = []string{"والد", "بالغ", "وكال"}
	// nounTails are what may follow these nouns.
	nounTails = []string{
		"", "ا", "ه", "ها", "هم", "ي", "يه", "يا", "يات", "يون", "يين", "ون", "ين", "ان",
		"ات", "اته", "اتها", "اتهم", "ته", "تها", "تهم", "تين", "تان",
	}
	// alefLamWords are whole words: God, now, who, thousand.
	alefLamWords = []string{"الله", "الان", "الذي", "التي", "الذين", "الفين"}
)

// stripArabic takes off the article with what is joined to it, and one conjunction or preposition alone where four letters
// stay. A word may be read both ways: للبنان is "for Lebanon", and للعراق "for Iraq" with its article.
func stripArabic(word string) (bare [2]string, carries bool) {
	bare[0] = withoutConjoined(word)
	bare[1] = withoutArticle(word)
	return bare, bare[1] != ""
}

// withoutConjoined takes off one of the letters و ب ل ك, which are words: and, in, for, as.
func withoutConjoined(word string) string {
	for _, letter := range []string{"و", "ب", "ل", "ك"} {
		if bare, ok := strings.CutPrefix(word, letter); ok && hasLetters(bare, 4) {
			return bare
		}
	}
	return ""
}

// brokenPlurals are plurals that change within the word, as far as our subject needs them, and words that end like a plural
// and are none.
var brokenPlurals = map[string]string{
	"اطفال":    "طفل",
	"ايتام":    "يتيم",
	"رجال":     "رجل",
	"نساء":     "امراه",
	"مراه":     "امراه",
	"شباب":     "شاب",
	"قصر":      "قاصر",
	"اسر":      "اسره",
	"عمال":     "عامل",
	"طلاب":     "طالب",
	"طلبه":     "طالب",
	"خبراء":    "خبير",
	"شركاء":    "شريك",
	"ضحايا":    "ضحيه",
	"افراد":    "فرد",
	"اشخاص":    "شخص",
	"عرب":      "عربي",
	"اكراد":    "كردي",
	"افغان":    "افغاني",
	"اتراك":    "تركي",
	"المان":    "الماني",
	"دول":      "دوله",
	"بلدان":    "بلد",
	"بلاد":     "بلد",
	"اقاليم":   "اقليم",
	"مناطق":    "منطقه",
	"مدن":      "مدينه",
	"اسواق":    "سوق",
	"اعمال":    "عمل",
	"وظايف":    "وظيفه",
	"مهن":      "مهنه",
	"ايدي":     "يد",
	"حقوق":     "حق",
	"قوانين":   "قانون",
	"وثايق":    "وثيقه",
	"بحوث":     "بحث",
	"ابحاث":    "بحث",
	"نتايج":    "نتيجه",
	"تقارير":   "تقرير",
	"مشاريع":   "مشروع",
	"برامج":    "برنامج",
	"تدابير":   "تدبير",
	"معايير":   "معيار",
	"اهداف":    "هدف",
	"جهود":     "جهد",
	"فرص":      "فرصه",
	"ورش":      "ورشه",
	"مراكز":    "مركز",
	"مخاطر":    "خطر",
	"اخطار":    "خطر",
	"اسباب":    "سبب",
	"دوافع":    "دافع",
	"انماط":    "نمط",
	"طرق":      "طريق",
	"فلسطين":   "فلسطين",
	"غرينادين": "غرينادين",
	"كونغو":    "كونغو", // not هونغ كونغ
	"ارجنتين":  "ارجنتين",
	"ياسمين":   "ياسمين",
	"تلفزيون":  "تلفزيون",
	"ثلاثين":   "ثلاثون",
	"ثلاثون":   "ثلاثون",
}
