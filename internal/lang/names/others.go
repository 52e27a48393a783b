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
		GivenNames: "Alberto Alejandro Alejandra Álvaro Ana Andrés António Antonio Beatriz Carlos Carmen Carolina Catarina Claudia Cláudia " +
			"Cristina Diego Eduardo Elena Enrique Esteban Eugenia Felipe Fernanda Fernando Francisco Gabriel Gabriela Guillermo Gonzalo " +
			"Ignacio Inés Isabel Javier Joana João Joaquín Jorge José Josefa Juan Juana Lucía Luis Luís Luisa Luiz Luz Manuel " +
			"Marcela Marcos Margarida Mariana Mercedes Miguel Mónica Natalia Nuria Óscar Pablo Paola Paulo Pedro Pilar Rafael Ramón Raquel " +
			"Ricardo Roberto Rocío Rodrigo Rosa Santiago Sergio Sofía Teresa Verónica Vicente Ximena",
		Labels: "autores autoras autor autora por",
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
		GivenNames: "Alain Antoine Aurélie Benoît Camille Céline Chantal Chloé Denis Didier Émilie Éric Étienne François Françoise Guillaume " +
			"Hélène Isabelle Jacques Jean Jean-Pierre Jérôme Julie Laurent Louis Luc Marc Marie Mathieu Michel Nathalie Nicolas Olivier " +
			"Philippe Pierre Sophie Sylvie Thierry Véronique Yves Alessandro Andrea Chiara Francesca Francesco Giovanni Giulia Giuseppe " +
			"Laura Luca Marco Matteo Paolo Vittorio Jan Pieter Willem Joost Marieke Anneke",
		Labels:        "auteur auteurs auteure auteures par",
		Organisations: "ministère université institut centre fondation organisation agence conseil association ministero università istituto",
		LegalForms:    "asbl SARL BV vzw",
		Fillers:       "de du des la le les l' d' et pour en della di per",
	},
	{ // Turkish
		Titles:       "Sayın Bay Bayan Doç. Öğr. Gör. Üyesi Av. Uzm. Arş.",
		BetweenNames: "ve",
		GivenNames: "Ahmet Mehmet Mustafa Ali Hasan Hüseyin Emre Murat Ayşe Fatma Emine Hatice Zeynep Elif Merve Özlem Burak Cem Deniz Kemal " +
			"Orhan Osman Serkan Tayfun Yusuf",
		Labels:        "yazar yazarlar hazırlayan hazırlayanlar",
		Organisations: "bakanlığı üniversitesi enstitüsü merkezi vakfı derneği kurumu başkanlığı müdürlüğü",
		LegalForms:    "A.Ş. Ltd.Şti.",
		Fillers:       "ve",
	},
	{ // Ukrainian
		Titles:       "д-р проф. пан пані доц. академік к.е.н. д.е.н. канд.",
		BetweenNames: "та і й",
		GivenNames: "Андрій Валерія Ганна Дмитро Іван Ірина Катерина Марія Микола Наталія Оксана Олександр Олена Ольга Петро Сергій Світлана " +
			"Тетяна Юлія Юрій",
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
