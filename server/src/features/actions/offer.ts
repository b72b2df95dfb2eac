/** What an action is before anybody takes it: its title, and how its edit is made. */
import type { CodeActionKind, WorkspaceEdit } from 'vscode-languageserver-types';
import type { StackManifest } from '../../manifest/stack.ts';
import type { OffsetRange } from '../../manifest/tree.ts';
import type { CheckedDocument, ClientTraits } from '../document.ts';

/** Where actions are asked for. */
export interface ActionPlace {
  readonly checked: CheckedDocument;
  /** The selection; empty where there is only a cursor. */
  readonly range: OffsetRange;
  /** The document of the file that its beginning is in. */
  readonly manifest: StackManifest;
  readonly traits: Pick<ClientTraits, 'codeActions' | 'refactorings'>;
  /** Whether actions of a kind are wanted: what is not need not be made. */
  isWanted(kind: CodeActionKind): boolean;
}

/** What an edit may ask of the host. */
export interface EditHost {
  /** Whether a file is there, or open. */
  isTaken(uri: string): Promise<boolean>;
}

export interface Offer {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** Why it cannot be done here: one sentence. */
  readonly disabled?: string | undefined;
  /** Made when somebody takes the action; undefined where it cannot be made after all. */
  edit(host: EditHost): WorkspaceEdit | undefined | Promise<WorkspaceEdit | undefined>;
}

/** Makes the actions of one sort. */
export interface ActionMaker {
  /** Tells it from the others; it travels with an action whose edit is made later. */
  readonly name: string;
  /** The kinds of its actions. */
  readonly kinds: readonly CodeActionKind[];
  /** Its titles need more than a look at the text: it is not asked in passing, at every move of the cursor. */
  readonly isCostly?: boolean;
  offers(place: ActionPlace): readonly Offer[];
}
