/**
 * How the page looks. In an editor its theme decides (VS Code docs, "Theming webview content"): every colour is one of its
 * variables first. In a browser the system's preference does. With forced colours, only the system's own are left.
 */

export const STYLE = `:root {
  color-scheme: light dark;
  --paper: var(--vscode-editor-background, #ffffff);
  --ink: var(--vscode-editor-foreground, #1f2328);
  --soft: var(--vscode-descriptionForeground, #57606a);
  --edge: var(--vscode-contrastBorder, var(--vscode-panel-border, #d0d7de));
  --link: var(--vscode-textLink-foreground, #0550ae);
  --focus: var(--vscode-focusBorder, #0969da);
  --raised: var(--vscode-editorWidget-background, #f6f8fa);
  --good: var(--vscode-testing-iconPassed, #1a7f37);
  --bad: var(--vscode-editorError-foreground, #cf222e);
  --doubtful: var(--vscode-editorWarning-foreground, #9a6700);
  --faint: var(--vscode-editorInfo-foreground, #0969da);
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: var(--vscode-editor-background, #0d1117);
    --ink: var(--vscode-editor-foreground, #e6edf3);
    --soft: var(--vscode-descriptionForeground, #9aa4af);
    --edge: var(--vscode-contrastBorder, var(--vscode-panel-border, #3d444d));
    --link: var(--vscode-textLink-foreground, #79b8ff);
    --focus: var(--vscode-focusBorder, #4493f8);
    --raised: var(--vscode-editorWidget-background, #161b22);
    --good: var(--vscode-testing-iconPassed, #3fb950);
    --bad: var(--vscode-editorError-foreground, #ff7b72);
    --doubtful: var(--vscode-editorWarning-foreground, #d29922);
    --faint: var(--vscode-editorInfo-foreground, #58a6ff);
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  padding: 1rem 1.5rem 3rem;
  max-width: 80rem;
  background: var(--paper);
  color: var(--ink);
  font: 0.875rem/1.5 var(--vscode-font-family, system-ui, sans-serif);
}
h1, h2, li, summary { overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 0.25rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin: 0; }
h3 { font-size: 1rem; margin: 0 0 0.5rem; }
.part { margin-top: 1.75rem; }
h4 { margin: 1rem 0 0.25rem; }
p { margin: 0.25rem 0; overflow-wrap: anywhere; }
a { color: var(--link); }
button.place { border: 0; padding: 0; background: none; color: var(--link); font: inherit; text-decoration: underline; cursor: pointer; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
header p, .file, .note, .version, caption, footer, .place { color: var(--soft); }
.version { font-weight: normal; }
section.stack { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--edge); }
ul { padding-left: 1.25rem; margin: 0.25rem 0; }
ul.figures, ul.legend, ul.findings, ul.pairs { list-style: none; padding-left: 0; }
ul.legend { display: flex; flex-wrap: wrap; gap: 0.125rem 1.25rem; margin-bottom: 0.5rem; }
ul.findings > li, ul.pairs > li { margin: 0; padding: 0.5rem 0.75rem; border-bottom: 1px solid var(--edge); }
.count { margin-left: 0.75rem; white-space: nowrap; }
.sign { display: inline-block; min-width: 1em; text-align: center; font-weight: bold; color: var(--soft); }
.sign.good { color: var(--good); }
.sign.bad { color: var(--bad); }
.sign.doubtful { color: var(--doubtful); }
.sign.faint { color: var(--faint); }
summary { cursor: pointer; padding: 0.25rem 0; font-weight: 600; }
li:target, tr:target, .shown { background: var(--raised); outline: 2px solid var(--focus); outline-offset: -2px; }
.scroll { overflow: auto; max-height: 85vh; border: 1px solid var(--edge); }
table { border-collapse: separate; border-spacing: 0; }
caption { text-align: left; padding: 0.375rem 0.5rem; }
th, td { padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--edge); }
th { font-weight: 600; background: var(--raised); }
td { background: var(--paper); }
thead th, thead td { position: sticky; top: 0; z-index: 1; }
tbody th { position: sticky; left: 0; }
thead td { left: 0; z-index: 2; background: var(--raised); }
table:not(.matrix) { width: 100%; }
.matrix th, .matrix td { white-space: nowrap; border-right: 1px solid var(--edge); }
.matrix thead th { vertical-align: bottom; padding: 0.5rem 0.25rem; }
.matrix thead th span:not(.version) { writing-mode: vertical-rl; transform: rotate(180deg); }
.short { white-space: nowrap; }
.matrix tbody td { padding: 0; vertical-align: middle; text-align: center; min-width: 1.75rem; color: var(--soft); }
.matrix tbody td a, .matrix tbody td span { display: block; padding: 0.25rem; color: var(--ink); font-weight: bold; text-decoration: none; }
.matrix td.good { box-shadow: inset 0 0 0 99rem color-mix(in srgb, var(--good) 16%, transparent); }
.matrix td.bad { box-shadow: inset 0 0 0 99rem color-mix(in srgb, var(--bad) 28%, transparent); }
.matrix td.doubtful { box-shadow: inset 0 0 0 99rem color-mix(in srgb, var(--doubtful) 26%, transparent); }
.matrix td.faint { box-shadow: inset 0 0 0 99rem color-mix(in srgb, var(--faint) 18%, transparent); }
.matrix td a:hover { outline: 2px solid var(--focus); outline-offset: -2px; }
.timeline { display: block; width: 100%; min-width: 44rem; }
.timeline text { fill: var(--ink); font-size: 12px; }
.timeline .pin, .timeline .newest { text-anchor: end; }
.timeline .newest, .timeline .end, .timeline .year { fill: var(--soft); font-size: 11px; }
.timeline .end { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
.timeline .day, .timeline .year { text-anchor: middle; }
.timeline path { fill: none; stroke: var(--edge); }
.timeline .today { stroke: var(--ink); stroke-width: 2; }
.timeline .loss { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 5 4; }
.timeline .active { fill: var(--good); }
.timeline .maintenance { fill: var(--paper); stroke: var(--doubtful); }
.timeline .hatch { fill: var(--doubtful); }
.timeline .extended { fill: none; stroke: var(--soft); stroke-dasharray: 3 3; }
.swatch { display: inline-block; width: 1.75rem; height: 0.75rem; border: 1px solid var(--good); background: var(--good); }
.swatch.maintenance { border-color: var(--doubtful); background: repeating-linear-gradient(45deg, var(--doubtful) 0 2px, var(--paper) 2px 5px); }
.swatch.extended { border: 1px dashed var(--soft); background: none; }
footer { margin-top: 2rem; border-top: 1px solid var(--edge); padding-top: 0.5rem; }
@media (forced-colors: active) {
  .timeline text, .timeline .newest, .timeline .end, .timeline .year { fill: CanvasText; }
  .timeline .end { stroke: Canvas; }
  .timeline path { stroke: GrayText; }
  .timeline .today { stroke: CanvasText; }
  .timeline .loss { stroke: Highlight; }
  .timeline .active { fill: CanvasText; }
  .timeline .maintenance { fill: Canvas; stroke: CanvasText; }
  .timeline .hatch { fill: CanvasText; }
  .timeline .extended { stroke: CanvasText; }
  .swatch { forced-color-adjust: none; border-color: CanvasText; background: CanvasText; }
  .swatch.maintenance { border-color: CanvasText; background: repeating-linear-gradient(45deg, CanvasText 0 2px, Canvas 2px 5px); }
  .swatch.extended { border-color: CanvasText; background: none; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --edge: #bbb; --raised: #f4f4f4; --link: #000; --good: #1a7f37; --bad: #cf222e; --doubtful: #9a6700; --faint: #0969da; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  nav { display: none; }
  .scroll { overflow: visible; max-height: none; border: 0; }
  thead th, thead td, tbody th { position: static; }
  .evidence a::after { content: " <" attr(href) ">"; overflow-wrap: anywhere; }
  tr, li, svg g { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  td, .timeline, .swatch { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
