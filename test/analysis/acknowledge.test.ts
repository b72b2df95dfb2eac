import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/analysis/analysis.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { emptyCatalog } from '../../server/src/catalog/loader.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { check, fixtureCatalog, TODAY, told } from './check.ts';

/** Mesh 2.1 is supported on Cluster 1.2 to 1.3. */
const UNSUPPORTED = 'components:\n  cluster: 1.4.1\n  mesh: 2.1.0\n';
/** Mesh 2.0 is broken on Cluster 1.4, and out of support. */
const BROKEN = 'components:\n  cluster: 1.4.1\n  mesh: 2.0.1\n';
const BROKEN_TOLD = [
  'incompatible [2.0.1] Mesh 2.0.1 does not work with Cluster 1.4.1. It uses an interface that 1.4 removed.',
  'end-of-life [2.0.1] Mesh 2.0.1 is out of support: Only the newest 2 release lines get fixes: on 2026-11-24, those were 2.2, 2.1.',
];

/** What is accepted, one finding a line. */
function hidden({ acknowledged, file }: Analysis): string[] {
  return acknowledged.map((finding) => {
    const { reason, until, range, layer } = finding.acknowledged ?? { reason: '?' };
    const by = range === undefined ? '' : (file.text.slice(range.start, range.end).split('\n')[0] ?? '');
    expect(layer).toBeUndefined();
    return `${finding.code}: ${reason}${until === undefined ? '' : ` until ${until}`} [${by}]`;
  });
}

describe('an entry', () => {
  test('hides what has its code and is between its pins, in any order', () => {
    const analysis = check(
      `${UNSUPPORTED}acknowledge:\n  - code: unsupported\n    between: [cluster, mesh]\n    reason: tried\n`,
    );
    expect(told(analysis)).toEqual([]);
    expect(hidden(analysis)).toEqual(['unsupported: tried [code: unsupported]']);
  });

  test('with one pin, and with none', () => {
    expect(
      hidden(check(`${UNSUPPORTED}acknowledge:\n  - {code: unsupported, between: [cluster], reason: tried}\n`)),
    ).toEqual(['unsupported: tried [{code: unsupported, between: [cluster], reason: tried}]']);
    expect(hidden(check(`${UNSUPPORTED}acknowledge:\n  - {code: unsupported, reason: tried}\n`))).toEqual([
      'unsupported: tried [{code: unsupported, reason: tried}]',
    ]);
  });

  test('of another code or another pin hides nothing', () => {
    const analysis = check(
      `${UNSUPPORTED}  bridge: 1.0.0\nacknowledge:\n  - {code: untested, between: [mesh], reason: tried}\n  - {code: unsupported, between: [mesh, bridge], reason: tried}\n`,
    );
    expect(hidden(analysis)).toEqual([]);
    expect(told(analysis)).toEqual([
      'unsupported [2.1.0] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.',
      'unused-acknowledgement [{code: untested, between: [mesh], reason: tried}] This entry hides nothing: "untested" is not reported for mesh. Remove it.',
      'unused-acknowledgement [{code: unsupported, between: [mesh, bridge], reason: tried}] This entry hides nothing: "unsupported" is not reported between mesh and bridge. Remove it.',
    ]);
  });

  test('a name that is a key means that pin; one that is not, every pin of the component', () => {
    const two = 'components:\n  cluster: 1.3.2\n  edge: {component: cluster, version: 1.4.1}\n  mesh: 2.1.0\n';
    const both = `${two}  far: {component: cluster, version: 1.4.0}\n`.replace('  cluster: 1.3.2\n', '');
    expect(
      hidden(check(`${two}acknowledge:\n  - {code: unsupported, between: [edge, mesh], reason: tried}\n`)),
    ).toHaveLength(1);
    const wrong = check(`${two}acknowledge:\n  - {code: unsupported, between: [cluster, mesh], reason: tried}\n`);
    expect(hidden(wrong)).toEqual([]);
    expect(told(wrong).filter((line) => line.startsWith('unused'))).toEqual([
      'unused-acknowledgement [{code: unsupported, between: [cluster, mesh], reason: tried}] This entry hides nothing: "unsupported" is not reported between cluster and mesh. Remove it.',
    ]);
    expect(
      hidden(check(`${both}acknowledge:\n  - {code: unsupported, between: [cluster, mesh], reason: tried}\n`)),
    ).toHaveLength(2);
  });

  test('two pins that are told in the same words are one finding', () => {
    const body =
      'components:\n  one: {component: cluster, version: 1.4.1}\n  two: {component: cluster, version: 1.4.1}\n  mesh: 2.1.0\n';
    expect(check(body).findings).toHaveLength(1);
    for (const name of ['one', 'two', 'cluster']) {
      const analysis = check(`${body}acknowledge:\n  - {code: unsupported, between: [mesh, ${name}], reason: tried}\n`);
      expect(told(analysis)).toEqual([]);
      expect(analysis.acknowledged).toHaveLength(1);
    }
  });

  test('holds in the environments too, and in its own document alone', () => {
    const entry = 'acknowledge:\n  - {code: unsupported, between: [cluster, mesh], reason: tried}\n';
    const environment = `components:\n  mesh: 2.1.0\n  cluster: 1.3.2\nenvironments:\n  next: {components: {cluster: 1.4.1}}\n`;
    expect(hidden(check(environment + entry))).toHaveLength(1);
    const documents = check(`${UNSUPPORTED}${entry}---\napiVersion: stackpin/v1\nkind: Stack\n${UNSUPPORTED}`);
    expect(hidden(documents)).toHaveLength(1);
    expect(told(documents)).toEqual(['unsupported [2.1.0] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.']);
  });

  test('three pins that no versions satisfy, a duplicate, a version without quotes, what is missing', () => {
    const accept = (body: string, code: string, between: string) =>
      hidden(
        check(`${body}acknowledge:\n  - {code: ${code}, between: ${between}, reason: tried, until: 2027-01-31}\n`),
      );
    expect(accept('components:\n  bridge: 1.0.0\n  bridge: 1.0.0\n', 'duplicate-component', '[bridge]')).toHaveLength(
      1,
    );
    expect(accept('components:\n  own: 1.30\n', 'unquoted-version', '[own]')).toHaveLength(1);
    expect(accept('components:\n  mesh: 2.2.1\n', 'missing-requirement', '[mesh]')).toHaveLength(1);
    expect(
      accept('components:\n  runner: 3.1.0\n  oldie: 0.9.0\n', 'conflicting-components', '[oldie, runner]'),
    ).toHaveLength(1);
  });
});

