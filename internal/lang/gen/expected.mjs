// Writes what Intl makes of dates and numbers in a language, in all regions, as the table that the tests compare with:
//
//	node internal/lang/gen/expected.mjs de > internal/lang/testdata/format_de.txt
//
// It asks Intl for whole dates and numbers, and so does not share the way in which formats.mjs takes them apart.

import { groupBy, spell, systems } from './regions.mjs';

const [language] = process.argv.slice(2);

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
const values = [
  '2014', '987', ...months.map(m => `2014-${m}`), ...months.map((m, i) => `2024-${m}-${String(2 * i + 1).padStart(2, '0')}`),
  '2013/2014', '2014-03/2014-11', '2014-11/2015-01',
  '2014-11-23/2014-11-26', '2014-11-26/2014-12-03', '2014-12-30/2015-01-02', '2014-11-23/2015-11-23',
  '0.', '7.', '999.', '1234.', '12345.', '1234567.', '1234567890.', '-1234.', '0.85', '1.5', '-12345.678', '1.00',
];
const some = ['2014-11-26', '2014-11-23/2014-11-26', '1234567.', '-1234.5'];

function formatDate(locale, style, text) {
  const [from, to] = text.split('/');
  const options = { timeZone: 'UTC', year: 'numeric', month: undefined, day: undefined };
  const precision = from.split('-').length;
  if (precision > 1) options.month = style;
  if (precision > 2) options.day = 'numeric';
  const format = new Intl.DateTimeFormat(locale + (locale.includes('-u-') ? '-ca-gregory' : '-u-ca-gregory'), options);
  const day = text => new Date(`${text.padStart(4, '0')}${'-01'.repeat(3 - text.split('-').length)}T00:00:00Z`);
  return to ? format.formatRange(day(from), day(to)) : format.format(day(from));
}

function formatNumber(locale, text) {
  const decimals = text.split('.')[1].length;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(Number(text));
}

const both = (locale, value) => value.includes('.')
  ? [formatNumber(locale, value), '-']
  : [formatDate(locale, 'long', value), formatDate(locale, 'short', value)];

const inLocale = locale => [
  ...values.map(value => ['-', value, ...both(locale, value)]),
  ...systems.flatMap(system => some.map(value => [system, value, ...both(`${locale}-u-nu-${system}`, value)])),
];

const cell = text => spell(text) === `"${text}"` ? text : spell(text);

const { icu, cldr } = process.versions;
console.log(`# What Intl writes with CLDR ${cldr.split('.')[0]} (ICU ${icu}); made by gen/expected.mjs, so do not edit.
# group | regions | the countries in which all of the group's rows hold; the first group is the language without one
# group | digits asked for (- for none) | date, from/to, or number (which has a point) | long | short (- for numbers)`);
for (const { regions, value } of groupBy(language, inLocale)) {
  const group = regions === '' ? '-' : regions.split(' ')[0];
  console.log(`\n${group} | regions | ${regions || '-'} | - | -`);
  for (const [digits, text, long, short] of value) console.log([group, digits, text, cell(long), cell(short)].join(' | '));
}
