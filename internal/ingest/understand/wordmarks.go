package understand

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// marks are what rules know of a word, a bit each.
type marks uint32

// The marks. The first are the languages of which the word is one of the commonest.
const (
	ofEnglish marks = 1 << iota
	ofGerman
	ofFrench
	ofSpanish
	ofItalian
	ofPortuguese
	ofDutch
	ofTurkish

	placeCue   // a preposition behind which a place stands: in, aus, في
	andWord    // joins two names
	article    // the, der
	personCue  // stands before a person's name: Dr., by
	genericCue // a noun that many organisations share: government, ministry
	bodyBefore // an organisation acts behind it: funded by the EU
	bodyAfter  // an organisation acts before it: EU-funded
	numberWord // 1 to 9
)

// languageMarks are the languages by their marks.
var languageMarks = []struct {
	mark marks
	tag  graph.Tag
}{
	{ofEnglish, graph.English},
	{ofGerman, graph.German},
	{ofFrench, "fr"},
	{ofSpanish, "es"},
	{ofItalian, "it"},
	{ofPortuguese, "pt"},
	{ofDutch, "nl"},
	{ofTurkish, "tr"},
}

// markWords are the words behind each mark.
var markWords = map[marks]string{
	ofEnglish: "the a it we without of and in to for on with from by at an is are was were this that which its as between among into within beyond " +
		"through their who how why what not or has have been towards study report new impact challenges",
	ofGerman: "der die das und in im von zu zur zum mit für auf aus den dem des ein eine einer eines einem ist sind wird werden bei " +
		"nach über unter zwischen als auch nicht oder sich durch vom am bericht studie sowie wie",
	ofFrench:     "le la les des du de et en dans pour sur par au aux une un est sont avec entre vers qui que leur ses cette ces étude rapport",
	ofSpanish:    "el la los las de del y en para por con una un es son entre hacia que su sus al como sobre desde estudio informe",
	ofItalian:    "il lo la gli le di del della dei delle e in per con una un è sono tra nel nella che sul sulla dal dalla studio rapporto",
	ofPortuguese: "o a os as do da dos das e em no na nos nas para por com uma um é são entre que ao à sobre estudo relatório",
	ofDutch:      "de het een en van in op voor met uit aan door bij naar over zijn wordt worden dat die te tussen onderzoek rapport",
	ofTurkish:    "ve bir bu için ile olarak üzerine arasında göç raporu türkiye'deki olan da de",

	placeCue: "in from to within across into throughout through towards toward via between outside inside near of for and beyond against " +
		"aus nach im in innerhalb durch zwischen für über gegenüber bei vom von " +
		"في من إلى الى داخل خارج عبر نحو بين حول تجاه " +
		"en dans vers au aux du desde hacia",
	andWord:    "and und و et y sowie or oder أو bzw",
	article:    "the der die das dem den des le la",
	personCue:  "dr prof professor mr mrs ms miss sir by von herr frau د أ السيد السيدة الدكتور الدكتورة الأستاذ الأستاذة",
	bodyBefore: "by von durch vom من",
	bodyAfter: "funded financed led supported backed commission delegation council parliament mission trust funding support finanziert finanzierte " +
		"finanzierten gefördert geförderte geförderten kommission delegation",
	numberWord: "1 2 3 4 5 6 7 8 9",
	genericCue: "government governments central federal national regional ministry minister of the and for interior labour labor social affairs " +
		"foreign education higher planning justice health migrant migrants migration resource center centre centers centres office agency department council committee " +
		"regierung zentralregierung bundesregierung ministerium innenministerium für der des die " +
		"حكومة الحكومة المركزية الاتحادية وزارة الداخلية العمل الخارجية مركز موارد المهاجرين",
}

// addMarks enters the words of the rules.
func (l *lexicon) addMarks() {
	for m, words := range markWords {
		for w := range strings.FieldsSeq(words) {
			id := l.add(lang.Fold(w))
			l.marks[id] |= m
		}
	}
}
