/** Semantic tokens: what the text means, told to whoever colours it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogTokens } from '../../../server/src/features/structure/catalogTokens.ts';
import { manifestTokens } from '../../../server/src/features/structure/manifestTokens.ts';
import { tokenData, tokensDelta } from '../../../server/src/features/structure/tokenData.ts';
import { openCatalog } from '../catalogFile/openCatalog.ts';
import { open } from '../open.ts';
import { decoded } from './decode.ts';

const never = () => false;
const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

function tokens(text: string): string[] {
  const checked = open(text);
  return decoded(text, tokenData(manifestTokens(checked, never), checked.lines));
}

test('components, instances, versions, release lines and ranges', () => {
  expect(
    tokens(`${HEAD}components:
  kubernetes: "1.34"
  istio: '>=1.27 <1.29 || ^1.30'
  cilium:
    version: 1.19.0
    allow: 1.17 - 1.19
  reporting-db: {component: postgresql, version: "17.6"}
  in-house-gateway: 3.2.0
  helm: ~
`),
  ).toEqual([
    'kubernetes class',
    '1.34 enumMember',
    'istio class',
    '>= operator',
    '1.27 number',
    '< operator',
    '1.29 number',
    '|| operator',
    '^ operator',
    '1.30 number',
    'cilium class',
    '1.19.0 number',
    '1.17 number',
    '- operator',
    '1.19 number',
    'reporting-db variable',
    'postgresql class',
    '17.6 number',
    'in-house-gateway variable',
    '3.2.0 number',
    'helm variable',
  ]);
});

test('environments, what is acknowledged, and comments that accept findings', () => {
  expect(
    tokens(`${HEAD}components:
  # stackpin-ignore-next-line incompatible, untested until 2027-01-31: vendor build
  istio: 1.28.1 # stackpin-ignore end-of-life-soon: known
environments:
  production:
    components:
      istio: banana split
acknowledge:
  - code: incompatible
    between: [istio, edge]
    reason: known
`),
  ).toEqual([
    'stackpin-ignore-next-line keyword',
    'incompatible macro',
    'untested macro',
    '2027-01-31 number',
    'istio class',
    '1.28.1 number',
    'stackpin-ignore keyword',
    'end-of-life-soon macro',
    'production namespace',
    'istio class',
    'incompatible macro',
    'istio class',
    'edge variable',
  ]);
});

test('what is out of support is deprecated, also where somebody accepts it', () => {
  const text = `${HEAD}components:\n  istio: 1.22.8\n  kubernetes: 1.34.2\n`;
  expect(tokens(text)).toEqual(['istio class', '1.22.8 number deprecated', 'kubernetes class', '1.34.2 number']);
  const accepted = text.replace('1.22.8', '1.22.8 # stackpin-ignore end-of-life: paid for');
  expect(tokens(accepted)).toContain('1.22.8 number deprecated');
});

test('what an alias or a merge key brings in is told once, where it is written', () => {
  expect(
    tokens(
      `${HEAD}components:\n  reporting: &db {component: postgresql, version: 17.6}\n  other: *db\n  <<: {istio: 1.28.1}\n`,
    ),
  ).toEqual([
    'reporting variable',
    'postgresql class',
    '17.6 number',
    'other variable',
    'istio class',
    '1.28.1 number',
  ]);
});

test('what is written otherwise than it reads, or over several lines, has no token', () => {
  expect(
    tokens(
      `${HEAD}components:\n  istio: "1\\u002e28.1"\n  kubernetes: 1.34\n    2\n  helm: |\n    4.0.0\n  cilium: "1.19.0\n`,
    ),
  ).toEqual(['istio class', 'kubernetes class', 'helm variable', 'cilium class']);
});

test('a range has the tokens in it, counted from the beginning of the file', () => {
  const text = `${HEAD}components:\n  istio: 1.28.1\n  kubernetes: "1.34"\n  helm: 4.0.0\n`;
  const checked = open(text);
  const range = { start: { line: 4, character: 3 }, end: { line: 5, character: 2 } };
  const data = tokenData(manifestTokens(checked, never), checked.lines, range);
  expect(decoded(text, data)).toEqual(['kubernetes class', '1.34 enumMember']);
});

test('a catalog: ids, capabilities, ranges and versions', () => {
  const text = `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, version: "1", updated: 2026-11-24}
components:
  gateway:
    name: Gateway
    provides: [ingress]
    versions: {scheme: semver, lines: [{line: "1.2", versions: [1.2.0]}]}
    compatibility:
      - {when: ">=1.2", with: kubernetes, supported: 1.33 - 1.34}
`;
  const checked = openCatalog(text);
  expect(decoded(text, tokenData(catalogTokens(checked, never), checked.lines))).toEqual([
    'gateway class',
    'ingress interface',
    '1.2.0 number',
    '>= operator',
    '1.2 number',
    'kubernetes class',
    '1.33 number',
    '- operator',
    '1.34 number',
  ]);
});

test('after an edit, the answer is one small change', () => {
  const before = [0, 2, 5, 0, 0, 1, 2, 5, 0, 0, 1, 2, 5, 0, 1];
  expect(tokensDelta({ resultId: '1', data: before }, before, '2')).toEqual({ resultId: '2', edits: [] });
  const after = [0, 2, 5, 0, 0, 1, 2, 7, 0, 0, 1, 2, 5, 0, 1];
  expect(tokensDelta({ resultId: '1', data: before }, after, '2')).toEqual({
    resultId: '2',
    edits: [{ start: 5, deleteCount: 5, data: [1, 2, 7, 0, 0] }],
  });
  expect(tokensDelta({ resultId: '1', data: before }, before.slice(0, 10), '2').edits).toEqual([
    { start: 10, deleteCount: 5 },
  ]);
});

test('property: a delta makes the new answer of the old one', () => {
  const data = fc
    .array(fc.tuple(fc.nat(2), fc.nat(3), fc.nat(2), fc.nat(3), fc.nat(1)), { maxLength: 12 })
    .map((all) => all.flat());
  fc.assert(
    fc.property(data, data, (before, after) => {
      const { edits } = tokensDelta({ data: before }, after, '2');
      const made = [...before];
      for (const { start, deleteCount, data: inserted = [] } of edits) made.splice(start, deleteCount, ...inserted);
      expect(made).toEqual(after);
    }),
  );
});
