package names

import "testing"

// printed are names of common shapes.
var printed = []struct{ name, text string }{
	{"Latin", "Madalina Lepsa - Rogoz (ICMPD)"},
	{"titled", "Mag.a Dr.in Anna Huber-Leitner, MA"},
	{"Arabic", "أ.د. محمد عبد الله الجبوري (جامعة بغداد)"},
	{"organisation", "Ministry of Labour and Social Affairs"},
}

func BenchmarkParse(b *testing.B) {
	for _, p := range printed {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Parse(p.text)
			}
		})
	}
}

func BenchmarkList(b *testing.B) {
	line := readTable(b, "names_lists.txt", 2)[0].cells[0] // eleven authors
	b.ReportAllocs()
	for b.Loop() {
		List(line)
	}
}

func BenchmarkCompare(b *testing.B) {
	a := Parse("Ivanka Hainzl (ICMPD)")
	for _, p := range []struct{ name, text string }{
		{"same", "Hainzl, Ivanka"},
		{"different", "Jana Dilger"},
		{"affiliated", "I. Hainzl (ICMPD)"},
		{"across", "إيفانكا هاينتسل"},
	} {
		other := Parse(p.text)
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Compare(a, other, tableRules)
			}
		})
	}
}

func BenchmarkCompareProjects(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		CompareProjects("PARIM-II", "Awareness Raising in Pakistan – II (PARIM-II)")
	}
}

func BenchmarkSkeleton(b *testing.B) {
	for _, p := range []struct{ name, text string }{{"Latin", "Valeria Lazarenko"}, {"Arabic", "فاليريا لازارينكو"}} {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Skeleton(p.text)
			}
		})
	}
}
