// Package access knows who shows a token: it makes tokens, reads them, and says whose they are.
//
// # The path through it
//
// A [Keeper] holds what is kept of the tokens of one record. [Keeper.Create] makes a token and returns it as a [Secret], the one
// time that anybody sees it:
//
//	keeper, err := access.Open(store)
//	secret, token, err := keeper.Create(graph.Curator, "Ada Lovelace", time.Now())
//	fmt.Println(secret.Reveal()) // wasl_m4tq2x7d_…
//
// Whoever shows that text with a request is known from then on, until the token is revoked:
//
//	secret, err := access.Parse(text)
//	caller, err := keeper.Caller(secret) // Ada Lovelace, a curator
//
// # The form of a token
//
// A token is 73 letters and digits long:
//
//	wasl_m4tq2x7d_3kz…(52)…q7yw…(7)
//	     │        │         └ the CRC-32 of everything before it: a slip of the pen is told at once, without looking anything up
//	     │        └ the secret: 256 bits from the system's source of randomness
//	     └ the id, 40 bits: no secret, it stands in lists and logs
//
// All but the prefix is in the alphabet of base32, in lower case. Scanners for leaked secrets find tokens by the expression
//
//	\bwasl_[a-z2-7]{8}_[a-z2-7]{59}\b
//
// and can sort out by the CRC-32 what only looks like one. A name that a request brings along is not taken over when it has a piece of a
// token in it, so none is logged for a name.
//
// # What is kept
//
// Only the SHA-256 of the whole token. Slow hashes such as bcrypt or Argon2 are for passwords that people choose, of which the
// likely ones can be tried; among 2²⁵⁶ equally likely secrets there is nothing to try, however fast the hash. So a request costs
// about a microsecond, and nobody can keep a server busy with wrong tokens.
//
// A token is looked up by its id and its hash compared in constant time; an id that nobody has is compared with a hash of
// nothing. What takes how long says nothing about the hashes that are kept.
//
// # What it leaves to others
//
// Which request shows a token, and how, is package server's business; what a role may do is said by [graph.Caller.Must]. Package
// record keeps the tokens on disk.
package access
