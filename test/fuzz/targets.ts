/** All targets, in the order in which they run. */

import { commands } from './around/commands.ts';
import { settings } from './around/settings.ts';
import { storm } from './storm/storm.ts';
import type { Target } from './target.ts';
import { catalogs, manifests } from './texts/texts.ts';
import { versions } from './versions/versions.ts';
import { wire } from './wire/wire.ts';

export const TARGETS: readonly Target[] = [versions, manifests, catalogs, settings, commands, storm, wire];
