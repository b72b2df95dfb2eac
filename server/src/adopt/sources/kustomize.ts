/** `images` and `helmCharts` of a kustomization: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/. */
import { baseName, type YamlFormat } from '../yamlFormat.ts';

export const kustomize: YamlFormat = {
  reads: (root, path) =>
    /^(?:kustomization\.ya?ml|Kustomization)$/.test(baseName(path)) &&
    (root.at('images').exists || root.at('helmCharts').exists),
  read(root, notes) {
    for (const image of root.at('images').items()) {
      const name = image.at('newName').text ?? image.at('name').text;
      const [tag, digest] = [image.at('newTag'), image.at('digest')];
      // Only the name is replaced: the version stands elsewhere.
      if (name === undefined || !(tag.exists || digest.exists)) continue;
      const suffix = `${tag.text === undefined ? '' : `:${tag.text}`}${digest.text === undefined ? '' : `@${digest.text}`}`;
      notes.image(name + suffix, tag.exists ? tag.line : digest.line);
    }
    for (const chart of root.at('helmCharts').items()) {
      const name = chart.at('name').text;
      const version = chart.at('version');
      if (name !== undefined)
        notes.chart({ name, repository: chart.at('repo').text }, version.text ?? '', version.line);
    }
  },
};
