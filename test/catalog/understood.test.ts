/** Catalogs of a newer format: what an older program makes of a compiled one and of one in YAML. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import schema from '../../schemas/catalog.schema.json' with { type: 'json' };
import { compileCatalog } from '../../server/src/catalog/compile.ts';
import { openCatalog } from '../../server/src/catalog/loader.ts';
import type { Component } from '../../server/src/catalog/model.ts';
import { readCatalog } from '../../server/src/catalog/read.ts';
import { PLAIN_KEYS, SHAPES, understood } from '../../server/src/catalog/understood.ts';
import { bundledCatalog } from '../support/compiled.ts';
import { SOURCE, sample } from './sample.ts';

type Part = {
  readonly properties?: { readonly [key: string]: Part };
  readonly items?: Part;
  readonly $ref?: string;
  readonly enum?: readonly string[];
};

/** What a part of the schema refers to. */
function followed(part: Part): Part {
  if (part.items !== undefined) return followed(part.items);
  if (part.$ref === undefined) return part;
  return followed((schema.$defs as { readonly [name: string]: Part })[part.$ref.replace('#/$defs/', '')] ?? {});
}

test('what is understood is what the schema describes', () => {
  const { properties } = schema.$defs.component as Part;
  const statements = Object.entries(properties ?? {}).filter(([key]) => !PLAIN_KEYS.includes(key));
  expect(statements.map(([key]) => key).sort()).toEqual(Object.keys(SHAPES).sort());
  for (const [key, part] of statements) {
    const keys = Object.entries(followed(part).properties ?? {}).filter(
      ([one]) => !['source', 'checked', 'note'].includes(one),
    );
    expect([key, keys.map(([one]) => one)]).toEqual([key, SHAPES[key]?.keys]);
    const values = keys.flatMap(([one, of]) => (followed(of).enum === undefined ? [] : [[one, followed(of).enum]]));
    expect([key, Object.fromEntries(values)]).toEqual([key, SHAPES[key]?.values ?? {}]);
  }
  expect(['id', ...Object.keys(properties ?? {}).filter((key) => SHAPES[key] === undefined)].sort()).toEqual(
    [...PLAIN_KEYS].sort(),
  );
});

test('nothing of the bundled catalog is left out', () => {
  const catalog = bundledCatalog();
  for (const id of catalog.ids()) {
    const component = catalog.component(id);
    if (component !== undefined) expect(understood(component)).toEqual({ component, leftOut: 0 });
  }
});

const RULE = { when: '*', with: 'beta', level: 'supported', supported: '>=1.0', ...SOURCE } as const;
/** A component as a later version might write it. */
const LATER = {
  ...sample({ id: 'alpha', name: 'Alpha', lines: [{ line: '1.0', versions: ['1.0.0'], signed: true } as never] }),
  compatibility: [
    RULE,
    { ...RULE, architecture: 'arm64' },
    { when: '*', with: 'beta', level: 'discouraged', discouraged: '>=2.0', ...SOURCE },
  ],
  supportPolicy: { kind: 'by-contract', ...SOURCE },
  advisories: [
    { id: 'CVE-2026-1', ...SOURCE },
    { id: 'CVE-2026-2', ...SOURCE },
  ],
  maintainers: 'acme',
} as unknown as Component;

const encode = (text: string) => new TextEncoder().encode(text);

/** Opens a catalog of the component as it is written in a minor version. */
function opened(minor: number) {
  const bytes = compileCatalog({ name: 'later', version: '1', updated: '2027-01-01' }, [LATER], encode, minor);
  const leftOut: [string, number][] = [];
  const catalog = openCatalog(bytes, {
    decode: (some) => new TextDecoder().decode(some),
    damaged: (id) => {
      throw new Error(id);
    },
    leftOut: (id, count) => leftOut.push([id, count]),
  });
  if ('failed' in catalog) throw new Error(catalog.failed);
  return { component: catalog.component('alpha'), leftOut };
}

