/** What lies below a component of a user's catalog: other files, and the bundled catalog. */
import { t } from '@vscode/l10n';
import type { Catalog, Component, UserComponent } from '../model.ts';
import type { Path } from '../read.ts';
import type { LintPlace } from './problem.ts';

/** One catalog that speaks of a component. */
export interface Layer {
  readonly component: UserComponent | Component;
  /** How messages call the catalog. */
  readonly name: string;
  /** Which of the linted files; undefined is what lies below all of them, of which there is no file at hand. */
  readonly file: number | undefined;
}

/** A file as far as it is a layer. */
export interface LayeredFile {
  readonly name: string;
  readonly components: ReadonlyMap<string, UserComponent>;
}

/** What lies below one file. */
export interface Below {
  /** All of it, laid over each other. */
  readonly catalog: Catalog;
  /** What speaks of a component, the topmost first, down to what replaces it. */
  layersOf(id: string): readonly Layer[];
}

/**
 * What lies below the file at an index.
 * @param files in the order in which they are laid, the last on top
 */
export function belowFile(index: number, files: readonly LayeredFile[], base: Catalog, catalog: Catalog): Below {
  return {
    catalog,
    layersOf(id) {
      const layers: Layer[] = [];
      for (let file = index - 1; file >= 0; file -= 1) {
        const component = files[file]?.components.get(id);
        if (component === undefined) continue;
        layers.push({ component, name: files[file]?.name ?? '', file });
        if (component.replace === true) return layers;
      }
      const component = base.summary(id) === undefined ? undefined : base.component(id);
      if (component !== undefined)
        layers.push({ component, name: t('the {0} catalog', base.metadata.name), file: undefined });
      return layers;
    },
  };
}

/** The other place, where there is a file to show. */
export function placeIn({ file, component }: Layer, path: Path, message: string): readonly LintPlace[] {
  return file === undefined ? [] : [{ file, path: ['components', component.id, ...path], message }];
}
