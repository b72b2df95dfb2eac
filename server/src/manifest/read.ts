/** A tree read as a stack: what can be made out of it, however broken it is. */
import { distance } from 'fastest-levenshtein';
import { withChanged } from './changedPart.ts';
import type { AcknowledgementEntry, ChartEntry, EnvironmentEntry, PinEntry, Policy, StackManifest } from './stack.ts';
import type { EntryNode, MappingNode, ScalarNode, SequenceNode, TreeNode, YamlDocument, YamlFile } from './tree.ts';

/** Reads every document that holds anything. A file that is empty as a whole is read as one empty stack. */
export function readStacks(file: YamlFile): StackManifest[] {
  const filled = file.documents.filter(({ root, problems }) => root !== undefined || problems.length > 0);
  return (filled.length > 0 ? filled : file.documents.slice(0, 1)).map(readStack);
}

/** A document never changes, and is read by all who look at it. */
const knownStacks = new WeakMap<YamlDocument, StackManifest>();

/**
 * Reads one document as a stack, once. What is missing or of another shape is left out; the schema says so. A document that is
 * something else has no components: they would be no pins.
 */
export function readStack(document: YamlDocument): StackManifest {
  const known = knownStacks.get(document) ?? readDocument(document);
  knownStacks.set(document, known);
  return known;
}

function readDocument(document: YamlDocument): StackManifest {
  const root = mapping(document.root);
  const stack = isOtherKind(document.root, 'stack') ? undefined : root;
  const value = (key: string): TreeNode | undefined => entryOf(root, key)?.value;
  const componentsEntry = entryOf(stack, 'components');
  const componentsNode = mapping(componentsEntry?.value);
  const acknowledgeEntry = entryOf(stack, 'acknowledge');
  return {
    document,
    apiVersion: scalar(value('apiVersion')),
    kind: scalar(value('kind')),
    name: scalar(entryOf(mapping(value('metadata')), 'name')?.value)?.text,
    extends: scalars(value('extends')),
    catalogs: scalars(value('catalogs')),
    componentsNode,
    componentsEntry,
    components: pins(componentsNode),
    environments: environments(mapping(entryOf(stack, 'environments')?.value)),
    policy: policy(mapping(value('policy'))),
    acknowledgeEntry,
    acknowledgements: acknowledgements(acknowledgeEntry?.value),
  };
}

/**
 * Whether a document says that it is something else. A slip of the pen in `kind` does not make it so.
 * @param expected the kind in lower case
 */
export function isOtherKind(root: TreeNode | undefined, expected: 'stack' | 'catalog'): boolean {
  const kind = scalar(entryOf(mapping(root), 'kind')?.value)?.text;
  return kind !== undefined && kind !== '' && distance(kind.slice(0, 16).toLowerCase(), expected) > 2;
}

