/** Fuzzy matching: characters in order, with others between them. */

/**
 * How far a name is from what is typed: less is nearer. Characters that are passed over between those that match cost most, then
 * where the first stands, then what is left.
 * @returns undefined where the name does not hold the characters in this order
 */
export function matchOf(query: string, name: string): number | undefined {
  const [wanted, text] = [query.toLowerCase(), name.toLowerCase()];
  if (wanted === '') return 0;
  const whole = text.indexOf(wanted);
  if (whole >= 0) return whole * 10 + (text.length - wanted.length);
  let at = -1;
  let first = -1;
  let passed = 0;
  for (const character of wanted) {
    if (/\s/.test(character)) continue;
    const next = text.indexOf(character, at + 1);
    if (next < 0) return undefined;
    if (first < 0) first = next;
    else passed += next - at - 1;
    at = next;
  }
  return 1000 + passed * 100 + first * 10 + (text.length - wanted.length);
}