describe('a last day', () => {
  test('an error is hidden only with one', () => {
    const without = check(`${BROKEN}acknowledge:\n  - {code: incompatible, between: [cluster, mesh], reason: tried}\n`);
    expect(hidden(without)).toEqual([]);
    expect(told(without)).toEqual([
      ...BROKEN_TOLD,
      'unused-acknowledgement [incompatible] This entry hides no error: what accepts an error has a last day. Write "until: 2027-02-22".',
    ]);
    const comment = check('components:\n  cluster: 1.4.1\n  mesh: 2.0.1 # stackpin-ignore incompatible: tried\n');
    expect(told(comment)).toEqual([
      ...BROKEN_TOLD,
      'unused-acknowledgement [incompatible] This comment hides no error: what accepts an error has a last day. Write "until 2027-02-22" before the colon.',
    ]);
    const entry = '  - {code: incompatible, between: [cluster, mesh], reason: tried, until: 2026-11-24}\n';
    expect(hidden(check(`${BROKEN}acknowledge:\n${entry}`))).toEqual([
      'incompatible: tried until 2026-11-24 [{code: incompatible, between: [cluster, mesh], reason: tried, until: 2026-11-24}]',
    ]);
  });

  test('the severity that the user has set counts', () => {
    const body = `${BROKEN}acknowledge:\n  - {code: incompatible, reason: tried}\n  - {code: end-of-life, reason: paid support}\n`;
    expect(hidden(check(body, { incompatible: 'warning' }))).toHaveLength(2);
    expect(
      told(check(body, { incompatible: 'warning', 'end-of-life': 'error' })).map((line) => line.split(']')[0]),
    ).toEqual(['end-of-life [2.0.1', 'unused-acknowledgement [end-of-life']);
  });

  test('after it the finding is back', () => {
    const analysis = check(`${BROKEN}acknowledge:\n  - code: incompatible\n    reason: tried\n    until: 2026-11-23\n`);
    expect(hidden(analysis)).toEqual([]);
    expect(told(analysis)).toEqual([
      ...BROKEN_TOLD,
      'expired-acknowledgement [2026-11-23] The last day of this entry was 2026-11-23, so the finding that it hid is shown again. Mend what is found and remove the entry, or write a later day.',
    ]);
    expect(
      told(
        check(
          'components:\n  cluster: 1.4.1\n  # stackpin-ignore-next-line incompatible, end-of-life until 2026-10-01: tried\n  mesh: 2.0.1\n',
        ),
      ),
    ).toEqual([
      'expired-acknowledgement [2026-10-01] The last day of this comment was 2026-10-01, so the 2 findings that it hid are shown again. Mend what is found and remove the comment, or write a later day.',
      ...BROKEN_TOLD,
    ]);
  });

  test('of what has ended and hides nothing else is said', () => {
    expect(
      told(
        check(`components:\n  cluster: 1.4.1\nacknowledge:\n  - {code: untested, reason: tried, until: 2026-11-23}\n`),
      ),
    ).toEqual([
      'unused-acknowledgement [{code: untested, reason: tried, until: 2026-11-23}] This entry hides nothing: "untested" is not reported in this stack. Remove it.',
    ]);
  });

  test('one that does not exist', () => {
    const analysis = check(`${UNSUPPORTED}acknowledge:\n  - {code: unsupported, reason: tried, until: 2026-02-30}\n`);
    expect(told(analysis)).toEqual([
      'unsupported [2.1.0] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.',
      'unused-acknowledgement [2026-02-30] This entry hides nothing: there is no day 2026-02-30. Write a day as 2027-01-31.',
    ]);
    expect(told(check(`${UNSUPPORTED}acknowledge:\n  - {code: unsupported, reason: tried, until: May}\n`))).toEqual([
      'unsupported [2.1.0] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.',
      'schema [May] "until" has to look like 2027-01-31, not "May".',
    ]);
  });
});

