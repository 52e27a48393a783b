package seeds_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// facts is what one of the two documents says of a report, as a reader of it noted. Lists are separated by commas.
type facts struct {
	title     string // as printed
	language  string
	published string
	form      string
	tags      []string // as printed, in order
	themes    string
	stated    string // countries on the report's country line
	inferred  string // countries that the title names as a place
	part      string // countries a part of which the title names
	named     string // countries that are only mentioned
	regions   string // regions that the title names
	projects  string
	publisher string
	mentions  string // everything else that the text names
	others    string // any other part in the report: role and agent
	line      int    // on which the title stands
}

const (
	listing = graph.SourceID("source:icmpd-publications")
	flash   = graph.SourceID("source:hijra-amina-flash-report")
)

// written are the reports, in the order of the documents.
var written = map[graph.ID]facts{
	"report:icmpd-2024-06-female-immigrant-labour-jordan-norway": {
		title:    "Understanding and supporting female immigrant labour: Comparing the cases of Jordan and Norway",
		language: "en", published: "2024-06", form: "UNSPECIFIED", publisher: "icmpd", line: 1,
		tags:   []string{"Integration and Social Cohesion", "Policy", "Legal and Labour Migration", "Asylum and International Protection"},
		themes: "integration-social-cohesion, policy, legal-labour-migration, asylum-international-protection",
		stated: "JO, NO",
	},
	"report:icmpd-2024-06-reception-unaccompanied-children-ukraine-poland": {
		title:    "Challenges related to the reception of unaccompanied children from Ukraine in Poland – legal representation issues",
		language: "en", published: "2024-06", form: "UNSPECIFIED", publisher: "icmpd", line: 10,
		tags:   []string{"Policy", "Asylum and International Protection"},
		themes: "policy, asylum-international-protection",
		stated: "UA, PL",
	},
	"report:icmpd-2024-05-early-identification-trafficking-manual": {
		title: "Manual for Early Identification of Potential Victims of Trafficking in Human Beings, Child Sexual Abuse and " +
			"Child Sexual Exploitation",
		language: "en", published: "2024-05", form: "MANUAL", publisher: "icmpd", line: 19,
		tags:   []string{"Governance", "Trafficking in human beings", "Research"},
		themes: "governance, trafficking-human-beings, research",
	},
	"report:icmpd-2024-05-displacement-emigration-return-iraq": {
		title:    "Displacement, emigration, and return: Understanding migration dynamics and patterns within, to, and from Iraq",
		language: "en", published: "2024-05", form: "BACKGROUND_REPORT", publisher: "icmpd", line: 32,
		tags: []string{"Irregular Migration", "Reintegration"}, themes: "irregular-migration, reintegration",
		inferred: "IQ", projects: "mirami",
		mentions: "organisation:migrant-resource-centre-baghdad, organisation:government-of-iraq",
	},
	"report:icmpd-2024-05-return-migrants-information-campaigns-iraq": {
		title:    "Engaging Return Migrants in Information Campaigns in Iraq: Challenges, Reintegration, and Prospects",
		language: "en", published: "2024-05", form: "REPORT", publisher: "icmpd", line: 43,
		tags: []string{"Return and Reintegration", "Irregular Migration"}, themes: "return-reintegration, irregular-migration",
		inferred: "IQ", projects: "mirami",
	},
	"report:icmpd-2024-05-cultivating-talent-eu": {
		title:    "Cultivating talent: Exploring effective talent attraction and retention practices in and beyond the EU",
		language: "en", published: "2024-05", form: "STUDY", publisher: "icmpd", line: 54,
		tags: []string{"Capacity Building", "Labour Migration"}, themes: "capacity-building, labour-migration",
		regions: "european-union", others: "COMMISSIONER organisation:migration-partnership-facility",
		mentions: "region:m49-150",
	},
	"report:icmpd-2024-05-irregular-pathways-iraq": {
		title:    "Irregular pathways: Probing migration dynamics in Iraq and the significance of information campaigns",
		language: "en", published: "2024-05", form: "STUDY", publisher: "icmpd", line: 64,
		tags: []string{"Irregular Migration"}, themes: "irregular-migration",
		inferred: "IQ", mentions: "region:kurdistan-region-of-iraq", // and no project
	},
	"report:icmpd-2024-05-diaspora-engagement-azerbaijan": {
		title:    "Best Practices in Diaspora Engagement for Azerbaijan",
		language: "en", published: "2024-05", form: "PAPER", publisher: "icmpd", line: 75,
		tags: []string{"Diaspora Engagement"}, themes: "diaspora-engagement", inferred: "AZ",
	},
	"report:icmpd-2024-04-fimas-sonderauswertung-vorarlberg": {
		title:    "FIMAS Sonderauswertung Vorarlberg",
		language: "de", published: "2024-04", form: "UNSPECIFIED", publisher: "icmpd", line: 86,
		tags:   []string{"Integration and Social Cohesion", "Research", "Labour Migration"},
		themes: "integration-social-cohesion, research, labour-migration",
		part:   "AT", named: "SY, AF, IQ, IR", regions: "vorarlberg", projects: "fimas",
	},
	"report:icmpd-2024-04-navigating-uncertainty-afghan-migrants-pakistan": {
		title:    "Navigating Uncertainty: Challenges, Aspirations, and Perspectives of Potential Afghan Migrants in Pakistan",
		language: "en", published: "2024-04", form: "REPORT", publisher: "icmpd", line: 96,
		tags: []string{"Irregular Migration"}, themes: "irregular-migration",
		inferred: "PK", named: "AF", projects: "parim-ii", mentions: "project:parim-i",
	},
	"report:icmpd-2024-04-migration-data-management-azerbaijan": {
		title:    "Baseline Study on Migration Data Management in Azerbaijan",
		language: "en", published: "2024-04", form: "STUDY", publisher: "icmpd", line: 107, inferred: "AZ", // neither tags nor abstract
	},
	"report:icmpd-2024-04-voices-of-return": {
		title:    "Voices of Return: Leveraging the Influence of Returnees in Migration Information Campaigns",
		language: "en", published: "2024-04", form: "REPORT", publisher: "icmpd", line: 113,
		tags: []string{"Irregular Migration"}, themes: "irregular-migration", named: "PK", projects: "parim-ii",
	},
	"report:icmpd-2024-03-communication-avrr": {
		title:    "Communication and Assisted Voluntary Return and Reintegration",
		language: "en", published: "2024-03", form: "STUDY", publisher: "icmpd", line: 123,
		tags: []string{"Return and Reintegration", "Migration Dialogues"}, themes: "return-reintegration, migration-dialogues",
		mentions: "organisation:iom",
	},
	"report:icmpd-2024-03-ukrainian-diaspora-crisis-response": {
		title: "The Role of Ukrainian Diaspora in Crisis Response, Future Return and Reconstruction of Ukraine: Case Study from " +
			"Germany, Czech Republic and Poland",
		language: "en", published: "2024-03", form: "CASE_STUDY", publisher: "icmpd", line: 133,
		tags: []string{"Governance", "Capacity Development"}, themes: "governance, capacity-building",
		inferred: "UA, DE, CZ, PL", named: "RU", others: "EDITOR the project implementation team", mentions: "region:m49-150",
	},
	"report:icmpd-2024-03-unaccompanied-separated-children-mediterranean": {
		title:    "Unaccompanied and Separated Children in the Mediterranean Region",
		language: "en", published: "2024-03", form: "STUDY", publisher: "icmpd", line: 144,
		tags:   []string{"Migration Dialogues", "Asylum and International Protection"},
		themes: "migration-dialogues, asylum-international-protection",
		stated: "MA, JO, LB, GR, ES", regions: "mediterranean", mentions: "region:mena, region:european-union",
	},
	"report:iom-2014-11-hijra-amina-flash-report": {
		title:    "HIJRA AMINA consolidates policy orientated migration research in Iraq",
		language: "en", published: "2014-11", form: "FLASH_REPORT", publisher: "iom", line: 25,
		themes:   "research, capacity-building", // our reading: it carries no tags
		inferred: "IQ", projects: "hijra-amina",
		mentions: "region:kurdistan-region-of-iraq, organisation:european-union, organisation:government-of-iraq, " +
			"organisation:kurdistan-regional-government, organisation:mohe-iraq, organisation:mop-iraq, organisation:molsa-krg, " +
			"person:vanessa-iaria, organisation:council-for-british-research-in-the-levant, organisation:british-institute-in-amman, " +
			"organisation:erbil-refugee-committee, organisation:middle-east-research-institute, theme:trafficking-human-beings",
	},
}

