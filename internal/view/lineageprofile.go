package view

import (
	"cmp"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// ProjectTrait is something that projects may have in common.
type ProjectTrait struct {
	Role ProjectRole
	Node Node             // for all roles but [OfType]
	Type graph.ReportType // for [OfType]
}

// ProjectRole says in which way projects have something in common.
type ProjectRole uint8

// The roles, in the order in which a sentence names them.
const (
	Continuing ProjectRole = iota // both continue this project
	WithPartner
	WithAgent // a person or an organisation has part in reports of both
	OnTheme   // reports of both are about it
	OnEvent
	OnCountry
	OnRegion
	OfType // the method: reports of both are of this type

	roleCount = iota
)

// roleOfKind is the role of what reports of a project lead to.
var roleOfKind = map[graph.Kind]ProjectRole{
	graph.KindTheme: OnTheme, graph.KindEvent: OnEvent, graph.KindCountry: OnCountry, graph.KindRegion: OnRegion,
	graph.KindPerson: WithAgent, graph.KindOrganisation: WithAgent,
}

// projectIndex lists what each project has, and which projects have it. Both are numbered: projects as among their kind,
// traits as in the list.
type projectIndex struct {
	traits   []ProjectTrait
	of       adjacency // from a project to its traits
	projects adjacency // from a trait to the projects that have it
}

// indexProjects looks at all reports of all projects. What all reports share is left out.
func (v *View) indexProjects() {
	first, numbers := v.nodes.first[graph.KindProject], map[ProjectTrait]Node{}
	var found links
	marks := make([]Node, v.nodes.len()) // by node: the last project that has it, counted from 1
	for p := range Node(v.Count(graph.KindProject)) {
		for _, t := range v.traitsOf(first+p, marks, p+1) {
			number, known := numbers[t]
			if !known {
				number = Node(len(v.projects.traits))
				numbers[t] = number
				v.projects.traits = append(v.projects.traits, t)
			}
			found.add(p, number)
		}
	}
	v.projects.traits = slices.Clip(v.projects.traits)
	v.projects.of, v.projects.projects = found.outgoing(), found.incoming()
}

// traitsOf lists what a project has, each once.
func (v *View) traitsOf(project Node, marks []Node, mark Node) []ProjectTrait {
	var list []ProjectTrait
	for _, n := range v.Objects(nil, project, graph.Follows) {
		list = append(list, ProjectTrait{Role: Continuing, Node: n})
	}
	for _, n := range v.Objects(nil, project, graph.PartnerOf) {
		list = append(list, ProjectTrait{Role: WithPartner, Node: n})
	}
	for _, n := range v.shared {
		marks[n] = mark
	}
	var types [graph.UnspecifiedType]bool
	var values []Node
	for _, report := range v.Subjects(project, graph.OutputOf) {
		values = v.Objects(v.valuesFor(values[:0], report), report, graph.CoversEvent)
		for _, n := range values {
			if marks[n] != mark {
				marks[n] = mark
				list = append(list, ProjectTrait{Role: roleOfKind[v.Kind(n)], Node: n})
			}
		}
		if t := v.ReportType(report); t < graph.UnspecifiedType {
			types[t] = true
		}
	}
	for t, has := range types {
		if has {
			list = append(list, ProjectTrait{Role: OfType, Type: graph.ReportType(t)})
		}
	}
	slices.SortFunc(list, compareTraits)
	return slices.Compact(list)
}

// valuesFor appends the themes, countries, regions, people and organisations of a report.
func (v *View) valuesFor(dst []Node, report Node) []Node {
	for _, by := range []graph.Dimension{graph.ByTheme, graph.ByCountry, graph.ByRegion, graph.ByPerson} {
		values := v.reports.values[by]
		dst = append(dst, values.of(report)...)
	}
	return dst
}

func compareTraits(a, b ProjectTrait) int {
	return cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(a.Node, b.Node), cmp.Compare(a.Type, b.Type))
}
