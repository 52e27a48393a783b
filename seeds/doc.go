// Package seeds holds the graph that Wasl begins with, as YAML files that people can read, review and extend, embedded
// in the binary.
//
// # One entity, one file
//
// Each kind of entity has a folder (countries, events, organisations, people, projects, regions, reports, themes), and
// each entity a file in it, named after the local part of its id: country:IQ is countries/IQ.yaml. Beside them stand the
// sources that facts rest on, in sources.
//
//	id: report:icmpd-2024-06-female-immigrant-labour-jordan-norway
//	source: source:icmpd-publications          # the source of every fact below that names none itself
//	label:
//	  - {text: "Understanding and supporting …", language: en, standing: ATTESTED, method: STATED, line: 1, words: "Understanding and supporting female immigrant labour"}
//	  - {text: "فهم …", language: ar, kind: TRANSLATED, source: source:wasl-editors}
//	published:
//	  - {date: 2024-06, method: STATED, line: 4, words: "Published June 2024"}
//	about_country:
//	  - {entity: country:JO, method: STATED, line: 6, words: "Jordan / Norway"}
//
// # Facts
//
// Every other key is a relation's name in lower case, and its value a list of facts. A fact says its object with exactly
// one of
//
//   - entity: the id of another entity, which must have a file of its own;
//   - text, with its language (a canonical BCP 47 tag), its kind (ORIGINAL when left out, TRANSLATED, TRANSLITERATED, CODE)
//     and its standing (UNVERIFIED when left out, COMPOSED, ATTESTED);
//   - code: what has no language: for identified_by, exact_match and close_match a scheme and a value ("wikidata:Q796"),
//     for has_type a report type, for written_in a language tag, for acronym the acronym;
//   - date: 2024, 2024-06 or 2024-06-15.
//
// and why it is there with
//
//   - source: where it was read; left out, the file's own source;
//   - method: STATED, TAGGED, MENTIONED, INFERRED or CURATED; left out, CURATED;
//   - rule: for INFERRED, its name;
//   - line: the line of the source's document, counted from 1, and words: at most twelve words that stand there, verbatim;
//   - printed_as, affiliation, affiliation_printed_as: for people and organisations that have part in a report or an event, how
//     the source prints them. The order of such facts in the file is the printed order, as it is for source_tag.
//
// A file is UTF-8 and plain YAML: one document, without anchors, aliases and tags.
//
// # Sources
//
// A source has an id, a title (text and language), a url where it has one, and, where its document is at hand, its
// format (a media type) and the sha256 of its bytes. Without these it is a reference to somebody else's work.
//
//	id: source:cldr-48
//	title: {text: "Unicode CLDR 48", language: en}
//	url: https://cldr.unicode.org/downloads/cldr-48
package seeds
