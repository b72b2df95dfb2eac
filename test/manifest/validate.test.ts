import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { validateStack } from '../../server/src/manifest/stackFormat.ts';
import { type Diagnosed, expectDiagnostics, readMarkers } from '../support/markers.ts';
import { parseOne } from './draw.ts';

/** Compares what the schema says with a fixture's markers; the code is `schema`. */
function check(fixture: string): void {
  const file = readMarkers(fixture);
  const problems = parseYaml(file.text).documents.flatMap(validateStack);
  expectDiagnostics(
    file,
    problems.map(({ range, message }): Diagnosed => ({ range, code: 'schema', message })),
  );
}

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

describe('manifests that fit', () => {
  test('everything that a manifest may hold', () => {
    check(`apiVersion: stackpin/v1
kind: Stack
metadata:
  name: payments-platform
  description: Everything the payments teams run on.
  labels: {team: platform, tier: 1, critical: true}
extends:
  - ./base.stack.yaml
catalogs:
  - ./acme.catalog.yaml
components:
  kubernetes: 1.34.2
  containerd: "2.1"
  helm: ">=3.18 <5"
  istio:
    version: 1.28.1
    chart: {repository: https://istio-release.storage.googleapis.com/charts, name: istiod, version: 1.28.1}
    allow: ">=1.27 <1.29"
    locked: true
    layer: service-mesh
    notes: free text
    values: {any: [thing, {goes: null}], 1: 2}
  reporting-db:
    component: postgresql
    version: "17.6"
  in-house-gateway:
    version: 3.2.0
environments:
  production:
    components:
      kubernetes: 1.33.6
      helm: null
policy:
  supportWindow: 90d
  prereleases: deny
  unpinned: warn
acknowledge:
  - code: incompatible
    between: [istio, kubernetes]
    reason: vendor build with the backported fix
    until: 2027-01-31
`);
  });

  test('a version that YAML takes for something else is still text', () => {
    check(
      `${HEAD}components: {a: 1.30, b: 0x1F, c: 2024-01-01, d: 1e3, e: true, f: {version: 3.10, allow: 1.30, chart: {version: 2}}}\n`,
    );
  });

  test('sections that hold nothing yet', () => {
    check(
      `${HEAD}metadata:\nextends:\ncatalogs:\ncomponents:\nenvironments:\n  production:\n  staging: {components: }\npolicy:\nacknowledge:\n`,
    );
  });

  test('the examples', () => {
    const folder = new URL('../../examples/', import.meta.url);
    const names = readdirSync(folder).filter((name) => name.endsWith('.stack.yaml') && !name.startsWith('broken'));
    expect(names).not.toEqual([]);
    const problems = names.flatMap((name) =>
      parseYaml(readFileSync(new URL(name, folder), 'utf8')).documents.flatMap(validateStack),
    );
    expect(problems).toEqual([]);
  });

  test('anchors, aliases and merge keys', () => {
    check(`${HEAD}components:
  a: &long {version: 1.0.0}
  b: *long
  c: {<<: *long, locked: true}
`);
  });
});