describe('a comment', () => {
  test('above a pin is about all of it, at the end of a line about that line', () => {
    const long = (above: string, end: string) =>
      check(`components:\n  cluster: 1.4.1\n${above}  mesh:${end}\n    notes: ours\n    version: 2.1.0\n`);
    const text = 'stackpin-ignore-next-line unsupported: tried';
    expect(hidden(long(`  # ${text}\n`, ''))).toEqual([`unsupported: tried [# ${text}]`]);
    expect(hidden(long('', ' # stackpin-ignore unsupported: tried'))).toEqual([
      'unsupported: tried [# stackpin-ignore unsupported: tried]',
    ]);
    expect(hidden(check(`${UNSUPPORTED.trimEnd()} # stackpin-ignore unsupported: tried\n`))).toHaveLength(1);
    expect(
      told(check(`# stackpin-ignore-next-line unsupported: tried\n${UNSUPPORTED}`)).map((line) => line.split(']')[0]),
    ).toEqual(['unused-acknowledgement [# stackpin-ignore-next-line unsupported: tried', 'unsupported [2.1.0']);
  });

  test('several above each other, with an empty line and other comments between', () => {
    const analysis = check(
      'components:\n  cluster: 1.4.1\n  # stackpin-ignore-next-line incompatible until 2026-12-31: vendor build\n  # stackpin-ignore-next-line end-of-life: paid support\n\n  # the mesh\n  mesh: 2.0.1\n',
    );
    expect(told(analysis)).toEqual([]);
    expect(hidden(analysis)).toEqual([
      'incompatible: vendor build until 2026-12-31 [# stackpin-ignore-next-line incompatible until 2026-12-31: vendor build]',
      'end-of-life: paid support [# stackpin-ignore-next-line end-of-life: paid support]',
    ]);
  });

  test('is about any line, such as one of pins between braces', () => {
    expect(
      hidden(check('# stackpin-ignore-next-line unsupported: tried\ncomponents: {cluster: 1.4.1, mesh: 2.1.0}\n')),
    ).toHaveLength(1);
  });

  test('of several codes, each counts', () => {
    expect(told(check(`${UNSUPPORTED.trimEnd()} # stackpin-ignore untested, unsupported, unpinned: tried\n`))).toEqual([
      'unused-acknowledgement [untested] "untested" hides nothing: it is not reported in this line. Remove it from the comment.',
      'unused-acknowledgement [unpinned] "unpinned" hides nothing: it is not reported in this line. Remove it from the comment.',
    ]);
    expect(
      told(check('components:\n  # stackpin-ignore-next-line untested, unpinned: tried\n  cluster: 1.4.1\n')),
    ).toEqual([
      'unused-acknowledgement [# stackpin-ignore-next-line untested, unpinned: tried] This comment hides nothing: "untested" and "unpinned" are not reported below it. Remove it.',
    ]);
  });

  test('that cannot be read says what to write', () => {
    const toldOf = (comment: string) =>
      told(check(`components:\n  ${comment}\n  cluster: 1.4.1\n`)).map((line) =>
        line.replace('unused-acknowledgement ', ''),
      );
    expect(toldOf('# stackpin-ignore-next-line unsupported')).toEqual([
      '[# stackpin-ignore-next-line unsupported] This comment hides nothing: it gives no reason. Write "# stackpin-ignore-next-line unsupported: why it is accepted".',
    ]);
    expect(toldOf('# stackpin-ignore-next-line: vendor build')).toEqual([
      '[# stackpin-ignore-next-line: vendor build] This comment hides nothing: it gives no reason. Write "# stackpin-ignore-next-line unsupported: why it is accepted".',
    ]);
    expect(toldOf('# stackpin-ignore-next-line')).toEqual([
      '[# stackpin-ignore-next-line] This comment hides nothing: it names no code. Write "# stackpin-ignore-next-line unsupported: why it is accepted".',
    ]);
    expect(toldOf('# stackpin-ignore-next-line untested until May: tried')).toEqual([
      '[# stackpin-ignore-next-line untested until May: tried] This comment hides nothing: one day follows "until". Write "# stackpin-ignore-next-line untested until 2027-01-31: tried".',
    ]);
    expect(toldOf('# stackpin-ignore-next-line untested until 2027-02-29: tried')).toEqual([
      '[2027-02-29] This comment hides nothing: there is no day 2027-02-29. Write a day as 2027-01-31.',
    ]);
    expect(toldOf('# stackpin-ignore untested: tried')).toEqual([
      '[stackpin-ignore] This comment hides nothing: stackpin-ignore stands at the end of the line that it is about. Write "# stackpin-ignore-next-line untested: tried".',
    ]);
    expect(toldOf('# stackpin-disable-next-line untested: tried')).toEqual([
      '[stackpin-disable-next-line] This comment hides nothing: "stackpin-disable-next-line" is neither stackpin-ignore-next-line nor stackpin-ignore. Write "# stackpin-ignore-next-line untested: tried".',
    ]);
  });
});

