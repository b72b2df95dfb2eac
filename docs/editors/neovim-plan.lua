-- What the code lens over `components` does: the plan in a window of its own.
vim.lsp.commands['stackpin.plan'] = function(command, context)
  vim.lsp.buf_request(context.bufnr, 'workspace/executeCommand', {
    command = command.command,
    arguments = command.arguments,
  }, function(_, text)
    if type(text) ~= 'string' then return end
    vim.cmd('new')
    vim.bo.buftype, vim.bo.filetype = 'nofile', 'markdown'
    vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(text, '\n'))
  end)
end
