-- Neovim 0.7 to 0.10.
vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  pattern = { '*.stack.yaml', '*.stack.yml', 'stackpin.yaml', 'stackpin.yml' },
  callback = function(event)
    vim.bo[event.buf].filetype = 'stack-manifest'
    local id = vim.lsp.start_client({
      name = 'stackpin',
      cmd = { 'stackpin-language-server', '--stdio' },
      root_dir = vim.fn.getcwd(),
    })
    vim.lsp.buf_attach_client(event.buf, id)
  end,
})
