// j and k (or the arrows) move through the rows; Enter opens the one in focus (the table's own doing).
export function moveByKeys(host) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    const rows = [...host.querySelectorAll('tbody tr[tabindex]')];
    if (!step || !rows.length) return;
    const at = rows.indexOf(document.activeElement);
    if (event.key.startsWith('Arrow') && at < 0) return;
    event.preventDefault();
    rows[Math.min(rows.length - 1, Math.max(0, at + step))].focus();
  });
}
