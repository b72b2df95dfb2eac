-- Drives the language server from Neovim's own client, which knows nothing of this project.
local function fail(message) io.stderr:write(message .. '\n') vim.cmd('cquit 1') end
local function say(value) io.stdout:write(vim.json.encode(value) .. '\n') end

-- What docs/editors.md has people write.
local function source(name) vim.cmd('luafile ' .. vim.fn.fnameescape(vim.env.CONFIGS .. '/' .. name)) end
source('neovim-0.7.lua')
vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.FILE))
local buf = vim.api.nvim_get_current_buf()
local function client() return next(vim.lsp.buf_get_clients(buf)) end
if not vim.wait(20000, function() return client() ~= nil end, 50) then fail('no client') end
local id = client()

local function errors() return vim.diagnostic.get(buf, { severity = vim.diagnostic.severity.ERROR }) end
if not vim.wait(20000, function() return #errors() > 0 end, 50) then fail('no diagnostics') end
local found = errors()[1]
say({ diagnostic = { lnum = found.lnum, col = found.col, code = found.code, source = found.source, message = found.message } })

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buf, method, params, 10000)
  local answer = answers and answers[id]
  if not answer or answer.err then fail(method .. ': ' .. vim.inspect(answer)) end
  return answer.result
end

local document = vim.lsp.util.make_text_document_params(buf)
local at = { line = found.lnum, character = found.col }
say({ hover = ask('textDocument/hover', { textDocument = document, position = at }).contents.value })
local completion = ask('textDocument/completion', { textDocument = document, position = at })
say({ completion = #(completion.items or completion) })

source('neovim-plan.lua')
local function lenses() return vim.lsp.codelens.get(buf) end
local function all_resolved()
  for _, lens in ipairs(lenses()) do if lens.command == nil then return false end end
  return #lenses() > 0
end
vim.lsp.codelens.refresh()
if not vim.wait(20000, all_resolved, 50) then fail('no code lens') end
say({ lenses = vim.tbl_map(function(lens) return lens.command.title end, lenses()) })
-- Neovim asks which of them is meant.
vim.ui.select = function(items, options, on_choice)
  for index, item in ipairs(items) do
    if options.format_item(item):find('Plan upgrade', 1, true) then return on_choice(item, index) end
  end
  fail('no plan to choose')
end
vim.api.nvim_win_set_cursor(0, { lenses()[1].range.start.line + 1, 0 })
vim.lsp.codelens.run()
if not vim.wait(20000, function() return vim.bo.filetype == 'markdown' end, 50) then fail('no plan') end
say({ plan = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') })
vim.cmd('close!')

local raw = found.user_data and found.user_data.lsp or {}
local diagnostic = {
  range = { start = at, ['end'] = { line = found.end_lnum, character = found.end_col } },
  message = found.message, severity = found.severity, code = found.code, source = found.source, data = raw.data,
}
local actions = ask('textDocument/codeAction', { textDocument = document, range = diagnostic.range, context = { diagnostics = { diagnostic } } })
if #actions == 0 then fail('no code action') end
say({ action = actions[1].title })
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
if not vim.wait(20000, function() return #errors() == 0 end, 50) then fail('the error stays after the fix') end
say({ text = table.concat(vim.api.nvim_buf_get_lines(buf, 0, -1, false), '\n') })

vim.cmd('silent undo')
if not vim.wait(20000, function() return #errors() == 1 end, 50) then fail('no error after undoing') end
source('neovim-fix-on-save.lua')
vim.cmd('silent write')
say({ saved = table.concat(vim.fn.readfile(vim.env.FILE), '\n') })

vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.MESSY))
buf = vim.api.nvim_get_current_buf()
if not vim.wait(20000, function() return client() ~= nil end, 50) then fail('no client') end
vim.lsp.buf.formatting_sync(nil, 10000)
say({ formatted = table.concat(vim.api.nvim_buf_get_lines(buf, 0, -1, false), '\n') .. '\n' })
for other in pairs(vim.lsp.buf_get_clients(buf)) do vim.lsp.get_client_by_id(other).stop() end
vim.lsp.get_client_by_id(id).stop()
vim.cmd('qall!')
