package lang_test

import (
	"fmt"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

func ExampleVariants() {
	for _, word := range []string{"للاجئين", "Herkunftsländern", "trafficked"} {
		fmt.Println(lang.Variants(lang.Fold(word), graph.Undetermined))
	}
	// Output:
	// [{للاجيين folded} {لاجيين stripped} {اجيين stripped} {لاجي inflected}]
	// [{herkunftslandern folded} {herkunftsland inflected} {herkunftslander inflected}]
	// [{trafficked folded} {traffic inflected} {traffick inflected} {trafficke inflected}]
}

func ExampleMeet() {
	query := lang.Variants(lang.Fold("Oesterreich"), graph.Undetermined)
	for _, label := range []string{"Österreich", "Österreicher", "Australien"} {
		if tier, ok := lang.Meet(query, lang.Variants(lang.Fold(label), graph.German)); ok {
			fmt.Println(label, tier)
		}
	}
	// Output:
	// Österreich respelled
	// Österreicher inflected
}

func ExampleTokens() {
	for _, token := range lang.Tokens("PARIM-II in Österreich") {
		fmt.Println(token.Text, token.Start, token.End, token.Exact)
	}
	// Output:
	// parim 0 5 true
	// ii 6 8 true
	// in 9 11 false
	// osterreich 12 22 false
}

func ExampleToken_Variants() {
	for _, token := range lang.Tokens("FIMAS waves") {
		fmt.Println(token.Variants(graph.English))
	}
	// Output:
	// [{fimas folded}]
	// [{waves folded} {wave inflected}]
}

func ExampleCompound() {
	labels := map[string]bool{"arbeit": true, "arbeitsmarkt": true, "integration": true, "herkunft": true, "land": true}
	known := func(word string) bool { return labels[word] }
	for _, word := range []string{"Arbeitsmarktintegration", "Herkunftsländern", "Reintegration"} {
		fmt.Println(lang.Compound(lang.Fold(word), graph.German, known))
	}
	// Output:
	// [arbeitsmarkt integration]
	// [herkunft land]
	// []
}
