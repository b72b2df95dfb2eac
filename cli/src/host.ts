/** What the command line asks of the machine it runs on. Nothing else in it touches files, streams, timers or the clock. */
import type { Environment, ReadFailure } from '../../server/src/environment.ts';
import type { Updating } from './catalog/update/updating.ts';

/** What a path names. Links are followed by `inspect`, and told apart by `listFolder`. Pipes and devices are something other than files. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/** One name in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** A stream as a reporter sees it. */
export interface Output {
  /** A person looks at it, and not a file or another program. */
  readonly terminal: boolean;
  /** Whether colours are wanted there (`NO_COLOR`, `FORCE_COLOR`, and what the terminal can do). */
  readonly colour: boolean;
  /** Width in columns; undefined when it is no terminal. */
  readonly columns: number | undefined;
}

export interface Host extends Pick<Environment, 'today' | 'readFile' | 'readOwnFile' | 'catalogUpdates' | 'schedule'> {
  /** The working directory, absolute. */
  readonly folder: string;
  /** What the person's settings say of their language (POSIX: LC_ALL, LC_MESSAGES, LANG), as it stands there. */
  readonly locale: string | undefined;
  /** Path of the compiled catalog that comes with the program. */
  readonly bundledCatalog: string;
  /** Path of the folder of templates that comes with the program. */
  readonly templates: string;
  readonly output: Output;
  readonly errors: Output;
  /** The bytes of a file that a person named, which may be a pipe (`<(helm template)`). Everything else is read by `readFile`. */
  readArgument(path: string): Promise<Uint8Array | ReadFailure>;
  /** What a path names; undefined when there is nothing or that cannot be told: reading it says why. */
  inspect(path: string): Promise<Exclude<EntryKind, 'link'> | undefined>;
  /** The names in a folder, in no order. */
  listFolder(path: string): Promise<readonly FolderEntry[] | ReadFailure>;
  /**
   * The files that a pattern such as `stacks/**` matches, as absolute paths in alphabetical order; undefined where a text is no pattern.
   * It begins at the working directory.
   */
  matching(pattern: string): Promise<readonly string[] | undefined>;
  /** The path with every link followed; the path itself where it has none (a pipe). */
  realPath(path: string): Promise<string>;
  /**
   * What git writes when it is run in the working directory with some arguments; why it cannot be, or what it complains about. It runs
   * no program that a repository names.
   */
  git(args: readonly string[]): Promise<Uint8Array | ReadFailure>;
  /** Puts bytes in the place of a file, all of them or none, or makes it; says why where that fails. A link stays a link. */
  writeFile(path: string, bytes: Uint8Array): Promise<ReadFailure | undefined>;
  /** All of standard input. */
  readInput(): Promise<Uint8Array | ReadFailure>;
  /** Writes to standard output; done when it is passed on. A reader who has gone away is no error. */
  write(text: string): Promise<void>;
  /** What an update of the catalog takes; undefined where there is no folder for it. Absent where nothing can be updated. */
  readonly updating?: () => Promise<Updating | undefined>;
  /** Absent where there are none. */
  readonly threads?: Threads;
  /** Calls when a person wants the run to end (SIGINT), or whoever runs it (SIGTERM), once; gives what takes that back. */
  onInterrupt(react: (by: 'SIGINT' | 'SIGTERM') => void): () => void;
  /** Writes to standard error. */
  warn(text: string): void;
  /** Runs the language server that is installed beside the command line; it takes its options from the process's arguments. */
  startServer(): Promise<void>;
}

/** A thread beside this one. */
export interface Thread {
  /** Sends a value, which it gets as a copy. */
  post(value: unknown): void;
  stop(): void;
}

export interface Threads {
  /** How many do work at the same time on this machine. */
  readonly cores: number;
  /**
   * Starts one, which runs cli/src/checking/worker.ts.
   * @param data what it begins with; it gets a copy
   * @param on is told what it sends, and once that it has ended, with the reason
   */
  start(
    data: unknown,
    on: { readonly message: (value: unknown) => void; readonly ended: (why: string) => void },
  ): Thread;
}

/** Whether an answer of the host is a failure. */
export function isFailure<T>(answer: T | ReadFailure): answer is ReadFailure {
  return typeof answer === 'object' && answer !== null && 'failed' in answer;
}
