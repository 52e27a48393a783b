package names

import (
	"strings"
	"sync"
	"unicode"

	"github.com/wasl-graph/wasl/internal/lang"
)

// vocabulary is the words of all languages together, ready to be looked up. It never changes.
type vocabulary struct {
	titles, degrees, suffixes         lexicon
	particles, inner, articles        lexicon
	and, between, gluedAnd, notGlued  lexicon
	labels, others, remarks           lexicon
	groups, organisations, legalForms lexicon
	projects, fillers, phases         lexicon
	qualifiers, attributes            lexicon
	given, nobody, roles, towns       lexicon

	joined    map[string]string // from each spelling to the one that stands for it
	spellings map[string]string
	numerals  map[string]int
	bodies    map[string]bool // the plain forms of their words, one behind the other
	articled  []string        // the articles that are written together with names
	prefixes  []string        // plain
	endings   []string        // plain
}

var words = sync.OnceValue(func() *vocabulary {
	return newVocabulary(append(lang.NamesIn(), others...))
})

func newVocabulary(languages []lang.NameWords) *vocabulary {
	v := &vocabulary{joined: map[string]string{}, spellings: map[string]string{}, numerals: map[string]int{}, bodies: map[string]bool{}}
	for _, w := range languages {
		v.addLexicons(w)
		v.articled = append(v.articled, strings.Fields(w.GluedArticle)...)
		v.prefixes = append(v.prefixes, plainWords(w.Prefixes)...)
		v.endings = append(v.endings, plainWords(w.OrganisationEndings)...)
		addSpellings(v.joined, w.Joined)
		addSpellings(v.spellings, w.Spellings)
		for _, body := range w.Bodies {
			v.bodies[strings.Join(plainWords(body), "")] = true
		}
		for i, numerals := range w.Numerals {
			for _, numeral := range plainWords(numerals) {
				v.numerals[numeral] = i + 1
			}
		}
	}
	return v
}

func (v *vocabulary) addLexicons(w lang.NameWords) {
	for _, list := range []struct {
		lexicon *lexicon
		words   string
	}{
		{&v.titles, w.Titles},
		{&v.degrees, w.Degrees},
		{&v.suffixes, w.Suffixes},
		{&v.particles, w.Particles},
		{&v.inner, w.InnerParticles},
		{&v.articles, w.Articles},
		{&v.and, w.And},
		{&v.between, w.BetweenNames},
		{&v.gluedAnd, w.GluedAnd},
		{&v.notGlued, w.NotGlued},
		{&v.labels, w.Labels},
		{&v.others, w.Others},
		{&v.remarks, w.Remarks},
		{&v.groups, w.Groups},
		{&v.organisations, w.Organisations},
		{&v.legalForms, w.LegalForms},
		{&v.projects, w.Projects},
		{&v.fillers, w.Fillers},
		{&v.phases, w.Phases},
		{&v.qualifiers, w.Qualifiers},
		{&v.attributes, w.Attributes},
		{&v.given, w.GivenNames},
		{&v.nobody, w.Nobody},
		{&v.roles, w.Roles},
		{&v.towns, w.Towns},
	} {
		list.lexicon.add(list.words)
	}
}

func addSpellings(to map[string]string, groups []string) {
	for _, group := range groups {
		spellings := plainWords(group)
		for _, spelling := range spellings {
			to[spelling] = spellings[0]
		}
	}
}

// form is how a listed word must be printed to count.
type form struct{ dotted, capitals bool }

// lexicon is a set of listed words by their plain form.
type lexicon map[string]form

func (l *lexicon) add(list string) {
	if *l == nil {
		*l = lexicon{}
	}
	for word := range strings.FieldsSeq(list) {
		key := entryKey(word)
		f := form{dotted: strings.HasSuffix(word, "."), capitals: isCapitals(word)}
		if other, ok := (*l)[key]; ok { // two languages list it: what one of them allows is allowed
			f = form{dotted: f.dotted && other.dotted, capitals: f.capitals && other.capitals}
		}
		(*l)[key] = f
	}
}

// has says whether a word as it is printed is listed.
func (l lexicon) has(printed string) bool {
	return len(printed) <= maxListed && l.hasPlain(printed, entryKey(printed))
}

// hasWord is has for a token.
func (l lexicon) hasWord(t token) bool { return t.kind == aWord && l.hasPlain(t.unqualified(), t.key) }

// maxListed is how many bytes the longest listed word has, with room for accents and dots.
const maxListed = 80

// entryKey is the plain form, or the word itself where it is a sign (&).
func entryKey(word string) string {
	if key := plain(word); key != "" {
		return key
	}
	return word
}

// hasPlain is has for a word whose plain form is known.
func (l lexicon) hasPlain(printed, key string) bool {
	f, ok := l[key]
	if !ok || key == "" {
		return false
	}
	if f.dotted && !strings.ContainsAny(printed, "./") {
		return false
	}
	return !f.capitals || isCapitals(printed)
}

// isCapitals says whether a word has at least two letters and all of them are capitals.
func isCapitals(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			n++
		case unicode.IsLetter(r):
			return false
		}
	}
	return n >= 2
}

func plainWords(list string) []string {
	fields := strings.Fields(list)
	for i, word := range fields {
		fields[i] = plain(word)
	}
	return fields
}
