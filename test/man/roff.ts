/**
 * Reads a manual page as groff_man(7) describes it: as much of the language as our page has a use for, and nothing that is not
 * right in it. Anything else is an error with its line.
 */

/** Macros, and how many arguments they take. */
const MACROS: { readonly [name: string]: readonly [least: number, most: number] } = {
  '.TH': [3, 5],
  '.nh': [0, 0],
  '.ad': [1, 1],
  '.SH': [1, 9],
  '.SS': [1, 1],
  '.PP': [0, 0],
  '.TP': [0, 0],
  '.br': [0, 0],
  '.RS': [0, 1],
  '.RE': [0, 0],
  '.nf': [0, 0],
  '.fi': [0, 0],
  '.UR': [1, 1],
  '.UE': [0, 0],
};
/** Those that a paragraph cannot begin or end with: between them there is nothing. */
const BREAKS = /^\.(?:PP|TP|br)$/;
const ESCAPES: { readonly [name: string]: string } = {
  e: '\\',
  '-': '-',
  '&': '',
  '(aq': "'",
  '(dq': '"',
  '(ga': '`',
  '(ha': '^',
  '(ti': '~',
};
/** Columns by which what belongs to a term is moved in. */
const INDENT = '    ';

/** The page as plain text: headings at the margin, paragraphs and terms moved in, no line broken. */
export function readRoff(page: string): string {
  if (!page.endsWith('\n')) throw new Error('the last line has no end');
  const lines = page.slice(0, -1).split('\n');
  const reader = new Reader();
  for (const [index, line] of lines.entries()) {
    try {
      reader.take(line, lines[index + 1] ?? '');
    } catch (error) {
      throw new Error(`${index + 1}: ${error instanceof Error ? error.message : error}: ${line}`);
    }
  }
  return reader.end();
}

class Reader {
  private readonly out: string[] = [];
  private text: string[] = [];
  /** Right after `.TP`: the next line is the term. */
  private isTerm = false;
  /** Below a term. */
  private isTagged = false;
  private isFilled = true;
  private depth = 0;
  private link: string | undefined;

  take(line: string, next: string): void {
    if (line.startsWith('.\\"')) return;
    if (/[^\x20-\x7e]/.test(line)) throw new Error('a character that is not ASCII');
    if (/\s$|^\s|^$/.test(line)) throw new Error('a blank at the end or the beginning, or an empty line');
    if (line.startsWith("'")) throw new Error('a control line');
    if (line.startsWith('.')) this.macro(line, next);
    else this.words(line);
  }

  end(): string {
    this.flush();
    if (this.depth !== 0 || !this.isFilled || this.isTerm || this.link !== undefined)
      throw new Error('something is left open');
    return this.out.join('\n').concat('\n');
  }

  private macro(line: string, next: string): void {
    const [name = '', ...args] = line.match(/"[^"]*"|\S+/g) ?? [];
    const [least, most] = MACROS[name] ?? [];
    if (least === undefined || most === undefined) throw new Error('an unknown macro');
    if (args.length < least || args.length > most) throw new Error(`${args.length} arguments`);
    if (this.isTerm) throw new Error('a macro in the place of a term');
    if (BREAKS.test(name) && (next === '' || /^\.(?:PP|TP|br|SH|SS)\b/.test(next))) throw new Error('nothing follows');
    const text = args.map((arg) => unescaped(arg.replace(/^"|"$/g, ''))).join(' ');
    if (name === '.br') return void this.text.push('\n');
    this.flush();
    if (name === '.TH' && this.out.length > 0) throw new Error('not the first macro');
    if (/^\.(?:TH|SH|SS)$/.test(name)) {
      if (this.depth !== 0 || !this.isFilled) throw new Error('something is left open');
      if (/^\.PP$/.test(next)) throw new Error('a paragraph begins by itself after a heading');
      this.out.push(...(name === '.TH' ? [] : ['']), name === '.SS' ? `  ${text}` : text);
      this.isTagged = false;
    }
    if (name === '.PP') {
      this.out.push('');
      this.isTagged = false;
    }
    if (name === '.TP') this.isTerm = true;
    if (name === '.RS') this.depth++;
    if (name === '.RE' && --this.depth < 0) throw new Error('nothing to end');
    if (name === '.nf') this.isFilled = false;
    if (name === '.fi') this.isFilled = true;
    if (name === '.UR') this.link = text;
    if (name === '.UE') {
      if (this.link === undefined) throw new Error('nothing to end');
      this.out.push(`${INDENT}<${this.link}>`);
      this.link = undefined;
    }
  }

  private words(line: string): void {
    const text = unescaped(line);
    if (!this.isFilled) return void this.out.push(INDENT.repeat(this.depth + 1) + text);
    if (this.isTerm) {
      this.out.push(INDENT.repeat(this.depth + 1) + text);
      this.isTerm = false;
      this.isTagged = true;
    } else this.text.push(text);
  }

  private flush(): void {
    const indent = INDENT.repeat(this.depth + (this.isTagged ? 2 : 1));
    const text = this.text.join(' ').replace(/ ?\n ?/g, `\n${indent}`);
    if (text !== '') this.out.push(indent + text);
    this.text = [];
  }
}

/** What escapes stand for; fonts have to be closed within the line. */
function unescaped(line: string): string {
  let font = 'R';
  const text = line.replace(/\\(f[BIR]|\(..|.|$)/g, (whole, name: string) => {
    if (name.startsWith('f')) {
      if ((name === 'fR') === (font === 'R')) throw new Error(`${whole} in font ${font}`);
      font = name.slice(1);
      return '';
    }
    const character = ESCAPES[name];
    if (character === undefined) throw new Error(`an unknown escape ${whole}`);
    return character;
  });
  if (font !== 'R') throw new Error('a font is left open');
  return text;
}
