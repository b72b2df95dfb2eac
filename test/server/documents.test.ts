/** Which documents are ours, and where the files are that settings name. */

import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { kindOf } from '../../server/src/workspace/kinds.ts';
import { folderOf, isSameLocation, resolveLocation } from '../../server/src/workspace/locations.ts';

const STACK = 'apiVersion: stackpin/v1\nkind: Stack\n';
const CATALOG = 'apiVersion: stackpin/v1\nkind: Catalog\n';

test.each([
  ['untitled:Untitled-1', 'stack-manifest', '', 'manifest'],
  ['untitled:Untitled-2', 'stack-catalog', '', 'catalog'],
  ['file:///w/platform.stack.yaml', 'yaml', '', 'manifest'],
  ['file:///w/platform.stack.yml', 'plaintext', '', 'manifest'],
  ['file:///w/my%20platform.STACK.yaml?x#y', 'yaml', '', 'manifest'],
  ['file:///w/stackpin.yaml', 'yaml', '', 'manifest'],
  ['file:///w/stackpin.yml', 'yaml', '', 'manifest'],
  ['file:///w/notstackpin.yaml', 'yaml', 'a: 1', 'other'],
  ['file:///w/stack.yaml', 'yaml', 'resolver: lts-22.0', 'other'],
  ['file:///w/stack.yaml', 'yaml', STACK, 'manifest'],
  ['file:///w/stack.yaml', 'yaml', `# Ours.\n---\n${STACK}`, 'manifest'],
  ['file:///w/acme.catalog.yaml', 'yaml', CATALOG, 'catalog'],
  ['file:///w/acme.catalog.yaml', 'yaml', 'products: []', 'other'],
  ['file:///w/100%.yaml', 'yaml', STACK, 'manifest'],
  ['file:///w/deployment.yaml', 'yaml', 'apiVersion: apps/v1\nkind: Deployment\n', 'other'],
  ['file:///w/late.yaml', 'yaml', `${'#\n'.repeat(40)}${STACK}`, 'other'],
])('%s (%s) %j is %s', (uri, language, text, kind) => {
  expect(kindOf(TextDocument.create(uri, language, 1, text))).toBe(kind);
});

test.each([
  ['./acme.catalog.yaml', 'file:///w/team', 'file:///w/team/acme.catalog.yaml'],
  ['../shared/a b#c%.yaml', 'file:///w/team/', 'file:///w/shared/a%20b%23c%25.yaml'],
  ['sub\\acme.yaml', 'file:///c%3A/w', 'file:///c%3A/w/sub/acme.yaml'],
  ['/etc/stackpin/a.yaml', undefined, 'file:///etc/stackpin/a.yaml'],
  ['C:\\tables\\a.yaml', undefined, 'file:///C:/tables/a.yaml'],
  ['file:///x/a.yaml', 'file:///w', 'file:///x/a.yaml'],
  ['vscode-vfs://github/o/r/a.yaml', 'file:///w', 'vscode-vfs://github/o/r/a.yaml'],
  ['a.yaml', 'vscode-vfs://github/o/r', 'vscode-vfs://github/o/r/a.yaml'],
  ['a.yaml', undefined, undefined],
  ['a.yaml', 'untitled:x', undefined],
])('%s from %s is %s', (path, folder, location) => {
  expect(resolveLocation(path, folder)).toBe(location);
});

test('relative paths start from the innermost workspace folder, or from the document itself', () => {
  const folders = ['file:///w', 'file:///w/team/', 'file:///w2'];
  expect(folderOf('file:///w/team/a.stack.yaml', folders)).toBe('file:///w/team/');
  expect(folderOf('file:///w/x/a.stack.yaml', folders)).toBe('file:///w/');
  expect(folderOf('file:///elsewhere/a.stack.yaml', folders)).toBe('file:///elsewhere/');
  expect(folderOf('untitled:Untitled-1', folders)).toBeUndefined();
});

test('one file has many spellings', () => {
  expect(isSameLocation('file:///c%3A/w/a%20b.yaml', 'file:///C:/w/a b.yaml')).toBe(true);
  expect(isSameLocation('file:///w/a.yaml', 'file:///w/b.yaml')).toBe(false);
  expect(isSameLocation('file:///w/100%.yaml', 'file:///w/100%.yaml')).toBe(true);
});
