package seeds_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// labelIn is the label in a language, "" when there is none.
func labelIn(t *testing.T, id graph.ID, tag graph.Tag) string {
	t.Helper()
	for _, a := range about(t, id, graph.Label) {
		if a.Object.Text.Language == tag {
			return a.Object.Text.Value
		}
	}
	return ""
}

// TestProjects holds names, acronyms and lineage.
func TestProjects(t *testing.T) {
	labels := []struct {
		id   graph.ID
		tag  graph.Tag
		want string
	}{
		{"project:hijra-amina", graph.Arabic, "هجرة آمنة"},
		{"project:hijra-amina", graph.English, "HIJRA AMINA"},
		{"project:mirami", graph.English, "Migration Information and Awareness Raising on the Risks of Irregular Migration in Iraq"},
		{"project:parim-ii", graph.English, "Awareness Raising and Information Campaigns on the Risks of Irregular Migration in Pakistan – II"},
		{"project:parim-i", graph.Undetermined, "PARIM-I"},
		{"project:fimas", graph.Undetermined, "FIMAS"},
	}
	for _, test := range labels {
		if got := labelIn(t, test.id, test.tag); got != test.want {
			t.Errorf("%s in %s: %q, want %q", test.id, test.tag, got, test.want)
		}
	}
	lineage := map[graph.ID]string{"project:parim-ii": "parim-i"}
	for _, id := range ids(t, graph.KindProject) {
		if got := strings.Join(objects(about(t, id, graph.Follows)), ", "); got != lineage[id] {
			t.Errorf("%s follows %q, want %q", id, got, lineage[id])
		}
	}
	partners := objects(about(t, "project:hijra-amina", graph.PartnerOf))
	if got := sorted(strings.Join(partners, ", ")); got != "european-union, government-of-iraq, iom" {
		t.Errorf("the partners of HIJRA AMINA are %s", got)
	}
}

// unexpanded are the acronyms that no document spells out and for which no source is named.
var unexpanded = []graph.ID{
	"organisation:renacer", "organisation:tri", "organisation:mohe-iraq", "organisation:mop-iraq", "organisation:molsa-krg",
	"project:fimas", "project:parim-i",
}

// TestAcronyms wants them to stay codes, and every other organisation to be attested in the language of its name.
func TestAcronyms(t *testing.T) {
	for _, kind := range []graph.Kind{graph.KindOrganisation, graph.KindProject} {
		for _, id := range ids(t, kind) {
			labels := about(t, id, graph.Label)
			codes, attested := 0, 0
			for _, a := range labels {
				if a.Object.Text.Kind == graph.Code {
					codes++
				}
				if a.Object.Text.Standing == graph.Attested {
					attested++
				}
			}
			if slices.Contains(unexpanded, id) != (codes == 1 && len(labels) == 1) || codes > 0 && len(labels) > 1 {
				t.Errorf("%s has %d labels, %d of them codes", id, len(labels), codes)
			}
			if codes > 0 && kind == graph.KindOrganisation && len(about(t, id, graph.AlternativeLabel, graph.HiddenLabel)) > 0 {
				t.Errorf("%s has another name, though nobody says what it stands for", id)
			}
			if attested == 0 {
				t.Errorf("%s: no label is attested", id)
			}
		}
	}
}

// TestEvent holds the training of November 2014: when it was and who was there. Where it took place is not said.
func TestEvent(t *testing.T) {
	const training = graph.ID("event:hijra-amina-research-training-2014")
	dates := map[graph.Relation]string{graph.Starts: "2014-11-23", graph.Ends: "2014-11-26"}
	for relation, want := range dates {
		for _, a := range about(t, training, relation) {
			if a.Object.String() != want {
				t.Errorf("%s: %s, want %s", relation, a.Object, want)
			}
		}
	}
	if got := about(t, training, graph.LocatedIn, graph.Organiser); len(got) > 0 {
		t.Errorf("%s %s: the document does not say so", got[0].Relation, got[0].Object)
	}
	facilitators := about(t, training, graph.Facilitator)
	if len(facilitators) != 1 {
		t.Fatalf("%d facilitators, want 1", len(facilitators))
	}
	p := facilitators[0].Evidence.Printed
	got := fmt.Sprintf("%s as %s, %s as %s", facilitators[0].Object, p.As, p.Affiliation, p.AffiliationAs)
	if want := "person:vanessa-iaria as Dr. Vanessa Iaria, organisation:council-for-british-research-in-the-levant as " +
		"Council for British Research in the Levant, British Institute in Amman"; got != want {
		t.Errorf("it was facilitated by %s, want %s", got, want)
	}
	participants := strings.Join(whole(about(t, training, graph.Participant)), ", ")
	if want := "organisation:government-of-iraq, organisation:kurdistan-regional-government, civil society actors"; participants != want {
		t.Errorf("it had the participants %s, want %s", participants, want)
	}
	if !says(t, "report:iom-2014-11-hijra-amina-flash-report", graph.CoversEvent, training) {
		t.Error("the flash report does not cover it")
	}
}

// TestThemes holds the hierarchy and which printed tags are which theme.
func TestThemes(t *testing.T) {
	broader := map[graph.ID]string{"theme:labour-migration": "legal-labour-migration", "theme:reintegration": "return-reintegration"}
	for _, id := range ids(t, graph.KindTheme) {
		if got := strings.Join(objects(about(t, id, graph.Broader)), ", "); got != broader[id] {
			t.Errorf("%s is narrower than %q, want %q", id, got, broader[id])
		}
	}
	meant := map[string]string{
		"Integration and Social Cohesion": "integration-social-cohesion", "Policy": "policy", "Legal and Labour Migration": "legal-labour-migration",
		"Asylum and International Protection": "asylum-international-protection", "Governance": "governance",
		"Trafficking in human beings": "trafficking-human-beings", "Research": "research", "Irregular Migration": "irregular-migration",
		"Reintegration": "reintegration", "Return and Reintegration": "return-reintegration", "Capacity Building": "capacity-building",
		"Capacity Development": "capacity-building", "Labour Migration": "labour-migration", "Diaspora Engagement": "diaspora-engagement",
		"Migration Dialogues": "migration-dialogues",
	}
	for _, id := range ids(t, graph.KindReport) {
		for _, tag := range about(t, id, graph.SourceTag) {
			theme := meant[tag.Object.String()]
			if theme == "" || !says(t, id, graph.AboutTheme, graph.ID("theme:"+theme)) {
				t.Errorf("%s is tagged %q, but is not about theme:%s", id, tag.Object, theme)
			}
		}
	}
}