test('of a newer minor version, statements with anything unknown are left out as a whole, and counted', () => {
  const { component, leftOut } = opened(1);
  expect(leftOut).toEqual([['alpha', 6]]);
  expect(Object.keys(component ?? {})).toEqual([
    'name',
    'layer',
    'description',
    'status',
    'versions',
    'id',
    'compatibility',
  ]);
  expect(component?.compatibility).toEqual([RULE]);
  // Lines keep what is known of them: without them their versions would be called unknown.
  expect(component?.versions.lines).toMatchObject([{ line: '1.0', versions: ['1.0.0'] }]);
});

test('of the own version everything is taken as it is', () => {
  expect(opened(0)).toEqual({ component: LATER, leftOut: [] });
});

test('whatever a later version adds, what remains is known', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()), (keys, rules) => {
      const { id: _, ...others } = keys;
      const { component, leftOut } = understood({ ...others, id: 'alpha', compatibility: rules } as never as Component);
      expect(leftOut).toBeGreaterThanOrEqual(0);
      for (const key of Object.keys(component)) expect([...PLAIN_KEYS, ...Object.keys(SHAPES)]).toContain(key);
      expect(understood(component).leftOut).toBe(0);
    }),
  );
});

const HEAD = (version: string) => `apiVersion: ${version}
kind: Catalog
metadata: {name: acme, version: "1", updated: 2027-01-01, source: "https://wiki.acme.example"}
components:
  gateway:
    name: Gateway
    layer: ingress
    description: Routes requests.
    versions: {lines: [{line: "3.2", versions: [3.2.0]}]}
`;
const RULES = `    compatibility:
      - {when: "*", with: kubernetes, level: supported, supported: ">=1.30"}
      - {when: "*", with: kubernetes, level: discouraged, discouraged: ">=1.34"}
      - {when: "*", with: kubernetes, level: supported, supported: ">=1.32", architecture: arm64}
    advisories: [{id: CVE-2026-1}, {id: CVE-2026-2}]
`;

test('a catalog in YAML of a newer minor version is used without what is not known', () => {
  const { catalog, problems, newer } = readCatalog(HEAD('stackpin/v1.3') + RULES);
  expect(problems).toEqual([]);
  expect(newer?.message).toBe(
    'This catalog is written in stackpin/v1.3, and this version of Stackpin knows stackpin/v1. 4 entries that it does not know are left out. Install a newer Stackpin to have everything count.',
  );
  const [gateway] = catalog?.components ?? [];
  expect(gateway?.compatibility).toEqual([
    {
      when: '*',
      with: 'kubernetes',
      level: 'supported',
      supported: '>=1.30',
      source: 'https://wiki.acme.example',
      checked: '2027-01-01',
    },
  ]);
  expect(Object.keys(gateway ?? {})).not.toContain('advisories');
});

test('what is wrong in any version is told all the same', () => {
  const { catalog, problems } = readCatalog(`${HEAD('stackpin/v1.3').replace('ingress', 'inngress')}${RULES}`);
  expect(catalog).toBeUndefined();
  expect(problems.map(({ path }) => path.join('.'))).toEqual(['components.gateway.layer']);
});

test('the same text in the version that is known here is told to the letter', () => {
  const { catalog, problems, newer } = readCatalog(HEAD('stackpin/v1') + RULES);
  expect([catalog, newer]).toEqual([undefined, undefined]);
  expect(problems.length).toBeGreaterThan(3);
});

test('a newer major version is one error that says what to do, whatever else stands there', () => {
  const { catalog, problems, readable } = readCatalog(HEAD('stackpin/v2') + RULES);
  expect(catalog).toBeUndefined();
  expect(readable.components).toEqual([]);
  expect(problems.map(({ message, line, path }) => ({ message, line, path }))).toEqual([
    {
      message:
        'This catalog is written in stackpin/v2, and this version of Stackpin reads stackpin/v1. Install a newer Stackpin, which also works without a network, or write the catalog in stackpin/v1.',
      line: 1,
      path: ['apiVersion'],
    },
  ]);
});

test.each(['stackpin/v0', 'stackpin/v1.0', 'stackpin/v01', 'stackpin/v1.x', 'stackpin', 'acme/v2'])(
  '%s is no version',
  (version) => {
    const { problems, newer } = readCatalog(HEAD(version));
    expect(newer).toBeUndefined();
    expect(problems.map(({ path }) => path)).toEqual([['apiVersion']]);
  },
);
