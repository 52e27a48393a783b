package gen

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// RIS writes n records in RIS, of some 1,000 bytes each.
func RIS(w io.Writer, n int) error {
	out := bufio.NewWriter(w)
	for i := range n {
		r := newRecord(i)
		fmt.Fprintf(out, "TY  - RPRT\nID  - gen%d\nTI  - %s\nTT  - %s\n", i, r.title, r.translated)
		for _, p := range r.people {
			fmt.Fprintf(out, "AU  - %s, %s\n", p[0], p[1])
		}
		fmt.Fprintf(out, "PB  - %s\nPY  - %s\nAB  - %s\n", r.publisher, strings.ReplaceAll(r.date, "-", "/"), r.abstract)
		for _, tag := range r.tags {
			fmt.Fprintf(out, "KW  - %s\n", tag)
		}
		fmt.Fprintf(out, "LA  - %s\nDO  - %s\nER  - \n\n", languages[r.language], r.doi)
	}
	return out.Flush()
}

// JSONL writes the same records in the project's own format.
func JSONL(w io.Writer, n int) error {
	out := bufio.NewWriter(w)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for i := range n {
		if err := encoder.Encode(newRecord(i).own()); err != nil {
			return err
		}
	}
	return out.Flush()
}

// own is the record as the project's own format has it.
func (r record) own() any {
	type text struct {
		Text     string `json:"text"`
		Language string `json:"language"`
	}
	type person struct {
		Role       string `json:"role"`
		Name       string `json:"name"`
		Family     string `json:"family,omitempty"`
		Given      string `json:"given,omitempty"`
		Collective bool   `json:"collective,omitempty"`
	}
	var people []person
	for _, p := range r.people {
		people = append(people, person{Role: "author", Name: p[1] + " " + p[0], Family: p[0], Given: p[1]})
	}
	people = append(people, person{Role: "publisher", Name: r.publisher, Collective: true})
	language, other := languages[r.language], languages[(r.language+1)%len(languages)]
	return struct {
		Key          string            `json:"key"`
		Type         string            `json:"type"`
		Title        text              `json:"title"`
		Translated   []text            `json:"translated"`
		Abstracts    []text            `json:"abstracts"`
		Languages    []string          `json:"languages"`
		Published    string            `json:"published"`
		Contributors []person          `json:"contributors"`
		Identifiers  map[string]string `json:"identifiers"`
		Countries    []string          `json:"countries"`
		Tags         []string          `json:"tags"`
	}{
		Key: fmt.Sprintf("gen%d", r.number), Type: "report", Title: text{r.title, language}, Translated: []text{{r.translated, other}},
		Abstracts: []text{{r.abstract, language}}, Languages: []string{language}, Published: r.date, Contributors: people,
		Identifiers: map[string]string{"doi": r.doi}, Countries: r.countries, Tags: r.tags,
	}
}
