package handles

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// The scalars of the schema. Each writes itself as a JSON string and reads only what has its form.
type (
	// LanguageTag is a canonical BCP 47 tag.
	LanguageTag graph.Tag
	// Date is a calendar date at its precision.
	Date graph.Date
	// DateTime is a moment in UTC.
	DateTime time.Time
	// URI is an absolute URI.
	URI string
	// CountryCode is an ISO 3166-1 alpha-2 code.
	CountryCode graph.CountryCode
)

// MarshalGQL writes the tag.
func (t LanguageTag) MarshalGQL(w io.Writer) { quote(w, string(t)) }

// UnmarshalGQL reads a tag in any case and makes it canonical.
func (t *LanguageTag) UnmarshalGQL(v any) error {
	return read(v, "languages", func(s string) error {
		tag, err := graph.ParseTag(s)
		*t = LanguageTag(tag)
		return err
	})
}

// MarshalGQL writes the date at its precision.
func (d Date) MarshalGQL(w io.Writer) { quote(w, graph.Date(d).String()) }

// UnmarshalGQL reads a date.
func (d *Date) UnmarshalGQL(v any) error {
	return read(v, "date", func(s string) error {
		date, err := graph.ParseDate(s)
		*d = Date(date)
		return err
	})
}

// MarshalGQL writes the moment as RFC 3339 to the second.
func (t DateTime) MarshalGQL(w io.Writer) { quote(w, time.Time(t).UTC().Format(time.RFC3339)) }

// UnmarshalGQL reads an RFC 3339 timestamp.
func (t *DateTime) UnmarshalGQL(v any) error {
	return read(v, "time", func(s string) error {
		moment, err := time.Parse(time.RFC3339, s)
		if err != nil {
			return graph.Invalid("time", s, graph.ExpectTimestamp)
		}
		*t = DateTime(moment)
		return nil
	})
}

// MarshalGQL writes the URI, which unlike the other scalars may hold any character.
func (u URI) MarshalGQL(w io.Writer) {
	text, _ := json.Marshal(string(u)) // a string can always be written
	_, _ = w.Write(text)
}

// UnmarshalGQL reads a URI.
func (u *URI) UnmarshalGQL(v any) error {
	return read(v, "uri", func(s string) error {
		*u = URI(s)
		return nil
	})
}

// MarshalGQL writes the code.
func (c CountryCode) MarshalGQL(w io.Writer) { quote(w, string(c)) }

// UnmarshalGQL reads a code of two capital letters.
func (c *CountryCode) UnmarshalGQL(v any) error {
	return read(v, "code", func(s string) error {
		code, err := graph.ParseCountryCode(s)
		*c = CountryCode(code)
		return err
	})
}

// quote writes a string that needs no escapes: names, tags, codes and dates.
func quote(w io.Writer, s string) {
	_, _ = io.WriteString(w, `"`+s+`"`) // the writer is a buffer; the client's connection comes later
}

func read(v any, argument string, parse func(string) error) error {
	s, ok := v.(string)
	if !ok {
		return graph.Invalid(argument, Written(v), graph.ExpectString)
	}
	return parse(s)
}

// Written is a value that a client gave, as JSON has it.
func Written(value any) string {
	var text strings.Builder
	out := json.NewEncoder(&text)
	out.SetEscapeHTML(false)
	if err := out.Encode(value); err != nil {
		return fmt.Sprint(value) // a value that no JSON holds comes from a program of ours
	}
	return strings.TrimSuffix(text.String(), "\n")
}
