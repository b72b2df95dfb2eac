import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { LAYERS } from '../../server/src/catalog/model.ts';
import { keyInfo, keysAt, schemaAt } from '../../server/src/manifest/schema.ts';

const schema = JSON.parse(readFileSync(new URL('../../schemas/stack.schema.json', import.meta.url), 'utf8'));

describe('keyInfo', () => {
  test('of a version', () => {
    expect(keyInfo(['components', 'istio', 'version'])).toEqual({
      title: 'Version',
      description:
        'An exact version (`1.34.2`), a release line (`"1.34"`, `jammy`) or a range (`">=1.33 <1.35"`). Put what looks like a number in quotes: an unquoted 1.30 is the number 1.3 to other YAML readers.',
      type: 'a version',
      values: [],
      default: undefined,
      examples: ['1.34.2', '"1.34"', '">=1.33 <1.35"'],
    });
  });

  test('of a value that is one of some', () => {
    expect(keyInfo(['policy', 'prereleases'])).toEqual({
      title: 'Pre-releases',
      description: '`deny` reports a pinned pre-release, `allow` does not.',
      type: 'text',
      values: ['deny', 'allow'],
      default: 'deny',
      examples: [],
    });
    expect(keyInfo(['components', 'a', 'locked'])?.values).toEqual(['true', 'false']);
    expect(keyInfo(['kind'])?.values).toEqual(['Stack']);
  });

  test('what stands beside a reference says more than what it leads to', () => {
    expect(keyInfo(['environments', 'production', 'components'])?.description).toBe(
      'Pins that differ in this environment. A pin here replaces the one above; `null` removes it.',
    );
  });

  test('of list items, whatever their index', () => {
    expect(keyInfo(['acknowledge', '12', 'until'])?.title).toBe('Until');
    expect(keyInfo(['extends', '0'])?.title).toBe('Path');
  });

  test.each([
    [['components', 'istio'], 'a version or a mapping'],
    [['components'], 'a mapping'],
    [['extends'], 'a list'],
    [['metadata', 'labels', 'team'], 'text'],
    [['components', 'istio', 'values'], 'anything'],
    [['components', 'istio', 'locked'], 'true or false'],
  ])('%j takes %s', (path, type) => {
    expect(keyInfo(path)?.type).toBe(type);
  });

  test.each([
    [['nothing']],
    [['metadata', 'name', 'x']],
    [['components', 'a', 'values', 'b']],
    [['__proto__']],
    [['metadata', 'constructor']],
  ])('nothing is said of %j', (path) => {
    expect(keyInfo(path)).toBeUndefined();
    expect(keysAt(path)).toEqual({ keys: [], free: undefined });
  });
});

describe('keysAt', () => {
  test('the document, in the order of the schema', () => {
    expect(keysAt([]).keys.map(({ key, required }) => (required ? `${key}!` : key))).toEqual([
      'apiVersion!',
      'kind!',
      'metadata',
      'extends',
      'catalogs',
      'components',
      'environments',
      'policy',
      'acknowledge',
    ]);
    expect(keysAt([]).free).toBeUndefined();
  });

  test('a component', () => {
    const names = ['version', 'component', 'chart', 'allow', 'locked', 'layer', 'notes', 'values'];
    expect(keysAt(['components', 'istio']).keys.map(({ key }) => key)).toEqual(names);
    expect(keysAt(['environments', 'production', 'components', 'istio']).keys.map(({ key }) => key)).toEqual(names);
  });

  test('names that a person chooses', () => {
    expect(keysAt(['components'])).toMatchObject({ keys: [], free: { names: 'component', title: 'Component' } });
    expect(keysAt(['environments'])).toMatchObject({ keys: [], free: { names: 'environment', title: 'Environment' } });
    expect(keysAt(['metadata', 'labels'])).toMatchObject({ keys: [], free: { names: 'label', title: 'Label' } });
  });
});

describe('the schema itself', () => {
  test('has a title and a description at every key', () => {
    const bare: string[] = [];
    const visit = (path: readonly string[]): void => {
      for (const { key, title, description } of keysAt(path).keys) {
        if (title === '' || description.length < 10) bare.push([...path, key].join('.'));
        visit([...path, key]);
      }
      const { free } = keysAt(path);
      if (free !== undefined) visit([...path, 'name']);
      if (schemaAt(path)?.items !== undefined) visit([...path, '0']);
    };
    visit([]);
    expect(bare).toEqual([]);
  });

  test('lists the layers of the catalog', () => {
    expect(keyInfo(['components', 'a', 'layer'])?.values).toEqual(LAYERS);
  });

  test('holds for its own examples', () => {
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(schema);
    const wrong: string[] = [];
    let count = 0;
    const visit = (node: unknown, pointer: string): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('examples' in node && Array.isArray(node.examples)) {
        for (const example of node.examples) {
          count += 1;
          if (ajv.validate({ $ref: `${schema.$id}#${pointer}` }, example) !== true)
            wrong.push(`${pointer}: ${JSON.stringify(example)}`);
        }
      }
      for (const [key, child] of Object.entries(node)) if (key !== 'examples') visit(child, `${pointer}/${key}`);
    };
    visit(schema, '');
    expect(count).toBeGreaterThan(15);
    expect(wrong).toEqual([]);
  });
});
