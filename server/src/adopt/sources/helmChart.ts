/**
 * What a chart depends on: `Chart.yaml`, `Chart.lock` and, of Helm 2, `requirements.yaml` and `requirements.lock`
 * (https://helm.sh/docs/topics/charts/, "Chart dependencies").
 */
import { baseName, type YamlFormat } from '../yamlFormat.ts';

export const helmChart: YamlFormat = {
  reads: (root, path) =>
    /^(?:Chart|requirements)\.(?:yaml|lock)$/.test(baseName(path)) && root.at('dependencies').exists,
  read(root, notes) {
    for (const dependency of root.at('dependencies').items()) {
      const name = dependency.at('name').text;
      const repository = dependency.at('repository').text ?? '';
      // A folder beside it is a chart of the team's own, and read by itself.
      if (name === undefined || repository === '' || repository.startsWith('file://')) continue;
      const version = dependency.at('version');
      notes.chart({ name, repository }, version.text ?? '', version.line);
    }
  },
};
