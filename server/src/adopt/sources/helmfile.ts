/** Releases of a `helmfile.yaml`: https://helmfile.readthedocs.io/en/latest/#configuration. */
import type { YamlFormat } from '../yamlFormat.ts';

export const helmfile: YamlFormat = {
  reads: (root) =>
    root
      .at('releases')
      .items()
      .some((release) => release.at('chart').exists),
  read(root, notes) {
    const addresses = new Map(
      root
        .at('repositories')
        .items()
        .map((item) => [item.at('name').text ?? '', addressOf(item.at('url').text, item.at('oci').text)] as const),
    );
    for (const release of root.at('releases').items()) {
      const chart = release.at('chart').text;
      // A path names a chart of the team's own.
      if (chart === undefined || /^\.{0,2}\//.test(chart)) continue;
      const version = release.at('version');
      const at = version.exists ? version.line : release.at('chart').line;
      const slash = chart.startsWith('oci://') ? chart.lastIndexOf('/') : chart.indexOf('/');
      const repository = slash < 0 ? undefined : chart.slice(0, slash);
      const address = repository?.startsWith('oci://') ? repository : addresses.get(repository ?? '');
      notes.chart({ name: chart.slice(slash + 1), repository: address }, version.text ?? '', at);
    }
  },
};

function addressOf(url: string | undefined, oci: string | undefined): string | undefined {
  return oci === 'true' && url !== undefined && !url.startsWith('oci://') ? `oci://${url}` : url;
}
