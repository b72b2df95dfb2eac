import { expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { hoverCatalog } from '../../../server/src/features/catalogFile/hover.ts';
import { cursorIn } from '../open.ts';
import { HEAD, openCatalog } from './openCatalog.ts';

/** The text of a hover, and the part of the document that it is about. */
function shown(marked: string): { about: string; text: string } | undefined {
  const { text, position } = cursorIn(marked);
  const checked = openCatalog(text);
  const answer = hoverCatalog(checked, position, 'plaintext');
  if (answer === undefined) return undefined;
  const { contents, range } = answer;
  if (!MarkupContent.is(contents) || range === undefined) throw new Error('A hover is markup with a range.');
  return {
    about: text.slice(checked.lines.offsetAt(range.start), checked.lines.offsetAt(range.end)),
    text: contents.value,
  };
}

const rule = (body: string) => `${HEAD}  gateway:
    name: Gateway
    layer: ingress
    description: Ours.
    provides: [ingress-controller]
    versions: {lines: [{line: "3.2", supportEnds: 2027-10-01, versions: [3.2.0, 3.2.1]}]}
${body}`;

test('a key: what the schema says of it', () => {
  expect(shown(`${HEAD.replace('updated', 'upd$0ated')}  gateway: {}\n`)).toEqual({
    about: 'updated',
    text: 'Updated\n\nThe day of the last update. Statements without a day of their own (checked) take this one.\n\nTakes text.\n\nFor example:\n\n- 2026-11-23',
  });
  expect(shown(rule('    supp$0ortPolicy: {kind: latest-release}\n'))?.text).toBe(
    'Support policy\n\nThe rule that upstream states instead of dates. A date of a line beats it.',
  );
});

test('a component: its card, with what the file adds', () => {
  expect(shown(rule('').replace('gateway:', 'gate$0way:'))).toEqual({
    about: 'gateway',
    text: 'Gateway · ingress · active\n\nOurs.\n\nNewest of each release line:\n\n- 3.2.1 supported until 2027-10-01',
  });
  const other = shown(rule('    compatibility: [{when: "*", with: is$0tio, level: tested, tested: "*"}]\n'));
  expect(other?.about).toBe('istio');
  expect(other?.text).toContain('Istio · service mesh · active\n\nConnects and secures workloads.');
  expect(shown(`${HEAD}  edge: {}\n  gateway:\n    successors: [ed$0ge]\n`)?.text).toBe('edge · application · active');
});

test('a capability: who provides it', () => {
  expect(shown(rule('    requires: [{when: "*", anyOf: [ingress-contr$0oller]}]\n'))?.text).toBe(
    'Capability ingress-controller\n\nProvided by gateway.',
  );
  expect(shown(rule('').replace('[ingress-controller]', '[service-$0mesh]'))?.text).toBe(
    'Capability service-mesh\n\nProvided by gateway and istio.',
  );
});

test('a range: in words, and what it admits', () => {
  const ranges = rule(
    '    compatibility: [{when: ">=3.$02", with: kubernetes, level: supported, supported: ">=1.33 <1.35"}]\n',
  );
  expect(shown(ranges)).toEqual({
    about: '">=3.2"',
    text: 'Gateway 3.2 and later\n\n2 of the 2 listed versions: 3.2.0 to 3.2.1.',
  });
  expect(shown(ranges.replace('$0', '').replace('<1.35', '<1$0.35'))?.text).toBe(
    'Kubernetes 1.33 to 1.34\n\n5 of the 7 listed versions: 1.33.0 to 1.34.2.',
  );
  expect(shown(ranges.replace('>=3.$02', '$0>=4'))?.text).toBe(
    'Gateway 4.0 and later\n\nNone of the 2 listed versions.',
  );
  expect(shown(ranges.replace('>=3.$02', '$03.2.1'))?.text).toBe(
    'Gateway 3.2.1\n\nOne of the 2 listed versions: 3.2.1.',
  );
});

test('a version: its support', () => {
  expect(shown(rule('').replace('3.2.1', '3.2$0.1'))).toEqual({
    about: '3.2.1',
    text: 'Gateway 3.2.1\n\nSupported until 2027-10-01.',
  });
});

test('a value that is one of some: what they mean', () => {
  expect(shown(rule('    compatibility: [{level: bro$0ken}]\n'))?.text).toMatch(/^Level\n\n/);
  expect(shown(rule('    supportPolicy: {kind: latest-$0release}\n'))?.text).toMatch(/^Kind\n\n/);
});

test.each([
  'apiVersion: stackpin/v$01\n',
  `${HEAD}  gateway:\n    description: Our$0s.\n`,
  `${HEAD}  gateway:\n    versions: {checked: 2026-$011-01}\n`,
  `${HEAD}  gateway: # not $0here\n`,
  `${HEAD}  gateway:\n    compatibility: [{when: "3.2 or $0so"}]\n`,
  `${HEAD}  gateway:\n    successors: [unkn$0own]\n`,
])('nothing at %j', (text) => {
  expect(shown(text)).toBeUndefined();
});
