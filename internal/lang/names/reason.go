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
	// Score is from 0 to 1 and orders comparisons, the most alike last. It is the likeness within the range of the
	// verdict: DIFFERENT is from 0 to 0.29, CANDIDATE from 0.3 to 0.79, SAME from 0.8 to 1.
	Score float64
	// Likeness is from 0 to 1: the weights of all reasons together, within these bounds.
	Likeness float64
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
// pairs where the kind speaks of pairs; there may be none. [Reason.Explain] says it to a reader.
type Reason struct {
	Kind ReasonKind
	A, B []string
	// Weight is what it adds to the likeness: the share of the words that belong together, or what is added and taken
	// for the rest. A reason of no weight counts for the verdict alone.
	Weight float64
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
	AcronymAgrees                        // one is an acronym of the other, printed or made of its first letters
	AcronymDiffers                       // both have acronyms
	reasonKinds        = iota
)

var reasonNames = [reasonKinds]string{
	"WORDS_AGREE", "INITIALS_AGREE", "WORDS_ALIKE", "WORDS_DIFFER", "WORDS_MISSING", "ORDER_DIFFERS", "SUFFIX_DIFFERS", "NOT_ENOUGH",
	"NATURE_DIFFERS", "SCRIPT_DIFFERS", "FAMILY_RARE", "FAMILY_COMMON", "AFFILIATION_SHARED", "AFFILIATION_DIFFERS",
	"NUMBERS_AGREE", "NUMBERS_DIFFER", "NUMBER_MISSING", "ACRONYM_AGREES", "ACRONYM_DIFFERS",
}

// String returns a stable name such as WORDS_AGREE.
func (k ReasonKind) String() string { return reasonNames[k] }

// The bounds of the scores of each verdict.
const (
	candidateFrom = .3
	sameFrom      = .8
	gap           = .01 // keeps the best of one verdict apart from the next
)

// conclude puts the likeness into the range of the verdict.
func (c *Comparison) conclude(verdict Verdict) {
	c.Verdict = verdict
	c.Likeness = min(1, max(0, c.weight()))
	low, high := verdict.scores()
	c.Score = low + (high-low)*c.Likeness
}

// scores is the range of the scores of a verdict.
func (v Verdict) scores() (low, high float64) {
	switch v {
	case Candidate:
		return candidateFrom, sameFrom - gap
	case Same:
		return sameFrom, 1
	}
	return 0, candidateFrom - gap
}

// weight is that of all reasons so far.
func (c *Comparison) weight() float64 {
	sum := 0.
	for _, r := range c.Reasons {
		sum += r.Weight
	}
	return sum
}

func (c *Comparison) note(kind ReasonKind, a, b []string) { c.weigh(kind, a, b, 0) }

func (c *Comparison) weigh(kind ReasonKind, a, b []string, weight float64) {
	c.Reasons = append(c.Reasons, Reason{kind, a, b, weight})
}

// flipped is the comparison of the second name with the first.
func (c Comparison) flipped() Comparison {
	for i, r := range c.Reasons {
		c.Reasons[i].A, c.Reasons[i].B = r.B, r.A
	}
	return c
}
