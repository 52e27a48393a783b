package lang

import (
	"slices"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func TestZeroChain(t *testing.T) {
	var zero Chain
	for _, c := range []Chain{zero, FromHeader(""), FromHeader("?!"), FromHeader("*"), FromTags(nil), FromTags([]graph.Tag{})} {
		if got, want := joinTags(c.Tags()), expandChain(c, "mul en ar de …"); got != want {
			t.Errorf("chain %s, want %s", got, want)
		}
		if tag, ok := c.Requested(); ok {
			t.Errorf("requested %s", tag)
		}
		if c.Key() != zero.Key() || c.Interface() != graph.English || c.Region() != "" || c.Refuses("en") || c.IsFallback("und") {
			t.Errorf("%+v differs from the zero chain", c)
		}
	}
}

func TestFromTags(t *testing.T) {
	tests := []struct {
		tags              []graph.Tag
		interfaceIn, want string
	}{
		{[]graph.Tag{"de"}, "de", "de mul en ar …"},
		{[]graph.Tag{"ar-IQ", "de"}, "ar", "ar-IQ ar de mul en …"},
		{[]graph.Tag{"ckb", "acm", "en"}, "en", "ckb acm en ar mul de …"},
		{[]graph.Tag{"und"}, "en", "und mul en ar de …"},
		{[]graph.Tag{"mul", "fr", "mul"}, "en", "mul fr en ar de …"},
	}
	for _, test := range tests {
		c := FromTags(test.tags)
		checkChain(t, c)
		if got, want := joinTags(c.Tags()), expandChain(c, test.want); got != want {
			t.Errorf("%v: chain %s, want %s", test.tags, got, want)
		}
		if got := c.Interface(); string(got) != test.interfaceIn {
			t.Errorf("%v: interface %s, want %s", test.tags, got, test.interfaceIn)
		}
	}
}

func TestFromTagsIsBounded(t *testing.T) {
	var tags []graph.Tag
	for a := 'a'; a <= 'z'; a++ {
		tags = append(tags, graph.Tag("q"+string(a)+"a"))
	}
	c := FromTags(append(tags, "de"))
	checkChain(t, c)
	if slices.Contains(c.Tags(), tags[maxElements]) || !slices.Contains(c.Tags(), tags[maxElements-1]) {
		t.Errorf("chain %v", c.Tags())
	}
}

func TestFromTagsKeepsItsOwn(t *testing.T) {
	tags := []graph.Tag{"fr", "de"}
	c := FromTags(tags)
	tags[0] = "ar"
	if got, want := joinTags(c.Tags()), expandChain(c, "fr de mul en ar …"); got != want {
		t.Errorf("chain %s, want %s", got, want)
	}
}

func TestKey(t *testing.T) {
	// The headers of one line behave the same; those of different lines don't.
	groups := [][]string{
		{"", "*", "xx!", "und", "*;q=0.3", "*;q=0", "*;q=0,mul;q=0,de;q=0"},
		{"mul", "mul;q=0.2"},
		{"de", "de;q=0.1", "DE", "de,mul", "de,de;q=0", "de,mul,en", "*,de"},
		{"de-AT", "de-AT,de;q=0.9", "de_at"},
		{"de-AT-u-nu-latn"},
		{"de,fr;q=0", "de,fr;q=0,fr-CA;q=0", "fr-CA;q=0,de,fr;q=0"},
		{"de,fr-CA;q=0"},
		{"de,fr-CA;q=0,es;q=0", "de,es;q=0,fr-CA;q=0"},
		{"de,*;q=0", "de,*;q=0,fr;q=0", "fr-CA;q=0,de,*;q=0,en;q=0"},
		{"de,de-AT;q=0"},
		{"de,de-AT;q=0,*;q=0"},
		{"en;q=0"},
		{"ar,en;q=0"},
		{"ar-IQ,ar;q=0"},
		{"acm"},
		{"acm,ar"},
		{"acm,en"},
	}
	seen := map[string]string{}
	for _, group := range groups {
		for _, header := range group {
			if got, want := FromHeader(header).Key(), FromHeader(group[0]).Key(); got != want {
				t.Errorf("%q has key %q, %q has %q", header, got, group[0], want)
			}
		}
		key := FromHeader(group[0]).Key()
		if key == FromHeader("acm").Key() {
			continue // Arabic is what acm infers: asking for it too says nothing new
		}
		if other, ok := seen[key]; ok {
			t.Errorf("%q and %q have one key: %q", group[0], other, key)
		}
		seen[key] = group[0]
	}
}

func TestRefuses(t *testing.T) {
	tests := []struct {
		header  string
		refused []graph.Tag
		not     []graph.Tag
	}{
		{"de", nil, []graph.Tag{"de", "fr", "und"}},
		{"de,en;q=0", []graph.Tag{"en", "en-US"}, []graph.Tag{"de", "fr", "mul"}},
		{"de,de-AT;q=0", []graph.Tag{"de-AT", "de-AT-1996"}, []graph.Tag{"de", "de-CH"}},
		{"ar-IQ,ar;q=0", []graph.Tag{"ar", "ar-EG"}, []graph.Tag{"ar-IQ", "en"}},
		{"en,*;q=0", []graph.Tag{"de", "fr", "und"}, []graph.Tag{"en", "en-GB", "mul"}},
		{"en;q=0,en", nil, []graph.Tag{"en"}},
		{"de,*;q=0,mul;q=0", []graph.Tag{"mul", "en"}, []graph.Tag{"de"}},
		{"*;q=0,mul;q=0", nil, []graph.Tag{"mul", "en", "fr", "und"}},
		{"de,zh-Hant;q=0", []graph.Tag{"zh-Hant", "zh-Hant-TW"}, []graph.Tag{"zh", "zh-Hans"}},
	}
	for _, test := range tests {
		c := FromHeader(test.header)
		checkChain(t, c)
		for _, tag := range test.refused {
			if !c.Refuses(tag) {
				t.Errorf("%q does not refuse %s", test.header, tag)
			}
		}
		for _, tag := range test.not {
			if c.Refuses(tag) {
				t.Errorf("%q refuses %s", test.header, tag)
			}
		}
	}
}

func TestSubtags(t *testing.T) {
	tests := []struct{ tag, parent, plain, base, region string }{
		{"de", "", "de", "de", ""},
		{"de-AT", "de", "de-AT", "de", "AT"},
		{"sr-Latn-RS", "sr-Latn", "sr-Latn-RS", "sr", "RS"},
		{"de-AT-u-co-phonebk", "de-AT-u-co", "de-AT", "de", "AT"},
		{"de-u-co", "de", "de", "de", ""},
		{"en-u-rg-gbzzzz", "en-u-rg", "en", "en", ""},
		{"es-419", "es", "es-419", "es", ""},
		{"de-CH-1901", "de-CH", "de-CH-1901", "de", "CH"},
		{"x-de-AT", "x-de", "x-de-AT", "x-de-AT", ""},
	}
	for _, test := range tests {
		tag := graph.Tag(test.tag)
		got := []string{string(parentOf(tag)), string(withoutExtensions(tag)), string(baseOf(tag)), regionOf(tag)}
		if want := []string{test.parent, test.plain, test.base, test.region}; !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", tag, got, want)
		}
	}
}
