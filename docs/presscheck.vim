" Reads presscheck's report into Vim's quickfix list: source this file, then `vim -q report.txt`, or `:cfile report.txt`.
" Presscheck counts columns in code points and Vim in bytes, so each column is turned into Vim's once its text is loaded.

set errorformat=%f:%l:%c:\ %t%*[a-z]:\ %m

function! s:Columns() abort
  let l:items = getqflist()
  for l:item in l:items
    if l:item.valid && l:item.bufnr > 0 && l:item.col > 1
      call bufload(l:item.bufnr)
      let l:line = get(getbufline(l:item.bufnr, l:item.lnum), 0, '')
      let l:item.col = byteidxcomp(l:line, l:item.col - 1) + 1
    endif
  endfor
  call setqflist(l:items, 'r')
  if !empty(l:items)
    silent cfirst
  endif
endfunction

augroup presscheck
  autocmd!
  autocmd VimEnter,QuickFixCmdPost * call s:Columns()
augroup END