/** Whether a document names one of our formats: what was found by a path that somebody wrote may be any file. */
export function saysItIsOurs({ document, apiVersion }: Pick<StackManifest, 'document' | 'apiVersion'>): boolean {
  return apiVersion?.text.startsWith('stackpin/') === true || /^apiVersion\s*:\s*["']?stackpin\//m.test(document.text);
}

/** What an alias stands for; any other node itself. Bounded, since an alias never stands for itself. */
export function followed(node: TreeNode | undefined): Exclude<TreeNode, { kind: 'alias' }> | undefined {
  let current = node;
  while (current?.kind === 'alias') current = current.target;
  return current;
}

/** The entry of a key; of a key written twice the last, which is the one that counts. */
function entryOf(node: MappingNode | undefined, key: string): EntryNode | undefined {
  return node?.entries.findLast((entry) => entry.key.text === key);
}

function mapping(node: TreeNode | undefined): MappingNode | undefined {
  const target = followed(node);
  return target?.kind === 'mapping' ? target : undefined;
}

function scalar(node: TreeNode | undefined): ScalarNode | undefined {
  const target = followed(node);
  return target?.kind === 'scalar' ? target : undefined;
}

function scalars(node: TreeNode | undefined): ScalarNode[] {
  const target = followed(node);
  if (target?.kind === 'scalar') return [target];
  const sequence: SequenceNode | undefined = target?.kind === 'sequence' ? target : undefined;
  return sequence?.items.flatMap((item) => scalar(item) ?? []) ?? [];
}

/** An entry and all below it never change: after an edit of another one, its pin is the same object. */
const knownPins = new WeakMap<readonly EntryNode[], readonly PinEntry[]>();

const NO_PINS: readonly PinEntry[] = [];

function pins(node: MappingNode | undefined): readonly PinEntry[] {
  if (node === undefined) return NO_PINS;
  const { entries, since } = node;
  const before = since && knownPins.get(since.entries);
  const read =
    knownPins.get(entries) ??
    (since !== undefined && before !== undefined
      ? withChanged(before, since.part, entries.slice(since.part.start, since.part.endAfter).map(readPin))
      : entries.map(readPin));
  knownPins.set(entries, read);
  return read;
}

function readPin(entry: EntryNode): PinEntry {
  const { key, value } = entry;
  const target = followed(value);
  const long = target?.kind === 'mapping' ? target : undefined;
  const short = target?.kind === 'scalar' && target.value !== null ? target : undefined;
  const componentNode = scalar(entryOf(long, 'component')?.value);
  return {
    instance: key.text,
    component: componentNode?.text ?? key.text,
    key,
    componentNode,
    version: short ?? scalar(entryOf(long, 'version')?.value),
    // Nothing behind the colon is YAML's null too, but a person who writes nothing has most likely not finished.
    removed: target?.kind === 'scalar' && target.value === null,
    locked: scalar(entryOf(long, 'locked')?.value)?.value === true,
    allow: allowed(entryOf(long, 'allow')?.value),
    layer: scalar(entryOf(long, 'layer')?.value)?.text,
    chart: chart(mapping(entryOf(long, 'chart')?.value)),
    entry,
  };
}

/** Nothing behind the colon is a range that is not finished. */
function allowed(node: TreeNode | undefined): ScalarNode | undefined {
  const found = scalar(node);
  return found === undefined || found.value === null || found.text.trim() === '' ? undefined : found;
}

function chart(node: MappingNode | undefined): ChartEntry | undefined {
  if (node === undefined) return undefined;
  const part = (key: string) => scalar(entryOf(node, key)?.value);
  return { repository: part('repository'), name: part('name'), version: part('version') };
}

function environments(node: MappingNode | undefined): EnvironmentEntry[] {
  return (
    node?.entries.map(({ key, value }) => ({
      name: key.text,
      key,
      components: pins(mapping(entryOf(mapping(value), 'components')?.value)),
    })) ?? []
  );
}

function policy(node: MappingNode | undefined): Policy {
  const text = (key: string): string | undefined => scalar(entryOf(node, key)?.value)?.text;
  const window = /^(\d{1,5})d$/.exec(text('supportWindow') ?? '')?.[1];
  const [prereleases, unpinned] = [text('prereleases'), text('unpinned')];
  return {
    supportWindow: window === undefined ? undefined : Number(window),
    prereleases: prereleases === 'allow' || prereleases === 'deny' ? prereleases : undefined,
    unpinned: unpinned === 'allow' || unpinned === 'warn' || unpinned === 'deny' ? unpinned : undefined,
  };
}

function acknowledgements(node: TreeNode | undefined): AcknowledgementEntry[] {
  const target = followed(node);
  const items = target?.kind === 'sequence' ? target.items : [];
  return items.flatMap((item) => {
    const entry = mapping(item);
    if (entry === undefined) return [];
    const part = (key: string) => scalar(entryOf(entry, key)?.value);
    const between = entryOf(entry, 'between');
    return [
      {
        node: item,
        code: part('code'),
        between: between === undefined ? undefined : scalars(between.value),
        reason: part('reason'),
        until: part('until'),
      },
    ];
  });
}
