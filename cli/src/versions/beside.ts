/** The stack that versions are judged beside, and the pin that they are tried for. */
import { t } from '@vscode/l10n';
import type { EffectiveStack, ResolvedPin } from '../../../server/src/analysis/analysis.ts';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { nameOfPin } from '../../../server/src/analysis/texts.ts';
import type { Component } from '../../../server/src/catalog/model.ts';
import type { PlacedPin } from '../../../server/src/features/versionFit.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { inQuotes, list } from '../../../server/src/words.ts';
import type { LoadedFile, Problems } from '../oneFile.ts';
import { printable } from '../report/columns.ts';

export interface Beside {
  /** The manifest, as reports write it. */
  readonly file: string;
  readonly stack: EffectiveStack;
  readonly place: PlacedPin | undefined;
  /** The pin as people name it; undefined where the manifest has none of the component. */
  readonly name: string | undefined;
  /** The newest version that the pin may take; empty where there is none. */
  readonly pinned: readonly string[];
}

/**
 * Finds the pin of a component. Where the stack has none, versions are judged as if one were added.
 * @param named the pin that was asked for by its name
 */
export function besideOf(
  file: LoadedFile,
  stack: EffectiveStack,
  component: Component,
  named: ResolvedPin | undefined,
): Beside | Problems {
  const own = named === undefined ? stack.pins.filter((pin) => pin.component?.id === component.id) : [named];
  const [pin, ...others] = own;
  if (others.length > 0) {
    const names = list(own.map(({ entry }) => inQuotes(printable(entry.instance))));
    return {
      problems: [t('{0} pins {1} {2} times: {3}. Name one of these pins.', file.name, component.id, own.length, names)],
    };
  }
  const tried = pin ?? added(component, file);
  return {
    file: file.name,
    stack,
    place: tried && { pin: tried, stack },
    name: pin && nameOfPin(pin),
    pinned: pin === undefined ? [] : pin.candidates.slice(0, 1),
  };
}

/** A pin of a component that the stack does not have, in a stack of its own. */
function added({ id }: Component, { context }: LoadedFile): ResolvedPin | undefined {
  // Nobody writes a name with a space, so it hides no pin that is there.
  const text = `apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  "a ${id}": {component: ${id}}\n`;
  const { catalog, date, severities } = context;
  return analyze(parseYaml(text), { catalog, date, severities }).stacks[0]?.pins[0];
}
