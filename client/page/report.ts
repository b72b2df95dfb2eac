/**
 * What the report does in a panel of VS Code, beyond what a page does by itself: it opens pins, follows the manifest, and is
 * where it was when the panel comes back (VS Code docs, "Webview API").
 */

/** What VS Code gives a page in a panel; it can be asked for once. */
declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** Where somebody is in the page. */
interface State {
  /** Address of the manifest: by it the panel finds it after a reload of the window. */
  readonly uri: string;
  readonly top: number;
  readonly focus: Focus | undefined;
}

/** An element that has the focus, by what it says: elements come and go with the page. */
interface Focus {
  readonly said: string;
  /** Which of those that say the same. */
  readonly nth: number;
}

const FOCUSABLE = 'a[href], button, summary, [tabindex]';

const editor = acquireVsCodeApi();
const uri = document.body.dataset.manifest ?? '';

function saidBy(element: Element): string {
  const { tagName, id, textContent } = element;
  return [
    tagName,
    id,
    element.getAttribute('href'),
    element.getAttribute('aria-label'),
    textContent.slice(0, 80),
  ].join();
}

function focusable(said: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => saidBy(element) === said);
}

function focusNow(): Focus | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  const said = saidBy(element);
  return { said, nth: focusable(said).indexOf(element) };
}

/** Gives the focus back, but never takes it from the editor. */
function restore({ top, focus }: Pick<State, 'top' | 'focus'>): void {
  if (focus !== undefined && document.hasFocus()) focusable(focus.said)[focus.nth]?.focus({ preventScroll: true });
  scrollTo(0, top);
}

function remember(): void {
  const state: State = { uri, top: scrollY, focus: focusNow() };
  editor.setState(state);
}

/** Shows a part of the page: unfolded, marked, and focused, so that a screen reader goes on there. */
function show(id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  for (const shown of document.querySelectorAll('.shown')) shown.classList.remove('shown');
  target.closest('details')?.setAttribute('open', '');
  if (target.matches('li, tr')) target.classList.add('shown');
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: target.matches('section') ? 'start' : 'center' });
}

function clicked(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-uri], a[href^="#"]') : null;
  if (link === null) return;
  event.preventDefault();
  // The panel's own way of following links neither focuses nor marks.
  event.stopPropagation();
  const href = link.getAttribute('href');
  if (href !== null) show(href.slice(1));
  const { uri: file, range } = link.dataset;
  // What has something to read stays here; what only says where goes there.
  if (file !== undefined) editor.postMessage({ type: 'open', uri: file, range, focus: href === null });
}

/** The same page of a later text: what somebody folded or scrolled stays. */
function follow(page: string): void {
  const focus = focusNow();
  const top = scrollY;
  const folded = [...document.querySelectorAll('details')].map(({ open }) => open);
  const scrolled = [...document.querySelectorAll('.scroll')].map(({ scrollLeft, scrollTop }) => ({
    scrollLeft,
    scrollTop,
  }));
  const next = new DOMParser().parseFromString(page, 'text/html');
  document.title = next.title;
  const hadFocus = document.hasFocus();
  document.body.replaceChildren(...next.body.childNodes);
  for (const [index, details] of document.querySelectorAll('details').entries()) details.open = folded[index] ?? true;
  for (const [index, element] of document.querySelectorAll('.scroll').entries())
    element.scrollTo({ left: scrolled[index]?.scrollLeft ?? 0, top: scrolled[index]?.scrollTop ?? 0 });
  restore({ top, focus: hadFocus ? focus : undefined });
}

let isAsked = false;
function rememberSoon(): void {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    remember();
  });
}

document.addEventListener('click', clicked, true);
document.addEventListener('scroll', rememberSoon, { passive: true });
document.addEventListener('focusin', rememberSoon);
window.addEventListener('message', ({ data }: MessageEvent<{ readonly page?: unknown } | null>) => {
  if (typeof data?.page === 'string') follow(data.page);
});

const last = editor.getState() as Partial<State> | null | undefined;
if (last?.uri === uri) restore({ top: last.top ?? 0, focus: last.focus });
remember();
// Until here a link is followed as in any page; from here on it is marked, too, and opens its pin.
document.body.dataset.panel = 'ready';
