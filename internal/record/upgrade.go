package record

import (
	"fmt"
	"slices"
)

// upgradeStep leads a record from one format version to the next.
type upgradeStep struct {
	from int
	// does changes what the buckets hold. A journalled change may be half done then: it is finished afterwards, in the new
	// format, and its quads are those that are not in the change log yet.
	does func(engineTx) error
}

// upgradeSteps has a row for every older format version, in their order. A record takes all steps from its own version on
// in one transaction.
var upgradeSteps = []upgradeStep{
	{from: 1, does: addBuckets}, // 2 may have buckets that 1 had not
}

// upgrade brings an older record to this program's format before anything else is done with it: what writes to it, an
// unfinished journal first of all, writes the new format. A process that is killed leaves the old record or the new one.
// A damaged record stays as it is.
func (s *Store) upgrade() error {
	old, err := s.oldMeta()
	if err != nil || old.Number == 0 { // it is up to date, or nobody's record
		return err
	}
	if problems := s.engine.check(); len(problems) > 0 {
		return fmt.Errorf("it has format version %d and can't be upgraded: %w", old.Format, problems[0])
	}
	tx, err := s.engine.begin(true)
	if err != nil {
		return err
	}
	defer tx.rollback()
	for _, step := range stepsFrom(old.Format) {
		if err := step.does(tx); err != nil {
			return fmt.Errorf("upgrading it from format version %d: %w", step.from, err)
		}
	}
	if err := writeMeta(tx, old.revision()); err != nil {
		return err
	}
	if err := tx.commit(); err != nil {
		return err
	}
	s.upgradedFrom = old.Format
	return nil
}

// oldMeta is the meta of a record that has an older format, and an empty one otherwise.
func (s *Store) oldMeta() (meta, error) {
	tx, err := s.engine.begin(false)
	if err != nil {
		return meta{}, err
	}
	defer tx.rollback()
	m, err := metaIn(tx)
	if m.Format == formatVersion {
		return meta{}, err
	}
	return m, err
}

func stepsFrom(format int) []upgradeStep {
	return upgradeSteps[slices.IndexFunc(upgradeSteps, func(step upgradeStep) bool { return step.from == format }):]
}

// UpgradedFrom is the format version that the record had before it was opened, when opening it has upgraded it, and 0
// otherwise.
func (s *Store) UpgradedFrom() int { return s.upgradedFrom }

// addBuckets makes those of the buckets that are missing. A store in memory makes them as they are needed.
func addBuckets(tx engineTx) error {
	if maker, needed := tx.(interface{ addBuckets() error }); needed {
		return maker.addBuckets()
	}
	return nil
}

func (t boltTx) addBuckets() error {
	for _, name := range allBuckets {
		if _, err := t.tx.CreateBucketIfNotExists(name); err != nil {
			return err
		}
	}
	return nil
}
