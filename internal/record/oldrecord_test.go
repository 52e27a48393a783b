package record

import "github.com/wasl-graph/wasl/graph"

// oldChanges are what the records in testdata/format1 hold, from the first change on.
func oldChanges() []graph.Change {
	const text = "Irregular migration from Iraq\nالهجرة غير النظامية من العراق\n"
	const sum = "3f2c7a9f3b1f5d1c1f0b6f0b6d2f7c1e7a54d6d0f6c6e0b5b9b6a4c3d2e1f0a9"
	read := testSource("source:reading")
	read.SHA256 = sum
	arabic := label("report:r-3", "الهجرة غير النظامية من العراق")
	arabic.Object.Text.Language = graph.Arabic
	arabic.Evidence.Source, arabic.Evidence.Place = "source:reading", graph.Place{Unit: graph.Chars, Start: 30, End: 59}
	second := change(append(many(12, 0), arabic, link("report:r-3", graph.AboutCountry, "country:IQ"))...)
	second.Sources = []graph.Source{read}
	second.Documents = []graph.Document{{SHA256: sum, Text: text}}
	return []graph.Change{firstChange(), second, retraction(many(4, 2)...)}
}

// oldJournalled is the change whose journal stands beside one of them, half done.
func oldJournalled() graph.Change {
	c := change(many(30, 100)...)
	c.Retract = many(3, 7)
	return c
}
