/**
 * The language server as a Node program: `stackpin-language-server`, and what `stackpin lsp` loads. It starts when it is
 * loaded, by the arguments of the process.
 */
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import bundle from '../generated/catalog.js';
import { openCatalog } from './catalog/loader.ts';
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
/** Sent along by clients: the process to follow into the grave. */
const FROM_CLIENTS = /^--clientProcessId(?:=.*)?$/;

function main(args: readonly string[]): void {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(HELP);
    return;
  }
  if (args.includes('--version')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const unknown = args.find((arg) => arg.startsWith('-') && !TRANSPORT.test(arg) && !FROM_CLIENTS.test(arg));
  if (unknown !== undefined) {
    process.stderr.write(`stackpin-language-server: there is no option ${unknown}. See --help.\n`);
    process.exitCode = 2;
    return;
  }
  if (!args.some((arg) => TRANSPORT.test(arg))) process.argv.push('--stdio');
  const environment = nodeEnvironment();
  const stay = (error: unknown): void => {
    environment.log(
      `stackpin-language-server: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  };
  // Nothing should get here; if something does, the person keeps the server and finds the reason in the log.
  process.on('uncaughtException', stay);
  process.on('unhandledRejection', stay);
  startServer(createConnection(), environment, openCatalog(bundle));
}

main(process.argv.slice(2));
