package seeds_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display" //nolint:depguard // a second opinion on names, for this test alone

	"github.com/wasl-graph/wasl/graph"
)

// TestCountriesHaveOneRegion wants the smallest region of the M49 for each country, in a chain that ends in the world.
func TestCountriesHaveOneRegion(t *testing.T) {
	for _, id := range ids(t, graph.KindCountry) {
		regions := slices.DeleteFunc(about(t, id, graph.PartOf), func(a graph.Assertion) bool {
			return a.Object.Entity == "region:european-union" // which countries are in it is another matter
		})
		if len(regions) != 1 || !strings.HasPrefix(string(regions[0].Object.Entity), "region:m49-") {
			t.Errorf("%s is part of %v, want one region of the M49", id, regions)
			continue
		}
		region := regions[0].Object.Entity
		for steps := 0; region != "region:m49-001"; steps++ {
			up := about(t, region, graph.PartOf)
			if len(up) != 1 || steps > 4 {
				t.Errorf("%s: from %s no way leads to the world", id, region)
				break
			}
			region = up[0].Object.Entity
		}
	}
}

// TestSmallestRegions wants countries only in regions that have no regions in them, but for Antarctica, which is in none.
func TestSmallestRegions(t *testing.T) {
	divided := map[graph.ID]bool{}
	for _, id := range ids(t, graph.KindRegion) {
		for _, a := range about(t, id, graph.PartOf) {
			divided[a.Object.Entity] = true
		}
	}
	for _, id := range ids(t, graph.KindCountry) {
		for _, a := range about(t, id, graph.PartOf) {
			if divided[a.Object.Entity] && id != "country:AQ" {
				t.Errorf("%s is part of %s, which has smaller regions", id, a.Object.Entity)
			}
		}
	}
}

// newer are the names that CLDR 48 gives and the CLDR 32 of golang.org/x/text does not, by language and code. Every
// other name is the same in both.
var newer = map[string]string{
	"de BQ": "Karibische Niederlande",      // was "Bonaire, Sint Eustatius und Saba"
	"ar BS": "جزر البهاما",                 // was "البهاما"
	"ar MK": "مقدونيا الشمالية",            // was "مقدونيا"
	"en MK": "North Macedonia",             // was "Macedonia"
	"de MK": "Nordmazedonien",              // was "Mazedonien"
	"ar MO": "منطقة ماكاو الإدارية الخاصة", // was "مكاو الصينية (منطقة إدارية خاصة)"
	"en MO": "Macao SAR China",             // was "Macau SAR China"
	"ar SZ": "إسواتيني",                    // was "سوازيلاند"
	"en SZ": "Eswatini",                    // was "Swaziland"
	"de SZ": "Eswatini",                    // was "Swasiland"
	"ar TK": "توكيلاو",                     // was "توكيلو"
	"ar TL": "تيمور - ليشتي",               // was "تيمور- ليشتي"
	"en TR": "Türkiye",                     // was "Turkey"
	"ar VI": "جزر فيرجن الأمريكية",         // was "جزر فيرجن التابعة للولايات المتحدة"
}

// TestCountryNames compares the labels with another copy of CLDR, an older one.
func TestCountryNames(t *testing.T) {
	namers := map[graph.Tag]display.Namer{}
	for _, tag := range interfaceLanguages {
		namers[tag] = display.Regions(tag.Language())
	}
	met := 0
	for _, id := range ids(t, graph.KindCountry) {
		region, err := language.ParseRegion(id.Local())
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		for _, a := range about(t, id, graph.Label) {
			text := a.Object.Text
			namer, compared := namers[text.Language]
			if !compared {
				continue
			}
			want, changed := newer[string(text.Language)+" "+id.Local()]
			if changed {
				met++
			} else {
				want = namer.Name(region)
			}
			if text.Value != want {
				t.Errorf("%s in %s: %q, want %q", id, text.Language, text.Value, want)
			}
			if text.Standing != graph.Attested || text.Kind != graph.Original || a.Evidence.Source != "source:cldr-48" {
				t.Errorf("%s %q is %s %s by %s", id, text.Value, text.Kind, text.Standing, a.Evidence.Source)
			}
		}
	}
	if met != len(newer) {
		t.Errorf("%d of %d newer names were met", met, len(newer))
	}
}

// TestCountryCodes wants each country to be found by its code.
func TestCountryCodes(t *testing.T) {
	for _, id := range ids(t, graph.KindCountry) {
		want := graph.CodeObject("iso3166-1:" + id.Local())
		if id == "country:XK" {
			want = graph.CodeObject("cldr:XK") // not a code of ISO 3166-1
		}
		if !slices.ContainsFunc(about(t, id, graph.IdentifiedBy), func(a graph.Assertion) bool { return a.Object == want }) {
			t.Errorf("%s is not identified by %s", id, want)
		}
	}
}

// TestOlderNames looks for names by which some countries are still looked for.
func TestOlderNames(t *testing.T) {
	names := map[graph.ID][]string{
		"country:CZ": {"Czech Republic", "Tschechische Republik", "جمهورية التشيك"},
		"country:TR": {"Turkey"},
		"country:MK": {"Macedonia", "Mazedonien", "مقدونيا"},
		"country:SZ": {"Swaziland", "Swasiland"},
		"country:PS": {"فلسطين", "Palestine", "Palästina"},
		"country:IQ": {"جمهورية العراق", "Iraqi", "irakisch"},
		"country:SY": {"Syrian", "سوري"},
	}
	for id, wanted := range names {
		var got []string
		for _, a := range about(t, id, graph.AlternativeLabel) {
			got = append(got, a.Object.Text.Value)
		}
		for _, name := range wanted {
			if !slices.Contains(got, name) {
				t.Errorf("%s is not also called %q", id, name)
			}
		}
	}
}
