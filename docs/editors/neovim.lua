-- Neovim 0.11 and later.
vim.filetype.add({
  pattern = { ['.*%.stack%.ya?ml'] = 'stack-manifest', ['.*%.catalog%.ya?ml'] = 'stack-catalog' },
  filename = { ['stackpin.yaml'] = 'stack-manifest', ['stackpin.yml'] = 'stack-manifest' },
})
vim.treesitter.language.register('yaml', { 'stack-manifest', 'stack-catalog' })
-- Two spaces a level: what formatting takes from the editor.
vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'stack-manifest', 'stack-catalog' },
  command = 'setlocal expandtab shiftwidth=2 softtabstop=2',
})
vim.lsp.config('stackpin', {
  cmd = { 'stackpin-language-server', '--stdio' },
  filetypes = { 'stack-manifest', 'stack-catalog' },
  root_markers = { '.git' },
})
vim.lsp.enable('stackpin')
