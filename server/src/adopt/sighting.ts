/** What files that teams already have say of versions, before anybody knows which components they are about. */

/** What a version is said of, in the words of the file. */
export type Hint =
  | {
      readonly kind: 'image' /** As written, without tag and digest: `quay.io/jetstack/cert-manager-controller`. */;
      readonly repository: string;
      /** It was given by a digest. */
      readonly digest: boolean;
    }
  | {
      readonly kind: 'chart';
      readonly name: string;
      /** Its address; undefined where the file does not say. */
      readonly repository: string | undefined;
      /** For a repository that another object describes: its key among `Reading.repositories`. */
      readonly repositoryKey?: string;
      /** The version of the application that the file says the chart installs. */
      readonly installs?: string;
    }
  | {
      readonly kind: 'product' /** Id of a component, where the format itself says which it is. */;
      readonly component: string;
    };

/** One version in a file. */
export interface Sighting {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly hint: Hint;
  /** As written; empty where the file gives none. */
  readonly version: string;
}

/** Why something was not taken over. */
export type Reason =
  | 'template'
  | 'malformed'
  | 'expression'
  | 'unknown-image'
  | 'unknown-chart'
  | 'unknown-repository'
  | 'unknown-component'
  | 'no-version'
  | 'latest'
  | 'digest'
  | 'chart-range'
  | 'chart-version'
  | 'not-a-version';

/** Something that was read and not recognised, or that could not be read. */
export interface NotRecognised {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** As the file says it: `postgres:latest`. */
  readonly what: string;
  readonly reason: Reason;
  /** Id of the component, where it is known. */
  readonly component?: string;
}

/** What one file says. */
export interface Reading {
  readonly sightings: readonly Sighting[];
  readonly notRecognised: readonly NotRecognised[];
  /** Chart repositories that it describes for other files: their addresses by key. */
  readonly repositories: ReadonlyMap<string, string>;
}

/** Takes down what a reader finds. */
export interface Notes {
  image(reference: string, line: number): void;
  chart(chart: Omit<Extract<Hint, { kind: 'chart' }>, 'kind'>, version: string, line: number): void;
  product(component: string, version: string, line: number): void;
  repository(key: string, address: string): void;
  not(what: string, reason: Reason, line: number): void;
}

/** What stands in a file for a value that is only known later: Go templates, shell and Terraform expressions, Kustomize variables. */
export function isExpression(text: string): boolean {
  return /\{\{|\$[{(]|^\$\w/.test(text);
}

/** Makes notes about a file. */
export function notesOn(path: string): { readonly notes: Notes; readonly reading: Reading } {
  const sightings: Sighting[] = [];
  const notRecognised: NotRecognised[] = [];
  const repositories = new Map<string, string>();
  const not: Notes['not'] = (what, reason, line) => void notRecognised.push({ path, line, what, reason });
  const add = (hint: Hint, version: string, line: number, what: string): void => {
    if (isExpression(what) || isExpression(version)) not(what, 'expression', line);
    else sightings.push({ path, line, hint, version: version.trim() });
  };
  const notes: Notes = {
    image(reference, line) {
      const { repository, tag, digest } = imageParts(reference);
      if (repository !== '') add({ kind: 'image', repository, digest }, tag, line, reference.trim());
    },
    chart: (chart, version, line) => add({ kind: 'chart', ...chart }, version, line, chartName(chart.name, version)),
    product: (component, version, line) => add({ kind: 'product', component }, version, line, version),
    repository: (key, address) => void repositories.set(key, address),
    not,
  };
  return { notes, reading: { sightings, notRecognised, repositories } };
}

/** A chart and its version as people write them together. */
export function chartName(name: string, version: string): string {
  return version === '' ? name : `${name} ${version}`;
}

/**
 * The parts of an image reference: https://github.com/distribution/reference. A colon before the last slash is that of a port.
 */
function imageParts(reference: string): {
  readonly repository: string;
  readonly tag: string;
  readonly digest: boolean;
} {
  const [named = '', digest] = reference.trim().split('@', 2);
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  return colon < 0
    ? { repository: named, tag: '', digest: digest !== undefined }
    : { repository: named.slice(0, colon), tag: named.slice(colon + 1), digest: digest !== undefined };
}
