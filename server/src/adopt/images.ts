/**
 * Which component an image holds, by its repository (catalog/images.yaml, each with its source), and which version its tag
 * names. An image that packs two components, or that others build, is not there.
 */
import { IMAGES, type ImageRow } from '../../generated/images.js';

const rowOf: ReadonlyMap<string, ImageRow> = new Map(
  IMAGES.flatMap((row) => row.repositories.map((repository) => [repository, row] as const)),
);

/**
 * The row of an image.
 * @param repository as written, without a tag; Docker Hub may be named or not
 */
export function imageRow(repository: string): ImageRow | undefined {
  return rowOf.get(
    repository
      // https://docs.docker.com/reference/cli/docker/image/tag/: a name without a registry is of Docker Hub.
      .replace(/^(?:docker\.io|index\.docker\.io|registry-1\.docker\.io)\/(?:library\/)?|^library\//, '')
      // https://kubernetes.io/blog/2022/11/28/registry-k8s-io-faster-cheaper-ga/
      .replace(/^k8s\.gcr\.io\//, 'registry.k8s.io/'),
  );
}

/**
 * Parts of tags that say when and on what an image is built or which edition of it: the files of
 * https://github.com/docker-library/official-images/tree/37079fb336f572a88700cf32e5e1f6be54a04e8f/library list every tag,
 * read on 2026-11-29.
 */
const VARIANT =
  /^(?:20\d{6}|alpine\d*(?:\.\d+)?|slim|trixie|bookworm|bullseye|buster|resolute|noble|jammy|focal|ubuntu\d*(?:\.\d+)?|debian\d*|ubi\d*|al2023|apache|fpm|cli|zts|dind|rootless|management|otel|perl|lts|jdk\d*|jre\d*|java\d+|scala_?\d+\.\d+|php\d+\.\d+|oracle(?:linux\d*)?|temurin|corretto|amazoncorretto|openjdk|ubuntu|distroless|windowsservercore|nanoserver|ltsc20\d\d|threaded|eclipse|minimal|headless|headful|full|al2|python3|enterprise|azurelinux\d*(?:\.\d+)?|chiseled|unprivileged)$/;

/** A tag without the parts that only name a variant of the image; the tag itself where any other part follows them. */
export function withoutVariant(tag: string): string {
  const [first = '', ...rest] = tag.split('-');
  const kept = rest.findIndex((part) => VARIANT.test(part));
  if (kept < 0 || !rest.slice(kept).every((part) => VARIANT.test(part))) return tag;
  return [first, ...rest.slice(0, kept)].join('-');
}

/** What a tag can name as its version, by the rules of its image: the likeliest first. */
export function versionTexts(tag: string, { prefix = '', suffixes = [] }: ImageRow): readonly string[] {
  const bare = tag.startsWith(prefix) ? tag.slice(prefix.length) : tag;
  const plain = withoutVariant(bare);
  const cut = suffixes.flatMap((suffix) => {
    const found = suffixPattern(suffix).exec(bare);
    return found !== null && isVariant(bare.slice(found.index + found[0].length)) ? [bare.slice(0, found.index)] : [];
  });
  // A tag cannot hold a `+` (https://github.com/opencontainers/distribution-spec/blob/main/spec.md, "Pulling manifests"),
  // so `-` or `_` stands for it.
  return [...cut, plain, plain.replace(/[-_](?=(?:k3s|rke2r|k0s\.)?\d+$)/, '+')];
}

/** Whether the rest of a tag, from its first `-`, only names a variant. */
function isVariant(rest: string): boolean {
  return (
    rest === '' ||
    rest
      .slice(1)
      .split('-')
      .every((part) => VARIANT.test(part))
  );
}

/** `-#.#` as a pattern of what stands behind a version, up to the end of the tag or to its next part. */
function suffixPattern(suffix: string): RegExp {
  return new RegExp(`${suffix.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/#/g, '\\d+')}(?=$|-)`);
}
