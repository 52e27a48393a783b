package lang

import "strings"

// formatTables is how a language writes dates and numbers in the countries of the world. The tables are generated, see
// gen/formats.mjs; each begins with the row of the language without a country. A language without tables writes dates
// as ISO 8601 has them and numbers without groups.
type formatTables struct {
	dates   []dateTable
	numbers []numberTable
}

// dateTable is how dates are written in some countries.
type dateTable struct {
	regions string // their codes, with spaces between them; "" in the first row, which is also that of all others
	styles  [2]dateStyle
}

// dateStyle is how dates are written in one [Style]. The patterns name the parts of a date as {d}, {m} and {y}, those of
// a range's end as {D}, {M} and {Y}. A day as {dd} or {DD} has two digits.
type dateStyle struct {
	months [12]string
	// date is the pattern of each precision: year, month, day.
	date [3]string
	// ranges are the patterns of two years; of two months in one year and in two; of two days in one month, in one year
	// and in two.
	ranges [6]string
	// dash stands between two dates of different years, and between dates of different precision.
	dash string
}

// numberTable is how numbers are written in some countries.
type numberTable struct {
	regions string // as in a dateTable
	digits  digitSystem
	// primary is the size of the last group of digits, secondary that of the groups before it. A number is grouped when
	// the first group has at least least digits.
	primary, secondary, least int
	symbols                   [3]numberSymbols // with each kind of digits
}

// numberSymbols are what stands between the digits of a number.
type numberSymbols struct{ minus, group, decimal string }

// plainNumbers are those of a language without tables.
var plainNumbers = numberTable{symbols: [3]numberSymbols{{"-", "", "."}, {"-", "", "٫"}, {"-", "", "٫"}}}

func (t formatTables) datesIn(region string) *dateTable {
	return rowOf(t.dates, region, func(row *dateTable) string { return row.regions })
}

func (t formatTables) numbersIn(region string) *numberTable {
	return rowOf(t.numbers, region, func(row *numberTable) string { return row.regions })
}

// rowOf finds the row of a country, nil in an empty table.
func rowOf[R any](table []R, region string, regions func(*R) string) *R {
	if len(table) == 0 {
		return nil
	}
	if region != "" {
		for i := range table {
			if strings.Contains(regions(&table[i]), region) {
				return &table[i]
			}
		}
	}
	return &table[0]
}
