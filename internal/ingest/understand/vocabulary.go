package understand

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// Vocabulary is what entities are called: countries, regions, organisations, projects and themes. It is built once from a graph,
// never changes, and may be shared.
type Vocabulary struct {
	lexicon *lexicon
	names   *trie
	senses  []sense // by the number under which a phrase stands in names
	cues    *trie
	cueList []cue

	themes map[string]themeLabel // by folded label
	exact  map[string][]graph.ID
	// wholes are the countries of which a region is a part; seats are where an organisation is.
	wholes, seats map[graph.ID][]graph.ID
	codes         map[string]graph.ID // of countries: IQ
	labels        []label             // while it is built
}

// sense is one thing that a phrase can mean.
type sense struct {
	id  graph.ID
	how how
	// preferred says that the phrase is the entity's first name in some language.
	preferred bool
	// exact is how the word has to be printed, "" when any case that a name may have will do.
	exact string
	// small says that it may be printed without any capital: Arabic, a German adjective.
	small bool
	// context is what it needs beside itself.
	context context
	// language is the mark of the language in which it is the name; 0 for others than those of [languageMarks].
	language marks
}

// how is in which way a phrase names an entity.
type how uint8

const (
	asPlace how = iota
	asPeople
	asBody
	asProject
	asTheme
	asNothing // the phrase is something else: Lake Chad
)

// context is what a phrase needs to mean what it may mean.
type context uint8

const (
	noContext context = iota
	aCue              // a place must be meant: see [reader.isPlace]
	aList             // it must stand among countries, or the text name the same otherwise
	itsSeat           // the country where it is must be named too
)

// label is a name before it is entered.
type label struct {
	id        graph.ID
	text      graph.Text
	preferred bool
}

// NewVocabulary builds a vocabulary of the labels, acronyms and places of a graph. Retracted statements must not be among the
// assertions. Its time goes with their number.
func NewVocabulary(assertions iter.Seq[graph.Assertion]) *Vocabulary {
	v := &Vocabulary{
		lexicon: newLexicon(), names: newTrie(), cues: newTrie(),
		themes: map[string]themeLabel{}, exact: map[string][]graph.ID{},
		wholes: map[graph.ID][]graph.ID{}, seats: map[graph.ID][]graph.ID{}, codes: map[string]graph.ID{},
	}
	v.lexicon.addMarks()
	for a := range assertions {
		v.collect(a)
	}
	v.sortLabels()
	common := v.commonNouns()
	people := v.demonyms()
	for _, l := range v.labels {
		v.index(l)
		if !common[l.id] {
			v.enter(l, people)
		}
	}
	v.enterAdjectives()
	v.enterBlockers()
	v.enterCues()
	v.labels = nil
	return v
}

// named are the kinds whose names are looked for in texts.
func named(k graph.Kind) bool {
	switch k {
	case graph.KindCountry, graph.KindRegion, graph.KindOrganisation, graph.KindProject, graph.KindTheme:
		return true
	}
	return false
}

// collect keeps what an assertion says of names and places.
func (v *Vocabulary) collect(a graph.Assertion) {
	kind := a.Subject.Kind()
	if !named(kind) {
		return
	}
	switch a.Relation {
	case graph.Label, graph.AlternativeLabel, graph.HiddenLabel, graph.Acronym:
		v.labels = append(v.labels, label{a.Subject, a.Object.Text, a.Relation == graph.Label})
	case graph.PartOf:
		if a.Object.Entity.Kind() == graph.KindCountry {
			v.wholes[a.Subject] = append(v.wholes[a.Subject], a.Object.Entity)
		}
	case graph.LocatedIn:
		v.seats[a.Subject] = append(v.seats[a.Subject], a.Object.Entity)
	}
	if kind == graph.KindCountry {
		v.codes[a.Subject.Local()] = a.Subject
	}
}

// sortLabels puts labels in an order that does not depend on that of the assertions, each once, the preferred first.
func (v *Vocabulary) sortLabels() {
	slices.SortFunc(v.labels, func(a, b label) int {
		if a.preferred != b.preferred {
			if a.preferred {
				return -1
			}
			return 1
		}
		if c := strings.Compare(string(a.id), string(b.id)); c != 0 {
			return c
		}
		if c := strings.Compare(a.text.Value, b.text.Value); c != 0 {
			return c
		}
		return strings.Compare(string(a.text.Language), string(b.text.Language))
	})
	v.labels = slices.CompactFunc(v.labels, func(a, b label) bool {
		return a.id == b.id && a.text.Value == b.text.Value && a.text.Language == b.text.Language
	})
	for _, list := range []map[graph.ID][]graph.ID{v.wholes, v.seats} {
		for id := range list {
			slices.Sort(list[id])
			list[id] = slices.Compact(list[id])
		}
	}
}

