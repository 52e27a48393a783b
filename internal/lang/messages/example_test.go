package messages_test

import (
	"fmt"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/messages"
)

func Example() {
	err := graph.Invalid("filter.countries", "IQ", graph.ExpectIDOf(graph.KindCountry))
	fmt.Println(err)
	fmt.Println(messages.For(lang.FromHeader("de-AT")).Error(err))
	// Output:
	// filter.countries: "IQ" is not valid; expected an id that begins with country:
	// filter.countries: „IQ“ ist nicht gültig; erwartet: eine Kennung, die mit country: beginnt
}

func ExampleWriter_Sentence() {
	for _, header := range []string{"en", "de-CH", "ar-IQ", "ja"} {
		w := messages.For(lang.FromHeader(header))
		fmt.Println(w.Language(), w.Sentence("request.body.large", graph.Params{"max": 1048576}))
	}
	// Output:
	// en the request is larger than 1,048,576 bytes
	// de Die Anfrage ist größer als 1'048'576 Byte
	// ar الطلب أكبر من ١٬٠٤٨٬٥٧٦ بايتًا
	// en the request is larger than 1,048,576 bytes
}
