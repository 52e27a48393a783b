package understand

import (
	"strings"
	"sync"
	"unicode"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang"
)

// languages decides in which language the title is, and the whole work: as the document says; else by the title's own words; else,
// for they are in the same, by those of the abstract.
func (r *reader) languages() {
	given := r.givenLanguages()
	r.language = r.w.Title.Language
	if r.language == "" {
		r.language = r.title.language()
	}
	if r.language == graph.Undetermined && len(given) == 1 {
		r.language = given[0]
	}
	for i := 0; r.language == graph.Undetermined && i < r.running; i++ {
		r.language = r.texts[i].language()
	}
	if len(given) == 0 && r.w.Title.Value != "" {
		if r.language == graph.Undetermined {
			r.notice("language", r.w.Title.Words, "its words do not tell the language")
			return
		}
		r.writtenIn(r.language, r.w.Title.At)
	}
}

// givenLanguages claims and lists the languages that the document says.
func (r *reader) givenLanguages() []graph.Tag {
	var list []graph.Tag
	for _, w := range r.w.Languages {
		tag, known := languageNamed(w.Value)
		if !known {
			r.notice("language", w, "is no language that is known")
			continue
		}
		r.writtenIn(tag, w.At)
		list = append(list, tag)
	}
	return list
}

// writtenIn claims the language of the work.
func (r *reader) writtenIn(tag graph.Tag, at work.Span) {
	r.claim(Claim{Relation: graph.WrittenIn, Object: Object{Text: graph.CodeObject(string(tag)).Text}, Method: graph.Stated, At: at})
}

// languageNamed reads the name of a language in any of the served ones, or its code of two or three letters.
func languageNamed(s string) (graph.Tag, bool) {
	s = strings.TrimSpace(s)
	if tag, known := languageNames()[lang.Fold(s)]; known {
		return tag, true
	}
	tag, err := graph.ParseTag(strings.ReplaceAll(s, "_", "-"))
	if err != nil || tag == graph.Undetermined {
		return "", false
	}
	return tag, true
}

// languageNames are the names of languages in the served ones, and of some in themselves, folded.
var languageNames = sync.OnceValue(func() map[string]graph.Tag {
	names := map[string]graph.Tag{}
	for tag := range strings.FieldsSeq("en ar de fr es it pt nl tr ru uk fa ku ckb ur ps az hy ka ro bg el hr sr sq pl cs sk hu sv da nb fi zh ja so am ti sw bn hi ta") {
		for _, name := range lang.NameOf(graph.Tag(tag)) {
			names[lang.Fold(name.Value)] = graph.Tag(tag)
		}
	}
	for tag, name := range ownNames {
		names[lang.Fold(name)] = tag
	}
	delete(names, "")
	return names
})

// ownNames are what languages that are not served are called in themselves.
var ownNames = map[graph.Tag]string{
	"fr": "français", "es": "español", "it": "italiano", "pt": "português", "nl": "Nederlands", "tr": "Türkçe", "ru": "русский",
	"uk": "українська", "fa": "فارسی", "ckb": "کوردی", "ur": "اردو", "el": "Ελληνικά", "pl": "polski", "ro": "română",
}

// language is that of a text by its script and its commonest words, und where they do not tell.
func (p *passage) language() graph.Tag {
	if tag := scriptLanguage(p.words.Value); tag != "" {
		return tag
	}
	var counts [16]int
	for i := range p.tokens {
		m := p.v.lexicon.marks[p.tokens[i].word]
		for k, l := range languageMarks {
			if m&l.mark != 0 {
				counts[k]++
			}
		}
	}
	for i := range p.mentions {
		for k, l := range languageMarks {
			if p.mentions[i].languages == l.mark {
				counts[k]++
			}
		}
	}
	for k, letters := range languageLetters {
		if strings.ContainsAny(p.words.Value, letters) {
			counts[k]++
		}
	}
	best, second := 0, 0
	for k := range languageMarks {
		switch {
		case counts[k] > counts[best]:
			best, second = k, counts[best]
		case k != best:
			second = max(second, counts[k])
		}
	}
	if counts[best] == 0 || counts[best] == second {
		return graph.Undetermined
	}
	return languageMarks[best].tag
}

// languageLetters are letters of the languages, in the order of languageMarks, that most of the others don't have.
var languageLetters = [...]string{"", "äöüßÄÖÜ", "çèêàœ", "ñ¿¡", "", "ãõ", "", "ğşıİ"}

// scriptLanguage is the language that the script tells, "" for Latin. Letters that Arabic doesn't have tell Persian, Urdu and
// Sorani from it.
func scriptLanguage(s string) graph.Tag {
	arabic, latin, other := 0, 0, 0
	found := graph.Tag("")
	for _, r := range s {
		switch {
		case r < 0x80:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				latin++
			}
		case unicode.Is(unicode.Latin, r):
			latin++
		case isArabicLetter(r):
			arabic++
			found = arabicNeighbour(r, found)
		case unicode.Is(unicode.Cyrillic, r):
			other++
			if found == "" || strings.ContainsRune("іїєґІЇЄҐ", r) {
				found = map[bool]graph.Tag{true: "uk", false: "ru"}[strings.ContainsRune("іїєґІЇЄҐ", r)]
			}
		case unicode.Is(unicode.Greek, r):
			other, found = other+1, "el"
		case unicode.IsLetter(r):
			other++
		}
	}
	switch {
	case latin >= arabic+other:
		return ""
	case arabic >= other && found == "":
		return graph.Arabic
	case found == "":
		return graph.Undetermined
	}
	return found
}

// arabicNeighbour is the language whose letter it is, of those that write with the Arabic script.
func arabicNeighbour(r rune, before graph.Tag) graph.Tag {
	switch r {
	case 'ێ', 'ۆ', 'ڕ', 'ڵ', 'ە':
		return "ckb"
	case 'ٹ', 'ڈ', 'ے', 'ں':
		return "ur"
	case 'پ', 'چ', 'ژ', 'گ':
		if before == "" {
			return "fa"
		}
	}
	return before
}
