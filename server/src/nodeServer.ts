/** The language server as a Node program: its arguments, its transports, its end. */
import { join } from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { nodeEnvironment } from './environment.node.ts';
import { startServer } from './server.ts';

const HELP = `Usage: stackpin-language-server [--stdio | --node-ipc | --socket=PORT | --pipe=NAME]

Speaks the Language Server Protocol about stack manifests. An editor starts it.

  --stdio        over standard input and output (the default)
  --node-ipc     over the channel of a Node process that started it
  --socket=PORT  over a socket on which the editor listens
  --pipe=NAME    over a named pipe on which the editor listens
  --version      print the version and exit
  --help         print this text and exit
`;

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
  if (unknown !== undefined) return `there is no option ${unknown}`;
  const port = optionValue('--socket', args);
  if (port !== undefined && !/^[1-9]\d{0,4}$/.test(port)) {
    return `--socket needs the number of a port, and got ${JSON.stringify(port)}`;
  }
  if (optionValue('--pipe', args) === '') return '--pipe needs the name of a pipe';
  if (args.includes('--node-ipc') && process.send === undefined) {
    return '--node-ipc works only in a process that another Node process started with a channel';
  }
  return undefined;
}

/**
 * Runs it by the arguments of the process; every transport but the default is chosen by what stands there.
 * @param args without the program's own name
 */
export function main(args: readonly string[]): void {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(HELP);
    return;
  }
  if (args.includes('--version')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const complaint = complaintAbout(args);
  if (complaint !== undefined) {
    process.stderr.write(`stackpin-language-server: ${complaint}. See --help.\n`);
    process.exitCode = 2;
    return;
  }
  if (!args.some((arg) => TRANSPORT.test(arg))) process.argv.push('--stdio');
  const connection = createConnection();
  const environment = nodeEnvironment();
  const stay = (error: unknown): void => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    environment.log(`stackpin-language-server: ${reason}`);
  };
  // Nothing should get here; if something does, the person keeps the server and finds the reason in the log.
  process.on('uncaughtException', stay);
  process.on('unhandledRejection', stay);
  // The channel of the editor that started this is gone, and with it everyone to answer.
  if (args.includes('--node-ipc')) process.on('disconnect', () => process.exit(1));
  startServer(connection, environment, CATALOG);
}
