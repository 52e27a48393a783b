package lang

import (
	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

// arabic has as its forms the members of the macrolanguage "ara" of ISO 639-3, Modern Standard Arabic (arb) among them.
// Readers of Sorani Kurdish (ckb) mostly read Arabic too, but Arabic is not their language.
func arabic() definition {
	return definition{
		tag: graph.Arabic,
		forms: []graph.Tag{
			"aao", "abh", "abv", "acm", "acq", "acw", "acx", "acy", "adf", "aeb", "aec", "afb", "ajp", "apc", "apd",
			"arb", "arq", "ars", "ary", "arz", "auz", "avl", "ayh", "ayl", "ayn", "ayp", "pga", "shu", "ssh",
		},
		neighbours: []graph.Tag{"ckb"},
		collations: map[string]language.Tag{"": language.Arabic},
		letters:    arabicLetters(),
		formats:    formatsArabic,
		comma:      "، ",
		names:      arabicNames(),
		words:      arabicWords(),
	}
}

// arabicLetters brings the order of golang.org/x/text (CLDR 23) to that of CLDR 48: the forms of hamza sort together
// with alef, ta marbuta with ta, alef maksura and Persian yeh with yeh, and Arabic comes before every other script.
// The ranks are the order among letters that sort together; the plain letter comes last.
func arabicLetters() *letterOrder {
	return &letterOrder{
		first: 'ء', end: 'ܐ', // up to the first letter of Syriac
		letters: map[rune]letter{
			'ء': {"ا", 1},
			'آ': {"اا", 2},
			'أ': {"ا", 3},
			'ؤ': {"ا", 4},
			'إ': {"ا", 5},
			'ئ': {"ا", 6},
			'ٱ': {"ا", 7}, // of the Quran; a letter of its own in CLDR, behind alef
			'ة': {"ت", 1},
			'ی': {"ي", 1},
			'ى': {"ي", 2},
			'ا': {"ا", plainRank},
			'ت': {"ت", plainRank},
			'ي': {"ي", plainRank},
			'ـ': {}, // tatweel only stretches the line
		},
	}
}

// arabicNames has the words in Arabic script and, where they stand within names, in the Latin letters of reports.
func arabicNames() NameWords {
	return NameWords{
		Titles: "د. أ.د. أ. م. دكتور دكتورة الدكتور الدكتورة أستاذ أستاذة الأستاذ الأستاذة السيد السيدة الآنسة مهندس مهندسة المهندس " +
			"المهندسة بروفيسور بروفسور البروفيسور البروفسور الشيخ الشيخة المحامي المحامية السفير السفيرة القاضي الباحث الباحثة " +
			"معالي سعادة الحاج الحاجة اللواء العميد العقيد Sheikh Shaikh Sheikha Hajj Haji Hajji",
		Degrees:        "دكتوراه الدكتوراه ماجستير الماجستير بكالوريوس",
		Particles:      "بن ابن بنت ابنة أبو أبا أبي أم آل bin ibn bint abu abou umm al el ul ould",
		InnerParticles: "ben",
		Articles:       "al el ul as ash an ar at ath ad adh az",
		GluedArticle:   "ال",
		Prefixes:       "وال بال كال فال لل ال",
		Joined: []string{
			"عبد",
			"abd abdul abdel abdal abdoul abdool abdur abdus abdush abdun abdu",
		},
		And:      "و",
		GluedAnd: "و",
		NotGlued: "وليد وسام وسن وفاء وفيق وفائي وائل وجدي وجدان وجيه وحيد وحيدة وداد وديع ورد وردة ورود وسيم وسيمة وصال وصفي وضاح " +
			"وعد ولاء ولي ولادة ولدان وهاب وهبة وهبي وهيب وهدان وثاب وجد وهج وقاص وكيع والي والد والدة وادي " +
			"ويليام وليام وليم ويلسون ويندي ولفغانغ والتر واين واتسون واشنطن وانغ وونغ واثق واصف واصل وئام وهيبة وجنات وجيهة " +
			"ورقاء وصفية وفية وفيقة وسيلة ونيس ولهان",
		Labels: "المؤلف المؤلفة المؤلفان المؤلفون المؤلفين تأليف إعداد أعده أعدته أعدها كتابة كتبه كتبته بقلم تحرير حرره حررته المحرر " +
			"المحررة المحررون الباحث الباحثة الباحثان الباحثون مراجعة ترجمة",
		Others: "آخرون آخرين غيرهم وآخرون وآخرين وغيرهم",
		Groups: "فريق طاقم مؤلفون مؤلفين باحثون باحثين مشاركون خبراء",
		Organisations: "وزارة جامعة معهد مركز منظمة مؤسسة هيئة لجنة مجلس مكتب حكومة دائرة مديرية اتحاد جمعية رابطة شبكة صندوق بنك " +
			"مصرف كلية مدرسة سفارة بعثة وكالة مفوضية برنامج مبادرة نقابة شركة بلدية مرفق منصة أكاديمية برلمان أمانة أمم قسم تحالف ائتلاف",
		Projects: "مشروع برنامج مبادرة",
		Fillers:  "في من على إلى عن",
		Phases:   "مرحلة جزء جولة دورة موجة نسخة",
		Numerals: []string{
			"واحد واحدة أول أولى", "اثنان اثنين ثان ثاني ثانية", "ثلاثة ثلاث ثالث ثالثة", "أربعة أربع رابع رابعة",
			"خمسة خمس خامس خامسة", "ستة ست سادس سادسة", "سبعة سبع سابع سابعة", "ثمانية ثماني ثامن ثامنة",
			"تسعة تسع تاسع تاسعة", "عشرة عشر عاشر عاشرة",
		},
	}
}
