package gen

// What publications are made of. Names of people are made up.
var (
	given = []string{
		"Lina", "Omar", "Huda", "Karim", "Maryam", "Yusuf", "Salma", "Tariq", "Nour", "Rami", "Anna", "Jürgen", "Petra", "Lukas", "Ingrid",
		"Stefan", "Greta", "Matthias", "Claire", "Étienne", "Chidi", "Amara", "Kwame", "Aisha", "Elena", "Marco", "Sofía", "Jan", "Ivana", "Per",
		"ليلى", "هدى", "سامي", "رنا", "خالد", "نادية",
	}
	family = []string{
		"Haddad", "Nasser", "Saleh", "Mansour", "Khoury", "Barakat", "Aziz", "Shaheen", "Qasim", "Darwish", "Weiß", "Schröder", "Köhler", "Vogel",
		"Lindner", "Baumgartner", "Dubois", "Lefèvre", "Okafor", "Mensah", "Diallo", "Rossi", "Moretti", "García", "Kovač", "Novák", "Sørensen",
		"van der Berg", "Petrov", "Ionescu", "Al-Jubouri", "El Amrani", "الحسن", "الخطيب", "حداد", "منصور", "السالم", "العبيدي",
	}
	bodies = []string{
		"Centre for Mobility Studies", "Institute for Regional Affairs", "Zentrum für Mobilität", "مركز دراسات التنقل", "Observatory of Return",
		"Agency for Labour and Integration", "Forum Wanderung", "Council for Protection Research",
	}
	countries = [][3]string{
		{"Iraq", "العراق", "Irak"},
		{"Jordan", "الأردن", "Jordanien"},
		{"Lebanon", "لبنان", "Libanon"},
		{"Türkiye", "تركيا", "Türkei"},
		{"Egypt", "مصر", "Ägypten"},
		{"Morocco", "المغرب", "Marokko"},
		{"Tunisia", "تونس", "Tunesien"},
		{"Nigeria", "نيجيريا", "Nigeria"},
		{"Afghanistan", "أفغانستان", "Afghanistan"},
		{"Ukraine", "أوكرانيا", "Ukraine"},
		{"Poland", "بولندا", "Polen"},
		{"Germany", "ألمانيا", "Deutschland"},
	}
	themes = [][3]string{
		{"Return and reintegration", "العودة وإعادة الإدماج", "Rückkehr und Reintegration"},
		{"Labour migration", "هجرة العمالة", "Arbeitsmigration"},
		{"Irregular migration", "الهجرة غير النظامية", "Irreguläre Migration"},
		{"Trafficking in human beings", "الاتجار بالبشر", "Menschenhandel"},
		{"Asylum and protection", "اللجوء والحماية", "Asyl und Schutz"},
		{"Border management", "إدارة الحدود", "Grenzmanagement"},
		{"Diaspora engagement", "إشراك المغتربين", "Einbindung der Diaspora"},
		{"Research and data", "البحوث والبيانات", "Forschung und Daten"},
	}
	tails = [][3]string{
		{"findings from municipalities", "نتائج من البلديات", "Ergebnisse aus den Gemeinden"},
		{"what works and what does not", "ما ينجح وما لا ينجح", "was wirkt und was nicht"},
		{"a survey of households", "مسح للأسر المعيشية", "eine Befragung von Haushalten"},
		{"lessons of ten years", "دروس عشر سنوات", "Lehren aus zehn Jahren"},
	}
	sentences = [][3]string{
		{
			"Most of those who return settle where they have relatives, and look for work within the first three months.",
			"يستقر معظم العائدين حيث يقيم أقاربهم، ويبحثون عن عمل خلال الأشهر الثلاثة الأولى.",
			"Die meisten Zurückgekehrten lassen sich bei Verwandten nieder und suchen in den ersten drei Monaten Arbeit.",
		},
		{
			"The report draws on interviews with officials, employers and families in four provinces.",
			"يستند التقرير إلى مقابلات مع مسؤولين وأصحاب عمل وأسر في أربع محافظات.",
			"Der Bericht stützt sich auf Gespräche mit Behörden, Betrieben und Familien in vier Provinzen.",
		},
		{
			"It recommends that ministries share their data, and that local councils have a budget of their own.",
			"ويوصي بأن تتبادل الوزارات بياناتها وأن تكون للمجالس المحلية ميزانية خاصة بها.",
			"Er empfiehlt, dass Ministerien ihre Daten teilen und Gemeinderäte über eigene Mittel verfügen.",
		},
		{
			"Women are seldom asked, although they decide about school, health and savings.",
			"قلّما تُسأل النساء مع أنهن من يقرر في شؤون المدرسة والصحة والادخار.",
			"Frauen werden selten gefragt, obwohl sie über Schule, Gesundheit und Erspartes entscheiden.",
		},
	}
)

// languages are the columns of the tables.
var languages = [3]string{"en", "ar", "de"}