// TestReports holds each report against what a reader noted, without the seeds, from the documents.
func TestReports(t *testing.T) {
	if got := ids(t, graph.KindReport); len(got) != len(written) {
		t.Errorf("%d reports, want %d", len(got), len(written))
	}
	for id, want := range written {
		t.Run(id.Local(), func(t *testing.T) {
			language, err := graph.ParseTag(want.language)
			if err != nil {
				t.Fatal(err)
			}
			checkTitle(t, id, want, language)
			is := func(what, want string, got []string) {
				t.Helper()
				if g := strings.Join(got, ", "); sorted(g) != sorted(want) {
					t.Errorf("%s: %s, want %s", what, g, want)
				}
			}
			is("published", want.published, objects(about(t, id, graph.Published)))
			is("language", want.language, objects(about(t, id, graph.WrittenIn)))
			is("form", want.form, objects(about(t, id, graph.HasType)))
			is("themes", want.themes, objects(about(t, id, graph.AboutTheme)))
			is("regions", want.regions, objects(about(t, id, graph.AboutRegion)))
			is("projects", want.projects, objects(about(t, id, graph.OutputOf)))
			is("publisher", want.publisher, objects(about(t, id, graph.Publisher)))
			is("mentioned countries", want.named, objects(about(t, id, graph.MentionsCountry)))
			is("countries on the line", want.stated, objects(with(about(t, id, graph.AboutCountry), graph.Stated, "")))
			is("countries in the title", want.inferred, objects(with(about(t, id, graph.AboutCountry), graph.Inferred, graph.TitleNamesPlace)))
			is("countries in part", want.part, objects(with(about(t, id, graph.AboutCountry), graph.Inferred, graph.TitleNamesPart)))
			is("mentions", want.mentions, whole(about(t, id, graph.Mentions)))
			is("other parts", want.others, parts(about(t, id, graph.Editor, graph.Contributor, graph.Commissioner, graph.Funder)))
			if got := objects(about(t, id, graph.SourceTag)); !slices.Equal(got, want.tags) {
				t.Errorf("tags: %q, want %q", got, want.tags)
			}
			if got := about(t, id, graph.Abstract); len(got) > 0 {
				t.Errorf("an abstract is kept: %s", got[0].Object)
			}
		})
	}
}