describe('unknown keys', () => {
  test('are told with the known ones that are close', () => {
    check(`${HEAD}componentz: {}
#<^^^^^^^^^^ schema: Unknown key "componentz" at the top level. Did you mean "components"?
`);
    check(`${HEAD}components:
  istio:
    vresion: 1.28.1
#   ^^^^^^^ schema: Unknown key "vresion" in "istio". Did you mean "version"?
    Locked: true
#   ^^^^^^ schema: Unknown key "Locked" in "istio". Did you mean "locked"?
policy: {prerelease: deny}
#        ^^^^^^^^^^ schema: Unknown key "prerelease" in "policy". Did you mean "prereleases"?
`);
  });

  test('that are close to nothing are told with all that is known', () => {
    check(`${HEAD}metadata: {owner: me}
#          ^^^^^ schema: Unknown key "owner" in "metadata". Known keys are name, description and labels.
environments:
  production:
    kubernetes: 1.34.2
#   ^^^^^^^^^^ schema: Unknown key "kubernetes" in "production". Known keys are components.
`);
  });

  test('what is there already is not offered again', () => {
    check(`${HEAD}kinds: Stack
#<^^^^^ schema: Unknown key "kinds" at the top level. Known keys are apiVersion, kind, metadata, extends, catalogs, components, environments, policy and acknowledge.
`);
  });

  test('carry their suggestions, nearest first', () => {
    const [problem] = validateStack(parseOne(`${HEAD}components: {a: {note: x}}\n`));
    expect([problem?.keyword, problem?.suggestions]).toEqual(['additionalProperties', ['notes']]);
  });

  test('may be named as JavaScript names things', () => {
    check(`${HEAD}__proto__: {}
#<^^^^^^^^^ schema: Unknown key "__proto__" at the top level. Known keys are apiVersion, kind, metadata, extends, catalogs, components, environments, policy and acknowledge.
components:
  __proto__: 1.0.0
  constructor: {constructor: 1}
#               ^^^^^^^^^^^ schema: Unknown key "constructor" in "constructor". Known keys are version, component, chart, allow, locked, layer, notes and values.
`);
  });

  test('with a slash or a tilde are found', () => {
    check(`${HEAD}components:
  a/b~c: {x/y~z: 1}
#         ^^^^^ schema: Unknown key "x/y~z" in "a/b~c". Known keys are version, component, chart, allow, locked, layer, notes and values.
`);
  });

  test('that are merged in are told where they are written, once', () => {
    check(`${HEAD}components:
  a: &a {vresion: 1}
#        ^^^^^^^ schema: Unknown key "vresion" in "a". Did you mean "version"?
  b: {<<: *a}
  c: *a
`);
  });
});

describe('wrong types', () => {
  test('of values', () => {
    check(`${HEAD}metadata: {name: 1, description: [x]}
#                ^ schema: "name" has to be text, such as payments-platform, not the number 1. Put it in quotes.
#                                ^^^ schema: "description" has to be text, not a list.
components:
  a: {locked: yes}
#             ^^^ schema: "locked" has to be true or false, not "yes".
  b: {version: [1]}
#              ^^^ schema: "version" has to be a version, such as 1.34.2, not a list.
  c: {version: null}
#              ^^^^ schema: "version" has to be a version, such as 1.34.2, not null.
  d: {component: {x: 1}}
#                ^^^^^^ schema: "component" has to be text, such as postgresql, not a mapping.
`);
  });

  test('of sections, whose first line is underlined', () => {
    check(`${HEAD}components:
  - kubernetes: 1.34.2
# ^^^^^^^^^^^^^^^^^^^^ schema: "components" has to be a mapping, not a list. Write "key: value" lines without "- ".
  - helm: 3.18
environments: production
#             ^^^^^^^^^^ schema: "environments" has to be a mapping, not "production". Write "key: value" lines below it.
extends:
  base: ./base.stack.yaml
# ^^^^^^^^^^^^^^^^^^^^^^^ schema: "extends" has to be a list, not a mapping. Begin each item with "- ".
catalogs: ./acme.catalog.yaml
#         ^^^^^^^^^^^^^^^^^^^ schema: "catalogs" has to be a list, not "./acme.catalog.yaml". Begin each item with "- ".
`);
  });

  test('of pins and of list items', () => {
    check(`${HEAD}extends: [1, [x]]
#         ^ schema: an item of "extends" has to be text, such as ./base.stack.yaml, not the number 1. Put it in quotes.
#            ^^^ schema: an item of "extends" has to be text, such as ./base.stack.yaml, not a list.
components:
  a: [1.0.0]
#    ^^^^^^^ schema: "a" has to be a version or a mapping, not a list. Write "key: value" lines without "- ".
`);
  });

  test('of the document', () => {
    check(`- kubernetes: 1.34.2
#<^^^^^^^^^^^^^^^^^^^^ schema: A stack manifest has to be a mapping, not a list. Write "key: value" lines without "- ".
- helm: 3.18
`);
    check(`just text
#<^^^^^^^^^ schema: A stack manifest has to be a mapping, not "just text". Write "key: value" lines below it.
`);
  });
});

