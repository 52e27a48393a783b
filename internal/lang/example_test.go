package lang_test

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

func Example() {
	chain := lang.FromHeader("acm-IQ,en;q=0.8")
	labels := []graph.Text{
		{Value: "Irak", Language: "de"},
		{Value: "العراق", Language: "ar"},
	}
	i, tried := lang.Pick(chain, labels)
	label := labels[i]
	fmt.Println(label.Value, label.Language, lang.DirectionOf(label))
	fmt.Println("tried:", tried)
	fmt.Println("fallback:", chain.IsFallback(label.Language))
	// Output:
	// العراق ar RTL
	// tried: [acm-IQ acm en ar]
	// fallback: false
}

func ExampleFromHeader() {
	chain := lang.FromHeader("ar-IQ,ar;q=0.9,en;q=0.8,*;q=0")
	requested, _ := chain.Requested()
	fmt.Println(requested, chain.Interface(), chain.Region())
	fmt.Println(chain.Tags())
	fmt.Println(chain.Refuses("de-AT"))
	// Output:
	// ar-IQ ar IQ
	// [ar-IQ ar en mul]
	// true
}

func ExampleFromTags() {
	fmt.Println(lang.FromTags([]graph.Tag{"de-AT", "fr"}).Tags()[:6])
	fmt.Println(lang.FromTags(nil).Tags()[:4]) // behind them come label languages that were added later
	// Output:
	// [de-AT de fr mul en ar]
	// [mul en ar de]
}

func ExampleOrders() {
	fmt.Println(lang.Orders()[:4])
	fmt.Println(lang.FromHeader("de-AT-u-co-phonebk, en;q=0.8").Order())
	// Output:
	// [en ar de de-u-co-phonebk]
	// de-u-co-phonebk
}

func ExampleChain_IsFallback() {
	for _, requested := range []graph.Tag{"acm-IQ", "ckb"} {
		chain := lang.FromTags([]graph.Tag{requested})
		fmt.Println(requested, chain.IsFallback("ar"))
	}
	// Output:
	// acm-IQ false
	// ckb true
}

func ExampleChain_Key() {
	fmt.Println(lang.FromHeader("de-AT;q=0.9").Key() == lang.FromHeader("de-at, de;q=0.5").Key())
	fmt.Println(lang.FromHeader("de-AT").Key() == lang.FromHeader("de-CH").Key())
	// Output:
	// true
	// false
}

func ExamplePick() {
	labels := []graph.Text{
		{Value: "Wien", Language: "de"},
		{Value: "Vienna", Language: "en"},
		{Value: "Wean", Language: "bar"},
	}
	for _, header := range []string{"bar", "de-AT", "fr", "en;q=0"} {
		i, tried := lang.Pick(lang.FromHeader(header), labels)
		fmt.Println(labels[i].Value, tried)
	}
	// Output:
	// Wean [bar]
	// Wien [de-AT de]
	// Vienna [fr mul en]
	// Wien [mul ar de]
}

func ExampleDirection() {
	for _, tag := range []graph.Tag{"ar", "de", "ckb", "ku", "ku-IQ", "ar-Latn", "mul"} {
		fmt.Println(tag, lang.Direction(tag))
	}
	// Output:
	// ar RTL
	// de LTR
	// ckb RTL
	// ku LTR
	// ku-IQ RTL
	// ar-Latn LTR
	// mul LTR
}

func ExampleDirectionOf() {
	title := graph.Text{Value: "PARIM-II في باكستان", Language: "ar"}
	fmt.Println(lang.DirectionOf(title))
	title.Language = graph.Undetermined
	fmt.Println(lang.DirectionOf(title))
	// Output:
	// RTL
	// LTR
}