describe('codes', () => {
  test('that there are not, and that cannot be accepted', () => {
    expect(
      told(
        check(
          'components:\n  cluster: 1.4.1\nacknowledge:\n  - {code: incompatable, reason: tried}\n  - {code: everything, reason: tried}\n  - {code: schema, reason: tried}\n  - {code: unused-acknowledgement, reason: tried}\n',
        ),
      ),
    ).toEqual([
      'unused-acknowledgement [incompatable] "incompatable" is no code of a finding. Did you mean incompatible?',
      'unused-acknowledgement [everything] "everything" is no code of a finding. Write the code that a finding shows, such as unsupported.',
      'unused-acknowledgement [schema] "schema" cannot be acknowledged: what is broken has to be mended.',
      'unused-acknowledgement [unused-acknowledgement] "unused-acknowledgement" cannot be acknowledged: remove what it is about.',
    ]);
  });

  test('broken text and what does not fit the schema stay', () => {
    const analysis = check(
      '# stackpin-ignore-next-line schema: ours\ncomponentz: {}\nacknowledge:\n  - {code: schema, reason: ours, until: 2027-01-31}\n',
    );
    expect(analysis.acknowledged).toEqual([]);
    expect(told(analysis)[1]).toBe(
      'schema [componentz] Unknown key "componentz" at the top level. Did you mean "components"?',
    );
  });

  test('what is missing in an entry is said by the schema alone', () => {
    expect(told(check(`${UNSUPPORTED}acknowledge:\n  - code: unsupported\n  - {reason: tried}\n`))).toEqual([
      'unsupported [2.1.0] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.',
      'schema [code] "reason" is missing in an item of "acknowledge". Add "reason:" and a value.',
      'schema [reason] "code" is missing in an item of "acknowledge". Add "code:" and a value.',
    ]);
    expect(told(check(`${UNSUPPORTED}acknowledge:\n  - {code: unsupported, between: , reason: " "}\n`))[0]).toMatch(
      /^unsupported /,
    );
    expect(told(check(`${UNSUPPORTED}acknowledge:\n  - {code: unsupported, reason: " "}\n`))[1]).toBe(
      'unused-acknowledgement [" "] This entry hides nothing: it gives no reason. Say why it is accepted.',
    );
  });
});

