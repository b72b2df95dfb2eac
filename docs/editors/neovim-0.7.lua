-- Neovim 0.7 to 0.10.
local languages = {
  ['stack-manifest'] = { '*.stack.yaml', '*.stack.yml', 'stackpin.yaml', 'stackpin.yml' },
  ['stack-catalog'] = { '*.catalog.yaml', '*.catalog.yml' },
}
for language, pattern in pairs(languages) do
  vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
    pattern = pattern,
    callback = function(event)
      local options = vim.bo[event.buf]
      options.filetype = language
      -- Two spaces a level: what formatting takes from the editor.
      options.expandtab, options.shiftwidth, options.softtabstop = true, 2, 2
      local id = vim.lsp.start_client({
        name = 'stackpin',
        cmd = { 'stackpin-language-server', '--stdio' },
        root_dir = vim.fn.getcwd(),
      })
      vim.lsp.buf_attach_client(event.buf, id)
    end,
  })
end
