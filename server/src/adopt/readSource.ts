/** Which formats there are, and which of them a file is of. */
import { type Notes, notesOn, type Reading } from './sighting.ts';
import { kolla, kubespray } from './sources/ansible.ts';
import { argo } from './sources/argo.ts';
import { helmList, kubectlVersion, workloads } from './sources/cluster.ts';
import { clusterApi } from './sources/clusterApi.ts';
import { compose } from './sources/compose.ts';
import { eksctl, k0s, kubeadm, localClusters, talos, upgradePlan } from './sources/distributions.ts';
import { dockerfile } from './sources/dockerfile.ts';
import { flux } from './sources/flux.ts';
import { helmChart } from './sources/helmChart.ts';
import { helmfile } from './sources/helmfile.ts';
import { kustomize } from './sources/kustomize.ts';
import { terraform } from './sources/terraform.ts';
import { baseName, type YamlFormat } from './yamlFormat.ts';
import { type DocumentView, documentsOf } from './yamlView.ts';

/** In order: the first that reads a document is its format. */
const YAML_FORMATS: readonly YamlFormat[] = [
  helmChart,
  kustomize,
  compose,
  helmfile,
  argo,
  flux,
  clusterApi,
  kubeadm,
  k0s,
  upgradePlan,
  talos,
  localClusters,
  eksctl,
  kolla,
  kubespray,
  kubectlVersion,
  workloads,
  helmList,
];

/** Names that leave no doubt what a file is, even where it cannot be read. */
const CERTAIN =
  /^(?:Chart\.(?:yaml|lock)|requirements\.(?:yaml|lock)|helmfile\.ya?ml(?:\.gotmpl)?|kustomization\.ya?ml|Kustomization|(?:docker-)?compose[^/]*\.ya?ml)$/;

/** What is said in a file that is one of these objects, even where it cannot be read. */
const CERTAIN_TEXT =
  /^[ \t]*"?apiVersion"?:[ \t]*"?(?:argoproj\.io|helm\.toolkit\.fluxcd\.io|source\.toolkit\.fluxcd\.io|cluster\.x-k8s\.io|controlplane\.cluster\.x-k8s\.io|kubeadm\.k8s\.io|k0s(?:ctl)?\.k0sproject\.io)\//m;

/** One of these stands in every file of the other formats: most files of a repository need not be parsed. */
const MARK = /apiVersion|gitVersion|app_version|releases|machine|_version|openstack_release/;

/** Whether a file can be of one of the formats by its name. */
export function isSourceName(name: string): boolean {
  return (
    /\.(?:ya?ml|json|tf|[dD]ockerfile|gotmpl)$|^(?:Dockerfile|Containerfile)(?:\..+)?$/.test(name) ||
    /^(?:Chart|requirements)\.lock$|^Kustomization$/.test(name)
  );
}

/**
 * Reads what a file says of versions. Takes any text and never throws.
 * @param path with `/`, as it is shown to people; its last part and the folders before it tell the format
 * @returns undefined for a file that is of none of the formats
 */
export function readSource(path: string, text: string): Reading | undefined {
  const own = dockerfile(path, text) ?? terraform(path, text);
  if (own !== undefined || !/\.(?:ya?ml|json|lock|gotmpl)$|(?:^|\/)Kustomization$/.test(path)) return own;
  const isNamed = CERTAIN.test(baseName(path));
  if (!isNamed && !MARK.test(text)) return undefined;
  const { notes, reading } = notesOn(path);
  const isCertain = isNamed || CERTAIN_TEXT.test(text);
  let found = false;
  for (const document of documentsOf(text)) found = readDocument(document, path, text, isCertain, notes) || found;
  return found ? reading : undefined;
}

/** @returns whether the document is of one of the formats */
function readDocument(
  { root, broken }: DocumentView,
  path: string,
  text: string,
  isCertain: boolean,
  notes: Notes,
): boolean {
  // What is left of a broken document can be less than half of what it says.
  if (broken !== undefined) {
    if (isCertain) notes.not(baseName(path), text.includes('{{') ? 'template' : 'malformed', broken);
    return isCertain;
  }
  const format = YAML_FORMATS.find((one) => one.reads(root, path));
  format?.read(root, notes, path);
  return format !== undefined;
}
