/**
 * Charts of Argo CD: https://argo-cd.readthedocs.io/en/stable/user-guide/helm/ (Application) and
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/ (ApplicationSet).
 */
import type { Notes } from '../sighting.ts';
import { isObject, type YamlFormat } from '../yamlFormat.ts';
import type { View } from '../yamlView.ts';

export const argo: YamlFormat = {
  reads: (root) => isObject(root, 'argoproj.io', 'Application', 'ApplicationSet'),
  read(root, notes) {
    const isSet = root.at('kind').text === 'ApplicationSet';
    const spec = isSet ? root.at('spec', 'template', 'spec') : root.at('spec');
    for (const source of [spec.at('source'), ...spec.at('sources').items()]) noteSource(source, notes);
  },
};

/** A source without a chart is a folder of a git repository: no version of a component. */
function noteSource(source: View, notes: Notes): void {
  const name = source.at('chart').text;
  const repository = source.at('repoURL').text;
  const version = source.at('targetRevision');
  if (name === undefined) return;
  // A registry is written without its scheme there.
  const address = repository === undefined || repository.includes('://') ? repository : `oci://${repository}`;
  notes.chart({ name, repository: address }, version.text ?? '', version.line);
}
