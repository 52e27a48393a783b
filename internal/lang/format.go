package lang

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// Format writes dates, numbers and lists for a reader. It is as cheap to copy as a few pointers and safe to share
// between goroutines. The zero Format writes dates as ISO 8601 has them and numbers with nothing but ASCII.
type Format struct {
	language graph.Tag // the served one; "" in the zero Format
	region   string
	comma    string
	dates    *dateTable   // nil where the language has no table
	numbers  *numberTable // nil in the zero Format
	digits   digitSystem
}

// Format gives the format of the interface language in the chain's region. A -u-nu- type that a tag of that language
// carries decides on the digits.
func (c Chain) Format() Format {
	p := c.get()
	digits := ownDigits
	for _, tag := range p.tags {
		if i, ok := languages.find(tag); ok && i == p.spoken {
			if digits = digitsOf(tag); digits != ownDigits {
				break
			}
		}
	}
	return languages.newFormat(p.spoken, p.region, digits)
}

// NewFormat gives the format for any tag: that of the served language that its readers read, in
// the tag's region. A -u-nu- type of latn, arab or arabext is followed; every other is left to the region.
func NewFormat(tag graph.Tag) Format {
	i, _ := languages.find(tag)
	return languages.newFormat(i, regionOf(tag), digitsOf(tag))
}

func (r *registry) newFormat(served int, region string, digits digitSystem) Format {
	d := &r.served[served]
	f := Format{
		language: d.tag, region: region, comma: d.comma, dates: d.formats.datesIn(region), numbers: d.formats.numbersIn(region),
	}
	if f.numbers == nil {
		f.numbers = &plainNumbers
	}
	if f.digits = digits; digits == ownDigits {
		f.digits = f.numbers.digits
	}
	return f
}

// Tag is what the format follows: the served language with the region and the digits, such as "ar-IQ-u-nu-arab".
func (f Format) Tag() graph.Tag {
	if f.language == "" {
		return graph.Undetermined
	}
	tag := string(f.language)
	if f.region != "" {
		tag += "-" + f.region
	}
	return graph.Tag(tag + "-u-nu-" + f.digits.String())
}

// List writes several things one after the other, as a list of codes is read: "a, b" and "أ، ب".
func (f Format) List(items []string) string {
	if f.comma == "" {
		return strings.Join(items, ", ")
	}
	return strings.Join(items, f.comma)
}
