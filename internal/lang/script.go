package lang

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

// rightToLeftScripts are the ISO 15924 codes of the scripts that Unicode 17 runs from the right.
const rightToLeftScripts = "Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero " +
	"Narb Nbat Nkoo Orkh Ougr Palm Perm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre Syrj Syrn Thaa Todr Yezi"

// likelyScripts are the likely scripts of CLDR 48 (likelySubtags) where golang.org/x/text, which has CLDR 32, does
// not know them or disagrees in a way that turns the text around. A line is a script and the languages written in it,
// some only in one country.
const likelyScripts = `
Arab aao abh abv acm acq acw acx adf aec aee aeq afb aib aiq ars ask atn auj auz avd ayh ayl ayn ayp az-IQ az-
Arab IR azb bdz bgp bhe bhm bjm brk bsh bsk chg clh def deh dmk dml drw esh fay faz ggg gha ghr gig glh grr
Arab gwf gzi ha-CM ha-SD hac hkh hoh hrz hss isk jad jat jbn jdg jnd jog kbu kcy kfm kk-AF kk-CN kk-IR kk-MN
Arab klj kmz ktl ku-IQ ku-IR ku-LB ky-CN kzh lrk lrl lsa lss luv mby mey mfi mhj mnj ms-CC mve mzb nli nlm ntz
Arab nyq odk pa-PK pbt phr phv plk pmu prc prs prx psh psi pst qxq rdb sbn sdb sdf sdg sds sgl sgr sgy shd shm
Arab shv siy siz smy sqo sqt srh srz ssh sts tg-PK tjo tks tnf tov tra trm ush uz-AF uzs vaf vgr vmh wbk wlo
Arab wne wsv xhe xka xkc xkj xkp xvi ydg zba zum
Brah pra
Chrs xco
Cprt ecy
Cyrl ug-KZ ug-MN
Deva dgo doi sd-IN
Elym xly
Grek grc
Hebr aij aju czk hbo huy itk jbe jpa jpr jrb jye lsd trg yhd yih yud zrp
Khar pgd
Latn kdh mey-SN
Mand mid
Ougr oui
Phnx obm
Samr sam
Sidt xsd
Sogd sog
Syrc aii amw bhn bjf hrt kqd lhs oar syc syn tmr
`

var scriptOf = readScripts(likelyScripts)

func readScripts(table string) map[graph.Tag]string {
	scripts := map[graph.Tag]string{}
	for line := range strings.Lines(table) {
		fields := strings.Fields(line)
		for i := 1; i < len(fields); i++ {
			scripts[graph.Tag(fields[i])] = fields[0]
		}
	}
	return scripts
}

// likelyScript is the script that the tag names, or in which its language is mostly written; "Zzzz" when that is not
// known.
func likelyScript(tag graph.Tag) string {
	script, confidence := tag.Language().Script()
	if confidence == language.Exact {
		return script.String()
	}
	base := baseOf(tag)
	if region := regionOf(tag); region != "" {
		if known, ok := scriptOf[base+"-"+graph.Tag(region)]; ok {
			return known
		}
	}
	if known, ok := scriptOf[base]; ok {
		return known
	}
	return script.String()
}
