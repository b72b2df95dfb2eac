/** The command line among files that are not what they are called: configurations, baselines, plans, catalogs, and sources to import. */
import { run } from '../../../cli/src/program.ts';
import { memoryHost } from '../../cli/support.ts';
import { testCatalogBytes } from '../../support/catalog.ts';
import { COMPILED } from '../../support/compiled.ts';
import type { Random } from '../random.ts';
import type { Count, Target } from '../target.ts';
import { mutated } from '../texts/mutate.ts';
import { catalogSeeds, manifestSeeds, YAML_SUITE } from '../texts/seeds.ts';
import { anyJson, checkPrototypes } from './json.ts';

const manifests = manifestSeeds();
const catalogs = catalogSeeds();
const suite = YAML_SUITE.map(({ yaml }) => yaml);

const CONFIG = [
  'severity:\n  incompatible: warning\nfailOn: warning\ncatalogs:\n  - own.catalog.yaml\nbaseline: baseline.json\n',
];

/** Sources by the names that they have in repositories. */
const SOURCES: { readonly [path: string]: string } = {
  'Chart.yaml':
    'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - {name: postgresql, version: 17.5.0, repository: https://charts.example/}\n',
  'docker-compose.yaml':
    'services:\n  db:\n    image: postgres:\x24{TAG:-17.6}\n  web: {image: "registry.k8s.io/kube-proxy:v1.34.2"}\n',
  Dockerfile: 'ARG TAG=17.6\nFROM postgres:\x24{TAG} AS db\nFROM --platform=linux/amd64 cilium/cilium:v1.19.0\n',
  'main.tf':
    'resource "helm_release" "istio" {\n  name = "istiod"\n  chart = "istiod"\n  version = "1.28.1"\n  values = [<<-EOT\n    a: 1\n  EOT\n  ]\n}\n',
  'kustomization.yaml': 'images:\n  - {name: postgres, newTag: "17.6"}\n',
  'versions.json': '{"clientVersion": {"gitVersion": "v1.34.2"}, "serverVersion": {"gitVersion": "v1.34.2+k3s1"}}\n',
  'releases.json': '[{"name": "istio", "chart": "istiod-1.28.1", "app_version": "1.28.1"}]\n',
};

const JSON_NAMES = [
  'schemaVersion',
  'files',
  'findings',
  'code',
  'fingerprint',
  'steps',
  'from',
  'to',
  'component',
  'version',
  'path',
  'start',
  'target',
];

function make(random: Random): string {
  const [source, text] = random.pick(Object.entries(SOURCES));
  const files: { [path: string]: string } = {
    'a.stack.yaml': mutated(manifests, random, [...suite, ...catalogs]),
    'base.stack.yaml': mutated(manifests, random),
    'own.catalog.yaml': mutated(catalogs, random, suite),
    [source]: mutated([text], random, Object.values(SOURCES)),
    'baseline.json': JSON.stringify(anyJson(random, JSON_NAMES, 4)),
    'plan.json': JSON.stringify(anyJson(random, JSON_NAMES, 4)),
  };
  if (random.chance(15)) files['stackpin.config.yaml'] = mutated(CONFIG, random, suite);
  return JSON.stringify(files);
}

const COMMANDS: readonly (readonly string[])[] = [
  ...['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit'].map((format) => [
    'check',
    'a.stack.yaml',
    '--format',
    format,
  ]),
  ['check', 'a.stack.yaml', '--baseline', 'baseline.json'],
  ['check', 'a.stack.yaml', '--catalog', 'own.catalog.yaml'],
  ['fix', '--dry-run', 'a.stack.yaml'],
  ['diff', 'base.stack.yaml', 'a.stack.yaml', '--format', 'json'],
  ['explain', 'a.stack.yaml'],
  ['plan', 'a.stack.yaml', '--newest', '--format', 'json'],
  ['plan', 'a.stack.yaml', '--verify', 'plan.json'],
  ['report', 'a.stack.yaml', '--html', '-'],
  ['catalog', 'lint', 'own.catalog.yaml'],
  ['import', '.'],
  ['drift', 'a.stack.yaml', '.'],
  ['versions', 'kubernetes', '--with', 'a.stack.yaml', '--format', 'json'],
];

async function check(input: string, count: Count): Promise<void> {
  const files = read(input);
  if (files === undefined) return;
  const bundled = new TextDecoder().decode(testCatalogBytes());
  for (const command of COMMANDS) {
    const host = memoryHost({ ...files, [COMPILED]: bundled });
    const status = await run(command, host);
    if (![0, 1, 2].includes(status)) throw new Error(`${command.join(' ')} ends with ${status}.`);
    if (
      host.warned.some((text) =>
        /unknown (?:option|command)|too many arguments|required option|missing required/.test(text),
      )
    )
      throw new Error(`${command.join(' ')}: ${host.warned.join('')}`);
    if (host.warned.some((text) => /fault in Stackpin/.test(text))) throw new Error(host.warned.join('\n'));
    const out = host.written.join('');
    if (/json|sarif|gitlab/.test(command.at(-1) ?? '') && command.includes('--format') && out !== '') JSON.parse(out);
    checkPrototypes();
    count('commands');
    count(`of ${command[0]} ended with ${status}`);
  }
}

function read(input: string): { readonly [path: string]: string } | undefined {
  try {
    const files: { readonly [name: string]: unknown } = JSON.parse(input);
    return Object.fromEntries(Object.entries(files).map(([name, text]) => [`/home/${name}`, String(text)]));
  } catch {
    return undefined;
  }
}

export const commands: Target = {
  name: 'commands',
  about: 'commands among hostile configurations, baselines, plans, catalogs and sources',
  inputs: 25,
  begin: () => ({ make, check }),
};
