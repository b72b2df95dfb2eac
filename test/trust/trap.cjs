/**
 * Loaded into a program before it (`node --require`), and into its threads: writes down each use of what reaches other machines or other programs,
 * and each path that is asked for, and lets none of the former happen but git. One JSON value a line goes to the file that STACKPIN_TRAP names.
 */
const fs = require('node:fs');
const { fileURLToPath } = require('node:url');

const log = process.env.STACKPIN_TRAP;
const write = fs.writeSync;
const record = fs.openSync(log, 'a');
const note = (kind, what) => write(record, `${JSON.stringify({ kind, ...what })}\n`);

function forbid(object, name, label) {
  if (typeof object[name] !== 'function') throw new Error(`There is no ${label} to be trapped.`);
  Object.defineProperty(object, name, {
    configurable: true,
    value: () => {
      note('use', { name: label });
      throw new Error(`${label} is trapped`);
    },
  });
}

const NETWORK = {
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect', 'createServer', 'createSecureServer'],
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
  dgram: ['createSocket'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse', 'lookupService'],
};
for (const [name, functions] of Object.entries(NETWORK)) {
  const library = require(`node:${name}`);
  for (const one of functions) forbid(library, one, `${name}.${one}`);
}
// Streams of the process are sockets that connect to nothing.
forbid(require('node:net').Socket.prototype, 'connect', 'net.Socket.connect');
forbid(require('node:net').Server.prototype, 'listen', 'net.Server.listen');
forbid(require('node:dns').promises, 'lookup', 'dns.promises.lookup');
forbid(require('node:dns').promises, 'resolve', 'dns.promises.resolve');
for (const name of ['fetch', 'WebSocket', 'EventSource']) {
  if (name in globalThis) forbid(globalThis, name, name);
}
// Nothing evaluates text.
forbid(globalThis, 'eval', 'eval');
forbid(require('node:vm'), 'runInThisContext', 'vm.runInThisContext');
forbid(require('node:vm'), 'runInNewContext', 'vm.runInNewContext');

const programs = require('node:child_process');
for (const name of ['spawnSync', 'execSync', 'execFileSync', 'fork']) forbid(programs, name, `child_process.${name}`);
// What all others end in. It knows by then whether a shell is to run it.
const { spawn } = programs.ChildProcess.prototype;
programs.ChildProcess.prototype.spawn = function (options) {
  const [, ...args] = options.args;
  note('program', { file: options.file, args, shell: options.shell ?? false });
  if (options.file !== 'git') throw new Error(`${options.file} is trapped`);
  return spawn.call(this, options);
};

/** Whose first argument is a path: what tells of a file, and what reads it, lists it, writes it. */
const FILES = {
  tell: ['stat', 'lstat', 'access', 'exists', 'realpath', 'readlink'],
  read: ['readFile', 'open', 'readdir', 'opendir', 'createReadStream', 'copyFile', 'cp'],
  write: [
    'writeFile',
    'appendFile',
    'mkdir',
    'mkdtemp',
    'rm',
    'rmdir',
    'unlink',
    'rename',
    'chmod',
    'utimes',
    'truncate',
    'link',
    'symlink',
    'createWriteStream',
  ],
};
function watch(object, name, kind) {
  const original = object[name];
  if (typeof original !== 'function') return;
  const watched = function (path, ...rest) {
    if (typeof path !== 'number') {
      const written =
        kind === 'read' &&
        name.startsWith('open') &&
        /[wa+]/.test(String(rest[0] ?? 'r')) &&
        typeof rest[0] === 'string';
      const at = path instanceof URL ? fileURLToPath(path) : String(path);
      note('file', { how: written ? 'write' : kind, call: name, path: at });
    }
    return original.call(this, path, ...rest);
  };
  object[name] = Object.assign(watched, original);
}
for (const [kind, names] of Object.entries(FILES)) {
  for (const name of names) {
    for (const one of [name, `${name}Sync`]) watch(fs, one, kind);
    watch(fs.promises, name, kind);
  }
}
