/** All codes: the modules that raise them, and what users can know of each. */

import { baseCycle } from './codes/baseCycle.ts';
import { baseOutsideWorkspace } from './codes/baseOutsideWorkspace.ts';
import { chartMismatch } from './codes/chartMismatch.ts';
import { conflictingComponents } from './codes/conflictingComponents.ts';
import { duplicateComponent } from './codes/duplicateComponent.ts';
import { endOfLife } from './codes/endOfLife.ts';
import { endOfLifeSoon } from './codes/endOfLifeSoon.ts';
import { expiredAcknowledgement } from './codes/expiredAcknowledgement.ts';
import { incompatible } from './codes/incompatible.ts';
import { invalidCatalog } from './codes/invalidCatalog.ts';
import { invalidVersion } from './codes/invalidVersion.ts';
import { missingBase } from './codes/missingBase.ts';
import { missingCatalog } from './codes/missingCatalog.ts';
import { missingRequirement } from './codes/missingRequirement.ts';
import { newerThanCatalog } from './codes/newerThanCatalog.ts';
import { notAStack } from './codes/notAStack.ts';
import { outdatedPatch } from './codes/outdatedPatch.ts';
import { overrideNotAllowed } from './codes/overrideNotAllowed.ts';
import { prerelease } from './codes/prerelease.ts';
import { rangeAdmitsIncompatible } from './codes/rangeAdmitsIncompatible.ts';
import { retiredComponent } from './codes/retiredComponent.ts';
import { schema } from './codes/schema.ts';
import { unknownComponent } from './codes/unknownComponent.ts';
import { unknownVersion } from './codes/unknownVersion.ts';
import { unpinned } from './codes/unpinned.ts';
import { unquotedVersion } from './codes/unquotedVersion.ts';
import { unsatisfiable } from './codes/unsatisfiable.ts';
import { unsupported } from './codes/unsupported.ts';
import { untested } from './codes/untested.ts';
import { unusedAcknowledgement } from './codes/unusedAcknowledgement.ts';
import { withdrawnVersion } from './codes/withdrawnVersion.ts';
import { yaml } from './codes/yaml.ts';
import { CODES, type Code, type Finding, type Severity } from './finding.ts';
import type { Rule } from './rule.ts';

const BY_CODE: { readonly [code in Code]: Rule } = {
  yaml,
  schema,
  'duplicate-component': duplicateComponent,
  'unquoted-version': unquotedVersion,
  'invalid-version': invalidVersion,
  'unknown-component': unknownComponent,
  'unknown-version': unknownVersion,
  'newer-than-catalog': newerThanCatalog,
  'chart-mismatch': chartMismatch,
  incompatible,
  unsupported,
  untested,
  'range-admits-incompatible': rangeAdmitsIncompatible,
  unsatisfiable,
  'conflicting-components': conflictingComponents,
  'missing-requirement': missingRequirement,
  'end-of-life': endOfLife,
  'end-of-life-soon': endOfLifeSoon,
  'retired-component': retiredComponent,
  prerelease,
  'outdated-patch': outdatedPatch,
  unpinned,
  'withdrawn-version': withdrawnVersion,
  'missing-base': missingBase,
  'base-cycle': baseCycle,
  'base-outside-workspace': baseOutsideWorkspace,
  'not-a-stack': notAStack,
  'override-not-allowed': overrideNotAllowed,
  'missing-catalog': missingCatalog,
  'invalid-catalog': invalidCatalog,
  'unused-acknowledgement': unusedAcknowledgement,
  'expired-acknowledgement': expiredAcknowledgement,
};

/** The modules in the order of their groups. */
export const RULES: readonly Rule[] = CODES.map((code) => BY_CODE[code]);

export interface CodeInfo {
  /** The default; users may set another. */
  readonly severity: Severity;
  readonly title: string;
  /** Address of the page that explains the code. */
  readonly docs: string;
}

const DOCS = 'https://github.com/stackpin/stackpin/blob/main/docs/diagnostics';

function codeInfo(code: Code, severity: Severity, title: () => string): CodeInfo {
  return {
    severity,
    get title() {
      return title();
    },
    docs: `${DOCS}/${code}.md`,
  };
}

/** What users can know of a code. */
export const CODE_INFO: { readonly [code in Code]: CodeInfo } = Object.fromEntries(
  RULES.map(({ code, severity, title }) => [code, codeInfo(code, severity, title)]),
) as { [code in Code]: CodeInfo };

/** The page about a finding: upstream's where it rests on one statement, ours of the code otherwise. */
export function addressOf({ code, evidence }: Pick<Finding, 'code' | 'evidence'>): string {
  const [only, ...more] = evidence;
  return only !== undefined && more.length === 0 ? only.source : CODE_INFO[code].docs;
}
