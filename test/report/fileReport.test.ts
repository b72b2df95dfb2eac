/** What a report tells, as values. */
import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { fileReport } from '../../server/src/report/fileReport.ts';
import type { FileReport, ReportPair, StackReport } from '../../server/src/report/report.ts';
import { TODAY, testCatalog } from '../support/catalog.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

function report(text: string): FileReport {
  const analysis = analyze(parseYaml(text), { catalog: testCatalog(), date: TODAY, severities: {} });
  return fileReport(analysis, { name: 'shop.stack.yaml', nameOf: (uri) => uri });
}

/** The one stack of a text. */
function only(text: string): StackReport {
  const [stack, ...others] = report(text).stacks;
  if (stack === undefined || others.length > 0) throw new Error('There is not one stack.');
  return stack;
}

/** "istio/kubernetes unsupported". */
function told({ pins, pairs }: StackReport): string[] {
  const words = ({ row, column, verdict, worst }: ReportPair) =>
    `${pins[row]?.instance}/${pins[column]?.instance} ${verdict}${worst === undefined ? '' : `, some ${worst.verdict}`}`;
  return pairs.map(words);
}

test('a small stack, whole', () => {
  const place = (line: number, start: number, end: number) => ({
    base: undefined,
    file: 'shop.stack.yaml',
    start: { line, character: start },
    end: { line, character: end },
  });
  const statement = {
    statement: 'Istio 1.28.1 supports Kubernetes 1.33 to 1.34.',
    source: 'https://istio.example/1.28',
    checked: '2026-11-01',
  };
  const ended = {
    statement: 'Support for Kubernetes 1.30 ended on 2026-06-20.',
    source: 'https://kubernetes.example/releases',
    checked: '2026-11-01',
  };
  expect(report(`${HEAD}components:\n  kubernetes: 1.30.0\n  istio: 1.28.1\n  gateway: 3.2.0\n`)).toEqual({
    name: 'shop.stack.yaml',
    asOf: '2026-11-24',
    catalog: { name: 'test', version: '1.0.0', updated: '2026-11-01' },
    findings: [],
    stacks: [
      {
        document: 0,
        name: undefined,
        environment: null,
        coverage: { pins: 3, pairs: 1, pairsKnown: 1 },
        pins: [
          {
            instance: 'kubernetes',
            component: 'kubernetes',
            isKnown: true,
            written: '1.30.0',
            version: '1.30.0',
            layer: 'orchestrator',
            newest: '1.34.2',
            support: { kind: 'ended', lastDay: '2026-06-20', paidUntil: undefined, evidence: ended },
            place: place(3, 14, 20),
          },
          {
            instance: 'istio',
            component: 'istio',
            isKnown: true,
            written: '1.28.1',
            version: '1.28.1',
            layer: 'service-mesh',
            newest: '1.28.1',
            support: {
              kind: 'supported',
              lastDay: '2027-06-30',
              paidUntil: undefined,
              evidence: {
                statement: 'Istio 1.28 is supported until 2027-06-30.',
                source: 'https://istio.example/releases',
                checked: '2026-11-01',
              },
            },
            place: place(4, 9, 15),
          },
          {
            instance: 'gateway',
            component: 'gateway',
            isKnown: false,
            written: '3.2.0',
            version: '3.2.0',
            layer: undefined,
            newest: undefined,
            support: { kind: 'unknown', lastDay: undefined, paidUntil: undefined, evidence: undefined },
            place: place(5, 11, 16),
          },
        ],
        pairs: [
          {
            row: 1,
            column: 0,
            verdict: 'unsupported',
            reason: 'Istio 1.28.1 supports Kubernetes 1.33 to 1.34, not 1.30.0',
            evidence: [statement],
            worst: undefined,
            at: 1,
          },
        ],
        findings: [
          {
            code: 'end-of-life',
            severity: 'warning',
            message: 'Support for Kubernetes 1.30 ended on 2026-06-20.',
            evidence: [ended],
            place: place(3, 14, 20),
            accepted: undefined,
          },
          {
            code: 'unsupported',
            severity: 'warning',
            message: 'Istio 1.28.1 supports Kubernetes 1.33 to 1.34, not 1.30.0.',
            evidence: [statement],
            place: place(4, 9, 15),
            accepted: undefined,
          },
          {
            code: 'unknown-component',
            severity: 'information',
            message: '"gateway" is in no catalog, so nothing is known about it.',
            evidence: [],
            place: place(5, 2, 9),
            accepted: undefined,
          },
        ],
        acknowledged: [],
        timeline: {
          today: '2026-11-24',
          nextLoss: { day: '2027-07-01', pins: [1] },
          lost: [0],
          rows: [
            {
              pin: 0,
              own: { line: '1.30', phases: [{ kind: 'active', from: '2025-04-20', until: '2026-06-20' }] },
              newest: { line: '1.34', phases: [{ kind: 'active', from: '2026-08-20', until: '2027-10-20' }] },
            },
            {
              pin: 1,
              own: { line: '1.28', phases: [{ kind: 'active', from: '2026-09-01', until: '2027-06-30' }] },
              newest: undefined,
            },
          ],
          undated: [2],
        },
      },
    ],
  });
});

