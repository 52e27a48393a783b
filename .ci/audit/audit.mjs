// Asks a running server everything that the audits of graphql-http ask, and fails where it does not do what the
// specification says it MUST or SHOULD. What it MAY do is shown.
//
//   node audit.mjs http://127.0.0.1:8080/graphql

import { auditServer } from 'graphql-http';

const url = process.argv[2];
if (!url) {
  console.error('audit.mjs: expected the address of a GraphQL endpoint');
  process.exit(2);
}

const results = await auditServer({ url, fetchFn: fetch });
const unmet = results.filter(({ status }) => status !== 'ok');
for (const { id, name, status, reason } of unmet) {
  console.log(`${status}: ${id} ${name}: ${reason}`);
}
const failed = unmet.filter(({ name }) => !name.startsWith('MAY'));
console.log(`${results.length - unmet.length} audits passed, ${failed.length} failed, ${unmet.length - failed.length} of what it may do are not done`);
process.exit(results.length > 50 && failed.length === 0 ? 0 : 1);
