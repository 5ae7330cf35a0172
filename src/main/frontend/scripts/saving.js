// A button of the form waits for a draft that is being saved: leaving a field saves, so pressing one right after typing would
// send the version before and meet one's own save as somebody else's.
const FORM = 'task-form';
let saving = 0;
let waiting = null;

function isOfForm(element) {
  return element?.closest?.(`#${FORM}`);
}

/** The button that was pressed, or the one that stands in its place since the fields were drawn anew. */
function pressed({ form, button }) {
  return !button || button.isConnected
    ? button
    : [...form.querySelectorAll('button[type="submit"]')].find((each) => ['name', 'value', 'formAction'].every((what) => each[what] === button[what]));
}

document.addEventListener('htmx:beforeSend', (event) => {
  if (isOfForm(event.detail.elt)) {
    saving++;
  }
});
document.addEventListener('htmx:afterRequest', (event) => {
  if (!isOfForm(event.detail.elt)) {
    return;
  }
  saving--;
  setTimeout(() => {
    if (saving === 0 && waiting?.form.isConnected) {
      const asked = waiting;
      waiting = null;
      asked.form.requestSubmit(pressed(asked) ?? null);
    }
  });
});
document.addEventListener('submit', (event) => {
  if (event.target.id === FORM && saving > 0) {
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting = { form: event.target, button: event.submitter };
  }
}, true);
