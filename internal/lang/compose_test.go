package lang_test

import (
	"fmt"

	"github.com/wasl-graph/wasl/internal/lang"
)

func ExampleComposed() {
	fmt.Println(len("Mu\u0308nchen"), len(lang.Composed("Mu\u0308nchen")), lang.Composed("Mu\u0308nchen") == "München")
	fmt.Println(lang.Composed("ا\u0654نا") == "أنا")
	// Output:
	// 9 8 true
	// true
}
