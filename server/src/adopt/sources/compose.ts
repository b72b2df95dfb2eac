/** Images of a Compose file: https://github.com/compose-spec/compose-spec/blob/main/05-services.md. */
import { baseName, type YamlFormat } from '../yamlFormat.ts';

export const compose: YamlFormat = {
  reads: (root, path) =>
    /^(?:docker-)?compose[^/]*\.ya?ml$/.test(baseName(path)) &&
    root
      .at('services')
      .entries()
      .some(({ value }) => value.at('image').exists),
  read(root, notes) {
    for (const { value } of root.at('services').entries()) {
      const image = value.at('image');
      // What is built here is the team's own, whatever it is called.
      if (image.text !== undefined && !value.at('build').exists) notes.image(withDefaults(image.text), image.line);
    }
  },
};

/** Puts literal defaults in the place of variables (`${TAG:-17.6}`): what Compose itself takes where nothing is set. */
function withDefaults(text: string): string {
  return text.replace(/\$\{\w+:?-([^${}]*)\}/g, '$1');
}
