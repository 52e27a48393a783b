package graph

// A country is a country or area with an ISO 3166-1 alpha-2 code (and XK). Names follow CLDR and imply no opinion on
// anyone's status.
var countryKind = kindInfo{prefix: "country", checkName: checkCountryCode}

// CountryCode is an ISO 3166-1 alpha-2 code in capitals.
type CountryCode string

// ParseCountryCode reads a code such as "IQ". It checks the form, not whether the code is assigned.
func ParseCountryCode(s string) (CountryCode, error) {
	if err := checkCountryCode(s); err != nil {
		return "", err
	}
	return CountryCode(s), nil
}

// ID is the id of the country with this code.
func (c CountryCode) ID() ID { return ID("country:" + string(c)) }

func checkCountryCode(s string) error {
	if len(s) != 2 || s[0] < 'A' || s[0] > 'Z' || s[1] < 'A' || s[1] > 'Z' {
		return Invalid("country", s, ExpectCountryCode)
	}
	return nil
}
