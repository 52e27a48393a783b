package read_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/fault"
	"github.com/wasl-graph/wasl/internal/ingest/read"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// brief is what other programs agree on about a publication.
type brief struct {
	title   string
	authors []string
	date    string
	noDay   bool // the date can't say a day
	doi     string
}

// noReference are files that are not what their names say. They must end in a fault, and give nothing.
var noReference = map[string]string{
	"rispy__example_wos.ris":           "is the plain text format of Web of Science",
	"jabref__RisImporterCorrupted.ris": "the record begins with JF; expected TY",
}

// TestReferences reads files of other programs and compares with what these read: JabRef's own result, else pandoc's, else that of
// citation.js. WASL_FIXTURES names the folder in which ris/ holds the files.
func TestReferences(t *testing.T) {
	folder := os.Getenv("WASL_FIXTURES")
	if folder == "" {
		t.Skip("WASL_FIXTURES names no folder with the files of other programs")
	}
	files, err := filepath.Glob(filepath.Join(folder, "ris", "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, file := range files {
		name := filepath.Base(file)
		if ext := filepath.Ext(name); ext != ".ris" && ext != ".bib" || strings.HasSuffix(name, ".expected.bib") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			works, faults := readFile(t, file)
			if what, bad := noReference[name]; bad {
				if len(works) > 0 || !strings.Contains(faults.Error(), what) {
					t.Fatalf("%d works, faults:\n%v\nwant none and %q", len(works), faults, what)
				}
				return
			}
			want, known := reference(t, strings.TrimSuffix(file, filepath.Ext(file)))
			if !known {
				t.Skip("no program has a result for it")
			}
			compared++
			compare(t, works, want)
		})
	}
	if compared < 50 {
		t.Errorf("only %d files were compared", compared)
	}
}

// readFile reads a file as wasl import does.
func readFile(t *testing.T, file string) ([]work.Work, fault.Faults) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := document.Open(t.Context(), filepath.Base(file), f, document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	format, err := read.Detect(doc)
	if err != nil {
		return nil, asFaults(t, nil, err)
	}
	return readAll(t, doc, format)
}

// reference is what another program made of the file.
func reference(t *testing.T, stem string) ([]brief, bool) {
	t.Helper()
	if file := stem + ".expected.bib"; exists(file) {
		works, _ := readFile(t, file)
		want := briefs(works)
		for i := range want {
			want[i].noDay = true // BibTeX has none
		}
		return want, true
	}
	if file := stem + ".pandoc.csl.json"; exists(file) {
		var items []cslItem
		decodeFile(t, file, &items)
		return cslBriefs(items), true
	}
	var result struct {
		OK   bool
		Data []cslItem
	}
	decodeFile(t, stem+".citationjs.csl.json", &result)
	return cslBriefs(result.Data), result.OK
}

// cslItem is what the programs write.
type cslItem struct {
	Title  string
	DOI    string
	Author []struct {
		Family, Given, Literal, Suffix string
		Dropping                       string `json:"dropping-particle"`
		NonDropping                    string `json:"non-dropping-particle"`
	}
	Issued struct {
		Parts [][]int `json:"date-parts"`
	}
}

// cslBriefs are the briefs of items.
func cslBriefs(items []cslItem) []brief {
	var all []brief
	for _, item := range items {
		b := brief{title: letters(item.Title), doi: doi(item.DOI)}
		for _, a := range item.Author {
			if a.Literal == "others" || a.Family == "others" { // no name, but for pandoc
				continue
			}
			b.authors = append(b.authors, bag(a.Given, a.Dropping, a.NonDropping, a.Family, a.Literal, a.Suffix))
		}
		if len(item.Issued.Parts) > 0 {
			b.date = isoDate(item.Issued.Parts[0])
		}
		all = append(all, b)
	}
	return all
}

// isoDate writes a date of parts.
func isoDate(parts []int) string {
	var s []string
	for _, n := range parts {
		s = append(s, string(rune('0'+n/1000%10))+string(rune('0'+n/100%10))+string(rune('0'+n/10%10))+string(rune('0'+n%10)))
	}
	for i := 1; i < len(s); i++ {
		s[i] = s[i][2:]
	}
	return strings.Join(s, "-")
}

// briefs are the briefs of works.
func briefs(works []work.Work) []brief {
	var all []brief
	for _, w := range works {
		b := brief{title: letters(w.Title.Value), date: w.Date.String()}
		for _, c := range w.Contributors {
			if c.Role == graph.Author {
				b.authors = append(b.authors, bag(c.Name.Value))
			}
		}
		for _, id := range w.Identifiers {
			if id.Scheme == "doi" {
				b.doi = doi(id.Value)
			}
		}
		all = append(all, b)
	}
	return all
}

// compare holds works against what another program read. Where that says nothing, nothing is compared.
func compare(t *testing.T, works []work.Work, want []brief) {
	t.Helper()
	if len(works) != len(want) {
		t.Fatalf("%d works; want %d", len(works), len(want))
	}
	for i, got := range briefs(works) {
		w := want[i]
		if w.title != "" && got.title != w.title {
			t.Errorf("work %d: title\n%s\nwant\n%s", i, got.title, w.title)
		}
		if w.authors != nil && !slices.Equal(got.authors, w.authors) {
			t.Errorf("work %d (%s): authors\n%q\nwant\n%q", i, got.title, got.authors, w.authors)
		}
		if w.noDay && len(w.date) == len("2006-01") && len(got.date) > len(w.date) {
			got.date = got.date[:len(w.date)]
		}
		if w.date != "" && got.date != w.date {
			t.Errorf("work %d (%s): date %s; want %s", i, got.title, got.date, w.date)
		}
		if w.doi != "" && got.doi != w.doi {
			t.Errorf("work %d (%s): doi %s; want %s", i, got.title, got.doi, w.doi)
		}
	}
}

// markup is what pandoc writes for italics and the like, and what it leaves of LaTeX; signs is what we write for the same.
var (
	markup = regexp.MustCompile(`</?[a-z]+>|\\(mbox|mathrm|text)`)
	signs  = strings.NewReplacer("Σ", "Sigma", "Δ", "Delta", "γ", "gamma", "μ", "mu", "→", "rightarrow")
)

// letters are the letters and digits of a title in small ones: the programs set quotation marks, dashes and capitals as they like.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, signs.Replace(markup.ReplaceAllString(s, "")))
}

// bag are the words of a name in a fixed order, whichever of them stands first.
func bag(parts ...string) string {
	words := strings.FieldsFunc(strings.ToLower(strings.Join(parts, " ")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
	slices.Sort(words)
	return strings.Join(words, " ")
}

// doi is the DOI without what stands before it.
func doi(s string) string {
	if i := strings.Index(s, "10."); i >= 0 {
		return strings.ToLower(s[i:])
	}
	return s
}

// decodeFile reads a file of JSON.
func decodeFile(t *testing.T, file string, to any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, to); err != nil {
		t.Fatal(err)
	}
}

// exists says that there is a file.
func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
