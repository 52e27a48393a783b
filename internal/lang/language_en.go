package lang

import (
	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

func english() definition {
	return definition{
		tag:        graph.English,
		spoken:     true,
		collations: map[string]language.Tag{"": language.English},
		formats:    formatsEnglish,
		names:      englishNames(),
		words:      englishWords(),
	}
}

func englishNames() NameWords {
	return NameWords{
		Titles: "Dr Doctor Prof Professor Mr Ms Mrs Miss Mx Sir Dame Hon. Honourable Honorable Rev. Reverend Amb. Ambassador Eng. Engr. " +
			"Capt. Col. Gen. Lt. Maj. H.E. Excellency Minister Senator Sen. Rep. Gov. Assoc. Asst. Dist. Emer.",
		Degrees: "PhD DPhil MSc BSc MPhil MRes MEng BEng EdD DSc LLM LLB MD MA BA MBA MPA MPH JD Esq. OBE CBE MBE FRS MPP MIA MSW MEd BEd " +
			"MFA DBA DrPH MBBS BPhil PGDip PMP",
		Qualifiers: "Hons Honours Oxon Cantab Econ",
		Suffixes:   "Jr Sr II III IV",
		And:        "and &",
		Labels: "author authors co-author co-authors by written edited editor editors prepared compiled completed contributor " +
			"contributors lead researcher researchers coordinated reviewed",
		Others:  "et-al. others",
		Remarks: "ed. eds. née nee formerly born editor editors ORCID email e-mail tel. corresponding deceased",
		GivenNames: "Adam Alexander Alice Amanda Andrew Angela Anna Anne Anthony Barbara Benjamin Brian Catherine Charles Charlotte Christine " +
			"Christopher Claire Daniel David Deborah Diana Edward Elizabeth Emily Emma Eric Ethan George Hannah Helen Henry Jack James Jane " +
			"Jennifer Jessica John Jonathan Joseph Joshua Julia Karen Kate Katherine Kevin Laura Linda Lisa Lucy Margaret Mark Mary Matthew " +
			"Megan Michael Nicholas Olivia Patricia Patrick Paul Peter Philip Rachel Rebecca Richard Robert Ruth Samuel Sandra Sarah Sophie " +
			"Stephen Steven Susan Theresa Thomas Timothy Victoria William",
		Nobody: "anonymous anon. unknown N.N. n.a. s.n. NN",
		Roles: "director deputy manager officer coordinator advisor adviser consultant researcher analyst expert specialist assistant " +
			"associate lecturer fellow chair chairman chairwoman chairperson president secretary minister ambassador spokesperson " +
			"representative head chief candidate student intern economist lawyer journalist translator reviewer evaluator moderator " +
			"rapporteur author contributor trainer interpreter",
		Towns: "Vienna London Paris Berlin Brussels Geneva Rome Madrid Lisbon Athens Warsaw Budapest Prague Belgrade Sofia Bucharest " +
			"Istanbul Ankara Cairo Beirut Amman Baghdad Erbil Damascus Tripoli Tunis Rabat Algiers Tehran Kabul Islamabad Karachi Lahore " +
			"Peshawar Dhaka Kathmandu Colombo Nairobi Abuja Lagos Accra Kyiv Moscow Washington New-York Boston Oxford Cambridge " +
			"Manchester Edinburgh Dublin Copenhagen Stockholm Oslo Helsinki Amsterdam The-Hague Maastricht Florence Milan Zurich " +
			"Luxembourg Skopje Sarajevo Tirana Pristina Chisinau Valletta Nicosia Basra Mosul Kirkuk Sulaymaniyah Duhok Najaf Karbala",
		Groups: "team staff authors editors researchers colleagues members participants contributors experts enumerators",
		Organisations: "ministry department agency organisation institute institution university college school faculty centre " +
			"council committee commission union association society foundation federation network alliance coalition fund " +
			"bank office bureau directorate authority government parliament embassy mission programme initiative company " +
			"corporation platform forum observatory secretariat consortium partnership facility municipality group nations red " +
			"administration inspectorate tribunal police board chamber league movement division unit headquarters academy hospital " +
			"laboratory taskforce trust amnesty Eurostat Frontex Europol Interpol Oxfam UN EU IOM UNHCR UNICEF UNDP ILO WHO OECD OSCE " +
			"NGO ICMPD UNRWA WFP FAO IFRC ICRC NRC DRC IRC MSF GIZ IDMC EUAA EASO UNESCO UNFPA UNODC OCHA OHCHR ESCWA HRW",
		Attributes: "international rights statistics crescent relief corps humanitarian refugees watch worldwide",
		Bodies: []string{
			"Save the Children", "World Vision", "Médecins Sans Frontières", "Doctors Without Borders", "Terre des Hommes",
			"Chatham House", "Mercy Corps", "Islamic Relief", "Médecins du Monde", "Handicap International",
		},
		LegalForms: "Ltd Inc LLC LLP plc Corp Limited",
		Projects:   "project programme initiative",
		Fillers:    "the a an of for on in and & to at by",
		Spellings:  []string{"organisation organization", "centre center", "programme program", "labour labor", "defence defense"},
		Phases:     "phase stage part round wave edition cycle",
		Numerals: []string{
			"one first 1st", "two second 2nd", "three third 3rd", "four fourth 4th", "five fifth 5th", "six sixth 6th",
			"seven seventh 7th", "eight eighth 8th", "nine ninth 9th", "ten tenth 10th",
		},
	}
}
