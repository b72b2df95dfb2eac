/** Chinese as people read it: whole messages beside the English ones, for whoever judges or changes a translation. */
import { beforeAll, describe, expect, test } from 'vitest';
import { saidInBoth } from './bothLanguages.ts';

let chineseOf: ReadonlyMap<string, string> = new Map();
beforeAll(async () => {
  chineseOf = await saidInBoth();
}, 180_000);

const SAID: { readonly [about: string]: readonly (readonly [english: string, chinese: string])[] } = {
  'the text': [
    [
      '"{" is not closed. Add "}", or indent the lines that belong between them.',
      '“{”没有闭合。请添加“}”，或将属于其中的行缩进。',
    ],
    ['YAML is indented by spaces. Replace the tab by spaces.', 'YAML 使用空格缩进。请将制表符替换为空格。'],
    ['A colon needs a space behind it. Write "cluster: 1.4.1".', '冒号后面需要一个空格。请写成“cluster: 1.4.1”。'],
    [
      '"distro" has no colon. Write a colon and a value behind it, or remove it.',
      '“distro”后面没有冒号。请写上冒号和值，或将其删除。',
    ],
    [
      "This text begins with a single quote and does not end with one. Add ' at its end.",
      "此文本以单引号开头，但没有以单引号结尾。请在末尾添加 '。",
    ],
    [
      'A value that begins with ">" has to be in quotes. Write ">=1.3 <1.4" with them.',
      '以“>”开头的值必须加引号。请写成 ">=1.3 <1.4"，包括引号。',
    ],
    [
      'The value before this has ended. Remove the rest, or put the whole value in quotes.',
      '前面的值到此已经结束。请删除多余的部分，或给整个值加上引号。',
    ],
    [
      '"name" is written twice in this mapping. Remove or rename one: YAML readers differ in which one they take.',
      '“name”在此映射中写了两次。请删除其中一个或改名：不同的 YAML 解析器采用的并不相同。',
    ],
  ],
  'the shape': [
    ['Unknown key "versio" in "bridge". Did you mean "version"?', '“bridge”中有未知的键“versio”。是否想写“version”？'],
    [
      '"bridge" has to be a version or a mapping, not a list. Write "key: value" lines without "- ".',
      '“bridge”必须是版本或映射，而不是列表。请逐行写“key: value”，不要带“- ”。',
    ],
    [
      '"unpinned" has to be one of allow, warn, deny, not "never".',
      '“unpinned”必须是 allow、warn、deny 之一，而不是“never”。',
    ],
    [
      '"reason" is missing in an item of "acknowledge". Add "reason:" and a value.',
      '“acknowledge”的列表项中缺少“reason”。请添加“reason:”及其值。',
    ],
    [
      '"name" has to be text, such as payments-platform, not the number 7. Put it in quotes.',
      '“name”必须是文本，例如 payments-platform，而不是数字 7。请加上引号。',
    ],
    ['"locked" has to be true or false, not "yes".', '“locked”必须是布尔值（true 或 false），而不是“yes”。'],
    [
      'Unknown key "owner" in "metadata". Known keys are name, description and labels.',
      '“metadata”中有未知的键“owner”。可用的键有 name、description 和 labels。',
    ],
    [
      '"bridge" has no version. Write one behind the colon, or "null" to remove the component.',
      '“bridge”没有版本。请在冒号后面写上版本；要移除该组件，请写“null”。',
    ],
  ],
  'names and versions': [
    [
      '"brigde" is in no catalog, so nothing is known about it. Did you mean bridge?',
      '“brigde”不在任何目录库中，因此没有关于它的任何信息。是否想写 bridge？',
    ],
    [
      '"clstr" is another name for cluster. Write cluster to have it checked.',
      '“clstr”是 cluster 的另一个名称。请写 cluster，以便对其进行检查。',
    ],
    [
      '"latest" is no version, release line or range of Cluster. Write a version such as 1.4.1, a release line, or a range in quotes.',
      '“latest”不是 Cluster 的版本、发布线或版本范围。请写一个版本（例如 1.4.1）、发布线，或带引号的版本范围。',
    ],
    [
      'Cluster 1.2.3 is not among the released versions of line 1.2. Did you mean 1.2.5 or 1.2.0?',
      'Cluster 1.2.3 不在发布线 1.2 的已发布版本之列。是否想写 1.2.5 或 1.2.0？',
    ],
    [
      'Cluster 11.4.2 is no version of Cluster but one of its chart cluster, which installs 1.4.1.',
      'Cluster 11.4.2 不是 Cluster 的版本，而是其 chart cluster 的版本，该 chart 安装的是 1.4.1。',
    ],
    [
      'Cluster 1.40 is newer than this catalog knows: 1.4.1 was the newest on 2026-11-01. What upstream states for ranges still applies.',
      'Cluster 1.40 比此目录库已知的版本还要新：截至 2026-11-01，最新的是 1.4.1。上游针对版本范围的声明仍然适用。',
    ],
    [
      'Without quotes, other YAML readers see the number 1.3 here, not the version 1.30. Write "1.30".',
      '没有引号时，其他 YAML 解析器在这里读到的是数字 1.3，而不是版本 1.30。请写成 "1.30"。',
    ],
    [
      'Without quotes, other YAML readers see a date here, not the version 2024-01-01. Write "2024-01-01".',
      '没有引号时，其他 YAML 解析器在这里读到的是日期，而不是版本 2024-01-01。请写成 "2024-01-01"。',
    ],
    [
      '"bridge" is pinned twice in this mapping. Remove one, or give the second a name of its own and write "component: bridge" in it.',
      '“bridge”在此映射中固定了两次。请删除其中一个，或给第二个另起名称，并在其中写上“component: bridge”。',
    ],
    [
      'Chart cluster v11.4.2 installs Cluster 1.4.1, not Cluster 1.4.0. Chart v11.4.0 installs that.',
      'chart cluster v11.4.2 安装的是 Cluster 1.4.1，而不是 Cluster 1.4.0。chart v11.4.0 安装的正是该版本。',
    ],
    [
      '">=1.3 <}" is no range of Cluster. Write one such as ">=1.2 <2" behind "allow".',
      '“>=1.3 <}”不是 Cluster 的版本范围。请在“allow”后面写一个范围，例如“>=1.2 <2”。',
    ],
  ],
  'pairs and stacks': [
    ['Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.', 'Mesh 2.1.0 支持 Cluster 1.2 到 1.3，不包括 1.4.1。'],
    ['Runner 3.0.0 is tested with Cluster 1.2, not 1.4.1.', 'Runner 3.0.0 的测试范围是 Cluster 1.2，不包括 1.4.1。'],
    [
      'Mesh 2.2.1 supports Cluster 1.3 to 1.4 as of 2026-11-01, before 1.9.0 was released.',
      'Mesh 2.2.1 支持 Cluster 1.3 到 1.4（截至 2026-11-01，当时 1.9.0 尚未发布）。',
    ],
    [
      'Mesh 2.0.1 does not work with Cluster 1.4.1. It uses an interface that 1.4 removed.',
      'Mesh 2.0.1 与 Cluster 1.4.1 不兼容。It uses an interface that 1.4 removed.',
    ],
    [
      'Runner 3.7.0 cannot work with Mesh 2.2.1: it needs a version before 2.2.',
      'Runner 3.7.0 无法与 Mesh 2.2.1 一起工作：它需要 2.2 之前的版本。',
    ],
    [
      'Runner 3.1.0 cannot work with Cluster 1.2.5, which Distro 1.2.5+d2 carries: it needs 1.3 and later.',
      'Runner 3.1.0 无法与 Distro 1.2.5+d2 自带的 Cluster 1.2.5 一起工作：它需要 1.3 及更高版本。',
    ],
    [
      'Runner 3.0.0 is tested with Cluster 1.2, not 1.4.1, which Distro 1.4.1+d1 carries.',
      'Runner 3.0.0 的测试范围是 Cluster 1.2，不包括 Distro 1.4.1+d1 自带的 1.4.1。',
    ],
    [
      'Mesh >=2.0 <2.3 admits versions that cannot be used with Cluster 1.4.1 (2.0.1 and 2.0.0): Mesh 2.0.1 does not work with Cluster 1.4.1. It uses an interface that 1.4 removed.',
      'Mesh >=2.0 <2.3 允许的版本中，有些不能与 Cluster 1.4.1 一起使用（2.0.1 和 2.0.0）：Mesh 2.0.1 与 Cluster 1.4.1 不兼容。It uses an interface that 1.4 removed.',
    ],
    [
      'No versions of Cluster 1.4, Mesh 2.0 || 2.2 and Runner 3.1.0 go together, though any two of them do: Runner 3.1.0 needs Mesh before 2.2, and Mesh 2.0 does not work with Cluster 1.4 and later. Widen or change one of them.',
      'Cluster 1.4、Mesh 2.0 || 2.2 和 Runner 3.1.0 没有能一起使用的版本（其中任意两个都可以）：Runner 3.1.0 需要 Mesh 2.2 之前的版本，且 Mesh 2.0 不兼容 Cluster 1.4 及更高版本。请放宽或更改其中一个。',
    ],
    [
      'Runner 3.0.0 and Oldie 0.9.0 are not run together. Both own the same socket.',
      'Runner 3.0.0 与 Oldie 0.9.0 不能一起运行。Both own the same socket.',
    ],
    [
      'Mesh 2.1.0 needs a component that provides orchestration, and this stack has none. Pin it here if it is part of this platform.',
      'Mesh 2.1.0 需要 orchestration 的提供者，而此技术栈中没有。如果它属于此平台，请在这里固定它。',
    ],
  ],
  'support and policy': [
    [
      'Support for Cluster 1.2 ended on 2026-06-01. Extended support goes on until 2027-06-01.',
      'Cluster 1.2 的支持已于 2026-06-01 结束。延长支持持续到 2027-06-01。',
    ],
    ['Support for Cluster 1.3 ends on 2027-01-10, in 47 days.', 'Cluster 1.3 的支持将于 2027-01-10 结束，还有 47 天。'],
    [
      'Mesh 2.0.1 is out of support: Only the newest 2 release lines get fixes: on 2026-11-24, those were 2.2, 2.1.',
      'Mesh 2.0.1 已停止支持：只有最新的 2 条发布线会得到修复，截至 2026-11-24 是 2.2、2.1。',
    ],
    [
      'Oldie has been retired by its project since 2024-02-01. What people move to: Runner.',
      'Oldie 项目已于 2024-02-01 宣布退役。通常的替代品是 Runner。',
    ],
    [
      'Cluster 1.1.0 was withdrawn by upstream. It lost data on restart.',
      'Cluster 1.1.0 已被上游撤回。It lost data on restart.',
    ],
    [
      'Cluster 1.5.0-rc.1 is a pre-release. Pin a final release, or write "prereleases: allow" under policy.',
      'Cluster 1.5.0-rc.1 是预发布版本。请固定正式版本，或在“policy”下写“prereleases: allow”。',
    ],
    [
      'Cluster >=1.4 is a range, and the policy asks for exact versions. Pin one version.',
      'Cluster >=1.4 是版本范围，而策略要求精确的版本。请固定一个版本。',
    ],
  ],
  'several files': [
    [
      'This file extends itself: one.stack.yaml → two.stack.yaml → one.stack.yaml. Remove one of these entries; until then this one is left out.',
      '此文件扩展了自身：one.stack.yaml → two.stack.yaml → one.stack.yaml。请删除其中一个条目；在此之前，此条目会被忽略。',
    ],
    [
      '"../base.stack.yaml" lies outside of the workspace. Only files inside it can be extended: move it here, or open the folder that holds both.',
      '“../base.stack.yaml”位于工作区之外。只能扩展工作区内的文件：请将它移到这里，或打开同时包含两者的文件夹。',
    ],
    [
      '"deployment.yaml" is no stack manifest. One begins with "apiVersion: stackpin/v1" and "kind: Stack".',
      '“deployment.yaml”不是技术栈清单。技术栈清单以“apiVersion: stackpin/v1”和“kind: Stack”开头。',
    ],
    [
      '"no such folder/base.stack.yaml" cannot be read: there is no such file. Correct the path, or remove it.',
      '无法读取“no such folder/base.stack.yaml”：there is no such file。请更正路径，或将其删除。',
    ],
    [
      'Cluster 1.2.5 is not allowed here: Cluster 1.4.1, which it takes the place of, may be moved to 1.3 to 1.4.',
      '此处不允许 Cluster 1.2.5：它所取代的 Cluster 1.4.1 只允许改为 1.3 到 1.4。',
    ],
    [
      'The catalog "gone.catalog.yaml" cannot be read: there is no such file. A path begins at this file\'s folder: correct it.',
      '无法读取目录库“gone.catalog.yaml”：there is no such file。路径以此文件所在的文件夹为基准：请更正路径。',
    ],
    [
      'The catalog "acme.catalog.yaml" cannot be used, so nothing of it counts. Line 3: "{" is not closed. Add "}", or indent the lines that belong between them. 1 more problem follows.',
      '目录库“acme.catalog.yaml”无法使用，因此其中的内容均被忽略。第 3 行：“{”没有闭合。请添加“}”，或将属于其中的行缩进。另有 1 处错误。',
    ],
  ],
  'what is accepted': [
    [
      'This entry hides nothing: "unsupported" is not reported for mesh. Remove it.',
      '此条目没有隐藏任何问题：对于 mesh，没有报告“unsupported”。请将其删除。',
    ],
    [
      'This entry hides nothing: "untested" is not reported between mesh and cluster. Remove it.',
      '此条目没有隐藏任何问题：mesh 和 cluster 之间没有报告“untested”。请将其删除。',
    ],
    [
      'This comment hides nothing: "unsupported" and "untested" are not reported below it. Remove it.',
      '此注释没有隐藏任何问题：其下方没有报告 unsupported 和 untested。请将其删除。',
    ],
    [
      'This comment hides nothing: stackpin-ignore stands at the end of the line that it is about. Write "# stackpin-ignore-next-line unsupported: tried".',
      '此注释没有隐藏任何问题：stackpin-ignore 应写在它所针对的那一行的末尾。请写成“# stackpin-ignore-next-line unsupported: tried”。',
    ],
    [
      'This comment hides no error: what accepts an error has a last day. Write "until 2027-02-22" before the colon.',
      '此注释不能隐藏错误：接受错误时必须写明有效期。请在冒号前面写“until 2027-02-22”。',
    ],
    [
      '"prereleaze" is no code of a finding. Did you mean prerelease?',
      '“prereleaze”不是问题的代码。是否想写 prerelease？',
    ],
    [
      'The last day of this entry was 2026-11-23, so the finding that it hid is shown again. Mend what is found and remove the entry, or write a later day.',
      '此条目有效期至 2026-11-23，它隐藏的问题因此重新显示。请修复该问题并移除此条目，或写一个更晚的日期。',
    ],
    [
      'The last day of this comment was 2026-11-23, so the 2 findings that it hid are shown again. Mend what is found and remove the comment, or write a later day.',
      '此注释有效期至 2026-11-23，它隐藏的 2 个问题因此重新显示。请修复这些问题并移除此注释，或写一个更晚的日期。',
    ],
  ],
  "catalogs of a user's own": [
    [
      '"k8s" is another name of kubernetes in the bundled catalog. Now it stands for gateway: remove it, if that is not meant.',
      '“k8s”在“目录库 bundled”中是 kubernetes 的另一个名称，现在它代表 gateway：如果不是有意为之，请将其删除。',
    ],
    ['There is no day 2026-02-30. Correct it.', '日期 2026-02-30 不存在。请更正。'],
    [
      '"supportEnds" (2026-02-01) lies before "released" (2026-03-01) of line 3.1. Correct the one that is wrong.',
      '发布线 3.1 的“supportEnds”（2026-02-01）早于“released”（2026-03-01）。请更正有误的一个。',
    ],
    [
      '"3.1.0" stands after "3.1.1", which is newer. Sort oldest first.',
      '“3.1.0”排在较新的“3.1.1”之后。请从旧到新排序。',
    ],
    [
      '"latest" is no version in the scheme two-part. Correct it or the scheme.',
      '“latest”不符合版本方案 two-part。请更正版本或版本方案。',
    ],
    [
      '"service-mesh" is neither a component nor a capability of one. Correct it, or add the component.',
      '“service-mesh”既不是组件，也不是组件提供的能力。请更正，或添加该组件。',
    ],
    [
      '">=3.3" matches no version of gateway that the catalogs list. Correct it, if it is not meant for others.',
      '“>=3.3”与目录库所列的 gateway 的任何版本都不匹配。如果并非针对其他版本，请更正。',
    ],
    [
      'gateway 3.1.0 supports kubernetes 1.34.1 by this rule (https://wiki.example.com/platform) and forbids it by another (https://wiki.example.com/platform). Correct one, or explain it in a "note".',
      '按此规则，gateway 3.1.0 支持 kubernetes 1.34.1（https://wiki.example.com/platform），而另一条规则又禁止这种组合（https://wiki.example.com/platform）。请更正其中一条，或在“note”中说明。',
    ],
    [
      'istio 1.28.0 with kubernetes 1.34.1 is supported here, and the bundled catalog forbids it (https://example.com/releases). The statement here counts; say why in a "note".',
      '这里支持 istio 1.28.0 与 kubernetes 1.34.1 的组合，而“目录库 bundled”禁止它（https://example.com/releases）。以这里的声明为准；请在“note”中说明原因。',
    ],
    [
      '"released" of line 1.34 is 2025-08-28 here and 2025-08-27 in the bundled catalog (https://example.com/releases). The one here counts.',
      '发布线 1.34 的“released”在这里是 2025-08-28，在“目录库 bundled”中是 2025-08-27（https://example.com/releases）。以这里为准。',
    ],
    [
      '"breaks" does not go with the level of this rule. Level "broken" takes "breaks", "tested" takes "tested", the others "supported".',
      '“breaks”不能用于此规则的级别。级别“broken”使用“breaks”，“tested”使用“tested”，其他级别使用“supported”。',
    ],
    [
      'This requirement has no date. Write the day on which its source was read as "checked" here, or as "updated" under "metadata".',
      '此依赖要求没有日期。请将读取其来源的日期写在这里的“checked”中，或写在“metadata”下的“updated”中。',
    ],
    [
      'This name is no id. Write at most 64 lower-case letters, digits, dots and dashes, such as "cert-manager".',
      '此名称不是有效的 id。最多可用 64 个小写字母、数字、点和短横线，例如“cert-manager”。',
    ],
  ],
  'places and fixes': [
    ['Cluster 1.4.1 is pinned here.', 'Cluster 1.4.1 固定在这里。'],
    ['It takes the place of Cluster 1.4.1.', '它取代了 Cluster 1.4.1。'],
    ['base.stack.yaml is extended here.', 'base.stack.yaml 在这里被扩展。'],
    [
      'Cluster 1.4 is pinned here. Mesh 2.0 does not work with Cluster 1.4 and later.',
      'Cluster 1.4 固定在这里。Mesh 2.0 不兼容 Cluster 1.4 及更高版本。',
    ],
    ['Acknowledge unsupported for mesh until 2027-02-22', '确认 mesh 的 unsupported，有效期至 2027-02-22'],
    ['Change the chart to v11.4.0 (installs Cluster 1.4.0)', '将 chart 改为 v11.4.0（安装 Cluster 1.4.0）'],
    ['Quote the version: "1.30"', '给版本加上引号："1.30"'],
    ['Change to cluster', '改为 cluster'],
    ['Remove this comment', '移除此注释'],
    ['Accept until 2027-02-22', '接受，有效期至 2027-02-22'],
  ],
};

describe.each(Object.entries(SAID))('%s', (_, said) => {
  test.each(said)('%s', (english, chinese) => {
    expect(chineseOf.get(english)).toBe(chinese);
  });
});

/** Ideographs, and full-width punctuation. */
const WIDE = '[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\u201c\u201d]';

test('between Chinese and Latin words stands a space, and between Chinese ones none', () => {
  const texts = [...chineseOf.values()];
  expect(texts.filter((text) => /[A-Za-z0-9][\u4e00-\u9fff]|[\u4e00-\u9fff][A-Za-z0-9]/.test(text))).toEqual([]);
  expect(texts.filter((text) => new RegExp(`${WIDE} ${WIDE}`).test(text))).toEqual([]);
});

test('everything is said in Chinese but what upstream says in its own words', () => {
  const same = [...chineseOf].filter(([english, chinese]) => english !== '' && english === chinese);
  expect(same.map(([english]) => english)).toEqual(['Both own the same socket.', 'It lost data on restart.']);
});
