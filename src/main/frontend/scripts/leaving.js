// A form with data-guard asks before its unsaved answers are left; a button with data-confirm asks before it acts.
let changed = false;
document.addEventListener('input', (event) => {
  if (event.target.closest?.('form[data-guard]')) {
    changed = true;
  }
});
document.addEventListener('submit', (event) => {
  const question = event.submitter?.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  changed = false;
}, true);
document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.successful && event.target.closest?.('form[data-guard]')) {
    changed = false;
  }
});
window.addEventListener('beforeunload', (event) => {
  if (changed) {
    event.preventDefault();
  }
});
