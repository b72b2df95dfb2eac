/** Requests straight after an edit, as an editor makes them while one types. Only right answers count. */
import { toggle } from '../documents/document.ts';
import type { Figures } from '../figures.ts';
import { type Plan, timesIn } from '../plan.ts';
import { type Columns, headOf, linesOf, rowOf, spread } from '../report/beside.ts';
import type { Table } from '../report/table.ts';
import type { Session } from '../session.ts';

const REQUESTS = [
  ['name', 'completion of a name'],
  ['version', 'completion of a version'],
  ['hover', 'hover'],
  ['symbols', 'document symbols'],
] as const;
type Request = (typeof REQUESTS)[number][0];

/** One request: the edit before it, what is asked, and whether the answer is right. */
interface Asked {
  readonly edit: () => void;
  readonly method: string;
  readonly params: () => object;
  readonly isRight: (result: unknown) => boolean;
}

/** Whoever asks once asks again: so long each kind of request is made before it is measured, as edits are (edits.ts). */
const WARM_UP_MS = 2_000;

/** All requests that the server answers. */
export async function measureRequests(
  session: Session,
  of: string,
  lines: number,
  plan: Plan,
  figures: Figures,
): Promise<void> {
  // An even number: every edit is taken back.
  const times = 2 * Math.ceil(timesIn(lines, plan.requests) / 2);
  const ask = async ({ edit, method, params }: Asked) => {
    edit();
    const answer = await session.request(method, params());
    await session.settled();
    return answer;
  };
  const run = async (request: Request, asked: Asked): Promise<void> => {
    const end = performance.now() + WARM_UP_MS;
    // In pairs: every edit is taken back.
    for (let pair = 0; pair < 1 || performance.now() < end; pair += 1) {
      await ask(asked);
      await ask(asked);
    }
    for (let time = 0; time < times; time += 1) {
      const { result, took } = await ask(asked);
      if (asked.isRight(result)) figures.add({ of, what: `request.${request}`, lines }, took);
    }
  };
  for (const [request, place] of [
    ['name', 'name'],
    ['version', 'value'],
  ] as const) {
    if (!session.offers('completionProvider')) continue;
    session.edit(session.document[place].begin);
    await session.settled();
    await run(request, completionAt(session, place));
    session.edit(session.document[place].end);
    await session.settled();
  }
  if (session.offers('hoverProvider')) await run('hover', hover(session));
  if (session.offers('documentSymbolProvider')) await run('symbols', symbols(session));
}

function completionAt(session: Session, place: 'name' | 'value'): Asked {
  const { more, less, before, after, expected } = session.document[place];
  let isTyped = false;
  return {
    edit: () => {
      session.edit(isTyped ? less : more);
      isTyped = !isTyped;
    },
    method: 'textDocument/completion',
    params: () => ({
      textDocument: { uri: session.uri },
      position: isTyped ? after : before,
      context: { triggerKind: 1 },
    }),
    isRight: (result) => labelsOf(result).some((label) => label.replaceAll(/["']/g, '').startsWith(expected)),
  };
}

/** An answer is a list of items, or an object that holds one. */
function labelsOf(result: unknown): readonly string[] {
  const items = typeof result === 'object' && result !== null && 'items' in result ? result.items : result;
  return Array.isArray(items) ? items.map(({ label }: { readonly label: string }) => label) : [];
}

/** Makes the value in the middle of the document wrong, and right again. */
function flipping(session: Session): Pick<Asked, 'edit'> & { readonly position: object } {
  const { spots } = session.document;
  const spot = spots[Math.floor(spots.length / 2)];
  if (spot === undefined) throw new Error('The document has no spots.');
  const { on, off } = toggle('value', session.document, spot);
  let isOn = false;
  const edit = (): void => {
    session.edit(isOn ? off : on);
    isOn = !isOn;
  };
  return { edit, position: spot.hover };
}

function hover(session: Session): Asked {
  const { edit, position } = flipping(session);
  return {
    edit,
    method: 'textDocument/hover',
    params: () => ({ textDocument: { uri: session.uri }, position }),
    isRight: (result) => typeof result === 'object' && result !== null && 'contents' in result,
  };
}

function symbols(session: Session): Asked {
  return {
    edit: flipping(session).edit,
    method: 'textDocument/documentSymbol',
    params: () => ({ textDocument: { uri: session.uri } }),
    isRight: (result) => Array.isArray(result) && result.length > 0,
  };
}

/** One table of all requests. */
export function requestTable(columns: Columns, { sizes }: Plan): Table {
  return {
    title: 'Requests straight after an edit',
    note: 'In milliseconds: median (95 of 100 are not above) of the right answers. A dash: no such request, or no right answer.',
    head: headOf(columns, ''),
    rows: REQUESTS.flatMap(([request, title]) =>
      sizes.map((lines) => rowOf(columns, `${title}, ${linesOf(lines)}`, `request.${request}`, lines, spread)),
    ),
  };
}
