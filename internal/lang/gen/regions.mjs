// What the two generators share.

// systems are the digits that a reader may ask for with -u-nu-.
export const systems = ['latn', 'arab', 'arabext'];

// regions are all codes of two letters that Intl has a name for.
export const regions = (() => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap(a => letters.map(b => a + b)).filter(code => names.of(code));
})();

// groupBy puts the regions together for which something is the same in a language. The first group is that of the
// language alone; it names no region, since it also stands for those that nothing is known of.
export function groupBy(language, describe) {
  const groups = new Map([[JSON.stringify(describe(language)), { regions: [], value: describe(language) }]]);
  for (const region of regions) {
    const value = describe(`${language}-${region}`);
    const key = JSON.stringify(value);
    if (!groups.has(key)) groups.set(key, { regions: [], value });
    groups.get(key).regions.push(region);
  }
  return [...groups.values()].map(({ regions, value }, i) => ({ regions: i === 0 ? '' : regions.join(' '), value }));
}

// spell writes a string so that Go reads it, with everything spelt out that can't be seen.
export const spell = s => JSON.stringify(s).replace(/[\p{Cf}\p{Z}]/gu, c => c === ' ' ? c : '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
