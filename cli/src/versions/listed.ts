/** What the command tells, before it is written in one format or another. */
import type { CatalogMetadata, Component, IsoDate, Line } from '../../../server/src/catalog/model.ts';
import type { VersionFit } from '../../../server/src/features/versionFit.ts';
import type { Beside } from './beside.ts';

/** One version of the list. */
export interface ListedVersion extends VersionFit {
  readonly version: string;
  /** Its release line, where the catalog has one. */
  readonly line: Line | undefined;
  /** The manifest pins it, or a line or a range of which it is the newest. */
  readonly isPinned: boolean;
  /** Some statement is about it and another pin of the manifest. */
  readonly isSpokenOf: boolean;
}

/** The answer. */
export interface VersionsAnswer {
  readonly component: Component;
  /** Undefined where no manifest is named. */
  readonly beside: Beside | undefined;
  readonly date: IsoDate;
  readonly catalog: CatalogMetadata;
  /** Newest first. */
  readonly versions: readonly ListedVersion[];
  /** How many the catalog has, listed here or not. */
  readonly total: number;
}