describe('values that are not allowed', () => {
  test('are told with those that are', () => {
    check(`${HEAD}policy:
  prereleases: alow
#              ^^^^ schema: "prereleases" has to be one of deny, allow, not "alow". Did you mean "allow"?
  unpinned: sometimes
#           ^^^^^^^^^ schema: "unpinned" has to be one of allow, warn, deny, not "sometimes".
  supportWindow: 90
#                ^^ schema: "supportWindow" has to be text, such as 90d, not the number 90.
`);
    check(`${HEAD}policy:
  supportWindow: 3 months
#                ^^^^^^^^ schema: "supportWindow" has to look like 90d, not "3 months".
acknowledge:
  - {code: incompatible, reason: "", until: 31.01.2027, between: []}
#                                ^^ schema: "reason" is empty. Write text, or remove it.
#                                           ^^^^^^^^^^ schema: "until" has to look like 2027-01-31, not "31.01.2027".
#                                                                ^^ schema: "between" is an empty list. Add an item, or remove the key.
`);
  });

  test('a layer is one of the list', () => {
    const [problem] = validateStack(parseOne(`${HEAD}components: {a: {layer: databases}}\n`));
    expect(problem?.message).toMatch(
      /^"layer" has to be one of infrastructure, operating-system, .*, tool, not "databases"\. Did you mean "database"\?$/,
    );
    expect([problem?.keyword, problem?.suggestions]).toEqual(['enum', ['database']]);
  });

  test('the language version and the kind', () => {
    check(`apiVersion: stackpin/v2
#           ^^^^^^^^^^^ schema: "apiVersion" has to be "stackpin/v1", not "stackpin/v2".
kind: stack
#     ^^^^^ schema: "kind" has to be "Stack", not "stack".
components: {}
`);
  });

  test('of a document that is something else only that is told', () => {
    check(`apiVersion: apps/v1
#           ^^^^^^^ schema: "apiVersion" has to be "stackpin/v1", not "apps/v1".
kind: Deployment
#     ^^^^^^^^^^ schema: "kind" has to be "Stack", not "Deployment".
spec: {replicas: 3}
components: [x]
`);
  });
});

describe('what is missing', () => {
  test('is told at the first key, or at the key of what lacks it', () => {
    check(`components: {}
#<^^^^^^^^^^ schema: "apiVersion" is missing. Add "apiVersion: stackpin/v1".
#<^^^^^^^^^^ schema: "kind" is missing. Add "kind: Stack".
acknowledge:
  - until: 2027-01-31
#   ^^^^^ schema: "code" is missing in an item of "acknowledge". Add "code:" and a value.
#   ^^^^^ schema: "reason" is missing in an item of "acknowledge". Add "reason:" and a value.
`);
  });

  test('an empty document', () => {
    check(`
#<| schema: This document is empty. A stack manifest begins with "apiVersion: stackpin/v1" and "kind: Stack", and pins its components under "components".
# only a comment
`);
  });

  test('a version behind a colon', () => {
    check(`${HEAD}components:
  kubernetes:
# ^^^^^^^^^^ schema: "kubernetes" has no version. Write one behind the colon, or "null" to remove the component.
environments:
  production:
    components:
      helm: # later
#     ^^^^ schema: "helm" has no version. Write one behind the colon, or "null" to remove the component.
      istio: ""
#            ^^ schema: "istio" is empty. Write a version or a mapping, or remove it.
      calico: ~
`);
  });
});

describe('broken YAML', () => {
  test('what was read is checked; what may stand in the broken part is not missed, and nothing is told twice', () => {
    check(`apiVersion: stackpin/v1
kin
metad: {name: x}
#<^^^^^ schema: Unknown key "metad" at the top level. Did you mean "metadata"?
components:
  kubernetes: "1.34.2
  istio: {vresion: 1}
#         ^^^^^^^ schema: Unknown key "vresion" in "istio". Did you mean "version"?
  helm:
`);
  });

  test('a binary file is told by its encoding alone', () => {
    expect(validateStack(parseOne('\0\0\0'))).toEqual([]);
  });

  test('keys that are written twice hide nothing', () => {
    check(`${HEAD}metadata: {name: a, name: b, nmae: c}
#                            ^^^^ schema: Unknown key "nmae" in "metadata". Known keys are name, description and labels.
`);
  });
});
