/** The language server as a Node program: its arguments, its transports, its end. */

import { join } from 'node:path';
import { t } from '@vscode/l10n';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { nodeEnvironment } from './environment.node.ts';
import { localeOf, speakLanguageOf } from './localization.ts';
import { startServer } from './server.ts';
import { type FrameFault, LONGEST_BODY } from './transport/frames.node.ts';
import { gated } from './transport/gate.ts';
import { type Ended, overChannel, overSocket, overStdio, type Transport } from './transport/transport.node.ts';

function help(): string {
  return [
    t('Usage: {0}', 'stackpin-language-server [--stdio | --node-ipc | --socket=PORT | --pipe=NAME]'),
    '',
    t('Speaks the Language Server Protocol about stack manifests. An editor starts it.'),
    '',
    `  --stdio        ${t('over standard input and output (the default)')}`,
    `  --node-ipc     ${t('over the channel of a Node process that started it')}`,
    `  --socket=PORT  ${t('over a socket on which the editor listens')}`,
    `  --pipe=NAME    ${t('over a named pipe on which the editor listens')}`,
    `  --version      ${t('print the version and exit')}`,
    `  --help         ${t('print this text and exit')}`,
    '',
  ].join('\n');
}

const TRANSPORT = /^--(?:stdio|node-ipc|socket(?:=.*)?|pipe(?:=.*)?)$/;
/** Beside this script in dist/. */
const CATALOG = join(__dirname, '../catalog/bundled.catalog.jsonl');

/** Sent along by clients: the process to follow into the grave. */
const FROM_CLIENTS = /^--clientProcessId(?:=.*)?$/;

/** The value of `--name=value` or `--name value`; undefined when the option is not there. */
function optionValue(name: string, args: readonly string[]): string | undefined {
  const index = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (index < 0) return undefined;
  return args[index] === name ? (args[index + 1] ?? '') : args[index]?.slice(name.length + 1);
}

/** What is wrong with the arguments, or undefined. */
function complaintAbout(args: readonly string[]): string | undefined {
  const unknown = args.find((arg) => arg.startsWith('-') && !TRANSPORT.test(arg) && !FROM_CLIENTS.test(arg));
  if (unknown !== undefined) return t('there is no option {0}. See {1}.', unknown, '--help');
  const port = optionValue('--socket', args);
  if (port !== undefined && !/^[1-9]\d{0,4}$/.test(port)) {
    return t('{0} needs the number of a port, and got {1}. See {2}.', '--socket', JSON.stringify(port), '--help');
  }
  if (optionValue('--pipe', args) === '') return t('{0} needs the name of a pipe. See {1}.', '--pipe', '--help');
  if (args.includes('--node-ipc') && process.send === undefined) {
    return t(
      '{0} works only in a process that another Node process started with a channel. See {1}.',
      '--node-ipc',
      '--help',
    );
  }
  return undefined;
}

/** Says something to whoever started the process in a terminal; an editor sends its language later. */
async function inOwnLanguage(say: () => void): Promise<void> {
  const environment = nodeEnvironment();
  await speakLanguageOf(localeOf(process.env), CATALOG, environment, environment.log);
  say();
}

/**
 * Runs it by the arguments of the process; every transport but the default is chosen by what stands there.
 * @param args without the program's own name
 */
export function main(args: readonly string[]): void {
  if (args.includes('--help') || args.includes('-h')) {
    void inOwnLanguage(() => process.stdout.write(help()));
    return;
  }
  if (args.includes('--version')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  if (complaintAbout(args) !== undefined) {
    process.exitCode = 2;
    void inOwnLanguage(() => process.stderr.write(`stackpin-language-server: ${complaintAbout(args)}\n`));
    return;
  }
  serve(args);
}

/** Why nothing more can be read, for the person who looks into the log of the editor. */
function faultInWords(fault: FrameFault | Error): string {
  if (fault instanceof Error) return t('the connection broke: {0}', fault.message);
  switch (fault.kind) {
    case 'no length':
      return t('the header of a message does not say how long it is (Content-Length)');
    case 'header too long':
      return t('the header of a message has no end');
    case 'no number':
      return t('the length of a message is no number: {0}', fault.length);
    case 'too long':
      return t('a message is too long: {0} bytes, and at most {1} are taken', fault.length, LONGEST_BODY);
  }
}

/** Serves the client that the arguments name. */
function serve(args: readonly string[]): void {
  const environment = nodeEnvironment();
  const stay = (error: unknown): void => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    environment.log(`stackpin-language-server: ${reason}`);
  };
  // Nothing should get here; if something does, the person keeps the server and finds the reason in the log.
  process.on('uncaughtException', stay);
  process.on('unhandledRejection', stay);
  let isEnding = (): boolean => false;
  // The client is gone, and with it everyone to answer; or what it sends cannot be told apart any more.
  const ended: Ended = (fault) => {
    if (fault !== undefined)
      environment.log(`stackpin-language-server: ${faultInWords(fault)}. ${t('The server ends.')}`);
    process.exit(fault === undefined && isEnding() ? 0 : 1);
  };
  const { reader, writer } = transportOf(args, ended);
  const gate = gated(reader, writer);
  isEnding = gate.isEnding;
  startServer(createConnection(gate.reader, gate.writer), environment, CATALOG);
}

/** The transport that the arguments name; standard input and output where they name none. */
function transportOf(args: readonly string[], ended: Ended): Transport {
  if (args.includes('--node-ipc')) {
    process.on('disconnect', () => ended(undefined));
    return overChannel();
  }
  const port = optionValue('--socket', args);
  const address = port === undefined ? optionValue('--pipe', args) : Number(port);
  return address === undefined ? overStdio(ended) : overSocket(address, ended);
}
