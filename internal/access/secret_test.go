package access

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

// holder has a secret where fmt can't ask for its methods.
type holder struct {
	inner  Secret
	list   []Secret
	Shown  Secret
	ByName map[string]Secret
}

// TestSecretsDoNotShow however they are printed, logged or encoded.
func TestSecretsDoNotShow(t *testing.T) {
	s := newSecret()
	secret := s.Reveal()[idEnd+1:]
	h := holder{s, []Secret{s}, s, map[string]Secret{"x": s}}
	var said []string
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%T", "%t", "%p", "%10.3s", "%U", "%!"} {
		for _, value := range []any{s, &s, h, &h, []any{s}, []Secret{s}, map[Secret]int{s: 1}, struct{ S any }{s}} {
			said = append(said, fmt.Sprintf(verb, value))
		}
	}
	said = append(said, fmt.Sprint(s), fmt.Sprintln(h), s.String(), s.GoString(), fmt.Errorf("it is %w", errors.New(s.String())).Error())
	var logged bytes.Buffer
	for _, log := range []*slog.Logger{
		slog.New(slog.NewTextHandler(&logged, nil)), slog.New(slog.NewJSONHandler(&logged, nil)),
	} {
		log.Info("x", "secret", s, "pointer", &s, "holder", h, "list", []Secret{s})
	}
	asJSON, _ := json.Marshal(h)
	asXML, _ := xml.Marshal(struct{ S Secret }{s})
	asText, _ := s.MarshalText()
	said = append(said, logged.String(), string(asJSON), string(asXML), string(asText))
	for _, text := range said {
		if strings.Contains(text, secret[:8]) || strings.Contains(strings.ToLower(text), fmt.Sprintf("%x", secret[:8])) {
			t.Errorf("it shows: %s", text)
		}
	}
	if got := fmt.Sprint(s); got != "wasl_"+s.ID()+"_…" {
		t.Errorf("it reads %q", got)
	}
}

func TestNoSecret(t *testing.T) {
	var none Secret
	if none.Reveal() != "" || none.ID() != "" || fmt.Sprintf("%v %#v", none, none) != "no token access.Secret(no token)" {
		t.Errorf("%q %q %v", none.Reveal(), none.ID(), none)
	}
}
