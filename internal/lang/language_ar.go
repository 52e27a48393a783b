package lang

import (
	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

// arabic has as its forms the members of the macrolanguage "ara" of ISO 639-3, Modern Standard Arabic (arb) among them.
// Readers of Sorani Kurdish (ckb) mostly read Arabic too, but Arabic is not their language.
func arabic() definition {
	return definition{
		tag:    graph.Arabic,
		spoken: true,
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
			"معالي سعادة الحاج الحاجة اللواء العميد العقيد أ.م.د. أ.م. م.م. م.د. أ.م.م. الوزير الوزيرة النائب النائبة الرئيس الرئيسة فخامة " +
			"سيادة سماحة فضيلة عطوفة سمو جلالة الأمير الأميرة الرائد المقدم النقيب القنصل الأب القس المطران المستشار " +
			"المستشارة السادة المرحوم المرحومة المساعد المساعدة المشارك المشاركة المتمرس المدرس Sheikh Shaikh Sheikha Hajj Haji Hajji",
		Degrees:        "دكتوراه الدكتوراه ماجستير الماجستير بكالوريوس البكالوريوس",
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
			"ورقاء وصفية وفية وفيقة وسيلة ونيس ولهان وصيف وضحى وطفاء وليدة وردان وائلة ونسة واعد وارف وديعة وجيدة وضاء وصاف وهيبي " +
			"والاس وارين وودي وايت وينستون وودرو وندي ويليامز ويب والش وولف وولفغانغ وينتر ويبر واغنر",
		Labels: "المؤلف المؤلفة المؤلفان المؤلفون المؤلفين تأليف إعداد أعده أعدته أعدها كتابة كتبه كتبته بقلم تحرير حرره حررته المحرر " +
			"المحررة المحررون الباحث الباحثة الباحثان الباحثون مراجعة ترجمة",
		Others: "آخرون آخرين غيرهم وآخرون وآخرين وغيرهم",
		Groups: "فريق طاقم مؤلفون مؤلفين باحثون باحثين مشاركون خبراء",
		GivenNames: "محمد أحمد محمود علي حسن حسين عمر عثمان خالد إبراهيم إسماعيل يوسف موسى عيسى مصطفى كريم جاسم كاظم قاسم حيدر عباس " +
			"جعفر صادق رضا سعد سعيد سالم سليم سليمان صالح صلاح طارق طه ياسر ياسين زيد زياد فراس فيصل فهد فؤاد ماجد مازن منير نزار " +
			"نبيل ناصر هاني هشام هيثم يحيى أنس أنور أكرم أمير أيمن باسم بلال ثامر جمال جميل حامد حازم راشد رائد رامي رياض سامي سامر " +
			"شاكر ضياء عادل عامر عصام عماد غسان فاضل قيس كمال لؤي مهدي هادي آدم مريم فاطمة زينب عائشة خديجة سارة ليلى منى هدى نور " +
			"نادية سعاد سميرة أمل أميرة إيمان بشرى رنا ريم رشا رغد زهراء سلمى سهام شيماء صفاء عبير غادة كوثر لمى لينا مها نجلاء ندى " +
			"نهى هالة هبة هند ياسمين خولة دعاء دينا رانيا روان سناء إسراء آمنة تمارا جنان " +
			"Ahmed Ahmad Mohammed Mohamed Muhammad Mohammad Mahmoud Ali Hassan Hussein Omar Khaled Khalid Ibrahim Ismail Yousef Youssef " +
			"Mustafa Karim Jasim Haider Abbas Saad Said Saleh Tariq Yasser Zaid Feras Faisal Nabil Nasser Hani Samir Sami Bilal Jamal " +
			"Rashid Adel Mariam Fatima Zainab Aisha Khadija Layla Mona Huda Nour Nadia Amal Rana Reem Salma Khawla Suham Hala Yasmin",
		Nobody: "مجهول مجهولة المجهول بدون بلا",
		Roles: "مدير مديرة مديري رئيس رئيسة نائب نائبة مستشار مستشارة منسق منسقة خبير خبيرة باحث باحثة مسؤول مسؤولة وزير وزيرة سفير سفيرة " +
			"محلل محللة مترجم مترجمة محاضر محاضرة طالب طالبة صحفي صحفية محام محامية ممثل ممثلة ناطق ناطقة موظف موظفة مساعد مساعدة",
		Towns: "فيينا لندن باريس برلين بروكسل جنيف روما مدريد أثينا إسطنبول أنقرة القاهرة بيروت عمان بغداد أربيل دمشق طرابلس تونس الرباط " +
			"الجزائر طهران كابول الدوحة الرياض جدة دبي أبوظبي الكويت المنامة مسقط صنعاء الخرطوم البصرة الموصل كركوك السليمانية دهوك " +
			"النجف كربلاء الأنبار القدس غزة نيويورك واشنطن",
		Organisations: "وزارة جامعة معهد مركز منظمة مؤسسة هيئة لجنة مجلس مكتب حكومة دائرة مديرية اتحاد جمعية رابطة شبكة صندوق بنك " +
			"مصرف كلية مدرسة سفارة بعثة وكالة مفوضية برنامج مبادرة نقابة شركة بلدية مرفق منصة أكاديمية برلمان أمانة أمم قسم تحالف ائتلاف جهاز ديوان محكمة نيابة " +
			"محافظة إدارة وحدة مجموعة مرصد شرطة مستشفى حزب مصلحة ملتقى منتدى هيئات يونيسف يونسكو",
		Attributes: "دولية دولي وطنية اتحادية إحصاء حقوق لاجئين",
		Bodies: []string{
			"الهلال الأحمر", "الصليب الأحمر", "أطباء بلا حدود", "هيومن رايتس ووتش", "إنقاذ الطفولة", "العفو الدولية",
		},
		Projects:  "مشروع برنامج مبادرة",
		Spellings: []string{"plus بلس بلاس"},
		Fillers:   "في من على إلى عن",
		Phases:    "مرحلة جزء جولة دورة موجة نسخة",
		Numerals: []string{
			"واحد واحدة أول أولى", "اثنان اثنين ثان ثاني ثانية", "ثلاثة ثلاث ثالث ثالثة", "أربعة أربع رابع رابعة",
			"خمسة خمس خامس خامسة", "ستة ست سادس سادسة", "سبعة سبع سابع سابعة", "ثمانية ثماني ثامن ثامنة",
			"تسعة تسع تاسع تاسعة", "عشرة عشر عاشر عاشرة",
		},
	}
}
