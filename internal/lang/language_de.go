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
		spoken:     true,
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
			"Ass.-Prof. Assoz. o.Univ.-Prof. o.Univ.-Prof.in o.Prof. ao. Frau Herr Fr. Hr. Mag. Mag.a Mag.in MMag. MMag.a DI DI.in Dipl.-Ing. Dipl.-Ing.in Ing. Ing.in " +
			"Dkfm. Dipl.-Päd. Dipl.-Soz. Dipl.-Pol. Dipl.-Psych. phil. med. iur. jur. rer. nat. pol. oec. soc. techn. habil. h.c. " +
			"mult. univ. Hofrat Hofrätin Botschafter Botschafterin S.E. I.E. Exzellenz Minister Ministerin Bundesminister " +
			"Bundesministerin Staatssekretär Staatssekretärin Generalsekretär Generalsekretärin Landesrat Landesrätin Bürgermeister " +
			"Bürgermeisterin Ministerialrat Ministerialrätin Sektionschef Sektionschefin Gesandter Gesandte Konsul Konsulin " +
			"Freiherr Freifrau Mag.iur. Mag.phil. Dr.iur. Dr.phil. Dr.med. Dipl.-Kfm. Dipl.-Kffr. Dipl.-Vw. Dipl.-Geogr. Dipl.-Dolm. MMMag. " +
			"a.o. em. Bakk. Hon.-Prof. Assist.-Prof. PhDr. RNDr. JUDr. MUDr.",
		Degrees:        "LLM MIM Bakk. habil. Diplom-Pol. EMBA",
		Qualifiers:     "FH WU",
		Suffixes:       "jun. sen. d.J. d.Ä.",
		Particles:      "von vom zu zum zur",
		InnerParticles: "Freiherr Freifrau Freiin Graf Gräfin",
		And:            "und sowie",
		Labels: "Autor Autorin Autoren Autorinnen AutorInnen Verfasser Verfasserin Verfasserinnen verfasst Herausgeber " +
			"Herausgeberin Herausgeberinnen herausgegeben Hrsg. von Redaktion Text bearbeitet innen",
		Others:  "u.a. u.a.m. andere weitere",
		Remarks: "Hrsg. Hg. geb. geborene vormals verst. Kontakt",
		GivenNames: "Andrea Andreas Angelika Astrid Barbara Bernd Bernhard Birgit Brigitte Christa Christian Christiane Christoph Claudia " +
			"Daniela Dieter Doris Elisabeth Erich Eva Felix Florian Franz Franziska Friedrich Fritz Gabriele Georg Gerhard Gertrud Gudrun " +
			"Günter Günther Hans Harald Heidi Heike Heinrich Heinz Helga Helmut Herbert Hermann Hubert Ingrid Ivanka Jan Jana Johann " +
			"Johanna Johannes Josef Jörg Jürgen Karin Karl Katharina Katrin Klaus Kurt Lena Leopold Lukas Magdalena Manfred Manuela Maria " +
			"Marianne Markus Marlene Martina Matthias Maximilian Michaela Monika Nicole Norbert Oliver Oskar Otto Petra Rainer Reinhard " +
			"Renate Roland Rudolf Sabine Sebastian Sigrid Silvia Simone Stefan Stefanie Susanne Sylvia Tanja Theresia Ulrich Ulrike Ursula " +
			"Ute Veronika Waltraud Werner Wilhelm Wolfgang",
		Nobody: "anonym unbekannt o.V. k.A. N.N.",
		Roles: "Direktor Direktorin Leiter Leiterin Leitung Referent Referentin Experte Expertin Berater Beraterin Koordinator " +
			"Koordinatorin Forscher Forscherin Sprecher Sprecherin Präsident Präsidentin Vorsitzender Vorsitzende Obmann Obfrau " +
			"Geschäftsführer Geschäftsführerin Sachbearbeiter Sachbearbeiterin Assistent Assistentin Lektor Lektorin Student Studentin " +
			"Doktorand Doktorandin Projektleiter Projektleiterin Minister Ministerin Botschafter Botschafterin Dolmetscher Dolmetscherin",
		Towns: "Wien Graz Linz Salzburg Innsbruck Klagenfurt Bregenz Eisenstadt St.-Pölten Krems Brüssel Genf Rom Athen Warschau Prag " +
			"Belgrad Bukarest Kairo Bagdad Damaskus Tiflis Kopenhagen Den-Haag Mailand Florenz Zürich Bern Basel München Hamburg Köln " +
			"Frankfurt Stuttgart Nürnberg Leipzig Dresden Bonn Bremen Hannover Osnabrück Bielefeld Halle Luxemburg Kiew Moskau",
		Groups: "Team Projektteam Forschungsteam Redaktionsteam Autorenteam Arbeitsgruppe Redaktion Belegschaft Mitarbeiter " +
			"Mitarbeiterinnen Fachleute",
		Organisations: "Ministerium Amt Stiftung Verein Verband Institut Universität Hochschule Fachhochschule Zentrum Rat Ausschuss " +
			"Kommission Komitee Gesellschaft Akademie Behörde Regierung Parlament Botschaft Agentur Fonds Büro Netzwerk Kammer " +
			"Gemeinde Magistrat Referat Abteilung Fakultät Direktion Bündnis Fazilität Stadt Nationen Caritas Diakonie Rotes Roten EU UNO " +
			"Polizei Landtag Bundestag Nationalrat Bundesrat Sachverständigenrat Expertenrat Flüchtlingsrat Rechnungshof Forum Halbmond " +
			"BAMF BMI BMEIA BFA BBU ÖIF AMS",
		Attributes: "Statistik Hilfe Dienste",
		Bodies:     []string{"Ärzte ohne Grenzen", "Brot für die Welt", "Pro Asyl", "Amnesty Österreich", "SOS Mitmensch"},
		OrganisationEndings: "ministerium amt institut verein verband stiftung universität hochschule zentrum gesellschaft regierung " +
			"behörde agentur akademie kommission komitee kammer organisation direktion fakultät netzwerk bündnis fonds hilfswerk " +
			"zentrale dienst polizei gericht konferenz",
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
