package messages

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// need is a sentence that the program asks for somewhere.
type need struct {
	place   string
	english string   // as the program has it; "" where only the catalogue has it
	params  []string // the values that come with it; nil when the source does not show them
}

// TestComplete holds the files against the program's source.
func TestComplete(t *testing.T) {
	needed := needs(t)
	addChains(needed)
	for tag := range catalogues() {
		if !slices.Contains(lang.Spoken(), tag) {
			t.Errorf("%s.txt is for nobody: package lang does not call %s spoken", tag, tag)
		}
	}
	for _, tag := range lang.Spoken() {
		c, ok := catalogues()[tag]
		if !ok {
			t.Errorf("%s has no file", tag)
			continue
		}
		for key, n := range needed {
			if _, ok := c.sentences[key]; !ok {
				t.Errorf("%s.txt lacks %s, for %s", tag, key, n.place)
			}
		}
		for key, s := range c.sentences {
			if strings.HasPrefix(key, "named.") {
				continue // see TestForms
			}
			n, ok := needed[key]
			if !ok {
				t.Errorf("%s.txt: nobody asks for %s", tag, key)
			}
			checkValues(t, c, key, s, n)
			checkPlurals(t, c, key, s)
		}
	}
	for key, n := range needed {
		if s := catalogues()[graph.English].sentences[key]; n.english != "" && plain(s) != n.english {
			t.Errorf("en.txt: %s is %q, and in %s it is %q", key, plain(s), n.place, n.english)
		}
	}
}

// checkValues checks that a sentence speaks of the same values as the English one, and only of those that come with it.
func checkValues(t *testing.T, c *catalogue, key string, s sentence, n need) {
	t.Helper()
	got, want := names(s), names(catalogues()[graph.English].sentences[key])
	if !slices.Equal(got, want) {
		t.Errorf("%s.txt: %s speaks of %v, and in English of %v", c.language, key, got, want)
	}
	for _, name := range got {
		if n.params != nil && !slices.Contains(n.params, name) {
			t.Errorf("%s.txt: %s speaks of %s, which %s does not give", c.language, key, name, n.place)
		}
	}
}

// checkPlurals checks that every choice has the forms of the language, no fewer and no more.
func checkPlurals(t *testing.T, c *catalogue, key string, s sentence) {
	t.Helper()
	for _, p := range s {
		if p.plurals == nil {
			continue
		}
		var forms []lang.Plural
		for form, inner := range p.plurals {
			forms = append(forms, form)
			checkPlurals(t, c, key, inner)
		}
		slices.Sort(forms)
		if want := lang.Plurals(c.language); !slices.Equal(forms, want) {
			t.Errorf("%s.txt: %s has for %s the forms %v, want %v", c.language, key, p.name, forms, want)
		}
	}
}

// names lists the values that a sentence speaks of, each once.
func names(s sentence) []string {
	var list []string
	for _, p := range s {
		if p.name != "" {
			list = append(list, p.name)
		}
		for _, inner := range p.plurals {
			list = append(list, names(inner)...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// plain is a sentence as the program has it: with the plural form for most numbers.
func plain(s sentence) string {
	var b strings.Builder
	for _, p := range s {
		switch {
		case p.plurals != nil:
			b.WriteString(plain(p.plurals[lang.Other]))
		case p.name != "":
			b.WriteString("{" + p.name + "}")
		default:
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// foreign are folders without sentences of ours; those of this package come from its callers.
var foreign = []string{"testdata", "generated", "messages"}

// needs reads the program's source and finds what it asks for: errors, expectations, and sentences.
func needs(t *testing.T) map[string]need {
	t.Helper()
	found := map[string]need{}
	const root = "../../.."
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != root && (entry.Name()[0] == '.' || slices.Contains(foreign, entry.Name())):
			return fs.SkipDir
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		return readSource(t, path, found)
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 20 {
		t.Fatalf("only %d sentences were found in the source", len(found))
	}
	return found
}

func readSource(t *testing.T, path string, found map[string]need) error {
	source, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	positions := token.NewFileSet()
	file, err := parser.ParseFile(positions, path, source, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	ast.Inspect(file, func(node ast.Node) bool {
		key, n, ok := needOf(node)
		if !ok {
			return true
		}
		n.place = positions.Position(node.Pos()).String()
		if key == "" {
			t.Errorf("%s: the key has to be written out", n.place)
			return true
		}
		if other, twice := found[key]; twice && other.english != n.english {
			t.Errorf("%s: %s says something else in %s", n.place, key, other.place)
		}
		found[key] = n
		return true
	})
	return nil
}

// needOf finds what one piece of the source asks for. The key is "" where the source does not show it.
func needOf(node ast.Node) (key string, n need, ok bool) {
	switch node := node.(type) {
	case *ast.CallExpr:
		switch calledName(node) {
		case "NewError":
			return literal(node.Args[1]), need{english: literal(node.Args[2]), params: keysOf(node.Args[3])}, true
		case "Sentence":
			return literal(node.Args[0]), need{params: keysOf(node.Args[1])}, true
		}
	case *ast.CompositeLit:
		if name, isName := node.Type.(*ast.Ident); isName && name.Name == "Expected" && len(node.Elts) > 0 {
			fields := fieldsOf(node)
			n := need{english: literal(fields["words"]), params: []string{}}
			if given := fields["params"]; given != nil {
				n.params = keysOf(given)
			}
			return expected + "." + literal(fields["key"]), n, true
		}
	}
	return "", need{}, false
}

func calledName(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// literal is the string that is written in the source, "" when it is none.
func literal(e ast.Expr) string {
	if basic, ok := e.(*ast.BasicLit); ok {
		text, _ := strconv.Unquote(basic.Value) // the source was compiled
		return text
	}
	return ""
}

// keysOf lists the keys of a map that is written out; nil when it is a variable.
func keysOf(e ast.Expr) []string {
	switch e := e.(type) {
	case *ast.CompositeLit:
		keys := []string{}
		for _, element := range e.Elts {
			keys = append(keys, literal(element.(*ast.KeyValueExpr).Key))
		}
		return keys
	case *ast.Ident:
		if e.Name == "nil" {
			return []string{}
		}
	}
	return nil
}

func fieldsOf(lit *ast.CompositeLit) map[string]ast.Expr {
	fields := map[string]ast.Expr{}
	for _, element := range lit.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			fields[pair.Key.(*ast.Ident).Name] = pair.Value
		}
	}
	return fields
}
