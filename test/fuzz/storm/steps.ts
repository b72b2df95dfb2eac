/** What happens in a storm, step by step. A storm is written with one step a line, so that lines can be taken away. */
import { readdirSync, readFileSync } from 'node:fs';
import { clientMessages } from '../../../scripts/pages/lspMessages.ts';
import type { Random } from '../random.ts';

export interface Place {
  readonly line: number;
  readonly character: number;
}

/** One change of a text: of a range, or all of it. */
export interface Change {
  readonly range?: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

export type Step =
  /** Which of the clients it is. */
  | { readonly do: 'client'; readonly client: number }
  | { readonly do: 'open'; readonly doc: number; readonly version: number; readonly text: string }
  | { readonly do: 'change'; readonly doc: number; readonly version: number; readonly changes: readonly Change[] }
  | { readonly do: 'close'; readonly doc: number }
  /** A request about a place of a document, open or not; it has the number of the step as its id. */
  | { readonly do: 'ask'; readonly method: string; readonly doc: number; readonly at: Place }
  /** A question about one of the things that were answered last. */
  | { readonly do: 'follow'; readonly at: number }
  /** Takes back the request so many requests ago. */
  | { readonly do: 'cancel'; readonly ago: number }
  | { readonly do: 'settings'; readonly settings: unknown }
  /** A file is written, or deleted, and the client tells of it. */
  | { readonly do: 'disk'; readonly file: number; readonly text: string | null }
  | { readonly do: 'folder'; readonly added: boolean }
  | { readonly do: 'moved' }
  /** The server gets so many turns. */
  | { readonly do: 'turn'; readonly turns: number }
  /** What waits for a time has its time. */
  | { readonly do: 'tick' }
  /** The server comes to rest, and is compared with a fresh one. */
  | { readonly do: 'compare' };

export const FOLDER = 'file:///w';

/** What a storm opens. The last three are no manifests of the folder. */
export const DOCUMENTS: readonly { readonly uri: string; readonly languageId: string }[] = [
  { uri: `${FOLDER}/platform.stack.yaml`, languageId: 'stack-manifest' },
  { uri: `${FOLDER}/base.stack.yaml`, languageId: 'stack-manifest' },
  { uri: `${FOLDER}/teams/leaf.stack.yaml`, languageId: 'stack-manifest' },
  { uri: `${FOLDER}/acme.catalog.yaml`, languageId: 'stack-catalog' },
  { uri: `${FOLDER}/values.yaml`, languageId: 'yaml' },
  { uri: 'untitled:Untitled-1', languageId: 'stack-manifest' },
  { uri: 'file:///elsewhere/far.stack.yaml', languageId: 'stack-manifest' },
];

/** What a storm writes to the disk. */
export const FILES: readonly string[] = [
  `${FOLDER}/base.stack.yaml`,
  `${FOLDER}/teams/leaf.stack.yaml`,
  `${FOLDER}/teams/other.stack.yaml`,
  `${FOLDER}/acme.catalog.yaml`,
];

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const CATALOG = `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, updated: 2026-11-01}
components:
  shop:
    name: Shop
    layer: application
    description: Sells.
    versions:
      scheme: semver
      source: https://shop.example
      checked: 2026-11-01
      lines:
        - line: "2.0"
          versions: ["2.0.0", "2.0.1"]
    compatibility:
      - {when: ">=2", with: postgresql, level: broken, breaks: ">=18", source: "https://shop.example", checked: 2026-11-01}
`;

/** Texts to begin with: over the catalog of the tests, and the examples, of whose components it knows some. */
const TEXTS: readonly string[] = [
  `${HEAD}components:\n  kubernetes: 1.34.2\n  istio: 1.27.4\n`,
  `${HEAD}extends: [base.stack.yaml]\ncomponents:\n  istio: ">=1.27"   # newest\nenvironments:\n  production:\n    components: {istio: 1.22.8}\n`,
  `${HEAD}extends: [../base.stack.yaml, other.stack.yaml]\ncatalogs: [../acme.catalog.yaml]\ncomponents:\n  shop: 2.0.0\n  postgresql: "18.1"\n`,
  `${HEAD}catalogs: [acme.catalog.yaml]\ncomponents:\n  shop: 2.0.1\n  db: {component: postgresql, version: "17.5"}\nacknowledge:\n  - {code: incompatible, between: [shop, db], reason: known}\n`,
  `${HEAD}components:\r\n  kubernetes: &k 1.34.2\r\n  weave: *k\r\n  # 📌 stackpin-ignore untested\r\n  cilium: 1.19\r\n`,
  `${HEAD}---\n${HEAD}components: {}\n`,
  '',
  '\ufeffapiVersion: stackpin/v1\n{{[: - "\n\t%%%\r- &a *a',
  CATALOG,
  ...examples(),
];

function examples(): string[] {
  const folder = new URL('../../../examples/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.map((name) => readFileSync(new URL(name, folder), 'utf8')).filter((text) => text.length < 2500);
}

/** What is typed, pasted and cut. */
const TYPED: readonly string[] = [
  ...[
    '',
    '',
    '',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\r',
    '"',
    ':',
    ': ',
    '- ',
    '#',
    '&k ',
    '*k',
    '{',
    '}',
    '[',
    ']',
    '1',
    '.',
    '5',
  ],
  ...[
    '📌',
    '\ud83d',
    '\u0000',
    '  kubernetes: 1.33.0\n',
    '  istio: 1.28.1\n',
    '---\n',
    'environments:\n  test:\n    components:\n',
  ],
  ...['extends: [base.stack.yaml]\n', '  <<: *k\n', '%YAML 1.2\n', '? ', '|\n', '1.34.2', 'components:\n'],
];

const SETTINGS: readonly unknown[] = [
  {},
  null,
  { severity: { unsupported: 'hint', untested: 'off' } },
  { severity: { incompatible: 'warning' }, catalogs: ['acme.catalog.yaml'] },
  { catalogs: ['no/such.catalog.yaml', 7] },
  { severity: 'loud', catalogs: {} },
  [],
];

const ASKED: readonly string[] = clientMessages()
  .filter(({ kind, method }) => kind === 'request' && method !== 'initialize' && method !== 'shutdown')
  .map(({ method }) => method);

/** The requests that editors send all the time. */
const OFTEN: readonly string[] = [
  'textDocument/diagnostic',
  'textDocument/completion',
  'textDocument/hover',
  'textDocument/codeAction',
  'textDocument/inlayHint',
  'textDocument/codeLens',
  'textDocument/semanticTokens/full/delta',
  'textDocument/rename',
  'workspace/diagnostic',
];

const FAR = 2 ** 31 - 1;

function place(random: Random): Place {
  if (random.chance(4)) return { line: random.pick([0, 5, FAR]), character: random.pick([0, 999, FAR]) };
  return { line: random.below(14), character: random.chance(30) ? random.below(3) : random.below(32) };
}

function change(random: Random): Change {
  if (random.chance(8)) return { text: random.pick(TEXTS) };
  const start = place(random);
  const end = random.chance(60) ? start : place(random);
  return { range: { start, end }, text: random.pick(TYPED) };
}

function several<T>(random: Random, most: number, make: () => T): T[] {
  return Array.from({ length: 1 + random.below(most) }, make);
}

/** Draws a storm of so many steps. */
export function drawStorm(random: Random, clients: number, length: number): string {
  const steps: Step[] = [{ do: 'client', client: random.below(clients) }];
  let version = 1;
  const doc = () => (random.chance(60) ? random.below(3) : random.below(DOCUMENTS.length));
  // Now and then a client that counts wrongly: the same number again, or a smaller one.
  const next = () => {
    version += 1;
    return random.chance(8) ? Math.max(0, version - 1 - random.below(4)) : version;
  };
  const opening = (at: number): Step => ({ do: 'open', doc: at, version: next(), text: random.pick(TEXTS) });
  steps.push(opening(0));
  while (steps.length < length) {
    const kind = random.below(100);
    if (kind < 10) steps.push(opening(doc()));
    else if (kind < 40)
      steps.push({ do: 'change', doc: doc(), version: next(), changes: several(random, 3, () => change(random)) });
    else if (kind < 45) steps.push({ do: 'close', doc: doc() });
    else if (kind < 72) {
      const method = random.pick(random.chance(60) ? OFTEN : ASKED);
      steps.push({ do: 'ask', method, doc: doc(), at: place(random) });
      // Half of the answers come before anything else happens.
      if (random.chance(50)) steps.push({ do: 'turn', turns: 40 });
    } else if (kind < 76) steps.push({ do: 'follow', at: random.below(50) });
    else if (kind < 81) steps.push({ do: 'cancel', ago: random.below(4) });
    else if (kind < 83) steps.push({ do: 'settings', settings: random.pick(SETTINGS) });
    else if (kind < 88)
      steps.push({ do: 'disk', file: random.below(FILES.length), text: random.chance(20) ? null : random.pick(TEXTS) });
    else if (kind < 89) steps.push({ do: 'folder', added: random.chance(60) });
    else if (kind < 90) steps.push({ do: 'moved' });
    else if (kind < 96) steps.push({ do: 'turn', turns: 1 + random.below(12) });
    else if (kind < 98) steps.push({ do: 'tick' });
    else steps.push({ do: 'compare' });
  }
  return steps.map((step) => JSON.stringify(step)).join('\n');
}

/** The steps of a storm; a line that is no step (any more) is left out. */
export function readStorm(text: string): Step[] {
  return text.split('\n').flatMap((line) => {
    try {
      const step: unknown = JSON.parse(line);
      return isStep(step) ? [step] : [];
    } catch {
      return [];
    }
  });
}

/** What each step has to have, so that what is left of one does not become another. */
const FORMS: { readonly [kind in Step['do']]: { readonly [key: string]: (value: unknown) => boolean } } = {
  client: { client: isNumber },
  open: { doc: isNumber, version: isNumber, text: isText },
  change: { doc: isNumber, version: isNumber, changes: (value) => Array.isArray(value) && value.every(isChange) },
  close: { doc: isNumber },
  ask: { method: isText, doc: isNumber, at: isPlace },
  follow: { at: isNumber },
  cancel: { ago: isNumber },
  settings: { settings: () => true },
  disk: { file: isNumber, text: (value) => value === null || isText(value) },
  folder: { added: (value) => typeof value === 'boolean' },
  moved: {},
  turn: { turns: isNumber },
  tick: {},
  compare: {},
};

function isStep(value: unknown): value is Step {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as { readonly [key: string]: unknown };
  const form = Object.entries(FORMS).find(([kind]) => kind === fields.do)?.[1];
  return form !== undefined && Object.entries(form).every(([key, fits]) => key in fields && fits(fields[key]));
}

function isNumber(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isPlace(value: unknown): boolean {
  const { line, character } = (value ?? {}) as { readonly [key: string]: unknown };
  return isNumber(line) && isNumber(character);
}

function isChange(value: unknown): boolean {
  const { range, text, ...more } = (value ?? {}) as { readonly [key: string]: unknown };
  if (!isText(text) || Object.keys(more).length > 0) return false;
  const { start, end } = (range ?? {}) as { readonly [key: string]: unknown };
  return range === undefined || (isPlace(start) && isPlace(end));
}
