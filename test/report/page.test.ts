/** The page as a browser gets it. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Catalog } from '../../server/src/catalog/model.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { fileReport } from '../../server/src/report/fileReport.ts';
import type { Live } from '../../server/src/report/page/links.ts';
import { reportPage } from '../../server/src/report/page/page.ts';
import { STYLE } from '../../server/src/report/page/style.ts';
import type { FileReport } from '../../server/src/report/report.ts';
import { TODAY, testCatalog } from '../support/catalog.ts';
import { bundledCatalog } from '../support/compiled.ts';
import { attribute, parsedPage, textOf } from './wellFormed.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const LIVE: Live = { uri: 'file:///w/shop.stack.yaml', nonce: 'abcdefgh', script: 'https://editor.example/a.js?b&c' };

function reportOf(text: string, name = 'shop.stack.yaml', catalog: Catalog = testCatalog()): FileReport {
  const analysis = analyze(parseYaml(text), { catalog, date: TODAY, severities: {} });
  return fileReport(analysis, { name, nameOf: (uri) => uri });
}

const page = (text: string, live?: Live): string => reportPage([reportOf(text)], live);

const SMALL = `${HEAD}components:\n  kubernetes: 1.30.0\n  istio: 1.28.1\n`;

test('a small page, whole', () => {
  expect(page(SMALL).replace(STYLE, '/* style */\n')).toBe(WHOLE);
});

test('a page that is a file has no script and tells no address of a file; one in an editor has the script of the editor', () => {
  const file = page(SMALL);
  expect(file).not.toContain('<script');
  expect(file).not.toContain('data-uri');
  expect(parsedPage(file).faults).toEqual([]);
  const { elements, faults } = parsedPage(page(SMALL, LIVE));
  expect(faults).toEqual([]);
  const scripts = elements.filter(({ tagName }) => tagName === 'script');
  expect(scripts.map((one) => [attribute(one, 'src'), attribute(one, 'nonce')])).toEqual([[LIVE.script, LIVE.nonce]]);
  const policy = elements.find((one) => attribute(one, 'http-equiv') === 'Content-Security-Policy');
  expect(policy && attribute(policy, 'content')).toBe(
    "default-src 'none'; style-src 'nonce-abcdefgh'; script-src 'nonce-abcdefgh'; base-uri 'none'; form-action 'none'",
  );
  const [cell] = elements.filter((one) => attribute(one, 'href') === '#stack-1-evidence-1-0');
  expect(cell && [attribute(cell, 'data-uri'), attribute(cell, 'data-range'), attribute(cell, 'aria-label')]).toEqual([
    'file:///w/shop.stack.yaml',
    '4:9-4:15',
    'istio 1.28.1 and kubernetes 1.30.0: unsupported',
  ]);
});

test('a state is told by a sign and a word, and never by its colour alone', () => {
  const { elements } = parsedPage(
    page(`${HEAD}components:\n  kubernetes: ">=1.30"\n  istio: 1.22.8\n  mesh: {component: istio, version: 1.28.1}\n`),
  );
  const rows = elements.filter(({ tagName }) => tagName === 'tr').map((row) => textOf(row).replace(/\s+/g, ' '));
  expect(rows.slice(0, 3)).toEqual(['kubernetes >=1.30istio 1.22.8', 'istio 1.22.8?*', 'mesh 1.28.1✓*?']);
});

test('several files stand in one page, each stack once', () => {
  const text = `${SMALL}environments:\n  old: {components: {istio: 1.27.4}}\n---\n${HEAD}metadata: {name: second}\n`;
  const whole = reportPage([reportOf(text), reportOf(SMALL, 'other.stack.yaml')]);
  const { elements, faults } = parsedPage(whole);
  expect(faults).toEqual([]);
  expect(elements.filter(({ tagName }) => tagName === 'h2').map(textOf)).toEqual([
    'Stack 1',
    'Stack 1 · old',
    'second',
    'Stack 1',
  ]);
});

