/** Why no versions go together: in the hover, in a page, and the action that opens it. */
import { describe, expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import type { CheckedDocument } from '../../server/src/features/document.ts';
import { explainActions } from '../../server/src/features/explainActions.ts';
import { stepBlocks } from '../../server/src/features/explanationBlocks.ts';
import { explanationAddress, explanationOf } from '../../server/src/features/explanationPage.ts';
import { hover } from '../../server/src/features/hover.ts';
import { render } from '../../server/src/features/prose.ts';
import { pageText } from '../../server/src/features/virtualDocument.ts';
import { pageAddress, readPageAddress } from '../../server/src/features/virtualPage.ts';
import { explain } from '../../server/src/resolve/explain/explain.ts';
import { fixtureCatalog } from '../analysis/check.ts';
import { byCases } from './byCases.ts';
import { ALL, cursorIn, open, URI } from './open.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const BODY = 'components:\n  cluster: "1.4"\n  mesh: "2.0 || 2.2"\n  runner: 3.1.0\n';
const STEPS = [
  '1. Mesh 2.0 \\|\\| 2.2 may be 2.0 or 2.2.',
  '2. Runner 3.1.0 needs Mesh before 2.2, so Mesh has to be 2.0. ([runner.example](<https://runner.example/mesh>), read 2026-11-01)',
  '3. Mesh 2.0 does not work with Cluster 1.4 and later, but Cluster 1.4 is pinned. It uses an interface that 1.4 removed. ([mesh.example](<https://mesh.example/2.0>), read 2026-11-01)',
].join('\n');

const checked = (body = BODY): CheckedDocument => open(HEAD + body, {}, fixtureCatalog());
const never = (): boolean => false;

function hovered(marked: string): string {
  const { text, position } = cursorIn(HEAD + marked);
  const answer = hover(open(text, {}, fixtureCatalog()), position, 'markdown');
  if (!MarkupContent.is(answer?.contents)) throw new Error('A hover is markup.');
  return answer.contents.value;
}

describe('hover', () => {
  test('over each of the pins: all steps, before what is said of one version', () => {
    expect(hovered(BODY.replace('2.0 || 2.2', '2.0 |$0| 2.2'))).toBe(
      [
        '**Mesh 2.0 \\|\\| 2.2** · release line 2.2, released 2026-09-01',
        'No versions of Cluster 1.4, Mesh 2.0 \\|\\| 2.2 and Runner 3.1.0 go together:',
        STEPS,
        'Stands for 4 versions, 2.0.0 to 2.2.1. What follows is about 2.2.1.',
        'Supported ([mesh.example](<https://mesh.example/support>)).',
        'Against the other pins:',
        '- **Runner 3.1.0**: incompatible. Runner 3.1.0 cannot work with Mesh 2.2.1: it needs a version before 2.2. ([runner.example](<https://runner.example/mesh>), read 2026-11-01)\n' +
          '- **Cluster 1.4**: fits. Mesh 2.2.1 supports Cluster 1.3 to 1.4. ([mesh.example](<https://mesh.example/2.2>), read 2026-11-01)',
      ].join('\n\n'),
    );
    expect(hovered(BODY.replace('3.1.0', '3.$01.0'))).toContain(STEPS);
  });

  test('not over a pin that takes no part, nor where it takes none', () => {
    expect(hovered(`${BODY}  bridge: 1.$00.0\n`)).not.toContain('go together');
    const elsewhere =
      'components:\n  cluster: "1.$04"\n  mesh: "2.2"\nenvironments:\n  a: {components: {mesh: "2.0 || 2.2", runner: 3.1.0}}\n';
    expect(hovered(elsewhere)).toContain(STEPS);
    expect(hovered(elsewhere.replace('$0', '').replace('mesh: "2.2"', 'mesh: "2.$02"'))).not.toContain('go together');
  });
});

describe('the page', () => {
  const [finding] = checked().analysis.findings.filter(({ code }) => code === 'unsatisfiable');
  if (finding === undefined) throw new Error('The stack can be satisfied.');
  const address = explanationAddress(checked(), finding);
  const pageOf = (document: CheckedDocument, uri = address): string | undefined => {
    const read = readPageAddress(uri);
    return read && pageText(document, read, never);
  };

  test('tells the finding, its steps and its places', () => {
    expect(pageOf(checked())).toBe(
      [
        '# No versions satisfy these pins together',
        '`error[unsatisfiable]` in `platform.stack.yaml`, line 5: No versions of Cluster 1.4, Mesh 2.0 \\|\\| 2.2 and Runner 3.1.0 go together, though any two of them do: Runner 3.1.0 needs Mesh before 2.2, and Mesh 2.0 does not work with Cluster 1.4 and later. Widen or change one of them.',
        '## Why',
        STEPS,
        '## Where',
        '- `platform.stack.yaml`, line 4: Cluster 1.4 is pinned here. Mesh 2.0 does not work with Cluster 1.4 and later.\n' +
          '- `platform.stack.yaml`, line 6: Runner 3.1.0 is pinned here. Runner 3.1.0 needs Mesh before 2.2.',
        'What it means, and how to mend it: [unsatisfiable](<https://github.com/stackpin/stackpin/blob/main/docs/diagnostics/unsatisfiable.md>).',
        'As of 2026-11-24.\n',
      ].join('\n\n'),
    );
  });

  test('stays the same page while the file is edited, and says when there is nothing to explain any more', () => {
    expect(pageOf(checked(`metadata: {name: moved}\n${BODY}`))).toContain(
      '`platform.stack.yaml`, line 6: No versions of',
    );
    expect(pageOf(checked(BODY.replace('3.1.0', '3.0.0')))).toBe(
      '# Nothing to explain\n\n`platform.stack.yaml` has no such finding of mesh, cluster and runner any more (`unsatisfiable`).\n',
    );
  });

  test('by cases, each with its own steps', () => {
    const text = explanationOf(byCases(), 'unsatisfiable', never) ?? '';
    expect(text.slice(text.indexOf('## Why'), text.indexOf('## Where')).trim()).toBe(
      [
        '## Why',
        '',
        '1. A \\* may be 1.0 to 1.1.',
        '2. B \\* may be 1.0 to 1.1.',
        '3. C \\* may be 1.0 to 1.1.',
        '4. A has to be 1.0 or 1.1, and none of these is possible.',
        '   - If A is 1.0:',
        '     1. A 1.0 does not work with B 1.0, so B has to be 1.1. ([a.example](<https://a.example>), read 2026-11-01)',
        '     2. A 1.0 does not work with C 1.0, so C has to be 1.1. ([a.example](<https://a.example>), read 2026-11-01)',
        '     3. B 1.1 does not work with C 1.1, but C has to be 1.1. ([b.example](<https://b.example>), read 2026-11-01)',
        '   - If A is 1.1:',
        '     1. A 1.1 does not work with B 1.1, so B has to be 1.0. ([a.example](<https://a.example>), read 2026-11-01)',
        '     2. A 1.1 does not work with C 1.1, so C has to be 1.0. ([a.example](<https://a.example>), read 2026-11-01)',
        '     3. B 1.0 does not work with C 1.0, but C has to be 1.0. ([b.example](<https://b.example>), read 2026-11-01)',
      ].join('\n'),
    );
  });
});

test('of many steps the first are shown, and how many follow', () => {
  const { analysis } = byCases();
  const [finding] = analysis.findings.filter(({ code }) => code === 'unsatisfiable');
  const steps = finding === undefined ? [] : explain(analysis, finding).steps;
  expect(render(stepBlocks(steps, 6), 'plaintext').value).toBe(
    [
      '1. A * may be 1.0 to 1.1.',
      '2. B * may be 1.0 to 1.1.',
      '3. C * may be 1.0 to 1.1.',
      '4. A has to be 1.0 or 1.1, and none of these is possible.',
      '   - If A is 1.0:',
      '     1. A 1.0 does not work with B 1.0, so B has to be 1.1. (https://a.example, read 2026-11-01)',
      '     2. A 1.0 does not work with C 1.0, so C has to be 1.1. (https://a.example, read 2026-11-01)',
      '',
      '- 4 more steps',
    ].join('\n'),
  );
});

describe('addresses', () => {
  const wanted = {
    path: '/explain/unsatisfiable.md',
    manifest: 'file:///stacks/my%20files/a&b=c.stack.yaml',
    wanted: [1, ['é', null]],
  };

  test('come back as they were written, also from clients that decode and encode them anew', () => {
    const address = pageAddress(wanted);
    expect(address).toMatch(/^stackpin:\/explain\/unsatisfiable\.md\?%5B%22file%3A/);
    expect(readPageAddress(address)).toEqual(wanted);
    const again = new URL(address);
    const reencoded = `stackpin:${again.pathname}?${encodeURIComponent(decodeURIComponent(again.search.slice(1)))}`;
    expect(readPageAddress(reencoded)).toEqual(wanted);
    expect(readPageAddress(address.replace('stackpin:/', 'stackpin:///'))).toEqual(wanted);
  });

  test.each([
    '',
    'stackpin:',
    'file:///a.md?[]',
    'stackpin:/explain/a.md',
    'stackpin:/a.md?%',
    'stackpin:/a.md?{}',
    'stackpin:/a.md?[1]',
  ])('%j is none', (uri) => {
    expect(readPageAddress(uri)).toBeUndefined();
  });

  test('a page of no kind, and one that is asked for in no sensible form', () => {
    expect(pageText(checked(), { path: '/other/a.md', wanted: [] }, never)).toBeUndefined();
    expect(pageText(checked(), { path: '/explain/a.md', wanted: [{}, 7] }, never)).toContain('# Nothing to explain');
  });
});

describe('the action', () => {
  const document = checked();
  const diagnostics = toDiagnostics(document, ALL.diagnostics);

  test('opens the page about the finding', () => {
    const actions = explainActions(document, { diagnostics });
    expect(actions.map(({ title, kind, edit }) => ({ title, kind, edit }))).toEqual([
      { title: 'Explain: why these versions do not go together', kind: 'quickfix', edit: undefined },
    ]);
    const [{ command, diagnostics: about } = {}] = actions;
    expect(about?.map(({ code }) => code)).toEqual(['unsatisfiable']);
    expect(command).toMatchObject({ command: 'stackpin.showPage' });
    expect(readPageAddress(String(command?.arguments?.[0]))).toEqual({
      path: '/explain/unsatisfiable.md',
      manifest: URI,
      wanted: ['unsatisfiable', ['mesh', 'cluster', 'runner']],
    });
  });

  test('is left out where other kinds are asked for, and for what is not ours', () => {
    expect(explainActions(document, { diagnostics, only: ['source.fixAll'] })).toEqual([]);
    const foreign = diagnostics.map((one) => ({ ...one, source: 'other' }));
    expect(explainActions(document, { diagnostics: foreign })).toEqual([]);
  });
});
