package traces

import (
	"errors"
	"net/url"
)

// tracesPath is where collectors take traces, unless an address says otherwise.
const tracesPath = "/v1/traces"

var errEndpoint = errors.New("expected the address of a collector such as http://127.0.0.1:4318, without a user, a query or a fragment")

// CheckEndpoint says what is wrong with the address of a collector: it must be of http or https, and hold no secret.
func CheckEndpoint(address string) error {
	_, err := endpointOf(address)
	return err
}

// endpointOf is the address that traces are sent to. The error does not repeat what was given: it might hold a password.
func endpointOf(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" ||
		u.User != nil || u.RawQuery != "" || u.ForceQuery || u.Fragment != "" {
		return "", errEndpoint
	}
	if u.Path == "" || u.Path == "/" {
		u.Path = tracesPath
	}
	return u.String(), nil
}
