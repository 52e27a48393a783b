package names_test

import (
	"fmt"

	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/messages"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

func Example() {
	for _, e := range names.List("Authors: Madalina Lepsa - Rogoz (ICMPD), Hassan and the project team.") {
		fmt.Printf("%d–%d %s: %q\n", e.Start, e.End, e.Name.Nature, e.Text)
	}
	// Output:
	// 9–39 PERSON: "Madalina Lepsa - Rogoz (ICMPD)"
	// 41–47 PARTIAL: "Hassan"
	// 52–68 COLLECTIVE: "the project team"
}

func ExampleParse() {
	n := names.Parse("Frau Dr.in Sabine von der Leyen, MPH (MHH)")
	fmt.Println(n.Nature, n.Titles, n.Given(), "|", n.Family(), n.Degrees, n.Affiliations)
	// Output:
	// PERSON [Frau Dr.in] Sabine | von der Leyen [MPH] [MHH]
}

func ExampleCompare() {
	rules := names.Rules{Frequency: func(family string) names.Frequency {
		if family == "hainzl" {
			return names.Rare
		}
		return names.Unknown
	}}
	a := names.Parse("I. Hainzl (ICMPD)")
	for _, printed := range []string{"Hainzl, Ivanka (ICMPD)", "Ivanka Hainzl", "Peter Hainzl"} {
		c := names.Compare(a, names.Parse(printed), rules)
		fmt.Printf("%s %.2f\n", c.Verdict, c.Score)
		for _, r := range c.Reasons {
			fmt.Println(" ", r.Kind, r.A, r.B)
		}
	}
	// Output:
	// SAME 0.97
	//   WORDS_AGREE [Hainzl] [Hainzl]
	//   INITIALS_AGREE [I.] [Ivanka]
	//   AFFILIATION_SHARED [ICMPD] [ICMPD]
	//   FAMILY_RARE [Hainzl] [Hainzl]
	// CANDIDATE 0.67
	//   WORDS_AGREE [Hainzl] [Hainzl]
	//   INITIALS_AGREE [I.] [Ivanka]
	//   FAMILY_RARE [Hainzl] [Hainzl]
	// DIFFERENT 0.14
	//   WORDS_AGREE [Hainzl] [Hainzl]
	//   WORDS_DIFFER [I.] [Peter]
	//   FAMILY_RARE [Hainzl] [Hainzl]
}

func ExampleReason_Explain() {
	c := names.Compare(names.Parse("I. Hainzl (ICMPD)"), names.Parse("Hainzl, Ivanka (ICMPD)"), names.Rules{})
	for _, tag := range []string{"en", "de"} {
		writer := messages.For(lang.FromHeader(tag))
		for _, r := range c.Reasons {
			fmt.Printf("%+.2f %s\n", r.Weight, r.Explain(writer))
		}
	}
	fmt.Printf("likeness %.2f: %s %.2f\n", c.Likeness, c.Verdict, c.Score)
	// Output:
	// +0.50 both names have Hainzl
	// +0.25 the initials fit: I. / Ivanka
	// +0.10 both are printed with the same organisation: ICMPD
	// +0.50 beide Namen enthalten Hainzl
	// +0.25 die Initialen passen: I. / Ivanka
	// +0.10 beide Namen stehen bei derselben Organisation: ICMPD
	// likeness 0.85: CANDIDATE 0.72
}

func ExampleMatch() {
	labels := []names.Name{names.Parse("Vanessa Iaria"), names.Parse("فانيسا إياريا")}
	c, i := names.Match(names.Parse("د. فانيسا إياريا"), labels, names.Rules{})
	fmt.Println(c.Verdict, labels[i].Printed)
	// Output:
	// SAME فانيسا إياريا
}

func ExampleCompareProjects() {
	for _, name := range []string{"PARIM 2", "PARIM-I", "PARIM"} {
		fmt.Println(name, names.CompareProjects("PARIM-II", name).Verdict)
	}
	// Output:
	// PARIM 2 SAME
	// PARIM-I DIFFERENT
	// PARIM CANDIDATE
}

func ExampleCompareOrganisations() {
	c := names.CompareOrganisations("IOM", "International Organization for Migration (IOM)")
	fmt.Println(c.Verdict, c.Has(names.AcronymAgrees))
	// Output:
	// CANDIDATE true
}

func ExampleSkeleton() {
	for _, name := range []string{"Valeria Lazarenko", "فاليريا لازارينكو", "Валерія Лазаренко"} {
		fmt.Println(names.Skeleton(name))
	}
	// Output:
	// FLR LSRNK
	// FLR LSRNK
	// FLR LSRNK
}
