package lang

import (
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func BenchmarkFromHeader(b *testing.B) {
	for _, bench := range []struct{ name, header string }{
		{"none", ""},
		{"one", "en"},
		{"Iraqi", "ar-IQ,ar;q=0.9,en;q=0.8"},
		{"Austrian", "de-AT,de;q=0.9,en-US;q=0.8,en;q=0.7"},
		{"Swiss", "fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5"},
		{"unreadable", "??,de_DE.UTF-8,en;q=x,deutsch"},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				FromHeader(bench.header)
			}
		})
	}
}

func BenchmarkFromTags(b *testing.B) {
	tags := []graph.Tag{"ar-IQ", "de"}
	b.ReportAllocs()
	for b.Loop() {
		FromTags(tags)
	}
}

func BenchmarkPick(b *testing.B) {
	labels := []graph.Text{{Language: "en"}, {Language: "ar"}, {Language: "de"}}
	for _, header := range []string{"ar-IQ", "en", "ja"} {
		chain := FromHeader(header)
		b.Run(header, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Pick(chain, labels)
			}
		})
	}
}

func BenchmarkIsFallback(b *testing.B) {
	chain := FromHeader("acm-IQ")
	b.ReportAllocs()
	for b.Loop() {
		chain.IsFallback(graph.Arabic)
	}
}

func BenchmarkDirection(b *testing.B) {
	for _, tag := range []graph.Tag{"ar", "mul", "ckb", "ku-IQ"} {
		b.Run(string(tag), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Direction(tag)
			}
		})
	}
}

func BenchmarkDirectionOf(b *testing.B) {
	text := graph.Text{Value: "2014 – علي حسن", Language: graph.Multiple}
	b.ReportAllocs()
	for b.Loop() {
		DirectionOf(text)
	}
}

func BenchmarkNewSorter(b *testing.B) {
	for _, tag := range Served() {
		b.Run(string(tag), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				NewSorter(tag)
			}
		})
	}
}

// typical are labels of common length.
var typical = []struct{ name, label string }{
	{"Latin", "Irreguläre Migration aus dem Irak nach Österreich, 2014"},
	{"Arabic", "الهجرة غير النظامية من العراق إلى النمسا، ٢٠١٤"},
	{"folded", "irregular migration from iraq to austria, 2014"},
}

func BenchmarkSorterKey(b *testing.B) {
	for _, tag := range Served() {
		for _, t := range typical {
			b.Run(string(tag)+"/"+t.name, func(b *testing.B) {
				s := NewSorter(tag)
				var key []byte
				b.ReportAllocs()
				for b.Loop() {
					key = s.Key(key[:0], t.label)
				}
				b.ReportMetric(float64(len(key)), "B/key")
			})
		}
	}
}

func BenchmarkFold(b *testing.B) {
	for _, t := range typical {
		b.Run(t.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Fold(t.label)
			}
		})
	}
}

func BenchmarkFoldedPrefix(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		FoldedPrefix(typical[1].label, "الهجره")
	}
}

func BenchmarkChainFormat(b *testing.B) {
	for _, header := range []string{"ar-IQ,ar;q=0.9,en;q=0.8", "de-AT", "en-GB", "ar-IQ-u-nu-latn"} {
		chain := FromHeader(header)
		b.Run(header, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				chain.Format()
			}
		})
	}
}

func BenchmarkFormatDate(b *testing.B) {
	from, _ := graph.ParseDate("2014-11-23")
	to, _ := graph.ParseDate("2014-11-26")
	for _, tag := range []graph.Tag{"ar-IQ", "de-AT"} {
		f := NewFormat(tag)
		b.Run(string(tag), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Date(from, Long)
			}
		})
		b.Run(string(tag)+"/range", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Range(from, to, Long)
			}
		})
	}
}

func BenchmarkFormatNumber(b *testing.B) {
	for _, tag := range []graph.Tag{"ar-IQ", "de-AT"} {
		f := NewFormat(tag)
		b.Run(string(tag), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Number(1_048_576)
			}
		})
		b.Run(string(tag)+"/decimal", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Decimal(0.85, 1)
			}
		})
	}
}

func BenchmarkFormatPlural(b *testing.B) {
	f := NewFormat("ar")
	b.ReportAllocs()
	for b.Loop() {
		f.Plural(111, 0)
	}
}

func BenchmarkIsolate(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Isolate("PARIM-II", graph.RightToLeft)
	}
}