test('every pair that anybody speaks about is there, and no other; a range tells its best and its worst', () => {
  const stack = only(
    `${HEAD}components:\n  kubernetes: ">=1.30"\n  istio: 1.22.8\n  istio-edge: {component: istio, version: 1.27.4}\n  postgresql: "17.6"\n`,
  );
  expect(told(stack)).toEqual([
    'istio/kubernetes unknown, some incompatible',
    'istio-edge/kubernetes compatible, some unsupported',
  ]);
  expect(stack.pairs[0]?.worst?.reason).toBe(
    'Istio 1.22.8 does not work with Kubernetes 1.34.2. It uses an interface that 1.34 removed.',
  );
});

test('each environment is a stack of its own, and what is accepted in it is told apart', () => {
  const { stacks } = report(`${HEAD}metadata: {name: shop}
components:
  kubernetes: 1.34.2
  istio: 1.28.1
environments:
  old:
    components: {kubernetes: 1.30.0}
acknowledge:
  - {code: unsupported, between: [istio, kubernetes], reason: vendor build, until: 2027-01-31}
`);
  expect(stacks.map(({ name, environment }) => [name, environment])).toEqual([
    ['shop', null],
    ['shop', 'old'],
  ]);
  expect(stacks.map(told)).toEqual([['istio/kubernetes compatible'], ['istio/kubernetes unsupported']]);
  expect(stacks.map(({ findings }) => findings.map(({ code }) => code))).toEqual([[], ['end-of-life']]);
  expect(stacks.map(({ acknowledged }) => acknowledged.map(({ code, accepted }) => ({ code, accepted })))).toEqual([
    [],
    [{ code: 'unsupported', accepted: { reason: 'vendor build', until: '2027-01-31' } }],
  ]);
  expect(stacks.map(({ timeline }) => timeline.nextLoss?.day)).toEqual(['2027-07-01', '2027-07-01']);
});

test('documents of one file do not see what is found in each other', () => {
  const { stacks } = report(`${HEAD}components: {kubernetes: 1.30.0}\n---\n${HEAD}components: {weave-net: 2.8.1}\n`);
  expect(stacks.map(({ document, findings }) => [document, findings.map(({ code }) => code)])).toEqual([
    [0, ['end-of-life']],
    [1, ['retired-component']],
  ]);
});

test('an empty file and a broken one are reported too', () => {
  expect(only('').findings.map(({ code }) => code)).toEqual(['schema']);
  expect(only('').pins).toEqual([]);
  const broken = only(`${HEAD}components:\n  kubernetes: 1.34.2\n  istio: [\n`);
  expect(broken.findings.map(({ code }) => code)).toContain('yaml');
  expect(broken.pins.map(({ instance, written }) => [instance, written])).toEqual([
    ['kubernetes', '1.34.2'],
    ['istio', undefined],
  ]);
});
