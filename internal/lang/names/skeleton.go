package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/internal/lang"
)

// Skeleton is a rough key of how a text sounds, the same for a name in Latin, Arabic and Cyrillic letters more often than
// not: "FLR LSRNK" for Valeria Lazarenko, فاليريا لازارينكو and Валерія Лазаренко. It keeps consonants, and puts
// together those that the scripts and habits of spelling confuse (b and p, s and z and sh). A word of vowels alone gives
// nothing.
//
// Different names share skeletons: Hassan and Hussein do. So a skeleton finds candidates and never decides.
func Skeleton(s string) string {
	dst := make([]byte, 0, 32)
	for word := range strings.FieldsFuncSeq(s, isBetweenWords) {
		before := len(dst)
		if before > 0 {
			dst = append(dst, ' ')
		}
		start := len(dst)
		if dst = appendSkeleton(dst, word); len(dst) == start {
			dst = dst[:before]
		}
	}
	return string(dst)
}

func isBetweenWords(r rune) bool { return unicode.IsSpace(r) || isDash(r) }

func appendSkeleton(dst []byte, word string) []byte {
	word = lang.Fold(silent.Replace(word))
	last := byte(0) // the consonant directly before, if any
	for i := 0; i < len(word); {
		sound, size := soundAt(word[i:])
		i += size
		switch {
		case sound == vowel || sound == 'H' && i == len(word):
			last = vowel
		case sound == noSound || sound == last:
		default:
			dst = append(dst, sound)
			last = sound
		}
	}
	return dst
}

// silent takes away the vowels that lang.Fold would turn into the consonant heh.
var silent = strings.NewReplacer("ة", "", "ە", "")

// What is no consonant.
const (
	vowel   byte = 0
	noSound byte = 1 // a sign or a mark, beside which two consonants are still side by side
)

// soundAt gives the class of the sound at the beginning of folded text, and how many bytes
// it takes.
func soundAt(s string) (sound byte, size int) {
	if s[0] < utf8.RuneSelf {
		for _, d := range digraphs {
			if strings.HasPrefix(s, d.letters) {
				return d.sound, len(d.letters)
			}
		}
		return latinSound(s), 1
	}
	if strings.HasPrefix(s, "تس") {
		return 'S', len("تس")
	}
	r, size := utf8.DecodeRuneInString(s)
	if c, ok := sounds[r]; ok {
		return c, size
	}
	return noSound, size
}

// digraphs are letters that are one sound together, the longer ones first.
var digraphs = []struct {
	letters string
	sound   byte
}{
	{"tsch", 'S'},
	{"sch", 'S'},
	{"tch", 'S'},
	{"tz", 'S'},
	{"ts", 'S'},
	{"ch", 'S'},
	{"sh", 'S'},
	{"zh", 'S'},
	{"kh", 'G'},
	{"gh", 'G'},
	{"dj", 'G'},
	{"dh", 'D'},
	{"th", 'T'},
	{"dt", 'T'},
	{"ph", 'F'},
	{"bh", 'B'},
	{"ck", 'K'},
	{"ce", 'S'},
	{"ci", 'S'},
	{"cy", 'S'},
}

// latinSounds are the classes of a to z.
const latinSounds = "\x00BKD\x00FGH\x00GKLMN\x00BKRST\x00F\x00S\x00S"

func latinSound(s string) byte {
	if c := s[0]; c >= 'a' && c <= 'z' {
		return latinSounds[c-'a']
	}
	return noSound
}

// sounds are the classes of the folded letters of the other scripts.
var sounds = func() map[rune]byte {
	m := map[rune]byte{}
	for letters, sound := range map[string]byte{
		"بپбп": 'B', "فڤвф": 'F', "تطثٹтћ": 'T', "دضذڈдђ": 'D', "سصشزظچژжзсцчшщ": 'S',
		"كقк": 'K', "غجخگгґх": 'G', "هحھہ": 'H', "لڵлљ": 'L', "مм": 'M', "نںнњ": 'N', "رڕڑр": 'R',
		"اويءعآےێۆۇےаеиоуыэюяієьъј": vowel,
	} {
		for _, r := range letters {
			m[r] = sound
		}
	}
	return m
}()
