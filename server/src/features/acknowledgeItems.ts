/** Completion of what accepts findings: codes, the pins that they are about, and the last day. */
import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { CODE_INFO } from '../analysis/codes.ts';
import { CODES, type Code, type Finding, UNACKNOWLEDGEABLE } from '../analysis/finding.ts';
import { nameOfPin } from '../analysis/texts.ts';
import { addDays } from '../catalog/dates.ts';
import type { IsoDate } from '../catalog/model.ts';
import { rangeOf } from '../manifest/tree.ts';
import type { Question } from './completionQuestion.ts';
import { touches } from './pinAt.ts';
import type { TextSlot } from './slot.ts';

/** For how many days a finding can be accepted by one choice. */
const PERIODS: readonly number[] = [30, 90, 180, 365];

/**
 * The codes that can be acknowledged. Those of findings come first, with how many there are.
 * @param findings those that the acknowledgement could be about
 * @param present codes that are not offered again
 */
export function codeItems(
  findings: readonly Finding[],
  { range, written }: Pick<TextSlot, 'range' | 'written'>,
  present: ReadonlySet<string> = new Set(),
): CompletionItem[] {
  const codes = CODES.filter((code) => !UNACKNOWLEDGEABLE.has(code) && !present.has(code));
  return codes.map((code, index) => {
    const count = findings.filter((one) => one.code === code).length;
    return {
      label: code,
      kind: CompletionItemKind.EnumMember,
      detail: count === 0 ? CODE_INFO[code].title : countWords(code, count),
      filterText: code,
      sortText: `${count === 0 ? 1 : 0}${String(index).padStart(2, '0')}`,
      textEdit: { range, newText: written(code) },
    };
  });
}

function countWords(code: Code, count: number): string {
  const { title } = CODE_INFO[code];
  return count === 1 ? t('{0} · 1 finding here', title) : t('{0} · {1} findings here', title, count);
}

/** The shown findings of the document of a question. */
export function findingsOf({ checked: { analysis }, document }: Pick<Question, 'checked' | 'document'>): Finding[] {
  return analysis.findings.filter(({ range }) => touches(document.range, range.start));
}

/**
 * The pins and components that an entry can name: the keys first that the findings of its code are about.
 * @param path to the item in the list
 */
export function betweenItems(path: readonly string[], question: Question): CompletionItem[] {
  const { checked, document, slot, offset } = question;
  const manifest = checked.analysis.manifests.find((one) => one.document === document);
  const entries = manifest?.acknowledgements ?? [];
  const entry = entries.find(({ node }) => touches(rangeOf(node), offset)) ?? entries[Number(path[1])];
  const others = entry?.between?.filter((node) => !touches(rangeOf(node), offset)) ?? [];
  const present = new Set(others.map(({ text }) => text));
  const about = findingsOf(question).filter(({ code }) => code === entry?.code?.text);
  const named = new Set(about.flatMap(({ pins }) => pins.map(({ instance }) => instance)));
  const offered = new Map<string, string>();
  for (const { pins } of checked.analysis.stacks.filter((one) => one.document === document.index))
    for (const pin of pins) if (!offered.has(pin.entry.instance)) offered.set(pin.entry.instance, nameOfPin(pin));
  for (const { pins } of checked.analysis.stacks.filter((one) => one.document === document.index))
    for (const { component } of pins)
      if (component !== undefined && !offered.has(component.id))
        offered.set(component.id, t('every pin of {0}', component.name));
  return [...offered]
    .filter(([name]) => !present.has(name))
    .map(([name, detail], index) => ({
      label: name,
      kind: CompletionItemKind.Reference,
      detail,
      filterText: name,
      sortText: `${named.has(name) ? 0 : 1}${String(index).padStart(5, '0')}`,
      textEdit: { range: slot.range, newText: slot.written(name) },
    }));
}

/** Last days for an acknowledgement. */
export function dayItems(today: IsoDate, { range, bare }: Pick<TextSlot, 'range' | 'bare'>): CompletionItem[] {
  return PERIODS.map((days, index) => {
    const day = addDays(today, days);
    return {
      label: day,
      kind: CompletionItemKind.Value,
      detail: t('in {0} days', days),
      filterText: day,
      sortText: String(index),
      textEdit: { range, newText: bare(day) },
    };
  });
}
