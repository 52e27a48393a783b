package graph

import (
	"regexp"
	"testing"
)

var relationName = regexp.MustCompile(`^[A-Z]+(_[A-Z]+)*$`)

func TestEveryRowOfTheTable(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Relations() {
		name := r.String()
		if !relationName.MatchString(name) || name == "UNKNOWN" {
			t.Errorf("relation %d has the name %q", r, name)
		}
		if seen[name] {
			t.Errorf("the name %s is given twice", name)
		}
		seen[name] = true
		if got, err := ParseRelation(name); err != nil || got != r {
			t.Errorf("%s is read as %v, %v", name, got, err)
		}
		if info := r.info(); info.subjects == 0 || info.subjects&^anyKind != 0 || info.objects&^anyKind != 0 {
			t.Errorf("%s has the subjects %b and the objects %b", name, info.subjects, info.objects)
		} else if (info.objects != 0) != (info.form == ToEntity) {
			t.Errorf("%s ends in form %d, with the kinds %b", name, info.form, info.objects)
		} else if info.collective && info.form != ToEntity {
			t.Errorf("%s is collective, but ends in no entity", name)
		}
	}
	if len(seen) != int(relationCount) {
		t.Errorf("%d relations, want %d", len(seen), relationCount)
	}
}

func TestLabelsOfRelations(t *testing.T) {
	seen := map[Text]Relation{}
	for _, r := range Relations() {
		labels := r.Labels()
		if len(labels) != 3 || labels[0].Language != English || labels[1].Language != Arabic || labels[2].Language != German {
			t.Errorf("%v has the labels %v", r, labels)
		}
		for _, text := range labels {
			if err := checkText(r.String(), text); err != nil {
				t.Error(err)
			}
			if other, taken := seen[text]; taken {
				t.Errorf("%v and %v are both called %q", r, other, text.Value)
			}
			seen[text] = r
			if arabic := regexp.MustCompile(`\p{Arabic}`).MatchString(text.Value); arabic != (text.Language == Arabic) {
				t.Errorf("the label %q of %v is not in the script of %s", text.Value, r, text.Language)
			}
			if ours := text.Language != English; ours && (text.Standing != Unverified || text.Kind != Translated) {
				t.Errorf("our own wording %q is %v and %v", text.Value, text.Kind, text.Standing)
			}
		}
	}
}

func TestANumberThatIsNoRelation(t *testing.T) {
	for _, r := range []Relation{relationCount, 255} {
		if r.String() != "UNKNOWN" || r.Labels() != nil || r.Collective() || r.Form() != ToEntity {
			t.Errorf("%d is taken for %v %v", r, r, r.Labels())
		}
		for _, k := range append(Kinds(), kindCount, 255) {
			if r.Subject(k) || r.Object(k) {
				t.Errorf("%d joins %v", r, k)
			}
		}
	}
}

func TestWhatRelationsJoin(t *testing.T) {
	for _, row := range []struct {
		relation Relation
		subject  Kind
		object   Kind
		want     bool
	}{
		{AboutCountry, KindReport, KindCountry, true},
		{AboutCountry, KindReport, KindRegion, false},
		{AboutCountry, KindPerson, KindCountry, false},
		{Author, KindReport, KindPerson, true},
		{Author, KindReport, KindOrganisation, true},
		{Author, KindReport, KindProject, false},
		{PartOf, KindCountry, KindRegion, true},
		{PartOf, KindRegion, KindCountry, true},
		{PartOf, KindTheme, KindTheme, false},
		{Broader, KindTheme, KindTheme, true},
		{Label, KindTheme, KindTheme, false}, // it ends in a text
		{Follows, KindProject, KindProject, true},
		{Organiser, KindEvent, KindOrganisation, true},
	} {
		if got := row.relation.Subject(row.subject) && row.relation.Object(row.object); got != row.want {
			t.Errorf("%v %v %v: %v", row.subject, row.relation, row.object, got)
		}
	}
}
