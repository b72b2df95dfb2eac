/**
 * Charts of Flux: https://fluxcd.io/flux/components/helm/helmreleases/, and what their sources say,
 * https://fluxcd.io/flux/components/source/helmrepositories/ and https://fluxcd.io/flux/components/source/ocirepositories/.
 */
import type { Notes } from '../sighting.ts';
import { isObject, type YamlFormat } from '../yamlFormat.ts';
import type { View } from '../yamlView.ts';

const HELM = 'helm.toolkit.fluxcd.io';
const SOURCES = 'source.toolkit.fluxcd.io';

export const flux: YamlFormat = {
  reads: (root) => isObject(root, HELM, 'HelmRelease') || isObject(root, SOURCES, 'HelmRepository', 'OCIRepository'),
  read(root, notes) {
    const kind = root.at('kind').text;
    if (kind === 'HelmRelease') noteRelease(root, notes);
    else if (kind === 'HelmRepository') noteRepository(root, notes);
    else noteArtifact(root, notes);
  },
};

/** A release by `chartRef` takes its version from the OCIRepository that it names. */
function noteRelease(root: View, notes: Notes): void {
  const spec = root.at('spec', 'chart', 'spec');
  const name = spec.at('chart').text;
  const source = spec.at('sourceRef');
  if (name === undefined || source.at('kind').text !== 'HelmRepository') return;
  const namespace = source.at('namespace').text ?? root.at('metadata', 'namespace').text;
  const version = spec.at('version');
  const repositoryKey = keyOf(source.at('name').text, namespace);
  notes.chart({ name, repository: undefined, repositoryKey }, version.text ?? '', version.line);
}

function noteRepository(root: View, notes: Notes): void {
  const address = root.at('spec', 'url').text;
  const name = root.at('metadata', 'name').text;
  if (address === undefined || name === undefined) return;
  notes.repository(keyOf(name, root.at('metadata', 'namespace').text), address);
}

function noteArtifact(root: View, notes: Notes): void {
  const address = root.at('spec', 'url');
  const slash = address.text?.lastIndexOf('/') ?? -1;
  if (address.text === undefined || slash < 0) return;
  const reference = root.at('spec', 'ref');
  const range = reference.at('semver');
  const version = range.exists ? range : reference.at('tag');
  const chart = { name: address.text.slice(slash + 1), repository: address.text.slice(0, slash) };
  notes.chart(chart, version.text ?? '', version.exists ? version.line : address.line);
}

function keyOf(name = '', namespace = ''): string {
  return `${namespace}/${name}`;
}
