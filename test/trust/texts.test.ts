/** What a manifest says comes out as text, whatever it says: no markup, no link, no command of a log and none of a terminal. */
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../cli/src/program.ts';
import { render } from '../../server/src/features/prose.ts';
import { memoryHost } from '../cli/support.ts';
import { parsedPage } from '../report/wellFormed.ts';
import { startInMemory } from '../server/client.ts';
import { paramsFor } from '../server/everyRequest.ts';

/** What somebody would try. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '[x](command:evil.run)',
  '[x](javascript:evil)',
  '![x](https://evil.example/x.png)',
  '<https://evil.example>',
  '[x][y]\n\n[y]: https://evil.example',
  '`',
  '``` evil',
  '\n\n# evil\n\n',
  '| evil | evil |\n|---|---|',
  '**evil**',
  '&lt;evil&gt;',
  '&#x3c;evil',
  '::error file=evil::evil',
  '\n::error::evil',
  '\r::set-output name=evil::evil',
  '%0A::error::evil',
  ',title=evil',
  ']]>evil<![CDATA[',
  '<!-- evil -->',
  '\u001b[31mevil\u001b[0m',
  '\u001b]8;;https://evil.example\u0007evil\u001b]8;;\u0007',
  '\u009b2J',
  '\u0000',
  '\u0007\b\b\b',
  '\u202eevil\u202c',
  '\u2028evil',
  '\ud800',
  '%{evil}',
  '{0}{1}',
  '-- evil',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(' '));

/** A manifest of which every text is hostile, and that many findings are in. */
function manifestOf([one = '', two = '', three = '', four = '', five = '']: readonly string[]): string {
  // JSON is YAML, but for half characters.
  const quoted = (text: string) => JSON.stringify(text);
  return [
    'apiVersion: stackpin/v1',
    'kind: Stack',
    `metadata: {name: ${quoted(one)}}`,
    `extends: [${quoted(two)}]`,
    `catalogs: [${quoted(three)}]`,
    'components:',
    `  ${quoted(one)}: ${quoted(two)}`,
    `  ${quoted(`a${two}`)}: {component: kubernetes, version: 1.20.0}`,
    `  ${quoted(`b${three}`)}: {component: istio, version: ${quoted(four)}}`,
    `  ${quoted(`c${four}`)}: {component: istio, version: 1.29.0}`,
    `  ${quoted(`d${five}`)}: {component: postgresql, version: "9.6.0"}`,
    `  ${quoted(`e${five}`)}: {component: ${quoted(five)}, version: 1.0.0, ${quoted(four)}: 1}`,
    'environments:',
    `  ${quoted(`f${three}`)}: {components: {postgresql: "9.5.0"}}`,
    `acknowledge: [{code: end-of-life, component: postgresql, reason: ${quoted(four)}}]`,
    '',
  ].join('\n');
}
const manifest = fc.tuple(hostile, hostile, hostile, hostile, hostile).map(manifestOf);

const RUNS = 12;

/** Standard output and standard error of a command about a manifest. */
async function said(
  text: string,
  args: readonly string[],
  name = 'a.stack.yaml',
): Promise<{ out: string; err: string }> {
  const before = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents: {postgresql: "17.2"}\n';
  const host = memoryHost({ [`/home/${name}`]: text, '/home/before.stack.yaml': before });
  await run([...args, '--as-of', '2026-11-24'], host);
  return { out: host.written.join(''), err: host.warned.join('') };
}

