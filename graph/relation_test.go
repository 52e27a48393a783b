package graph

import (
	"slices"
	"testing"
)

func TestEveryRelationIsComplete(t *testing.T) {
	names := map[string]bool{}
	for _, r := range Relations() {
		if names[r.String()] {
			t.Errorf("%s is named twice", r)
		}
		names[r.String()] = true
		if again, err := ParseRelation(r.String()); err != nil || again != r {
			t.Errorf("%s is read as %s, %v", r, again, err)
		}
		if !slices.ContainsFunc(Kinds(), r.Subject) {
			t.Errorf("%s has no subject", r)
		}
		if joins := slices.ContainsFunc(Kinds(), r.Object); joins != (r.Form() == ToEntity) {
			t.Errorf("%s leads to entities: %t, but its form is %d", r, joins, r.Form())
		}
	}
}

func TestEveryRelationHasALabelInThreeLanguages(t *testing.T) {
	for _, r := range Relations() {
		var languages []Tag
		for _, label := range r.Labels() {
			if err := checkText(r.String(), label); err != nil {
				t.Error(err)
			}
			languages = append(languages, label.Language)
			if (label.Language == English) != (label.Kind == Original) || label.Standing != Unverified {
				t.Errorf("%s in %s: %s, %s; all wording is our own", r, label.Language, label.Kind, label.Standing)
			}
		}
		if !slices.Equal(languages, []Tag{English, Arabic, German}) {
			t.Errorf("%s has labels in %v", r, languages)
		}
	}
}

func TestContributionAndParticipationRelationsLeadToAgents(t *testing.T) {
	for _, r := range append(ContributionRelations(), ParticipationRelations()...) {
		if !r.Object(KindPerson) || !r.Object(KindOrganisation) || r.Object(KindReport) || !r.Collective() {
			t.Errorf("%s does not lead to agents and collectives alone", r)
		}
	}
}

func TestUnknownRelationIsRefused(t *testing.T) {
	for _, s := range []string{"", "LABELS", "label", "UNKNOWN"} {
		if _, err := ParseRelation(s); CodeOf(err) != BadInput {
			t.Errorf("%q: %v", s, err)
		}
	}
}
