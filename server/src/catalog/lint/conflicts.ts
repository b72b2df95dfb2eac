/** Where a user's catalog says something else than what lies below it. */
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
  const message = `"${id}" is another name of ${known} in what lies below. Here it is a component of its own: if it is the same, write it under "${known}".`;
  return [conflict({ path: [], message, others: [known] })];
}

function replaced({ written: { id, replace } }: Subject, { catalog, layersOf }: Below): Told[] {
  if (replace !== true) return [];
  const [first, ...more] = layersOf(id).filter(({ file }) => file !== undefined);
  if (first !== undefined) {
    const names = [first, ...more].map(({ name }) => name).join(' and ');
    const message = `This replaces ${id}, so that nothing of what ${names} says of it counts. Keep one of them.`;
    return [
      conflict({ path: ['replace'], message, related: placeIn(first, [], `${first.name} writes of ${id} here.`) }),
    ];
  }
  if (catalog.summary(id) !== undefined) return [];
  const [nearest] = nearestIds(catalog, id, 1);
  const advice = nearest === undefined ? 'Remove "replace".' : `Remove "replace", or did you mean "${nearest}"?`;
  const message = `There is no ${id} below that this could replace. ${advice}`;
  return [{ code: 'no-effect', severity: 'warning', path: ['replace'], message }];
}

function otherScheme({ written, below, isWritten }: Subject, { layersOf }: Below): Told[] {
  const path = ['versions', 'scheme'];
  const mine = written.versions?.scheme;
  const theirs = below?.versions.scheme;
  if (mine === undefined || theirs === undefined || mine === theirs || !isWritten(path)) return [];
  const [layer] = layersOf(written.id).filter(({ component }) => component.versions !== undefined);
  const message = `Versions of ${written.id} are in the scheme ${theirs} in ${layer?.name ?? 'what lies below'}, whose statements are written in it: ${theirs} counts. Remove this line, or write "replace: true" and all of the component.`;
  return [
    conflict({ path, message, related: layer === undefined ? [] : placeIn(layer, path, `It is ${theirs} here.`) }),
  ];
}

function foreignAliases({ written }: Subject, { catalog, layersOf }: Below): Told[] {
  return (written.aliases ?? []).flatMap((alias, index) => {
    const owner = catalog.idOfAlias(alias);
    if (owner === undefined || owner === written.id) return [];
    const [layer] = layersOf(owner).filter(({ component }) => component.aliases?.includes(alias));
    const message = `"${alias}" is another name of ${owner} in ${layer?.name ?? 'what lies below'}. Now it stands for ${written.id}: remove it, if that is not meant.`;
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
      const says = source === '' ? found.layer.name : `${found.layer.name} (${source})`;
      const message = `"${key}" of line ${line.line} is ${line[key]} here and ${found.line[key]} in ${says}. The one here counts.`;
      const place = ['versions', 'lines', found.index, key];
      const related = placeIn(found.layer, place, `It is ${found.line[key]} here.`);
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
