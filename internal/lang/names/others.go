package names

import "github.com/wasl-graph/wasl/internal/lang"

// others are the words of languages that reports print names from, without labels being served in them.
var others = []lang.NameWords{
	{ // Spanish and Portuguese
		Titles:         "Sr. Sra. Srta. Señor Señora Dra. Dña. Lic. Licda. Profa. Prof.ª Eng.º Eng.ª",
		Particles:      "de del dos das",
		InnerParticles: "da do la las los e y",
		Suffixes:       "Júnior Filho Neto",
		BetweenNames:   "y e",
		Labels:         "autores autoras autor autora por",
		Organisations: "ministerio ministério universidad universidade instituto centro fundación fundação organización " +
			"organização comisión comissão consejo conselho asociación associação agencia agência secretaría",
		LegalForms: "S.A. S.L. Ltda.",
		Fillers:    "de del da do das dos el la las los y e para por",
	},
	{ // French, Italian, Dutch
		Titles:         "Mme Mlle Maître Dott. Dott.ssa Sig. Sig.ra Drs.",
		Particles:      "du des della dello degli dei di van der den ten ter",
		InnerParticles: "le lo et d' l'",
		BetweenNames:   "et en",
		Labels:         "auteur auteurs auteure auteures par",
		Organisations:  "ministère université institut centre fondation organisation agence conseil association ministero università istituto",
		LegalForms:     "asbl SARL BV vzw",
		Fillers:        "de du des la le les l' d' et pour en della di per",
	},
	{ // Turkish
		Titles:        "Sayın Bay Bayan Doç. Öğr. Gör. Üyesi Av. Uzm. Arş.",
		BetweenNames:  "ve",
		Labels:        "yazar yazarlar hazırlayan hazırlayanlar",
		Organisations: "bakanlığı üniversitesi enstitüsü merkezi vakfı derneği kurumu başkanlığı müdürlüğü",
		LegalForms:    "A.Ş. Ltd.Şti.",
		Fillers:       "ve",
	},
	{ // Ukrainian
		Titles:        "д-р проф. пан пані доц. академік к.е.н. д.е.н. канд.",
		BetweenNames:  "та і й",
		Labels:        "автор автори авторка авторки редактор редактори",
		Organisations: "міністерство університет інститут центр організація фонд рада агентство служба управління комітет асоціація",
		Fillers:       "та і й з у в на для",
	},
	{ // Sorani
		Titles: "دکتۆر بەڕێز",
		Organisations: "حکوومەت حکوومەتی وەزارەت وەزارەتی زانکۆ زانکۆی ڕێکخراو ڕێکخراوی ناوەند ناوەندی " +
			"دەزگا دەزگای",
	},
	{ // of the Danube and the Balkans, and the North
		Suffixes:     "ml. st.",
		BetweenNames: "i og och",
		Particles:    "af av",
	},
}
