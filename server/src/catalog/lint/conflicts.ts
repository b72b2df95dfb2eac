/** Where a user's catalog says something else than what lies below it. */
import { t } from '@vscode/l10n';
import { sentences } from '../../words.ts';
import type { Component, Line, UserComponent } from '../model.ts';
import { nearestIds } from '../names.ts';
import { type Below, type Layer, placeIn } from './layers.ts';
import type { Subject, Told } from './subject.ts';

/** What a component as a whole is taken for: by its id, `replace`, its scheme and its aliases. */
export function checkIdentity(subject: Subject, below: Below): Told[] {
  return [
    ...ownId(subject, below),
    ...replaced(subject, below),
    ...otherScheme(subject, below),
    ...foreignAliases(subject, below),
  ];
}

function conflict(told: Omit<Told, 'code' | 'severity'>): Told {
  return { code: 'catalog-conflict', severity: 'warning', ...told };
}

function ownId({ written: { id } }: Subject, { catalog }: Below): Told[] {
  const known = catalog.idOfAlias(id);
  if (known === undefined || catalog.summary(id) !== undefined) return [];
  const message = t(
    '"{0}" is another name of {1} in what lies below. Here it is a component of its own: if it is the same, write it under "{1}".',
    id,
    known,
  );
  return [conflict({ path: [], message, others: [known] })];
}

function replaced({ written: { id, replace } }: Subject, { catalog, layersOf }: Below): Told[] {
  if (replace !== true) return [];
  const [first, ...more] = layersOf(id).filter(({ file }) => file !== undefined);
  if (first !== undefined) {
    const names = [first, ...more].map(({ name }) => name).reduce((before, name) => t('{0} and {1}', before, name));
    const message = t('This replaces {0}, so that nothing of what {1} says of it counts. Keep one of them.', id, names);
    return [
      conflict({
        path: ['replace'],
        message,
        related: placeIn(first, [], t('{0} writes of {1} here.', first.name, id)),
      }),
    ];
  }
  if (catalog.summary(id) !== undefined) return [];
  const [nearest] = nearestIds(catalog, id, 1);
  const told = t('There is no {0} below that this could replace.', id);
  const advice =
    nearest === undefined ? t('Remove "replace".') : t('Remove "replace", or did you mean "{0}"?', nearest);
  const message = sentences(told, advice);
  return [{ code: 'no-effect', severity: 'warning', path: ['replace'], message }];
}

function otherScheme({ written, below, isWritten }: Subject, { layersOf }: Below): Told[] {
  const path = ['versions', 'scheme'];
  const mine = written.versions?.scheme;
  const theirs = below?.versions.scheme;
  if (mine === undefined || theirs === undefined || mine === theirs || !isWritten(path)) return [];
  const [layer] = layersOf(written.id).filter(({ component }) => component.versions !== undefined);
  const message = t(
    'Versions of {0} are in the scheme {1} in {2}, whose statements are written in it: {1} counts. Remove this line, or write "replace: true" and all of the component.',
    written.id,
    theirs,
    layer?.name ?? t('what lies below'),
  );
  return [
    conflict({ path, message, related: layer === undefined ? [] : placeIn(layer, path, t('It is {0} here.', theirs)) }),
  ];
}

function foreignAliases({ written }: Subject, { catalog, layersOf }: Below): Told[] {
  return (written.aliases ?? []).flatMap((alias, index) => {
    const owner = catalog.idOfAlias(alias);
    if (owner === undefined || owner === written.id) return [];
    const [layer] = layersOf(owner).filter(({ component }) => component.aliases?.includes(alias));
    const message = t(
      '"{0}" is another name of {1} in {2}. Now it stands for {3}: remove it, if that is not meant.',
      alias,
      owner,
      layer?.name ?? t('what lies below'),
      written.id,
    );
    return [conflict({ path: ['aliases', index], message, others: [owner] })];
  });
}

const FACTS = ['released', 'activeSupportEnds', 'supportEnds', 'extendedSupportEnds', 'ended'] as const;

/** Lines that have other dates below. The topmost catalog counts, so this is for a person to know. */
export function checkLineFacts({ written, below }: Subject, { layersOf }: Below): Told[] {
  if (below === undefined) return [];
  const layers = layersOf(written.id);
  return (written.versions?.lines ?? []).flatMap((line, index) =>
    FACTS.flatMap((key): Told[] => {
      const found = layers
        .flatMap((layer) => lineIn(layer, line.line))
        .find(({ line: other }) => other[key] !== undefined);
      if (line[key] === undefined || found === undefined || found.line[key] === line[key]) return [];
      const source = found.line.source ?? found.layer.component.versions?.source ?? '';
      const [here, there] = [String(line[key]), String(found.line[key])];
      const { name } = found.layer;
      const message =
        source === ''
          ? t('"{0}" of line {1} is {2} here and {3} in {4}. The one here counts.', key, line.line, here, there, name)
          : t(
              '"{0}" of line {1} is {2} here and {3} in {4} ({5}). The one here counts.',
              key,
              line.line,
              here,
              there,
              name,
              source,
            );
      const place = ['versions', 'lines', found.index, key];
      const related = placeIn(found.layer, place, t('It is {0} here.', there));
      return [conflict({ path: ['versions', 'lines', index, key], message, related })];
    }),
  );
}

interface FoundLine {
  readonly layer: Layer;
  readonly line: Line;
  readonly index: number;
}

function lineIn(layer: Layer, name: string): FoundLine[] {
  const component: UserComponent | Component = layer.component;
  const lines = component.versions?.lines ?? [];
  const index = lines.findIndex(({ line }) => line === name);
  const line = lines[index];
  return line === undefined ? [] : [{ layer, line, index }];
}
