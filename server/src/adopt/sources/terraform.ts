/**
 * Charts and managed clusters of Terraform:
 * https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release,
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster,
 * https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster,
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster,
 * https://registry.terraform.io/modules/terraform-aws-modules/eks/aws/latest.
 */
import { type Block, blocksOf } from '../hcl.ts';
import { type Notes, notesOn, type Reading } from '../sighting.ts';

/** The attributes that give the version of a cluster, by the type of its resource. */
const CLUSTERS: ReadonlyMap<string, readonly [component: string, attribute: string]> = new Map([
  ['aws_eks_cluster', ['amazon-eks', 'version']],
  ['google_container_cluster', ['google-gke', 'min_master_version']],
  ['azurerm_kubernetes_cluster', ['azure-aks', 'kubernetes_version']],
]);

/** The module was given the second name with its version 21. */
const EKS_MODULE = { source: 'terraform-aws-modules/eks/aws', attributes: ['cluster_version', 'kubernetes_version'] };

/** Reads a Terraform file; undefined for any other file, and for one that has nothing of these in it. */
export function terraform(path: string, text: string): Reading | undefined {
  if (!path.endsWith('.tf')) return undefined;
  const { notes, reading } = notesOn(path);
  for (const block of blocksOf(text)) {
    const [type = ''] = block.labels;
    const cluster = CLUSTERS.get(type);
    if (block.type === 'resource' && type === 'helm_release') noteRelease(block, notes);
    else if (block.type === 'resource' && cluster !== undefined) noteVersion(block, ...cluster, notes);
    else if (block.type === 'module' && block.attributes.get('source')?.literal === EKS_MODULE.source)
      for (const attribute of EKS_MODULE.attributes) noteVersion(block, 'amazon-eks', attribute, notes);
  }
  return reading.sightings.length + reading.notRecognised.length > 0 ? reading : undefined;
}

function noteVersion(block: Block, component: string, name: string, notes: Notes): void {
  const attribute = block.attributes.get(name);
  if (attribute === undefined) return;
  const { literal, line, written } = attribute;
  if (literal === undefined) notes.not(`${name} = ${written}`, 'expression', line);
  else notes.product(component, literal, line);
}

function noteRelease({ attributes, line }: Block, notes: Notes): void {
  const chart = attributes.get('chart');
  const repository = attributes.get('repository');
  const version = attributes.get('version');
  for (const [name, attribute] of [
    ['chart', chart],
    ['repository', repository],
    ['version', version],
  ] as const) {
    if (attribute !== undefined && attribute.literal === undefined) {
      notes.not(`${name} = ${attribute.written}`, 'expression', attribute.line);
      return;
    }
  }
  const written = chart?.literal ?? '';
  // A path names a chart of the team's own.
  if (written === '' || /^\.{0,2}\//.test(written)) return;
  const slash = written.startsWith('oci://') ? written.lastIndexOf('/') : -1;
  const address = slash < 0 ? repository?.literal : written.slice(0, slash);
  notes.chart({ name: written.slice(slash + 1), repository: address }, version?.literal ?? '', version?.line ?? line);
}
