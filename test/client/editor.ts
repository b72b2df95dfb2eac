/** An editor of memory, as far as the command that updates the catalog uses one. It stands in for the module `vscode`. */

/** What a person chooses next: a label, a text or a path; undefined is giving up. */
export type Choice = string | Uri | undefined;

export class Uri {
  readonly scheme = 'file';
  readonly path: string;
  private constructor(path: string) {
    this.path = path;
  }
  static file(path: string): Uri {
    return new Uri(path);
  }
  static parse(text: string): Uri {
    return new Uri(text.replace(/^file:\/\//, ''));
  }
  static joinPath({ path }: Uri, ...parts: readonly string[]): Uri {
    return new Uri([path, ...parts].join('/'));
  }
  get fsPath(): string {
    return this.path;
  }
  toString(): string {
    return `file://${this.path}`;
  }
}

export const choices: Choice[] = [];
/** What was shown: `info: ...`, `error: ...`. */
export const said: string[] = [];
export const offered: { readonly labels: readonly string[]; readonly placeHolder: string }[] = [];
export const validators: ((text: string) => string | undefined)[] = [];
export const settings = new Map<string, string>();
export const files = new Map<string, Uint8Array>();
export const links = new Set<string>();
export const answers = new Map<string, Uint8Array>();
export const full = { value: false };
/** Milliseconds, by the clock of the file system. */
export const clock = { value: 0 };
const times = new Map<string, number>();

export function forget(): void {
  for (const one of [settings, files, answers, times, links]) one.clear();
  for (const one of [choices, said, offered, validators]) one.length = 0;
  full.value = false;
  clock.value = 0;
}

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
export const ProgressLocation = { Notification: 15 };
export const env = { language: 'en' };
export const l10n = {
  t: (text: string, ...args: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(args[Number(at)])),
};

interface Item {
  readonly label: string;
}

export const window = {
  showQuickPick: async (items: readonly Item[], { placeHolder }: { readonly placeHolder: string }) => {
    offered.push({ labels: items.map(({ label }) => label), placeHolder });
    const wanted = choices.shift();
    return items.find(({ label }) => label === wanted);
  },
  showOpenDialog: async () => {
    const chosen = choices.shift();
    return chosen === undefined ? undefined : [chosen];
  },
  showInputBox: async ({ validateInput }: { validateInput(text: string): string | undefined }) => {
    validators.push(validateInput);
    return choices.shift();
  },
  showInformationMessage: async (text: string) => void said.push(`info: ${text}`),
  showErrorMessage: async (text: string) => void said.push(`error: ${text}`),
  withProgress: <T>(_: unknown, work: () => Promise<T>) => work(),
};

const isFolder = (path: string): boolean => [...files.keys()].some((file) => file.startsWith(`${path}/`));

export const workspace = {
  getConfiguration: () => ({ get: (name: string, other: string) => settings.get(name) ?? other }),
  fs: {
    stat: async ({ path }: Uri) => {
      const link = links.has(path) ? FileType.SymbolicLink : 0;
      const bytes = files.get(path);
      if (bytes === undefined && !isFolder(path)) throw new Error(`there is no ${path}`);
      return {
        type: (bytes === undefined ? FileType.Directory : FileType.File) | link,
        size: bytes?.length ?? 0,
        mtime: times.get(path) ?? 0,
      };
    },
    readFile: async ({ path }: Uri) => {
      const bytes = files.get(path);
      if (bytes === undefined) throw new Error(`there is no ${path}`);
      return bytes;
    },
    readDirectory: async ({ path }: Uri) =>
      [...files.keys()].flatMap((file) => (file.startsWith(`${path}/`) ? [[file.slice(path.length + 1), 1]] : [])),
    createDirectory: async () => undefined,
    writeFile: async ({ path }: Uri, bytes: Uint8Array) => {
      if (full.value) throw new Error('no space left');
      files.set(path, bytes);
      times.set(path, clock.value);
    },
    rename: async (from: Uri, to: Uri, { overwrite }: { readonly overwrite: boolean }) => {
      if (files.has(to.path) && !overwrite) throw new Error(`${to.path} exists`);
      files.set(to.path, files.get(from.path) ?? new Uint8Array());
      times.set(to.path, times.get(from.path) ?? 0);
      files.delete(from.path);
    },
    delete: async ({ path }: Uri) => {
      if (!files.delete(path)) throw new Error(`there is no ${path}`);
    },
  },
};
