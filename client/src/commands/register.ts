/** All commands besides those of the language server itself. */
import { commands, Disposable, type ExtensionContext } from 'vscode';
import { registerNewStack } from './newStack.ts';
import { fixAll, planUpgrade } from './planUpgrade.ts';
import { registerSample } from './sample.ts';
import { type CatalogUpdates, registerUpdateCatalog } from './updateCatalog.ts';
import { registerWrongFinding } from './wrongFinding.ts';

const WALKTHROUGH = 'stackpin.stackpin#firstStack';

/** Registers them. */
export function registerCommands(context: ExtensionContext, updates: () => Promise<CatalogUpdates>): Disposable {
  return Disposable.from(
    registerNewStack(context),
    registerSample(context),
    registerWrongFinding(context),
    registerUpdateCatalog(context, updates),
    commands.registerCommand('stackpin.planUpgrade', planUpgrade),
    commands.registerCommand('stackpin.fixAll', fixAll),
    commands.registerCommand('stackpin.getStarted', () =>
      commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false),
    ),
  );
}
