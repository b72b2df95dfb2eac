/** What a text says as the version of a component. */
import type { Component } from '../catalog/model.ts';
import { allVersions, vocabularyOf } from '../catalog/queries.ts';
import { parsePin, parseVersion, type Version } from '../version/index.ts';

/**
 * The version or release line that a text names, as it is pinned; undefined for what names none, and for one with a suffix of
 * which the catalog knows nothing: it may be another build, or the version of something else.
 */
export function pinText(component: Component, text: string): string | undefined {
  const vocabulary = vocabularyOf(component);
  const written = text.trim();
  const known = vocabulary.version(written);
  if (known !== undefined) return known;
  const value = parsePin(written, vocabulary);
  const bare = written.replace(/^v(?=\d)/i, '');
  switch (value.kind) {
    case 'line':
      return bare;
    case 'exact':
      return isLikeKnown(component, value.version) ? bare : undefined;
    case 'range':
      return /^\d+(?:\.\d+)*$/.test(bare) ? bare : undefined;
    case 'invalid':
      return undefined;
  }
}

/** Whether a text is one version, and no line or range. */
export function isExact(component: Component, text: string): boolean {
  return parsePin(text, vocabularyOf(component)).kind === 'exact';
}

function isLikeKnown(component: Component, version: Version): boolean {
  const shape = shapeOf(version);
  if (shape === '') return true;
  const { scheme } = component.versions;
  return allVersions(component).some((text) => {
    const one = parseVersion(text, scheme);
    return one !== undefined && shapeOf(one) === shape;
  });
}

/** A suffix without its numbers: `k3s#` of `+k3s1`. That of a pre-release is one of its own. */
function shapeOf({ prerelease, build }: Version): string {
  if (build.length === 0) return '';
  const parts = [...prerelease, '+', ...build];
  return parts.map((part) => (typeof part === 'number' ? '#' : part.toLowerCase().replace(/\d+/g, '#'))).join('.');
}