func ExampleSorter() {
	titles := []string{"PARIM 10", "Ägypten", "تونس", "PARIM 2", "أفغانستان", "Zypern", "إيران"}
	for _, tag := range []graph.Tag{"de", "ar"} {
		sorter := lang.NewSorter(tag)
		slices.SortFunc(titles, func(a, b string) int {
			return bytes.Compare(sorter.Key(nil, a), sorter.Key(nil, b))
		})
		fmt.Printf("%s: %q\n", tag, titles)
	}
	// Output:
	// de: ["Ägypten" "PARIM 2" "PARIM 10" "Zypern" "أفغانستان" "إيران" "تونس"]
	// ar: ["أفغانستان" "إيران" "تونس" "Ägypten" "PARIM 2" "PARIM 10" "Zypern"]
}

func ExampleFold() {
	for _, s := range []string{"Österreich", "أفغانستان", "کردستان", "الهجـرة", "PARIM–II  (٢٠١٤)"} {
		fmt.Println(lang.Fold(s))
	}
	// Output:
	// osterreich
	// افغانستان
	// كردستان
	// الهجره
	// parim ii (2014)
}

func ExampleFoldedPrefix() {
	fmt.Println(lang.FoldedPrefix("Österreich", "ost"))
	fmt.Println(lang.FoldedPrefix("الهجرة غير النظامية", "الهجره"))
	fmt.Println(lang.FoldedPrefix("Iraq", "Iran"))
	// Output:
	// true
	// true
	// false
}

func ExampleChain_Format() {
	start, _ := graph.ParseDate("2014-11-23")
	end, _ := graph.ParseDate("2014-11-26")
	for _, header := range []string{"acm-IQ", "ar", "de-AT", "en-IE"} {
		f := lang.FromHeader(header).Format()
		fmt.Println(f.Tag(), "|", f.Range(start, end, lang.Long), "|", f.Number(1_048_576))
	}
	// Output:
	// ar-IQ-u-nu-arab | ٢٣–٢٦ تشرين الثاني ٢٠١٤ | ١٬٠٤٨٬٥٧٦
	// ar-u-nu-latn | 23–26 نوفمبر 2014 | 1,048,576
	// de-AT-u-nu-latn | 23.–26. November 2014 | 1 048 576
	// en-IE-u-nu-latn | 23–26 November 2014 | 1,048,576
}

func ExampleFormat_Date() {
	f := lang.NewFormat("de-AT")
	for _, text := range []string{"2014", "2014-01", "2014-01-26"} {
		date, _ := graph.ParseDate(text)
		fmt.Println(f.Date(date, lang.Long), "|", f.Date(date, lang.Short))
	}
	// Output:
	// 2014 | 2014
	// Jänner 2014 | Jän. 2014
	// 26. Jänner 2014 | 26. Jän. 2014
}

func ExampleFormat_Decimal() {
	for _, tag := range []graph.Tag{"en", "de", "ar-IQ", "ar-IQ-u-nu-latn"} {
		fmt.Println(lang.NewFormat(tag).Decimal(0.85, 1))
	}
	// Output:
	// 0.9
	// 0,9
	// ٠٫٩
	// 0.9
}

func ExampleFormat_Plural() {
	for _, n := range []float64{0, 1, 2, 3, 11, 100} {
		fmt.Println(n, lang.NewFormat("ar").Plural(n, 0), lang.NewFormat("de").Plural(n, 0))
	}
	// Output:
	// 0 zero other
	// 1 one one
	// 2 two other
	// 3 few other
	// 11 many other
	// 100 other other
}

func ExamplePlurals() {
	fmt.Println(lang.Plurals("ar"))
	fmt.Println(lang.Plurals("de"))
	// Output:
	// [zero one two few many other]
	// [one other]
}

func ExampleIsolate() {
	fmt.Printf("%+q\n", lang.Isolate("PARIM-II", graph.RightToLeft))
	fmt.Printf("%+q\n", lang.Isolate("PARIM-II", graph.LeftToRight))
	// Output:
	// "\u2068PARIM-II\u2069"
	// "PARIM-II"
}
