-- Attaches the server to a file as docs/editors.md describes, and writes what it answers to a file.
-- nvim --headless --clean -u NONE -l is not in Neovim 0.7, so the arguments are in the environment.
local env = vim.env
local found = {}

local function finish()
  vim.fn.writefile({ vim.json.encode(found) }, env.RESULT)
  vim.cmd('qa!')
end

vim.cmd('edit ' .. vim.fn.fnameescape(env.NET))
vim.bo.filetype = 'prototxt'
local client = vim.lsp.start_client({
  name = 'caffe-prototxt',
  cmd = { env.NODE, env.SERVER, '--stdio' },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, client)

local function position(line, column)
  return {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = line, character = column },
  }
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000) or {}
  for _, answer in pairs(answers) do return answer.result end
end

vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
  found.diagnostic = found.diagnostic or diagnostic.message
end
found.hover = ask('textDocument/hover', position(1, 25))
found.definition = ask('textDocument/definition', position(1, 42))
found.completion = ask('textDocument/completion', position(1, 42))
vim.lsp.buf.formatting_sync({ tabSize = 2, insertSpaces = true }, 20000)
found.formatted = vim.api.nvim_buf_get_lines(0, 0, -1, false)
finish()
