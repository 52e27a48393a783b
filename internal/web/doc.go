// Package web holds what Wasl shows in a browser: for now GraphiQL, a page for asking the graph questions in GraphQL.
// Everything it needs is embedded in the binary; the page works without any other host.
//
// # The path through it
//
// [Handler] serves three things:
//
//   - /graphiql, the page. It is rendered from page.html, carries the [Examples] as a JSON block that the browser does
//     not execute, and names its scripts and styles under addresses that contain a hash of their content.
//   - /graphiql/assets/HASH/NAME, those scripts and styles. An address never changes its content, so browsers may keep
//     it for good.
//   - nothing else: every other address below /graphiql is not found.
//
// The page's content-security policy lets it load from and talk to its own host only, so a script that found its way
// into an answer could neither run nor send anything away.
//
// # Files
//
// examples holds the questions that the page opens with, one file each, in the language that the file's name says.
// static/graphiql holds our own script and styles. static/thirdparty holds files of npm packages exactly as published,
// a folder a package with its licence; manifest.json there names each file's package, version, licence and sha256, and a
// test compares. To take a newer version, replace the files and the manifest's rows.
//
// # What it leaves to others
//
// The GraphQL endpoint and every header that belongs to the whole server are the business of package server.
package web
