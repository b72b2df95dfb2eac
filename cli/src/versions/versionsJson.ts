/** Versions for programs: one JSON object, described by schemas/versions-output.schema.json. */
import { nameOfPin } from '../../../server/src/analysis/texts.ts';
import { sentence } from '../../../server/src/words.ts';
import type { ListedVersion, VersionsAnswer } from './listed.ts';

/** Raised when the shape changes. */
const SHAPE_VERSION = 1;
const FITS = ['fits', 'discouraged', 'breaks'] as const;

/** Writes them, with a line break at the end. */
export function versionsJson({ component, beside, date, catalog, versions }: VersionsAnswer): string {
  const answer = {
    version: SHAPE_VERSION,
    asOf: date,
    catalog: { version: catalog.version, updated: catalog.updated },
    component: component.id,
    with: beside === undefined ? null : { path: beside.file, pinned: beside.pinned[0] ?? null },
    versions: versions.map((one) => versionReport(one, beside !== undefined)),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

function versionReport(one: ListedVersion, isJudged: boolean): object {
  const { version, line, facts, rank, against, isPinned, isSpokenOf } = one;
  return {
    version,
    line: line?.line ?? null,
    released: line?.released ?? null,
    support: facts.words,
    ended: facts.ended,
    ends: facts.ends ?? null,
    source: facts.source ?? null,
    pinned: isPinned,
    fit: isJudged ? (isSpokenOf ? FITS[rank] : 'unknown') : null,
    against: against.map(({ other, verdict, reason, evidence }) => ({
      pin: other.entry.instance,
      component: other.component?.id ?? other.entry.component,
      name: nameOfPin(other),
      verdict,
      message: sentence(reason),
      sources: [...new Set(evidence.map(({ source }) => source))],
    })),
  };
}
