/** The texts of all pages about codes. */
import type { CodeDocs } from './codeDocs.ts';
import { baseCycleDocs } from './codes/baseCycle.docs.ts';
import { baseOutsideWorkspaceDocs } from './codes/baseOutsideWorkspace.docs.ts';
import { chartMismatchDocs } from './codes/chartMismatch.docs.ts';
import { conflictingComponentsDocs } from './codes/conflictingComponents.docs.ts';
import { duplicateComponentDocs } from './codes/duplicateComponent.docs.ts';
import { endOfLifeDocs } from './codes/endOfLife.docs.ts';
import { endOfLifeSoonDocs } from './codes/endOfLifeSoon.docs.ts';
import { expiredAcknowledgementDocs } from './codes/expiredAcknowledgement.docs.ts';
import { incompatibleDocs } from './codes/incompatible.docs.ts';
import { invalidCatalogDocs } from './codes/invalidCatalog.docs.ts';
import { invalidVersionDocs } from './codes/invalidVersion.docs.ts';
import { missingBaseDocs } from './codes/missingBase.docs.ts';
import { missingCatalogDocs } from './codes/missingCatalog.docs.ts';
import { missingRequirementDocs } from './codes/missingRequirement.docs.ts';
import { newerThanCatalogDocs } from './codes/newerThanCatalog.docs.ts';
import { notAStackDocs } from './codes/notAStack.docs.ts';
import { outdatedPatchDocs } from './codes/outdatedPatch.docs.ts';
import { overrideNotAllowedDocs } from './codes/overrideNotAllowed.docs.ts';
import { prereleaseDocs } from './codes/prerelease.docs.ts';
import { rangeAdmitsIncompatibleDocs } from './codes/rangeAdmitsIncompatible.docs.ts';
import { retiredComponentDocs } from './codes/retiredComponent.docs.ts';
import { schemaDocs } from './codes/schema.docs.ts';
import { unknownComponentDocs } from './codes/unknownComponent.docs.ts';
import { unknownVersionDocs } from './codes/unknownVersion.docs.ts';
import { unpinnedDocs } from './codes/unpinned.docs.ts';
import { unquotedVersionDocs } from './codes/unquotedVersion.docs.ts';
import { unsatisfiableDocs } from './codes/unsatisfiable.docs.ts';
import { unsupportedDocs } from './codes/unsupported.docs.ts';
import { untestedDocs } from './codes/untested.docs.ts';
import { unusedAcknowledgementDocs } from './codes/unusedAcknowledgement.docs.ts';
import { withdrawnVersionDocs } from './codes/withdrawnVersion.docs.ts';
import { yamlDocs } from './codes/yaml.docs.ts';
import type { Code } from './finding.ts';

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