// commonNouns are the entities that are called by a common noun, such as the world: those whose first English label has a
// small letter. What they are called in other languages is none either.
func (v *Vocabulary) commonNouns() map[graph.ID]bool {
	set := map[graph.ID]bool{}
	for _, l := range v.labels {
		if !l.preferred || l.text.Language.Base() != graph.English || l.id.Kind() == graph.KindTheme {
			continue
		}
		if first := []rune(l.text.Value)[0]; unicode.IsLower(first) {
			set[l.id] = true
		}
	}
	return set
}

// index makes an entity findable by its whole name.
func (v *Vocabulary) index(l label) {
	key := lang.Fold(l.text.Value)
	if !slices.Contains(v.exact[key], l.id) {
		v.exact[key] = append(v.exact[key], l.id)
	}
	if l.id.Kind() != graph.KindTheme {
		return
	}
	t, twice := v.themes[key]
	if !twice {
		t.id = l.id
	}
	if t.id == l.id && l.text.Language != graph.Undetermined && !slices.Contains(t.languages, l.text.Language.Base()) {
		t.languages = append(t.languages, l.text.Language.Base())
	}
	v.themes[key] = t
}

// themeLabel is the theme that has a label, and the languages in which it has it.
type themeLabel struct {
	id        graph.ID
	languages []graph.Tag
}

// Find lists the entities of a kind that have the whole name among their labels, but for case, accents and the like. More than
// one has it where it is ambiguous.
func (v *Vocabulary) Find(kind graph.Kind, name string) []graph.ID {
	var list []graph.ID
	for _, id := range v.exact[lang.Fold(name)] {
		if id.Kind() == kind {
			list = append(list, id)
		}
	}
	return list
}

// theme finds the theme that a tag names.
func (v *Vocabulary) theme(tag string) (themeLabel, bool) {
	t, known := v.themes[lang.Fold(strings.ReplaceAll(tag, "_", " "))]
	if !known && strings.Contains(tag, "&") {
		t, known = v.themes[lang.Fold(strings.ReplaceAll(tag, "&", "and"))]
	}
	return t, known
}

// enter makes a name findable in texts, in all its forms.
func (v *Vocabulary) enter(l label, people map[label]bool) {
	s := sense{id: l.id, preferred: l.preferred, small: !hasCase(l.text.Value), language: markOf(l.text.Language)}
	switch l.id.Kind() {
	case graph.KindOrganisation:
		s.how = asBody
	case graph.KindProject:
		s.how = asProject
	case graph.KindTheme:
		s.how = asTheme
	default:
		if people[l] {
			s.how = asPeople
		}
	}
	if isAcronym(l.text.Value) {
		s.exact = l.text.Value
	}
	for _, form := range formsOf(l.text, s.how) {
		v.addPhrase(form, s)
	}
}

// markOf is the mark of a language, 0 where it has none.
func markOf(tag graph.Tag) marks {
	for _, l := range languageMarks {
		if l.tag == tag.Base() {
			return l.mark
		}
	}
	return 0
}

// addPhrase enters one form of a name.
func (v *Vocabulary) addPhrase(form string, s sense) {
	words := v.wordsOf(form)
	if len(words) == 0 {
		return
	}
	key := lang.Fold(form)
	switch {
	case s.how == asPlace && listNames[key]:
		s.context = aList
	case s.how == asPlace && cueNames[key]:
		s.context = aCue
	case s.how == asPeople && notPeople[key]:
		return
	case s.how == asBody && s.exact == "" && v.allGeneric(words) && len(v.seats[s.id]) > 0:
		s.context = itsSeat
	case s.how == asTheme && len(words) < 2:
		return // single words are not names of themes in a text
	}
	v.names.add(words, int32(len(v.senses)))
	v.senses = append(v.senses, s)
}

// wordsOf are the words of a phrase, entered into the lexicon.
func (v *Vocabulary) wordsOf(phrase string) []wordID {
	s := scanner{lexicon: v.lexicon, learn: true}
	var words []wordID
	for _, t := range s.scan(phrase) {
		words = append(words, t.word)
	}
	return words
}

// allGeneric says that all words are nouns that many organisations share.
func (v *Vocabulary) allGeneric(words []wordID) bool {
	for _, w := range words {
		if !v.lexicon.is(w, genericCue) {
			return false
		}
	}
	return true
}

// hasCase says that a name has letters of a script with capitals, and one of them is a capital.
func hasCase(s string) bool { return strings.ContainsFunc(s, unicode.IsUpper) }

// isAcronym says that a name is one word with a capital behind its first letter: EU, MoP, oPt. It is met only as it is printed.
func isAcronym(s string) bool {
	letters := 0
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
		letters++
		if i > 0 && unicode.IsUpper(r) && letters > 1 {
			return isOneWord(s)
		}
	}
	return false
}

// isOneWord says that there is nothing but letters.
func isOneWord(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}
