/** All targets, in the order in which they run. */
import { commands } from './around/commands.ts';
import { settings } from './around/settings.ts';
import type { Target } from './target.ts';
import { catalogs, manifests } from './texts/texts.ts';
import { versions } from './versions/versions.ts';

export const TARGETS: readonly Target[] = [versions, manifests, catalogs, settings, commands];