func checkTitle(t *testing.T, id graph.ID, want facts, language graph.Tag) {
	t.Helper()
	source := listing
	if want.publisher == "iom" {
		source = flash
	}
	for _, a := range about(t, id, graph.Label) {
		if a.Object.Text.Language != language {
			continue
		}
		e := a.Evidence
		if a.Object.Text.Value != want.title || a.Object.Text.Kind != graph.Original || a.Object.Text.Standing != graph.Attested {
			t.Errorf("the title is %+v, want %q", a.Object.Text, want.title)
		}
		if e.Source != source || e.Method != graph.Stated || e.Place != graph.AtLine(want.line) {
			t.Errorf("the title rests on %+v, want line %d of %s", e, want.line, source)
		}
	}
}

// objects names the ends of facts: the local part of an entity's id, a date, a text.
func objects(list []graph.Assertion) []string {
	var names []string
	for _, a := range list {
		names = append(names, cmp.Or(a.Object.Entity.Local(), a.Object.String()))
	}
	return names
}

// whole names them with the kind.
func whole(list []graph.Assertion) []string {
	var names []string
	for _, a := range list {
		names = append(names, a.Object.String())
	}
	return names
}

func parts(list []graph.Assertion) []string {
	var names []string
	for _, a := range list {
		names = append(names, fmt.Sprintf("%s %s", a.Relation, a.Object))
	}
	return names
}