/** Characters that a terminal obeys, and those that reorder what people see. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

interface MarkdownIt {
  render(text: string): string;
}
const markdownIt = createRequire(createRequire(import.meta.url).resolve('@vscode/vsce/package.json'))(
  'markdown-it',
) as new (options: {
  readonly html: boolean;
}) => MarkdownIt;

/** What Markdown makes of a text, where HTML in it counts: everything that is no text. */
function markupIn(markdown: string): { readonly tags: readonly string[]; readonly links: readonly string[] } {
  const html = new markdownIt({ html: true }).render(markdown);
  const { elements } = parsedPage(
    `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>${html}</body></html>`,
  );
  return {
    tags: [...new Set(elements.map(({ tagName }) => tagName))],
    links: elements.flatMap(({ attrs }) =>
      attrs.filter(({ name }) => /^(?:href|src|on.*|style)$/.test(name)).map(({ value }) => value),
    ),
  };
}
const TEXT_TAGS = [
  'html',
  'head',
  'title',
  'body',
  'h1',
  'h2',
  'h3',
  'p',
  'ul',
  'ol',
  'li',
  'a',
  'code',
  'strong',
  'em',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'input',
  'hr',
  'br',
];

function expectHarmless(markdown: string): void {
  const { tags, links } = markupIn(markdown);
  expect(tags.filter((tag) => !TEXT_TAGS.includes(tag))).toEqual([]);
  expect(links.filter((link) => !/^https:\/\//.test(link) || link.includes('evil'))).toEqual([]);
}

describe('a terminal', () => {
  test.each([
    ['check a.stack.yaml --verbose'],
    ['explain a.stack.yaml'],
    ['plan a.stack.yaml'],
    ['plan a.stack.yaml --newest'],
    ['diff before.stack.yaml a.stack.yaml'],
    ['fix --dry-run a.stack.yaml'],
    ['versions kubernetes --with a.stack.yaml'],
  ])('gets no character to obey: %s', async (command) => {
    await fc.assert(
      fc.asyncProperty(manifest, async (text) => {
        const terminal = { terminal: true, colour: false, columns: 80 };
        const host = memoryHost(
          { '/home/a.stack.yaml': text, '/home/before.stack.yaml': 'kind: Stack\n' },
          { output: terminal, errors: terminal },
        );
        await run([...command.split(' '), '--as-of', '2026-11-24'], host);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what shows how far a run is is taken away again so.
        const progress = /\r[^\r\n]*\u001b\[K/g;
        expect(OBEYED.exec(host.written.join('') + host.warned.join('').replace(progress, ''))).toBeNull();
      }),
      { numRuns: RUNS },
    );
  });

  test('nor from the name of a file', async () => {
    const { out, err } = await said('a: [', ['check', '.'], 'a\u001b[2J\n::error::x.stack.yaml');
    expect(OBEYED.exec(out + err)).toBeNull();
    expect(out.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
    const failing = memoryHost({ '/home/a\u001b[2J.stack.yaml': { failed: 'it cannot be read' } });
    await run(['check', '/home/a\u001b[2J.stack.yaml'], failing);
    expect(failing.warned.join('')).toBe('stackpin: cannot read a\\u{1b}[2J.stack.yaml: it cannot be read.\n');
  });
});

describe('CI', () => {
  test('the annotations of GitHub: a line for each finding, and nothing said in another', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, async (text) => {
        const { out } = await said(text, ['check', 'a.stack.yaml', '--format', 'github', '--verbose']);
        const { out: json } = await said(text, ['check', 'a.stack.yaml', '--format', 'gitlab', '--verbose']);
        const found = JSON.parse(json) as unknown[];
        const lines = out.split(/\r\n|\r|\n/).filter((line) => line !== '');
        // As the runner reads them: the command ends at the first "::" behind it, its properties at commas.
        const read = lines.map((line) => /^::(error|warning|notice) ([^:]*)::/.exec(line)?.[2]?.split(','));
        expect(lines).toHaveLength(found.length);
        for (const properties of read) {
          expect(properties?.map((one) => one.split('=')[0])).toEqual(
            expect.toSatisfy((names: string[]) => /^file,line,endLine,(?:col,endColumn,)?title$/.test(names.join())),
          );
          expect(properties?.at(0)).toBe('file=a.stack.yaml');
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('JUnit: XML of the elements that are ours', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, async (text) => {
        const { out } = await said(text, ['check', 'a.stack.yaml', '--format', 'junit', '--verbose']);
        // Text that is escaped holds none of "<", and of "&" only entities: what is left are our elements.
        const tags = [...out.replace(/^<\?xml[^>]*\?>/, '').matchAll(/<\/?([^\s>/]*)/g)].map(([, name]) => name);
        expect(
          [...new Set(tags)].filter(
            (name) => !/^(?:testsuites?|testcase|failure|error|skipped|system-out)$/.test(name ?? ''),
          ),
        ).toEqual([]);
        expect(
          [...out.matchAll(/&[^;]{0,8};?/g)].filter(([entity]) => !/^&(?:amp|lt|gt|quot|#\d+);/.test(entity)),
        ).toEqual([]);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them.
        expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.exec(out)).toBeNull();
      }),
      { numRuns: RUNS },
    );
  });

  test('SARIF and GitLab: no link and no markup in any message', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, async (text) => {
        const { out } = await said(text, ['check', 'a.stack.yaml', '--format', 'sarif', '--verbose']);
        const { runs } = JSON.parse(out) as { runs: { results: { message: { text: string; markdown: string } }[] }[] };
        const messages = runs.flatMap(({ results }) => results.map(({ message }) => message));
        expect(messages.length).toBeGreaterThan(0);
        for (const { text: plain, markdown } of messages) {
          // A link of a plain text, in which "\\[" is a bracket (SARIF 2.1.0, 3.11.6).
          expect(/(?<!\\)\[[^\]]*\]\(/.exec(plain)).toBeNull();
          expectHarmless(markdown);
        }
        const { out: gitlab } = await said(text, ['check', 'a.stack.yaml', '--format', 'gitlab', '--verbose']);
        // What is accepted is in the one and not in the other.
        expect((JSON.parse(gitlab) as unknown[]).length).toBeLessThanOrEqual(messages.length);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('Markdown', () => {
  test.each([
    ['plan a.stack.yaml --format markdown'],
    ['plan a.stack.yaml --newest --format markdown'],
    ['diff before.stack.yaml a.stack.yaml --format markdown'],
  ])('on the command line: %s', async (command) => {
    await fc.assert(
      fc.asyncProperty(manifest, async (text) => {
        const { out } = await said(text, command.split(' '));
        expectHarmless(out);
      }),
      { numRuns: RUNS },
    );
  });

  test('in an editor: hovers and pages', async () => {
    const client = startInMemory();
    const capabilities = { textDocument: { hover: { contentFormat: ['markdown' as const] } } };
    await client.initialize({ capabilities });
    let count = 0;
    let hovers = 0;
    await fc.assert(
      fc.asyncProperty(manifest, async (text) => {
        count += 1;
        const uri = `file:///w/${count}.stack.yaml`;
        await client.open(uri, text);
        for (const [line, written] of text.split('\n').entries()) {
          for (const character of [3, written.indexOf(': ') + 3]) {
            const hover = await client.connection.sendRequest<{ contents: { kind: string; value: string } } | null>(
              'textDocument/hover',
              paramsFor(uri, line, character),
            );
            if (hover === null) continue;
            hovers += 1;
            expect(hover.contents.kind).toBe('markdown');
            expectHarmless(hover.contents.value);
          }
        }
        const page = await client.connection.sendRequest<string | null>('workspace/executeCommand', {
          command: 'stackpin.explain',
          arguments: [uri],
        });
        if (page !== null) expectHarmless(page);
        await client.close(uri);
      }),
      { numRuns: RUNS },
    );
    expect(hovers).toBeGreaterThan(10);
  });

  test('pieces of prose, of every kind', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const spans = [text, ' ', { strong: text }, ' ', { code: text }, ' ', { link: text, to: text }];
        const item = { spans, below: [{ kind: 'paragraph' as const, spans }] };
        const { value } = render(
          [
            { kind: 'heading', level: 1, spans },
            { kind: 'paragraph', spans },
            { kind: 'list', isNumbered: false, items: [item] },
          ],
          'markdown',
        );
        expectHarmless(value);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the report', () => {
  test('is a page of our elements, which loads nothing and runs nothing', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, async (text) => {
        const { out } = await said(text, ['report', 'a.stack.yaml', '--html', '-']);
        const { elements, faults } = parsedPage(out);
        expect(faults).toEqual([]);
        expect(
          elements.filter(({ tagName }) =>
            /^(?:script|img|iframe|object|embed|link|base|form|audio|video)$/.test(tagName),
          ),
        ).toEqual([]);
        const attributes = elements.flatMap(({ attrs }) => attrs);
        expect(attributes.filter(({ name }) => /^(?:on.*|src|srcset|style|formaction)$/.test(name))).toEqual([]);
        const links = attributes.filter(({ name }) => /href$/.test(name)).map(({ value }) => value);
        expect(
          links.filter((link) => !/^(?:#[\w-]+|https:\/\/[^\s"<>]+)$/.test(link) || link.includes('evil')),
        ).toEqual([]);
        const policies = out.match(/http-equiv="Content-Security-Policy" content="[^"]*"/g);
        expect(policies).toEqual([
          `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`.replaceAll(
            "'",
            '&#39;',
          ),
        ]);
      }),
      { numRuns: RUNS },
    );
  });

  test('in an editor it runs the one script of the extension, by a nonce that is given to it', async () => {
    const client = startInMemory();
    await client.initialize();
    const uri = 'file:///w/a.stack.yaml';
    await client.open(uri, manifestOf(HOSTILE));
    const reportWith = (nonce: string, script: string) =>
      client.connection.sendRequest<string>('workspace/executeCommand', {
        command: 'stackpin.report',
        arguments: [uri, { nonce, script }],
      });
    const page = await reportWith('bm9uY2Utb2Ytb3Vycw==', 'https://webview/reportPage.js');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");
    expect(policy).toBe(
      "default-src 'none'; style-src 'nonce-bm9uY2Utb2Ytb3Vycw=='; script-src 'nonce-bm9uY2Utb2Ytb3Vycw=='; base-uri 'none'; form-action 'none'",
    );
    const { elements } = parsedPage(page);
    const scripts = elements.filter(({ tagName }) => tagName === 'script');
    expect(
      scripts.map(({ attrs, childNodes }) => [
        Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
        childNodes,
      ]),
    ).toEqual([[{ nonce: 'bm9uY2Utb2Ytb3Vycw==', src: 'https://webview/reportPage.js', defer: '' }, []]]);
    // A nonce that would be more than a nonce gives a page without a script.
    expect(await reportWith("x'; script-src *", 'https://evil.example/x.js')).not.toContain('<script');
  });
});

test('what is imported becomes pins and comments, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (one, two) => {
      const services = {
        [one]: { image: `postgres:17.2` },
        [two]: { image: `${one}:${two}` },
        b: { image: `postgres:17.2${two}` },
      };
      const host = memoryHost({
        '/home/compose.yaml': JSON.stringify({ services }),
        [`/home/x${two.replaceAll('/', '')}/compose.yaml`]: JSON.stringify({ services }),
      });
      await run(['import', '.'], host);
      const lines = host.written.join('').split(/\r\n|[\r\n\u0085\u2028\u2029]/);
      const ours =
        /^(?: *#.*|apiVersion: stackpin\/v1|kind: Stack|metadata:|components:| {2}(?:name: [^\n]*|postgresql: "17\.2")(?: *#.*)?)?$/;
      expect(lines.filter((line) => !ours.test(line))).toEqual([]);
      expect(OBEYED.exec(host.written.join('') + host.warned.join(''))).toBeNull();
    }),
    { numRuns: 60 },
  );
});
