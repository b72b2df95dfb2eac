/** Whether a page is what it says: parsed as a browser parses it (HTML Living Standard, 13.2), and looked through. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export interface Parsed {
  /** What the parser finds wrong, ids that are there twice, links into nowhere, and what could run a script. */
  readonly faults: readonly string[];
  readonly elements: readonly Element[];
  /** The text of the body. */
  readonly text: string;
}

/** Parses a page and looks for faults in it. */
export function parsedPage(page: string): Parsed {
  const faults: string[] = [];
  const document = parse(page, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => faults.push(`line ${startLine}: ${code}`),
  });
  const elements = [...elementsIn(document)];
  const ids = new Set<string>();
  for (const element of elements) {
    const id = attribute(element, 'id');
    if (id === undefined) continue;
    if (ids.has(id)) faults.push(`the id ${id} is there twice`);
    ids.add(id);
  }
  for (const element of elements) {
    const { tagName, attrs } = element;
    const href = attribute(element, 'href');
    if (href?.startsWith('#') && !ids.has(href.slice(1))) faults.push(`${href} leads nowhere`);
    if (href !== undefined && !/^(?:#|https?:)/.test(href)) faults.push(`${href} is no link for a page`);
    for (const name of ['aria-labelledby', 'aria-describedby'])
      for (const id of attribute(element, name)?.split(' ') ?? [])
        if (!ids.has(id)) faults.push(`${name} names ${id}, which is not there`);
    if (tagName === 'th' && attribute(element, 'scope') === undefined) faults.push('a th has no scope');
    for (const { name } of attrs) if (name.startsWith('on') || name === 'style') faults.push(`${tagName} has ${name}`);
    if (tagName === 'tbody' && elements.filter((one) => one.tagName === 'script').length > 1)
      faults.push('two scripts');
  }
  const body = elements.find(({ tagName }) => tagName === 'body');
  return { faults, elements, text: body === undefined ? '' : textOf(body) };
}

/** The value of an attribute. */
export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

function* elementsIn(node: Node): Iterable<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsIn(child);
}

/** What stands in an element as text. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
