package when

import (
	"strings"
	"sync"

	"github.com/wasl-graph/wasl/internal/lang"
)

// monthNames are the names and abbreviations of the twelve months: English; German; Arabic as in Egypt and the Gulf, in the
// Levant and Iraq, in Algeria and Tunisia, in Morocco; French and Spanish. A comma parts them; names of two words are two.
var monthNames = [12]string{
	"January, Jan, Januar, Jänner, Jaenner, Jän, يناير, كانون الثاني, كانون ثاني, جانفي, janvier, janv, enero, ene",
	"February, Feb, Febr, Februar, Feber, فبراير, شباط, فيفري, février, févr, fév, febrero",
	"March, Mar, März, Maerz, Mrz, مارس, آذار, اذار, mars, marzo",
	"April, Apr, أبريل, إبريل, نيسان, أفريل, avril, avr, abril, abr",
	"May, Mai, مايو, أيار, ماي, mayo",
	"June, Jun, Juni, يونيو, يونيه, حزيران, جوان, juin, junio",
	"July, Jul, Juli, يوليو, يوليه, تموز, جويلية, يوليوز, juillet, juil, julio",
	"August, Aug, أغسطس, آب, أوت, غشت, août, agosto, ago",
	"September, Sept, Sep, سبتمبر, أيلول, شتنبر, septembre, septiembre, set",
	"October, Oct, Oktober, Okt, أكتوبر, تشرين الأول, تشرين أول, octobre, octubre",
	"November, Nov, نوفمبر, تشرين الثاني, تشرين ثاني, نونبر, novembre, noviembre",
	"December, Dec, Dezember, Dez, ديسمبر, كانون الأول, كانون أول, دجنبر, décembre, déc, diciembre, dic",
}

// Parts of the year that have no months: seasons, quarters, halves, feasts.
const seasonNames = "spring, summer, autumn, fall, winter, Frühling, Frühjahr, Sommer, Herbst, Winter, ربيع, صيف, خريف, شتاء, " +
	"printemps, été, automne, hiver, primavera, verano, otoño, invierno, quarter, Quartal, الربع, النصف, Q1, Q2, Q3, Q4, H1, H2, " +
	"early, mid, late, Anfang, Mitte, Ende, أوائل, أواخر, منتصف, مطلع, begin, end"

// hijri stand beside a year of the Islamic calendar; common beside one of the common era, and mean nothing.
const (
	hijriNames  = "هـ, ه, AH, هجري, هجرية"
	commonNames = "م, ميلادي, ميلادية, AD, CE, n. Chr."
)

// vocabulary is what words mean, folded.
type vocabulary struct {
	months                 map[string]int
	seasons, hijri, common map[string]bool
}

var vocabularyOf = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{months: map[string]int{}}
	for i, names := range monthNames {
		for _, name := range split(names) {
			v.months[name] = i + 1
		}
	}
	v.seasons, v.hijri, v.common = setOf(seasonNames), setOf(hijriNames), setOf(commonNames)
	return v
})

// split folds the names of a list.
func split(list string) []string {
	names := strings.Split(list, ",")
	for i := range names {
		names[i] = lang.Fold(names[i])
	}
	return names
}

// setOf is the same as a set.
func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, name := range split(list) {
		set[name] = true
	}
	return set
}
