/** Help in Chinese, and what is said in Chinese of what cannot be used. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chinese, OWN } from './inChinese.ts';

test.each([
  [
    'the help of the program',
    ['--help'],
    {
      status: 0,
      out: `用法：stackpin [选项] [命令]

检查组合而成的技术栈清单：哪些版本可以相互配合，哪些已停止支持，以及依据是谁的说
法。

选项：
  -V, --version                   显示程序及其目录库的版本
  -h, --help                      显示本帮助

命令：
  check [选项] [PATH...]          检查清单
  fix [选项] [PATH...]            以最小的改动修复技术栈
  diff [选项] <BEFORE> [AFTER]    说明清单的改动意味着什么
  plan [选项] <FILE>              制定升级计划，或说明技术栈受支持到何时
  report [选项] [PATH...]         写出一个页面：哪些组件可以一起使用、依据是什
                                  么、受支持到何时
  import [选项] [PATH...]         根据已有的文件写出清单
  drift [选项] <FILE> [PATH...]   将清单与已有的文件比较
  explain [选项] <FILE> [WANTED]  解释清单中发现的问题
  versions [选项] <COMPONENT>     列出组件的版本
  init [选项]                     从模板开始编写清单
  catalog                         查看和更新目录库，并检查自己的目录库
  completion <SHELL>              输出在 shell 中补全命令的脚本
  lsp [选项]                      运行语言服务器
  help [COMMAND]                  显示某个命令的帮助
`,
      err: ``,
    },
  ],
  [
    'the help of a command',
    ['check', '--help'],
    {
      status: 0,
      out: `用法：stackpin check [选项] [PATH...]

检查文件、文件夹下的所有清单（*.stack.yaml, *.stack.yml, stackpin.yaml,
stackpin.yml；不含 .gitignore 所排除的），或标准输入。

参数：
  PATH                        文件、文件夹，或以 - 表示标准输入（默认：当前文件
                              夹）

选项：
  --catalog <file>            在内置目录库之上叠加自己的目录库（可重复）
  --config <file>             读取此配置（默认：向上查找 stackpin.config.yaml）
  --no-config                 不读取任何配置
  --format <format>           报告的格式（可选值："pretty", "json", "sarif",
                              "github", "gitlab", "junit"，默认值："pretty"）
  --as-of <day>               以这一天为准判断支持状态，格式为 YYYY-MM-DD（默
                              认：今天，UTC）
  --fail-on <severity>        使检查失败的最低严重级别（可选值："error",
                              "warning", "information", "never"，默认值：
                              "error"）
  -q, --quiet                 只列出导致失败的内容，不显示统计
  -v, --verbose               同时列出提示
  --baseline <file>           略去此文件列出的问题
  --write-baseline <file>     把所有问题写入此文件，供 --baseline 使用；此时不判
                              失败
  --changed-since <revision>  略去在此 git 修订版本中已有的问题
  --threads <number>          用于检查的线程数（默认：与处理器核心数相同）
  -h, --help                  显示本帮助

退出状态：
  0  没有导致失败的内容
  1  有导致失败的问题
  2  用法有误，或输入无法读取（其他输入仍会检查）
  130  被中断；报告此前已检查的内容
  143  同上，由 SIGTERM 结束
`,
      err: ``,
    },
  ],
  [
    'the help of the planner',
    ['plan', '--help'],
    {
      status: 0,
      out: `用法：stackpin plan [选项] <FILE>

制定升级计划，每一步只升级一个组件，使途中的每个状态都没有问题，且每一步都为上游
所允许。不指定目标时，说明每个组件受支持到何时。

参数：
  FILE                     作为起点的清单，或以 - 表示标准输入

选项：
  --catalog <file>         在内置目录库之上叠加自己的目录库（可重复）
  --config <file>          读取此配置（默认：向上查找 stackpin.config.yaml）
  --no-config              不读取任何配置
  --to <file>              升级到此清单所固定的版本
  --set <pin=version...>   升级到这些版本、发布线或版本范围，以及它们所需的版本
  --newest                 升级到能够相互配合的最新版本
  --supported-until <day>  升级到受支持至这一天的版本
  --days-per-step <days>   说明最迟可在哪一天开始；不指定目标时，针对使技术栈保
                           持受支持的计划
  --environment <name>     此环境的技术栈（默认：无环境的技术栈）
  --document <number>      文件中第几个文档的技术栈，从 1 开始
  --verify <file>          检查由 --format json 输出的计划，不制定新计划
  --format <format>        输出的格式（默认：在终端中为 pretty，其他情况为
                           markdown）（可选值："pretty", "markdown", "json"）
  --as-of <day>            以这一天为准判断支持状态，格式为 YYYY-MM-DD（默认：今
                           天，UTC）
  -h, --help               显示本帮助

退出状态：
  0  有计划，或无需任何变更；使用 --verify 时，计划成立
  1  没有计划，或没有找到；使用 --verify 时，计划不成立
  2  用法有误，或输入无法读取
`,
      err: ``,
    },
  ],
])('%s', async (_, args, expected) => {
  expect(await chinese(args)).toEqual(expected);
});

test.each([
  [
    ['chek'],
    `stackpin: 未知命令“chek”
（是否想写 check？）
运行“stackpin --help”查看所有命令。
`,
  ],
  [
    ['check', '--formt'],
    `stackpin: 未知选项“--formt”
（是否想写 --format？）
运行“stackpin check --help”查看其选项。
`,
  ],
  [
    ['check', '--format', 'x'],
    `stackpin: 选项“--format <format>”的值“x”无效。可选值为 pretty、json、sarif、github、gitlab、junit。
运行“stackpin check --help”查看其选项。
`,
  ],
  [
    ['check', '--as-of', '3'],
    `stackpin: 选项“--as-of <day>”的值“3”无效。请以 YYYY-MM-DD 的格式写一个存在的日期，例如 2026-11-24。
运行“stackpin check --help”查看其选项。
`,
  ],
  [
    ['plan', 'a', '--newest', '--set', 'b=c'],
    `stackpin: 选项“--set <pin=version...>”不能与选项“--newest”同时使用
运行“stackpin plan --help”查看其选项。
`,
  ],
  [
    ['plan', 'a', '--to'],
    `stackpin: 选项“--to <file>”缺少参数值
运行“stackpin plan --help”查看其选项。
`,
  ],
  [
    ['explain'],
    `stackpin: 缺少必需的参数“FILE”
运行“stackpin explain --help”查看其选项。
`,
  ],
  [
    ['explain', 'a', 'b', 'c'],
    `stackpin: “explain”的参数过多。应有 2 个，但给出了 3 个。
运行“stackpin explain --help”查看其选项。
`,
  ],
  [
    ['plan', 'a', '--document', '0'],
    `stackpin: 选项“--document <number>”的值“0”无效。请写整数，例如以 1 表示第一个文档。
运行“stackpin plan --help”查看其选项。
`,
  ],
  [
    ['catalog', 'show'],
    `stackpin: 缺少必需的参数“COMPONENT”
运行“stackpin catalog show --help”查看其选项。
`,
  ],
  [
    ['check', 'missing.stack.yaml'],
    `stackpin: 无法读取 missing.stack.yaml：没有这个文件。
`,
  ],
  [
    ['check', 'empty'],
    `stackpin: empty 中没有技术栈清单：查找的是未被 .gitignore 排除的 *.stack.yaml、*.stack.yml、stackpin.yaml 和 stackpin.yml。如果直接指定文件，无论文件名是什么都会检查。
`,
  ],
  [
    ['explain', 'empty'],
    `stackpin: empty 是文件夹，而此命令只接受一个文件。请指定其中的清单。
`,
  ],
  [
    ['check', '--catalog', 'missing.catalog.yaml'],
    `stackpin: 无法读取目录库 missing.catalog.yaml：没有这个文件。
`,
  ],
  [
    ['explain', 'shop.stack.yaml', 'acme-mseh', ...OWN],
    `stackpin: “acme-mseh”既不是代码，也不是 shop.stack.yaml 的版本固定项。是否想写 acme-mesh？
`,
  ],
  [
    ['plan', 'shop.stack.yaml', '--environment', 'prodction', ...OWN],
    `stackpin: shop.stack.yaml 中没有环境“prodction”。是否想写“production”？
`,
  ],
  [
    ['plan', 'shop.stack.yaml', '--set', 'acme-cluster=9', ...OWN],
    `stackpin: 9 中没有已知可用的 Acme Cluster 版本。
`,
  ],
  [
    ['plan', 'shop.stack.yaml', '--set', 'mesh', ...OWN],
    `stackpin: “mesh”不是目标：请写 PIN=VERSION，例如 kubernetes=1.35，并把清单写在 --set 之前。
`,
  ],
  [
    ['plan', 'shop.stack.yaml', '--verify', 'no-plan.json', ...OWN],
    `stackpin: no-plan.json 不是“stackpin plan --format json”所输出的计划：“steps”不是列表。
`,
  ],
  [
    ['catalog', 'show', 'mesh'],
    `stackpin: 没有组件“mesh”。查看全部：stackpin catalog list
`,
  ],
])('what cannot be used: %j', async (args, err) => {
  expect(await chinese(args)).toEqual({ status: 2, out: '', err });
});

test('the first of the variables that says something decides, and traditional Chinese gets English', async () => {
  const said = async (env: { readonly [name: string]: string }) => (await chinese(['chek'], env)).err.split('\n')[0];
  const [english, simplified] = ["stackpin: unknown command 'chek'", 'stackpin: 未知命令“chek”'];
  expect(await said({ LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' })).toBe(simplified);
  expect(await said({ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'C' })).toBe(simplified);
  expect(await said({ LC_ALL: 'zh_SG.UTF-8', LC_MESSAGES: 'C', LANG: 'C' })).toBe(simplified);
  expect(await said({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe(english);
  expect(await said({ LC_ALL: '', LC_MESSAGES: '', LANG: 'C' })).toBe(english);
  expect(await said({ LC_ALL: 'zh_TW.UTF-8' })).toBe(english);
});

test('what is built is ASCII, as the code cache reads it', () => {
  const folder = new URL('../../dist/cli/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const wide = files.filter((name) => readFileSync(new URL(name, folder)).some((byte) => byte > 0x7f));
  expect({ files: files.length > 2, wide }).toEqual({ files: true, wide: [] });
});
