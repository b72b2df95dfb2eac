/** Gathers what modules find; what several environments share becomes one finding that names them all. */
import { type OffsetRange, rangeOf } from '../manifest/tree.ts';
import type { SeveritySettings } from './analysis.ts';
import type { Code, Finding, FixData, PinName, PinRef } from './finding.ts';
import type { ToldOfPin } from './pinRecords.ts';
import type { Draft, Rule } from './rule.ts';

export interface Collector {
  /**
   * Adds what a module finds.
   * @param environment that it is found in
   * @param pins what a draft is about that names no pins itself
   */
  add(rule: Rule, drafts: readonly Draft[] | undefined, environment: string | null, pins?: readonly PinName[]): void;
  /** Adds what is found about one pin. */
  addOfPin(told: ToldOfPin, stack: Pick<PinRef, 'document' | 'environment'>): void;
  /** In the order in which they were found. */
  findings(): Finding[];
}

/** A finding that further environments and pins may be added to. */
interface Gathered extends Finding {
  pins: readonly PinName[];
  environments: readonly (string | null)[];
}

const NONE: readonly never[] = [];

/** Makes an empty one. */
export function collector(severities: SeveritySettings): Collector {
  const gathered: Gathered[] = [];
  const known = byPlace();
  const gather = (
    rule: Rule,
    draft: Omit<Draft, 'range' | 'pins' | 'fix'>,
    range: OffsetRange,
    fix: FixData | undefined,
    environment: string | null,
    about: readonly PinName[],
  ): void => {
    const severity = severities[rule.code] ?? draft.severity ?? rule.severity;
    if (severity === 'off') return;
    const same = known.find(rule.code, range, draft.message);
    if (same !== undefined) {
      if (!same.environments.includes(environment)) same.environments = [...same.environments, environment];
      // Two instances of one version are told in the same words.
      const others = about.filter(({ instance }) => !same.pins.some((pin) => pin.instance === instance));
      if (others.length > 0) same.pins = [...same.pins, ...others];
      return;
    }
    const made: Gathered = {
      code: rule.code,
      severity,
      range,
      message: draft.message,
      components: draft.components ?? NONE,
      pins: about,
      environments: [environment],
      evidence: draft.evidence ?? NONE,
      related: draft.related ?? NONE,
      tags: draft.tags ?? NONE,
      fix,
      acknowledged: null,
    };
    gathered.push(made);
    known.add(made);
  };
  return {
    add: (rule, drafts = NONE, environment, pins = NONE) => {
      for (const draft of drafts) gather(rule, draft, draft.range, draft.fix, environment, draft.pins ?? pins);
    },
    addOfPin: ({ rule, draft, about }, { document, environment }) => {
      const [{ instance }] = about;
      const fix = fixOf(draft, { document, environment, instance });
      gather(rule, draft, rangeOf(draft.at), fix, environment, about);
    },
    findings: () => gathered,
  };
}

/** What is said of a pin, said of this one. */
function fixOf({ fix }: ToldOfPin['draft'], pin: PinRef): FixData | undefined {
  switch (fix?.kind) {
    case 'pin':
      return { kind: 'pins', pins: [pin], goal: fix.goal };
    case 'successors':
      return { kind: 'succeed', pin, successors: fix.successors };
    default:
      return fix;
  }
}

/** So many findings in one place are looked through one by one. */
const FEW = 8;

/** Finds a finding by all that makes it the same as another. */
function byPlace() {
  /** The first and the others of each place. */
  const firsts = new Map<number, Gathered>();
  const others = new Map<number, Gathered[]>();
  /** Those of places where there are more than a few: the entry of a base can be the place of thousands. */
  const crowded = new Map<string, Gathered>();
  const keyOf = (code: Code, { start, end }: OffsetRange, message: string): string =>
    `${start} ${end} ${code} ${message}`;
  return {
    find(code: Code, range: OffsetRange, message: string): Gathered | undefined {
      const isSame = (one: Gathered): boolean =>
        one.code === code && one.range.end === range.end && one.message === message;
      const first = firsts.get(range.start);
      if (first === undefined || isSame(first)) return first;
      const list = others.get(range.start);
      return list !== undefined && list.length > FEW ? crowded.get(keyOf(code, range, message)) : list?.find(isSame);
    },
    add(finding: Gathered): void {
      const { start } = finding.range;
      if (!firsts.has(start)) {
        firsts.set(start, finding);
        return;
      }
      const list = others.get(start) ?? [];
      if (list.length === 0) others.set(start, list);
      list.push(finding);
      if (list.length <= FEW) return;
      for (const one of list.length === FEW + 1 ? list : [finding])
        crowded.set(keyOf(one.code, one.range, one.message), one);
    },
  };
}
