package lang

import "testing"

func TestMonth(t *testing.T) {
	for words, want := range map[string]int{
		"may": 5, "mai": 5, "janner": 1, "januar": 1, "marz": 3, "sept": 9, "dez": 12,
		"مايو": 5, "ايار": 5, "تشرين الثاني": 11, "كانون الثاني": 1, "جويليه": 7,
		"": 0, "tishrin": 0, "تشرين": 0, "2": 0,
	} {
		if got := Month(words); got != want {
			t.Errorf("%q: %d, want %d", words, got, want)
		}
	}
}

// TestMonthsAreTold says that no name is that of two months.
func TestMonthsAreTold(t *testing.T) {
	for _, d := range languages.served {
		for _, row := range d.formats.dates {
			for _, style := range row.styles {
				for i, name := range style.months {
					if got := Month(nameOf(name)); got != i+1 {
						t.Errorf("%s in %q is month %d and %d", name, row.regions, i+1, got)
					}
				}
			}
		}
	}
}