describe('what is not called unused', () => {
  const unused = (analysis: Analysis) => told(analysis).filter((line) => line.startsWith('unused'));
  const entry = 'acknowledge:\n  - {code: unsupported, between: [mesh], reason: tried}\n';

  test('in broken text, without a base, and for a code that is off', () => {
    expect(unused(check(`components:\n  cluster: 1.4.1\n  mesh: "2.2.1\n${entry}`))).toEqual([]);
    expect(unused(check(`extends: [base.stack.yaml]\n${entry}`))).toEqual([]);
    expect(unused(check(UNSUPPORTED + entry, { unsupported: 'off' }))).toEqual([]);
    expect(unused(check(`components:\n  cluster: 1.3.2\n  mesh: 2.1.0\n${entry}`))).toHaveLength(1);
  });

  test('without a catalog, or without one that the document names', () => {
    const file = parseYaml(
      `apiVersion: stackpin/v1\nkind: Stack\ncatalogs: [own.catalog.yaml]\n${UNSUPPORTED}${entry}`,
    );
    const none = emptyCatalog({ name: 'none', version: '1.0.0', updated: '2026-11-01' });
    expect(unused(analyze(file, { catalog: none, date: TODAY, severities: {} }))).toEqual([]);
    const catalog = fixtureCatalog();
    const outcomes = [{ kind: 'missing', why: 'there is no such file' } as const];
    const documents = new Map([[0, { catalog: none, outcomes }]]);
    expect(unused(analyze(file, { catalog, date: TODAY, severities: {}, documents }))).toEqual([]);
  });

  test('what another one hides as well', () => {
    const analysis = check(`${UNSUPPORTED.trimEnd()} # stackpin-ignore unsupported: nearest\n${entry}`);
    expect(told(analysis)).toEqual([]);
    expect(hidden(analysis)).toEqual(['unsupported: nearest [# stackpin-ignore unsupported: nearest]']);
  });
});

test('a name that is no pin', () => {
  expect(
    told(
      check(
        `${UNSUPPORTED}acknowledge:\n  - {code: unsupported, between: [mehs, cluster], reason: tried}\n  - {code: untested, between: [runner], reason: tried}\n`,
      ),
    ),
  ).toEqual([
    'unsupported [2.1.0] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.',
    'unused-acknowledgement [mehs] This entry hides nothing: "mehs" is no pin of this stack. Did you mean mesh?',
    'unused-acknowledgement [runner] This entry hides nothing: "runner" is no pin of this stack. Remove it.',
  ]);
});

test('tags: what has no effect, what is out of support', () => {
  const tagsOf = (body: string, code: string) => check(body).findings.find((one) => one.code === code)?.tags;
  expect(
    tagsOf('components: {cluster: 1.4.1}\nacknowledge: [{code: untested, reason: tried}]\n', 'unused-acknowledgement'),
  ).toEqual(['unnecessary']);
  expect(tagsOf('components: {mesh: 2.0.1}\n', 'end-of-life')).toEqual(['deprecated']);
  expect(tagsOf('components: {oldie: 0.9.0}\n', 'retired-component')).toEqual(['deprecated']);
  expect(tagsOf('components: {cluster: 1.1.0}\n', 'withdrawn-version')).toEqual(['deprecated']);
});

test('thousands of entries, comments and findings', () => {
  const pins = Array.from({ length: 5000 }, (_, index) => `  own-${index}: latest # stackpin-ignore untested: tried\n`);
  const entries = Array.from(
    { length: 5000 },
    (_, index) => `  - {code: unknown-component, between: [own-${index}], reason: tried}\n`,
  );
  const analysis = check(`components:\n${pins.join('')}acknowledge:\n${entries.join('')}`);
  expect(analysis.acknowledged).toHaveLength(5000);
  expect(analysis.findings).toHaveLength(5000);
  expect(new Set(analysis.findings.map(({ code }) => code))).toEqual(new Set(['unused-acknowledgement']));
  const list = Array.from({ length: 5000 }, () => '{code: untested, reason: tried}').join(', ');
  expect(check(`components: {cluster: 1.4.1}\nacknowledge: [${list}]\n`).findings).toHaveLength(5000);
});
