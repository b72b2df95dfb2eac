/** How a format of YAML or JSON files is told and read. */
import type { Notes } from './sighting.ts';
import type { View } from './yamlView.ts';

export interface YamlFormat {
  /** Whether a document is of the format, by its content and by the name of its file. */
  reads(root: View, path: string): boolean;
  read(root: View, notes: Notes, path: string): void;
}

/** Whether a document is a Kubernetes object of one of these kinds, in an API group. */
export function isObject(root: View, group: string, ...kinds: readonly string[]): boolean {
  const [own] = (root.at('apiVersion').text ?? '').split('/');
  return own === group && kinds.includes(root.at('kind').text ?? '');
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Notes the image of every view that gives one. */
export function noteImages(views: readonly View[], notes: Notes): void {
  for (const view of views) if (view.text !== undefined) notes.image(view.text, view.line);
}

/** Notes the version of a component where one is given. */
export function noteProduct(component: string, view: View, notes: Notes): void {
  if (view.text !== undefined && view.text !== '') notes.product(component, view.text, view.line);
}
