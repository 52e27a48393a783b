package lang

import (
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func BenchmarkTokens(b *testing.B) {
	for _, t := range typical {
		b.Run(t.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Tokens(t.label)
			}
		})
	}
}

func BenchmarkVariants(b *testing.B) {
	for _, word := range []struct {
		name, word string
		tag        graph.Tag
	}{
		{"en", "returnees", graph.English},
		{"de", "herkunftslandern", graph.German},
		{"ar", "والعراقيين", graph.Arabic},
		{"und", "herkunftslaendern", graph.Undetermined},
	} {
		b.Run(word.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Variants(word.word, word.tag)
			}
		})
	}
}

// BenchmarkLabel is all that an index does with a label.
func BenchmarkLabel(b *testing.B) {
	for _, t := range typical {
		b.Run(t.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, token := range Tokens(t.label) {
					token.Variants(graph.Undetermined)
				}
			}
		})
	}
}

func BenchmarkCompound(b *testing.B) {
	words := map[string]bool{"arbeit": true, "arbeitsmarkt": true, "integration": true}
	known := func(word string) bool { return words[word] }
	for _, word := range []string{"arbeitsmarktintegration", "wiedereingliederung"} {
		b.Run(word, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Compound(word, graph.German, known)
			}
		})
	}
}
