/** Random manifests over the fixture catalog: one file, or one that extends a base. */
import fc from 'fast-check';
import type { Files } from '../../composition/files.ts';

/** What can be written for each component, good and bad. */
const VERSIONS: { readonly [component: string]: readonly string[] } = {
  cluster: [
    '1.4.1',
    '1.4.0',
    '1.3.2',
    '1.3.0',
    '1.2.5',
    '1.2.0',
    '1.1.1',
    '1.1.0',
    '1.4',
    '>=1.2 <1.4',
    '1.x',
    'v1.4.1',
  ],
  mesh: ['2.2.1', '2.2.0', '2.1.0', '2.0.1', '2.0.0', '2.1', '>=2.0 <2.2', 'v2.1.0'],
  runner: ['3.1.0', '3.0.0', '3.x'],
  distro: ['1.4.1+d1', '1.2.5+d1', '1.2.5+d2'],
  bridge: ['1.0.0'],
  oldie: ['0.9.0'],
};

const component = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('cluster', 'mesh', 'runner') },
  { weight: 1, arbitrary: fc.constantFrom('distro', 'bridge', 'oldie') },
);

interface Pin {
  readonly component: string;
  readonly version: string;
  readonly style: 'short' | 'quoted' | 'long' | 'locked' | 'allow' | 'alias';
  readonly comment: boolean;
}

const pin: fc.Arbitrary<Pin> = component.chain((name) =>
  fc.record({
    component: fc.constant(name),
    version: fc.constantFrom(...(VERSIONS[name] ?? [])),
    style: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom('short' as const, 'quoted' as const) },
      { weight: 3, arbitrary: fc.constantFrom('long' as const, 'locked' as const, 'allow' as const, 'alias' as const) },
    ),
    comment: fc.boolean(),
  }),
);

const ALLOWED: { readonly [component: string]: string } = { cluster: '<1.4', mesh: '>=2.1', runner: '*' };

/** The lines of some pins; each name once, a second of the same component under a name of its own. */
function linesOf(pins: readonly Pin[], indentation: string, anchors: Map<string, string>): string {
  const names = new Set<string>();
  return pins
    .map((one) => {
      const name = names.has(one.component) ? `other-${one.component}` : one.component;
      if (names.has(name)) return '';
      names.add(name);
      const isOther = name !== one.component;
      const { text, isLong } = written(one, anchors);
      const what = isOther ? `component: ${one.component}, ` : '';
      const value = isLong || isOther ? `{${what}version: ${text}}` : text;
      return `${indentation}${name}: ${value}${one.comment ? ` # why ${name}` : ''}\n`;
    })
    .join('');
}

function written(
  { component: name, version, style }: Pin,
  anchors: Map<string, string>,
): { readonly text: string; readonly isLong: boolean } {
  const quoted = /^[>~^*]|^\d+\.\d+$/.test(version) || style === 'quoted' ? `"${version}"` : version;
  switch (style) {
    case 'short':
    case 'quoted':
      return { text: quoted, isLong: false };
    case 'long':
      return { text: quoted, isLong: true };
    case 'locked':
      return { text: `${quoted}, locked: true`, isLong: true };
    case 'allow':
      return { text: `${quoted}, allow: "${ALLOWED[name] ?? '*'}"`, isLong: true };
    case 'alias': {
      const anchor = anchors.get(name);
      if (anchor !== undefined) return { text: `*${anchor}`, isLong: false };
      anchors.set(name, `v-${name}`);
      return { text: `&v-${name} ${quoted}`, isLong: false };
    }
  }
}

const pins = fc.array(pin, { minLength: 1, maxLength: 4 });

/** A manifest without a base. */
export const manifest: fc.Arbitrary<string> = fc
  .record({ own: pins, production: fc.array(pin, { maxLength: 2 }), crlf: fc.boolean() })
  .map(({ own, production, crlf }) => {
    const anchors = new Map<string, string>();
    const components = `components:\n${linesOf(own, '  ', anchors)}`;
    const lines = linesOf(production, '      ', anchors);
    const environments = lines === '' ? '' : `environments:\n  production:\n    components:\n${lines}`;
    const text = `${components}${environments}# the end\n`;
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });

/** The same laid over a base: `shop.stack.yaml` and `base.stack.yaml`. */
export const files: fc.Arbitrary<Files> = fc.tuple(manifest, fc.option(manifest)).map(([own, base]): Files => {
  if (base === null) return { 'shop.stack.yaml': own };
  const eol = own.includes('\r\n') ? '\r\n' : '\n';
  return { 'shop.stack.yaml': `extends: [base.stack.yaml]${eol}${own}`, 'base.stack.yaml': base };
});