describe('whatever is in it', () => {
  const hostile = fc.constantFrom(
    '<script>alert(1)</script>',
    '</style><img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '&lt;b&gt; &amp; &#60;',
    '\u202Eevil\u202C',
    '\u2067rtl',
    '{0} {1}',
    '-->',
    'javascript:alert(1)',
    '\u0000\u0007\uD800',
    ']]>',
  );
  const name = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 20 }));
  const quoted = (text: string) => JSON.stringify(text);

  test('a name never becomes markup, and is shown as it is', () => {
    fc.assert(
      fc.property(name, name, name, (stack, instance, version) => {
        const text = `${HEAD}metadata: {name: ${quoted(stack)}}
components:
  ${quoted(instance)}: ${quoted(version)}
  istio: {version: 1.28.1, layer: ${quoted(version)}}
  kubernetes: 1.30.0
environments:
  ${quoted(stack)}: {components: {istio: ${quoted(version)}}}
acknowledge: [{code: unsupported, reason: ${quoted(instance)}}]
`;
        for (const live of [undefined, { ...LIVE, uri: `file:///w/${instance}` }]) {
          const written = reportPage([reportOf(text, `${stack}.yaml`)], live);
          const { faults, elements, text: shown } = parsedPage(written);
          expect(faults).toEqual([]);
          expect(elements.filter(({ tagName }) => tagName === 'script').length).toBe(live === undefined ? 0 : 1);
          expect(elements.filter(({ tagName }) => ['img', 'b', 'foreignobject'].includes(tagName))).toEqual([]);
          if (stack === '<script>alert(1)</script>') expect(shown).toContain(stack);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a source that is no address of a page is no link', () => {
    const report = reportOf(SMALL);
    const sources = ['javascript:alert(1)', 'data:text/html,x', '//x.example', 'https://ok.example/"><script>', ''];
    const swapped = JSON.parse(JSON.stringify(report), (key, value) =>
      key === 'evidence' && Array.isArray(value)
        ? sources.map((source) => ({ statement: 'It says so.', source, checked: TODAY }))
        : value,
    ) as FileReport;
    const { faults, elements } = parsedPage(reportPage([swapped], LIVE));
    expect(faults).toEqual([]);
    const links = elements.flatMap((one) => attribute(one, 'href') ?? []).filter((href) => !href.startsWith('#'));
    expect([...new Set(links)].filter((href) => !href.includes('stackpin'))).toEqual([
      'https://kubernetes.example/releases',
      'https://istio.example/releases',
      'https://ok.example/"><script>',
    ]);
  });
});

describe('with the bundled catalog', () => {
  const catalog = bundledCatalog();
  const folder = new URL('../../examples/', import.meta.url);
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.stack.yaml')))
    test(`${file} is a well-formed page`, () => {
      const text = readFileSync(new URL(file, folder), 'utf8');
      for (const live of [undefined, LIVE])
        expect(parsedPage(reportPage([reportOf(text, file, catalog)], live)).faults).toEqual([]);
    });

  /** The first components of the catalog, at versions of their newest lines. */
  function large(count: number): string {
    const pins = catalog.ids().slice(0, count);
    const versionOf = (id: string) => catalog.component(id)?.versions.lines[0]?.versions.at(-1) ?? '1.0.0';
    return `${HEAD}components:\n${pins.map((id) => `  ${id}: "${versionOf(id)}"\n`).join('')}`;
  }

  test('300 pins make a page of less than 3 MB that says what it leaves out', () => {
    const report = reportOf(large(300), 'large.stack.yaml', catalog);
    const written = reportPage([report], LIVE);
    expect(written.length).toBeLessThan(3_000_000);
    const { faults, elements, text } = parsedPage(written);
    expect(faults).toEqual([]);
    expect(elements.filter((one) => attribute(one, 'id')?.startsWith('stack-1-pin-')).length).toBe(300);
    const [stack] = report.stacks;
    const spoken = new Set(stack?.pairs.flatMap(({ row, column }) => [row, column])).size;
    expect(spoken).toBeGreaterThan(150);
    expect(text).toContain('The table holds 150 pins, those with the worst pairs first. Left out: ');
    expect(text).toContain('Nobody says anything about these together with another pin: ');
  });

  test('thousands of pins are cut, and the page says where', () => {
    const pins = Array.from(
      { length: 1500 },
      (_, index) => `  pin-${index}: {component: kubernetes, version: 1.30.0}\n`,
    );
    const mesh = Array.from({ length: 3 }, (_, index) => `  mesh-${index}: {component: istio, version: 1.28.1}\n`);
    const report = reportOf(`${HEAD}components:\n${[...pins, ...mesh].join('')}`);
    const written = reportPage([report]);
    expect(written.length).toBeLessThan(4_000_000);
    const { faults, text } = parsedPage(written);
    expect(faults).toEqual([]);
    expect(text).toContain('Evidence is listed for 2000 pairs, the worst first. Left out: 2500 pairs.');
    expect(text).toContain('Only the first 1000 of 1503 are shown.');
    expect(text).toContain('Only the first 500 of ');
  });
});

const WHOLE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">
<meta name="generator" content="Stackpin">
<title>Compatibility of shop.stack.yaml</title>
<style>
/* style */
</style>
</head>
<body>
<header>
<h1><bdi>Compatibility of shop.stack.yaml</bdi></h1>
<p>As of 2026-11-24. Catalog 1.0.0, updated 2026-11-01.</p>
</header>
<main>
<section class="stack" id="stack-1" aria-labelledby="stack-1-title">
<h2 id="stack-1-title"><bdi>Stack 1</bdi></h2>
<p class="file"><bdi>shop.stack.yaml</bdi></p>
<ul class="figures">
<li>Pins: 2. Pairs: 1, of which upstream speaks about 1. <span class="count"><span class="sign doubtful" aria-hidden="true">!</span> 1 unsupported</span></li>
<li><bdi>Out of support: kubernetes. Support is next lost on 2027-07-01: istio.</bdi></li>
<li>Errors: 0. Warnings: 2. Information: 0. Hints: 0. Accepted: 0.</li>
</ul>
<div class="part">
<h3 id="stack-1-matrix">Compatibility</h3>
<ul class="legend">
<li><span class="sign bad" aria-hidden="true">✗</span> incompatible: upstream says that they do not go together</li>
<li><span class="sign doubtful" aria-hidden="true">!</span> unsupported: outside of what upstream supports</li>
<li><span class="sign faint" aria-hidden="true">≈</span> untested: not tested by upstream, or its sources disagree</li>
<li><span class="sign good" aria-hidden="true">✓</span> compatible: upstream says that they go together</li>
<li><span class="sign none" aria-hidden="true">?</span> unknown: nobody says anything about these two</li>
</ul>
<div class="scroll" role="region" tabindex="0" aria-labelledby="stack-1-title stack-1-matrix">
<table class="matrix">
<caption>Each pair of pins once: a row against a column.</caption>
<thead>
<tr><td></td><th scope="col"><span><bdi>kubernetes</bdi> <span class="version"><bdi>1.30.0</bdi></span></span></th></tr>
</thead>
<tbody>
<tr><th scope="row"><a href="#stack-1-pin-1"><bdi>istio</bdi> <span class="version"><bdi>1.28.1</bdi></span></a></th><td class="doubtful"><a href="#stack-1-evidence-1-0" aria-label="istio 1.28.1 and kubernetes 1.30.0: unsupported">!</a></td></tr>
</tbody>
</table>
</div>
</div>
<div class="part">
<h3 id="stack-1-timeline">Support over time</h3>
<ul class="legend">
<li><span class="swatch active"></span> full support</li>
<li><span class="swatch maintenance"></span> critical fixes only</li>
<li><span class="swatch extended"></span> paid support only</li>
</ul>
<div class="scroll" role="region" tabindex="0" aria-labelledby="stack-1-title stack-1-timeline">
<svg class="timeline" role="img" viewBox="0 0 1000 122" aria-labelledby="stack-1-picture stack-1-summary">
<title id="stack-1-picture">Support of each pin over time</title>
<desc id="stack-1-summary">Out of support: kubernetes. Support is next lost on 2027-07-01: istio.</desc>
<defs><pattern id="stack-1-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="3" height="6"/></pattern></defs>
<path class="grid" d="M438.2 34V122"/><text class="year" x="438.2" y="12">2026</text>
<path class="grid" d="M687.2 34V122"/><text class="year" x="687.2" y="12">2027</text>
<path class="today" d="M661.3 34V122"/><text class="day" x="661.3" y="29">today</text>
<path class="loss" d="M810.7 34V122"/><text class="day" x="810.7" y="29">next loss 2027-07-01</text>
<g><text class="pin" x="240" y="56">kubernetes 1.30.0</text><rect class="active" x="263.6" y="44" width="290.6" height="14"/><text class="end" x="560.2" y="56">2026-06-20</text><text class="newest" x="240" y="72">newest line 1.34</text><rect class="active" x="595.8" y="63" width="290.6" height="8"/><text class="end" x="892.4" y="69">2027-10-20</text></g>
<g><text class="pin" x="240" y="100">istio 1.28.1</text><rect class="active" x="604" y="88" width="206" height="14"/><text class="end" x="816" y="100">2027-06-30</text></g>
</svg>
</div>
</div>
<div class="part">
<h3 id="stack-1-pins">Pins</h3>
<div class="scroll" role="region" tabindex="0" aria-labelledby="stack-1-title stack-1-pins">
<table>
<caption>Each pin with its support on 2026-11-24.</caption>
<thead>
<tr><th scope="col">Pin</th><th scope="col">Version</th><th scope="col">Layer</th><th scope="col">Support</th><th scope="col">Last day</th><th scope="col">Newest</th><th scope="col">Written in</th><th scope="col">Source</th></tr>
</thead>
<tbody>
<tr id="stack-1-pin-0" tabindex="-1"><th scope="row"><bdi>kubernetes</bdi></th>
<td><bdi>1.30.0</bdi></td><td><bdi>orchestrator</bdi></td><td class="short"><span class="sign bad" aria-hidden="true">✗</span> out of support</td><td class="short"><bdi>2026-06-20</bdi></td>
<td><bdi>1.34.2</bdi></td><td><span class="place"><bdi>shop.stack.yaml</bdi>:4</span></td><td><a href="https://kubernetes.example/releases" rel="noreferrer"><bdi>kubernetes.example</bdi></a>, read on 2026-11-01</td></tr>
<tr id="stack-1-pin-1" tabindex="-1"><th scope="row"><bdi>istio</bdi></th>
<td><bdi>1.28.1</bdi></td><td><bdi>service-mesh</bdi></td><td class="short"><span class="sign good" aria-hidden="true">✓</span> in support</td><td class="short"><bdi>2027-06-30</bdi></td>
<td><bdi>1.28.1</bdi></td><td><span class="place"><bdi>shop.stack.yaml</bdi>:5</span></td><td><a href="https://istio.example/releases" rel="noreferrer"><bdi>istio.example</bdi></a>, read on 2026-11-01</td></tr>
</tbody>
</table>
</div>
</div>
<div class="part">
<h3 id="stack-1-findings">Findings</h3>
<ul class="findings">
<li><span class="sign doubtful" aria-hidden="true">!</span> warning [<a href="https://github.com/stackpin/stackpin/blob/main/docs/diagnostics/end-of-life.md" rel="noreferrer">end-of-life</a>] <span class="place"><bdi>shop.stack.yaml</bdi>:4</span>
<p><bdi>Support for Kubernetes 1.30 ended on 2026-06-20.</bdi></p>
<ul class="evidence">
<li><bdi>Support for Kubernetes 1.30 ended on 2026-06-20.</bdi> (<a href="https://kubernetes.example/releases" rel="noreferrer"><bdi>kubernetes.example</bdi></a>, read on 2026-11-01)</li>
</ul>
</li>
<li><span class="sign doubtful" aria-hidden="true">!</span> warning [<a href="https://github.com/stackpin/stackpin/blob/main/docs/diagnostics/unsupported.md" rel="noreferrer">unsupported</a>] <span class="place"><bdi>shop.stack.yaml</bdi>:5</span>
<p><bdi>Istio 1.28.1 supports Kubernetes 1.33 to 1.34, not 1.30.0.</bdi></p>
<ul class="evidence">
<li><bdi>Istio 1.28.1 supports Kubernetes 1.33 to 1.34.</bdi> (<a href="https://istio.example/1.28" rel="noreferrer"><bdi>istio.example</bdi></a>, read on 2026-11-01)</li>
</ul>
</li>
</ul>
</div>
<div class="part">
<h3 id="stack-1-evidence">Evidence</h3>
<details open>
<summary><span class="sign doubtful" aria-hidden="true">!</span> unsupported: 1 pair</summary>
<ul class="pairs">
<li id="stack-1-evidence-1-0" tabindex="-1"><strong><bdi>istio</bdi> <span class="version"><bdi>1.28.1</bdi></span></strong> and <strong><bdi>kubernetes</bdi> <span class="version"><bdi>1.30.0</bdi></span></strong>: <span class="sign doubtful" aria-hidden="true">!</span> unsupported (<span class="place"><bdi>shop.stack.yaml</bdi>:5</span>)
<p><bdi>Istio 1.28.1 supports Kubernetes 1.33 to 1.34, not 1.30.0.</bdi></p>
<ul class="evidence">
<li><bdi>Istio 1.28.1 supports Kubernetes 1.33 to 1.34.</bdi> (<a href="https://istio.example/1.28" rel="noreferrer"><bdi>istio.example</bdi></a>, read on 2026-11-01)</li>
</ul>
</li>
</ul>
</details>
</div>
</section>
</main>
<footer><p>Made by Stackpin. What nobody says anything about is called unknown, and is no promise.</p></footer>
</body>
</html>
`;
