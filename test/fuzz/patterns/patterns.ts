/** The regular expressions of the product: those in its source, found in the syntax trees, and those of its schemas and settings. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';
import { ROOT, typeScriptFiles } from '../../l10n/sources.ts';

export interface Pattern {
  /** The file, from the root of the project. */
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

/** As it is written. */
export function nameOf({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string {
  return `/${source}/${flags}`;
}

export interface Patterns {
  readonly patterns: readonly Pattern[];
  /** Files that put patterns together while they run. */
  readonly making: readonly string[];
}

const FOLDERS = ['server/src', 'cli/src', 'client/src', 'client/page'];

/** What is written in the source of the product. */
export function sourcePatterns(): Patterns {
  const patterns: Pattern[] = [];
  const making = new Set<string>();
  for (const at of FOLDERS.flatMap(typeScriptFiles)) {
    const { program } = parseSync(at, readFileSync(`${ROOT}${at}`, 'utf8'));
    new Visitor({
      Literal(literal) {
        if ('regex' in literal) patterns.push({ at, source: literal.regex.pattern, flags: literal.regex.flags });
      },
      NewExpression({ callee }) {
        if (callee.type === 'Identifier' && callee.name === 'RegExp') making.add(at);
      },
      CallExpression({ callee }) {
        if (callee.type === 'Identifier' && callee.name === 'RegExp') making.add(at);
      },
    }).visit(program);
  }
  return { patterns, making: [...making].sort() };
}

/** `pattern` in the schemas, which Ajv and editors apply to what people write. */
export function schemaPatterns(): Pattern[] {
  return readdirSync(`${ROOT}schemas`).flatMap((name) => {
    const at = `schemas/${name}`;
    return patternsIn(JSON.parse(readFileSync(`${ROOT}${at}`, 'utf8'))).map((source) => ({ at, source, flags: 'u' }));
  });
}

function patternsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'pattern' in value && typeof value.pattern === 'string' ? [value.pattern] : [];
  return [...own, ...Object.values(value).flatMap(patternsIn)];
}

/** What is made with `new RegExp` while something runs. */
export async function madeBy(at: string, run: () => Promise<unknown>): Promise<Pattern[]> {
  const made: Pattern[] = [];
  const Before = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Before, {
    construct(target, args) {
      const pattern: RegExp = Reflect.construct(target, args);
      made.push({ at, source: pattern.source, flags: pattern.flags });
      return pattern;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = Before;
  }
  return made;
}
