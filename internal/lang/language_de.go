package lang

import (
	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

// german has the written language of the speakers of Swiss German and Bavarian as its own; Low German and Luxembourgish
// are languages beside it.
func german() definition {
	return definition{
		tag:        graph.German,
		forms:      []graph.Tag{"gsw", "bar"},
		neighbours: []graph.Tag{"nds", "lb"},
		collations: map[string]language.Tag{
			"":         language.German,
			"phonebk":  language.MustParse("de-u-co-phonebk"),
			"standard": language.German,
		},
		formats: formatsGerman,
		names:   germanNames(),
		words:   germanWords(),
	}
}

func germanNames() NameWords {
	return NameWords{
		Titles: "Dr Dr.in Dr.-Ing. DDr DDr.in Dres. Prof Prof.in Professor Professorin Univ.-Prof. Univ.-Prof.in Univ.-Doz. Priv.-Doz. PD Doz. " +
			"Ass.-Prof. Assoz. ao. Frau Herr Fr. Hr. Mag. Mag.a Mag.in MMag. MMag.a DI DI.in Dipl.-Ing. Dipl.-Ing.in Ing. Ing.in " +
			"Dkfm. Dipl.-Päd. Dipl.-Soz. Dipl.-Pol. Dipl.-Psych. phil. med. iur. jur. rer. nat. pol. oec. soc. techn. habil. h.c. " +
			"mult. univ. Hofrat Hofrätin Botschafter Botschafterin",
		Degrees:   "LLM MIM Bakk. habil. Diplom-Pol.",
		Suffixes:  "jun. sen. d.J. d.Ä.",
		Particles: "von vom zu zum zur",
		And:       "und sowie",
		Labels: "Autor Autorin Autoren Autorinnen AutorInnen Verfasser Verfasserin Verfasserinnen verfasst Herausgeber " +
			"Herausgeberin Herausgeberinnen herausgegeben Hrsg. von Redaktion Text bearbeitet innen",
		Others:  "u.a. u.a.m. andere weitere",
		Remarks: "Hrsg. Hg. geb. geborene vormals",
		Groups: "Team Projektteam Forschungsteam Redaktionsteam Autorenteam Arbeitsgruppe Redaktion Belegschaft Mitarbeiter " +
			"Mitarbeiterinnen Fachleute",
		Organisations: "Ministerium Amt Stiftung Verein Verband Institut Universität Hochschule Fachhochschule Zentrum Rat Ausschuss " +
			"Kommission Komitee Gesellschaft Akademie Behörde Regierung Parlament Botschaft Agentur Fonds Büro Netzwerk Kammer " +
			"Gemeinde Magistrat Referat Abteilung Fakultät Direktion Bündnis Fazilität Stadt Nationen Caritas Diakonie Rotes Roten EU UNO",
		OrganisationEndings: "ministerium amt institut verein verband stiftung universität hochschule zentrum gesellschaft regierung " +
			"behörde agentur akademie kommission komitee kammer organisation direktion fakultät netzwerk bündnis fonds hilfswerk",
		LegalForms: "GmbH gGmbH AG e.V. KG OG mbH GesbR",
		Projects:   "Projekt Projekts Programm Vorhaben Initiative",
		Fillers:    "der die das des dem den für und zu zur zum von vom im in am an über",
		Phases:     "Phase Teil Runde Welle Stufe Etappe",
		Numerals: []string{
			"eins erste ersten erster erstes", "zwei zweite zweiten zweiter zweites", "drei dritte dritten dritter drittes",
			"vier vierte vierten vierter viertes", "fünf fünfte fünften fünfter fünftes", "sechs sechste sechsten sechster sechstes",
			"sieben siebte siebten siebter siebtes", "acht achte achten achter achtes", "neun neunte neunten neunter neuntes",
			"zehn zehnte zehnten zehnter zehntes",
		},
	}
}
