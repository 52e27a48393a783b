package lang

// Tier says how near two words are that meet. A lower tier is a nearer one and ranks before the others.
type Tier uint8

// The tiers, the nearest first.
const (
	Exact     Tier = iota // the same string, as it was typed
	Folded                // the same but for what Fold takes away: Österreich, Osterreich
	Respelled             // another spelling of the same word: Oesterreich; labor, labour; پاکستان, باكستان
	Stripped              // without what is written together with the word: والعراق, عراق
	Inflected             // another form of the same word: returnees, returnee; Flüchtlingen, Flüchtling
	Part                  // one of the words in a compound: Auswertung in Sonderauswertung
	Derived               // a word made of the other: عراقي, عراق; Migrantin, Migrant
)

var tierNames = [...]string{"exact", "folded", "respelled", "stripped", "inflected", "part", "derived"}

// String returns the name of the tier, such as "folded".
func (t Tier) String() string {
	if int(t) < len(tierNames) {
		return tierNames[t]
	}
	return "?"
}
