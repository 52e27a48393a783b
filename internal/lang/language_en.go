package lang

import (
	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

func english() definition {
	return definition{
		tag:        graph.English,
		collations: map[string]language.Tag{"": language.English},
		formats:    formatsEnglish,
		names:      englishNames(),
		words:      englishWords(),
	}
}

func englishNames() NameWords {
	return NameWords{
		Titles:   "Dr Doctor Prof Professor Mr Ms Mrs Miss Mx Sir Dame Hon. Rev. Amb. Ambassador Eng. Engr. Capt. Col. Gen. Lt. Maj.",
		Degrees:  "PhD DPhil MSc BSc MPhil MRes MEng BEng EdD DSc LLM LLB MD MA BA MBA MPA MPH JD Esq. OBE CBE MBE FRS",
		Suffixes: "Jr Sr II III IV",
		And:      "and &",
		Labels: "author authors co-author co-authors by written edited editor editors prepared compiled completed contributor " +
			"contributors lead researcher researchers coordinated reviewed",
		Others:  "et-al. others",
		Remarks: "ed. eds. née nee formerly born editor editors",
		Groups:  "team staff authors editors researchers colleagues members participants contributors experts enumerators",
		Organisations: "ministry department agency organisation institute institution university college school faculty centre " +
			"council committee commission union association society foundation federation network alliance coalition fund " +
			"bank office bureau directorate authority government parliament embassy mission programme initiative company " +
			"corporation platform forum observatory secretariat consortium partnership facility municipality group nations red " +
			"UN EU IOM UNHCR UNICEF UNDP ILO WHO OECD OSCE NGO",
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
