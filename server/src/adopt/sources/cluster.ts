/** What running clusters answer: `kubectl version -o json`, `kubectl get deploy,ds,sts -A -o json` and `helm list -A -o json`. */
import { noteImages, noteProduct, type YamlFormat } from '../yamlFormat.ts';
import type { View } from '../yamlView.ts';

/** https://kubernetes.io/docs/reference/kubectl/generated/kubectl_version/ */
export const kubectlVersion: YamlFormat = {
  reads: (root) => root.at('clientVersion', 'gitVersion').exists || root.at('serverVersion', 'gitVersion').exists,
  read(root, notes) {
    noteProduct('kubernetes', root.at('serverVersion', 'gitVersion'), notes);
    noteProduct('kubectl', root.at('clientVersion', 'gitVersion'), notes);
  },
};

const WORKLOADS = new Set(['Deployment', 'DaemonSet', 'StatefulSet']);

/** Workloads, one by one or in a list: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/. */
export const workloads: YamlFormat = {
  reads: (root) => workloadsIn(root).length > 0,
  read(root, notes) {
    for (const workload of workloadsIn(root)) {
      const spec = workload.at('spec', 'template', 'spec');
      const containers = [...spec.at('initContainers').items(), ...spec.at('containers').items()];
      noteImages(
        containers.map((container) => container.at('image')),
        notes,
      );
    }
  },
};

function workloadsIn(root: View): readonly View[] {
  const kind = root.at('kind').text ?? '';
  const objects = kind.endsWith('List') ? root.at('items').items() : [root];
  return objects.filter((one) => WORKLOADS.has(one.at('kind').text ?? '') && one.at('apiVersion').text === 'apps/v1');
}

/** https://helm.sh/docs/helm/helm_list/: a release does not say where its chart is from. */
export const helmList: YamlFormat = {
  reads: (root) => root.items().some((item) => item.at('chart').exists && item.at('app_version').exists),
  read(root, notes) {
    for (const item of root.items()) {
      const chart = item.at('chart');
      const [, name, version] = /^(.+?)-(v?\d+\.\d+\.\d+.*)$/s.exec(chart.text ?? '') ?? [];
      if (chart.text === undefined) continue;
      if (name === undefined || version === undefined) notes.not(chart.text, 'unknown-chart', chart.line);
      else {
        const installs = item.at('app_version').text;
        notes.chart({ name, repository: undefined, ...(installs && { installs }) }, version, chart.line);
      }
    }
  },
};
