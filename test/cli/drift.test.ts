/** `stackpin drift`: a manifest beside the files of a repository. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { folderWith, stackpin } from './support.ts';

const manifest = (...lines: string[]) =>
  `apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n${lines.map((line) => `  ${line}\n`).join('')}`;

const COMPOSE = `services:
  db: {image: "postgres:17.6"}
  old: {image: "postgres:16.9"}
  cache: {image: "redis:8.2"}
  proxy: {image: "nginx:1.29.3"}
  shop: {image: "acme/shop:1"}
`;
const REST = 'Not recognised:\n  compose.yaml:6: acme/shop:1: no component is known to be in this image.\n';

test('drift tells what is the same, what is another version, and what only one of both has', async () => {
  const cwd = folderWith({
    'shop.stack.yaml': manifest('postgresql: "17.6"', 'redis: 8.2.3', 'helm: ">=3.18 <5"', 'in-house: 1.0.0'),
    'compose.yaml': COMPOSE,
  });
  expect(await stackpin(['drift', 'shop.stack.yaml'], { cwd })).toEqual({
    status: 1,
    out: `component   pinned     in the files  what
postgresql  17.6       16.9          other version: compose.yaml:3
redis       8.2.3      8.2           same
helm        >=3.18 <5  -             only in the manifest
in-house    1.0.0      -             only in the manifest
nginx       -          1.29.3        only in the files: compose.yaml:5
`,
    err: REST,
  });
});

test('instances, lines and ranges name what they stand for; what is only in the manifest fails nothing', async () => {
  const cwd = folderWith({
    'shop.stack.yaml': manifest(
      'db: {component: postgresql, version: "17"}',
      'old-db: {component: postgresql, version: 16.9}',
      'redis: ^8.0.0',
      'nginx: 1.29.0',
      'helm: 4.0.0',
    ).concat('environments:\n  production:\n    components: {nginx: "1.29.3"}\n'),
    'compose.yaml': COMPOSE,
  });
  expect(await stackpin(['drift', 'shop.stack.yaml', 'compose.yaml', '--environment', 'production'], { cwd })).toEqual({
    status: 0,
    out: `component   pinned    in the files  what
postgresql  17, 16.9  17.6, 16.9    same
redis       ^8.0.0    8.2           same
nginx       1.29.3    1.29.3        same
helm        4.0.0     -             only in the manifest
`,
    err: REST,
  });
  const { status, out } = await stackpin(['drift', 'shop.stack.yaml', '--format', 'json'], { cwd });
  expect(status).toBe(1);
  const schema = JSON.parse(readFileSync(new URL('../../schemas/drift-output.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
  validate(JSON.parse(out));
  expect(validate.errors ?? []).toEqual([]);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    manifest: 'shop.stack.yaml',
    components: [
      {
        component: 'postgresql',
        kind: 'same',
        pins: [
          { instance: 'db', version: '17' },
          { instance: 'old-db', version: '16.9' },
        ],
        found: [
          { version: '17.6', path: 'compose.yaml', line: 2 },
          { version: '16.9', path: 'compose.yaml', line: 3 },
        ],
      },
      {
        component: 'redis',
        kind: 'same',
        pins: [{ instance: 'redis', version: '^8.0.0' }],
        found: [{ version: '8.2', path: 'compose.yaml', line: 4 }],
      },
      {
        component: 'nginx',
        kind: 'other',
        pins: [{ instance: 'nginx', version: '1.29.0' }],
        found: [{ version: '1.29.3', path: 'compose.yaml', line: 5 }],
      },
      { component: 'helm', kind: 'only-manifest', pins: [{ instance: 'helm', version: '4.0.0' }], found: [] },
    ],
    notRecognised: [{ path: 'compose.yaml', line: 6, what: 'acme/shop:1', reason: 'unknown-image', component: null }],
  });
});

test('what cannot be read is said', async () => {
  const cwd = folderWith({ 'shop.stack.yaml': manifest('redis: 8.2.3'), 'notes.yaml': 'a: 1\n' });
  expect(await stackpin(['drift', 'nowhere.stack.yaml'], { cwd })).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: cannot read nowhere.stack.yaml: there is no such file.\n',
  });
  expect(await stackpin(['drift', 'shop.stack.yaml', 'notes.yaml'], { cwd })).toEqual({
    status: 2,
    out: 'component  pinned  in the files  what\nredis      8.2.3   -             only in the manifest\n',
    err: 'stackpin: notes.yaml is in none of the formats that can be imported.\n',
  });
  expect(await stackpin(['drift', '-', '-'], { cwd })).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: standard input can be the manifest or a file to compare with, not both.\n',
  });
});
