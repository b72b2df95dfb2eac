import { readFileSync, statSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { VSIX } from './paths.ts';

test('the packed extension holds exactly these files', () => {
  expect(Object.keys(unzipSync(readFileSync(VSIX))).sort()).toEqual([
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/ThirdPartyNotices.txt',
    'extension/changelog.md',
    'extension/client/icon.png',
    'extension/client/language-configuration.json',
    'extension/client/snippets.json',
    'extension/client/stackpin.tmLanguage.json',
    'extension/client/walkthrough/first.stack.yaml',
    'extension/client/walkthrough/fix.svg',
    'extension/client/walkthrough/fixAll.svg',
    'extension/client/walkthrough/open.svg',
    'extension/client/walkthrough/own.svg',
    'extension/client/walkthrough/plan.svg',
    'extension/client/walkthrough/read.svg',
    'extension/client/walkthrough/report.svg',
    'extension/dist/catalog/bundled.catalog.jsonl',
    'extension/dist/client/browser.js',
    'extension/dist/client/languageClient.js',
    'extension/dist/client/node.js',
    'extension/dist/client/reportPage.js',
    'extension/dist/l10n/bundle.l10n.zh-cn.json',
    'extension/dist/l10n/zh-cn.json',
    'extension/dist/server/browser.js',
    'extension/dist/server/catalogTokens.js',
    'extension/dist/server/catalogs.js',
    'extension/dist/server/checker.js',
    'extension/dist/server/drift.js',
    'extension/dist/server/features.js',
    'extension/dist/server/main.js',
    'extension/dist/server/navigation.js',
    'extension/dist/server/node.js',
    'extension/dist/server/plans.js',
    'extension/dist/server/report.js',
    'extension/dist/server/structure.js',
    'extension/package.json',
    'extension/package.nls.json',
    'extension/package.nls.zh-cn.json',
    'extension/readme.md',
    'extension/schemas/catalog.schema.json',
    'extension/schemas/config.schema.json',
    'extension/schemas/stack.schema.json',
    'extension/templates/data-platform.stack.yaml',
    'extension/templates/edge.stack.yaml',
    'extension/templates/empty.stack.yaml',
    'extension/templates/index.json',
    'extension/templates/kubernetes.stack.yaml',
    'extension/templates/machine-learning.stack.yaml',
    'extension/templates/messaging.stack.yaml',
    'extension/templates/openstack.stack.yaml',
    'extension/templates/service-mesh.stack.yaml',
    'extension/templates/web-application.stack.yaml',
  ]);
});

test('the catalog is packed once, and takes less than 1 MB of the packed extension', () => {
  const packed: [name: string, size: number][] = [];
  unzipSync(readFileSync(VSIX), {
    filter: ({ name, size }) => {
      packed.push([name, size]);
      return false;
    },
  });
  const sizeOf = (part: string) =>
    packed.filter(([name]) => name.startsWith(part)).reduce((sum, [, size]) => sum + size, 0);
  expect(sizeOf('extension/dist/catalog/')).toBeGreaterThan(0);
  expect(sizeOf('extension/dist/catalog/')).toBeLessThan(1_000_000);
  // The scripts hold no second copy.
  expect(sizeOf('extension/dist/server/')).toBeLessThan(1_000_000);
});

test('the packed extension is small, and nothing in it evaluates code', () => {
  expect(statSync(VSIX).size).toBeLessThan(1_500_000);
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(VSIX)))) {
    if (name.startsWith('extension/dist/server/'))
      expect(
        Buffer.from(bytes)
          .toString('utf8')
          .match(/new Function\(|\beval\(/g),
        name,
      ).toBeNull();
  }
});
