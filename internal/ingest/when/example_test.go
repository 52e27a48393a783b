package when_test

import (
	"fmt"

	"github.com/wasl-graph/wasl/internal/ingest/when"
)

func Example() {
	for _, words := range []string{"Veröffentlicht im April 2024", "٢٣–٢٦ تشرين الثاني ٢٠١٤", "31 February 2024"} {
		p, err := when.Parse(words)
		fmt.Println(p.From, p.To, err)
	}
	// Output:
	// 2024-04 2024-04 <nil>
	// 2014-11-23 2014-11-26 <nil>
	//   there is no day 2024-02-31
}
