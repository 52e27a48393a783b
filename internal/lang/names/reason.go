package names

// Verdict is what a comparison comes to.
type Verdict uint8

// The verdicts.
const (
	Different Verdict = iota // nothing speaks for one and the same, or something speaks against it
	Candidate                // somebody has to decide
	Same                     // may be merged
)

var verdicts = [...]string{"DIFFERENT", "CANDIDATE", "SAME"}

// String returns a stable name such as CANDIDATE.
func (v Verdict) String() string { return verdicts[v] }

// Comparison is a verdict with what it rests on.
type Comparison struct {
	Verdict Verdict
	// Score is from 0 to 1 and orders comparisons, the most alike last. Its range tells the verdict too: DIFFERENT is
	// below 0.3, CANDIDATE below 0.8.
	Score float64
	// Reasons are all that was found, for and against.
	Reasons []Reason
}

// Has says whether a reason of a kind was found.
func (c Comparison) Has(kind ReasonKind) bool {
	for _, r := range c.Reasons {
		if r.Kind == kind {
			return true
		}
	}
	return false
}

// Reason is one thing that was found. A and B are the words of the first and of the second name that it is about, in
// pairs where the kind speaks of pairs; there may be none.
type Reason struct {
	Kind ReasonKind
	A, B []string
}

// ReasonKind says what was found.
type ReasonKind uint8

// The kinds of reasons.
const (
	WordsAgree         ReasonKind = iota // pairs of the same words
	InitialsAgree                        // pairs of an initial and a word that it may stand for
	WordsAlike                           // pairs that are spelled differently and may sound the same
	WordsDiffer                          // words of both that have no counterpart
	WordsMissing                         // words of one that the other, which has no more, does not have
	OrderDiffers                         // the same words, in another order
	SuffixDiffers                        // Jr. and Sr.
	NotEnough                            // one of them is a single name
	NatureDiffers                        // a person and an organisation; what is no name is neither
	ScriptDiffers                        // compared by sound alone
	FamilyRare                           // the family name is rare
	FamilyCommon                         // the family name is common
	AffiliationShared                    // printed with the same organisation
	AffiliationDiffers                   // printed with different organisations
	NumbersAgree                         // PARIM-II and PARIM 2
	NumbersDiffer                        // PARIM-I and PARIM-II
	NumberMissing                        // PARIM and PARIM-II
	AcronymAgrees                        // an acronym is that of the other, printed or made of its first letters
	AcronymDiffers                       // both have acronyms
	reasonKinds        = iota
)

var reasonNames = [reasonKinds]string{
	"WORDS_AGREE", "INITIALS_AGREE", "WORDS_ALIKE", "WORDS_DIFFER", "WORDS_MISSING", "ORDER_DIFFERS", "SUFFIX_DIFFERS", "NOT_ENOUGH",
	"NATURE_DIFFERS", "SCRIPT_DIFFERS", "FAMILY_RARE", "FAMILY_COMMON", "AFFILIATION_SHARED", "AFFILIATION_DIFFERS",
	"NUMBERS_AGREE", "NUMBERS_DIFFER", "NUMBER_MISSING", "ACRONYM_AGREES", "ACRONYM_DIFFERS",
}

// String returns a stable name such as WORDS_AGREE, under which a catalogue of messages can keep a sentence for it.
func (k ReasonKind) String() string { return reasonNames[k] }

// The bounds of the scores of each verdict.
const (
	candidateFrom = .3
	sameFrom      = .8
	gap           = .01 // keeps the best of one verdict apart from the next
)

// conclude puts a likeness from 0 to 1 into the range of the verdict.
func (c *Comparison) conclude(verdict Verdict, likeness float64) {
	low, high := 0., candidateFrom-gap
	switch verdict {
	case Candidate:
		low, high = candidateFrom, sameFrom-gap
	case Same:
		low, high = sameFrom, 1
	}
	c.Verdict = verdict
	c.Score = low + (high-low)*min(1, max(0, likeness))
}

func (c *Comparison) note(kind ReasonKind, a, b []string) {
	c.Reasons = append(c.Reasons, Reason{kind, a, b})
}

// flipped is the comparison of the second name with the first.
func (c Comparison) flipped() Comparison {
	for i, r := range c.Reasons {
		c.Reasons[i] = Reason{r.Kind, r.B, r.A}
	}
	return c
}
