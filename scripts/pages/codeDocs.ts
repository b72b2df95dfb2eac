/** The texts of all pages about codes. */
import type { CodeDocs } from '../../server/src/analysis/codeDocs.ts';
import { baseCycleDocs } from '../../server/src/analysis/codes/baseCycle.docs.ts';
import { baseOutsideWorkspaceDocs } from '../../server/src/analysis/codes/baseOutsideWorkspace.docs.ts';
import { chartMismatchDocs } from '../../server/src/analysis/codes/chartMismatch.docs.ts';
import { conflictingComponentsDocs } from '../../server/src/analysis/codes/conflictingComponents.docs.ts';
import { duplicateComponentDocs } from '../../server/src/analysis/codes/duplicateComponent.docs.ts';
import { endOfLifeDocs } from '../../server/src/analysis/codes/endOfLife.docs.ts';
import { endOfLifeSoonDocs } from '../../server/src/analysis/codes/endOfLifeSoon.docs.ts';
import { expiredAcknowledgementDocs } from '../../server/src/analysis/codes/expiredAcknowledgement.docs.ts';
import { incompatibleDocs } from '../../server/src/analysis/codes/incompatible.docs.ts';
import { invalidCatalogDocs } from '../../server/src/analysis/codes/invalidCatalog.docs.ts';
import { invalidVersionDocs } from '../../server/src/analysis/codes/invalidVersion.docs.ts';
import { missingBaseDocs } from '../../server/src/analysis/codes/missingBase.docs.ts';
import { missingCatalogDocs } from '../../server/src/analysis/codes/missingCatalog.docs.ts';
import { missingRequirementDocs } from '../../server/src/analysis/codes/missingRequirement.docs.ts';
import { newerThanCatalogDocs } from '../../server/src/analysis/codes/newerThanCatalog.docs.ts';
import { notAStackDocs } from '../../server/src/analysis/codes/notAStack.docs.ts';
import { outdatedPatchDocs } from '../../server/src/analysis/codes/outdatedPatch.docs.ts';
import { overrideNotAllowedDocs } from '../../server/src/analysis/codes/overrideNotAllowed.docs.ts';
import { prereleaseDocs } from '../../server/src/analysis/codes/prerelease.docs.ts';
import { rangeAdmitsIncompatibleDocs } from '../../server/src/analysis/codes/rangeAdmitsIncompatible.docs.ts';
import { retiredComponentDocs } from '../../server/src/analysis/codes/retiredComponent.docs.ts';
import { schemaDocs } from '../../server/src/analysis/codes/schema.docs.ts';
import { unknownComponentDocs } from '../../server/src/analysis/codes/unknownComponent.docs.ts';
import { unknownVersionDocs } from '../../server/src/analysis/codes/unknownVersion.docs.ts';
import { unpinnedDocs } from '../../server/src/analysis/codes/unpinned.docs.ts';
import { unquotedVersionDocs } from '../../server/src/analysis/codes/unquotedVersion.docs.ts';
import { unsatisfiableDocs } from '../../server/src/analysis/codes/unsatisfiable.docs.ts';
import { unsupportedDocs } from '../../server/src/analysis/codes/unsupported.docs.ts';
import { untestedDocs } from '../../server/src/analysis/codes/untested.docs.ts';
import { unusedAcknowledgementDocs } from '../../server/src/analysis/codes/unusedAcknowledgement.docs.ts';
import { withdrawnVersionDocs } from '../../server/src/analysis/codes/withdrawnVersion.docs.ts';
import { yamlDocs } from '../../server/src/analysis/codes/yaml.docs.ts';
import type { Code } from '../../server/src/analysis/finding.ts';

/** By code, in no order that matters. */
export const CODE_DOCS: { readonly [code in Code]: CodeDocs } = {
  yaml: yamlDocs,
  schema: schemaDocs,
  'duplicate-component': duplicateComponentDocs,
  'unquoted-version': unquotedVersionDocs,
  'invalid-version': invalidVersionDocs,
  'unknown-component': unknownComponentDocs,
  'unknown-version': unknownVersionDocs,
  'newer-than-catalog': newerThanCatalogDocs,
  'chart-mismatch': chartMismatchDocs,
  incompatible: incompatibleDocs,
  unsupported: unsupportedDocs,
  untested: untestedDocs,
  'range-admits-incompatible': rangeAdmitsIncompatibleDocs,
  unsatisfiable: unsatisfiableDocs,
  'conflicting-components': conflictingComponentsDocs,
  'missing-requirement': missingRequirementDocs,
  'end-of-life': endOfLifeDocs,
  'end-of-life-soon': endOfLifeSoonDocs,
  'retired-component': retiredComponentDocs,
  prerelease: prereleaseDocs,
  'outdated-patch': outdatedPatchDocs,
  unpinned: unpinnedDocs,
  'withdrawn-version': withdrawnVersionDocs,
  'missing-base': missingBaseDocs,
  'base-cycle': baseCycleDocs,
  'base-outside-workspace': baseOutsideWorkspaceDocs,
  'not-a-stack': notAStackDocs,
  'override-not-allowed': overrideNotAllowedDocs,
  'missing-catalog': missingCatalogDocs,
  'invalid-catalog': invalidCatalogDocs,
  'unused-acknowledgement': unusedAcknowledgementDocs,
  'expired-acknowledgement': expiredAcknowledgementDocs,
};