func with(list []graph.Assertion, m graph.Method, r graph.Rule) []graph.Assertion {
	return slices.DeleteFunc(list, func(a graph.Assertion) bool { return a.Evidence.Method != m || a.Evidence.Rule != r })
}

func sorted(list string) string {
	names := strings.Split(list, ", ")
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// TestAuthors holds the authors in the printed order, as printed, with the affiliations printed behind them.
func TestAuthors(t *testing.T) {
	tests := map[graph.ID][]string{
		"report:icmpd-2024-05-early-identification-trafficking-manual": {
			"1 Elena Petreska (ICMPD): person:elena-petreska, organisation:icmpd",
			"2 Edgar Federzoni dos Santos (ICMPD): person:edgar-federzoni-dos-santos, organisation:icmpd",
			"3 Madalina Lepsa - Rogoz (ICMPD): person:madalina-lepsa-rogoz, organisation:icmpd",
			"4 Ivanka Hainzl (ICMPD): person:ivanka-hainzl, organisation:icmpd",
			"5 Ishrat Shamim (CWCS): person:ishrat-shamim, organisation:cwcs",
			"6 Sergio Rivera Reyes (RENACER): person:sergio-rivera-reyes, organisation:renacer",
			"7 Claudia Álvarez Conde (UCM): person:claudia-alvarez-conde, organisation:ucm",
			"8 Raquel Barras Tejudo (UCM): person:raquel-barras-tejudo, organisation:ucm",
			"9 Carlos Brito Siso (UCM): person:carlos-brito-siso, organisation:ucm",
			"10 Jana Dilger (TRI): person:jana-dilger, organisation:tri",
			"11 Melita Gruevska Graham (ICMPD): person:melita-gruevska-graham, organisation:icmpd",
		},
		"report:icmpd-2024-03-ukrainian-diaspora-crisis-response": {
			"1 Dr. Valeria Lazarenko (PhD) (): person:valeria-lazarenko, ",
		},
	}
	for _, id := range ids(t, graph.KindReport) {
		var got []string
		for _, a := range about(t, id, graph.Author) {
			p := a.Evidence.Printed
			got = append(got, fmt.Sprintf("%d %s (%s): %s, %s", p.Position, p.As, p.AffiliationAs, a.Object, p.Affiliation))
			if a.Evidence.Method != graph.Stated {
				t.Errorf("%s: %s is %s", id, p.As, a.Evidence.Method)
			}
		}
		if !slices.Equal(got, tests[id]) {
			t.Errorf("%s: %q, want %q", id, got, tests[id])
		}
	}
}

// TestAffiliations holds where each person is said to belong.
func TestAffiliations(t *testing.T) {
	want := map[string]string{
		"elena-petreska": "icmpd", "edgar-federzoni-dos-santos": "icmpd", "madalina-lepsa-rogoz": "icmpd", "ivanka-hainzl": "icmpd",
		"ishrat-shamim": "cwcs", "sergio-rivera-reyes": "renacer", "claudia-alvarez-conde": "ucm", "raquel-barras-tejudo": "ucm",
		"carlos-brito-siso": "ucm", "jana-dilger": "tri", "melita-gruevska-graham": "icmpd", "valeria-lazarenko": "",
		"vanessa-iaria": "british-institute-in-amman, council-for-british-research-in-the-levant",
	}
	people := ids(t, graph.KindPerson)
	if len(people) != len(want) {
		t.Errorf("%d people, want %d", len(people), len(want))
	}
	for _, id := range people {
		if got := sorted(strings.Join(objects(about(t, id, graph.AffiliatedWith)), ", ")); got != want[id.Local()] {
			t.Errorf("%s belongs to %q, want %q", id, got, want[id.Local()])
		}
	}
}

// TestPublishersAreCurated: neither document names its own publisher.
func TestPublishersAreCurated(t *testing.T) {
	for _, id := range ids(t, graph.KindReport) {
		for _, a := range about(t, id, graph.Publisher) {
			if a.Evidence.Method != graph.Curated {
				t.Errorf("%s: its publisher is %s", id, a.Evidence.Method)
			}
		}
	}
}
