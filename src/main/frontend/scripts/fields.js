// The fields of a form are drawn anew when a control changes on which others depend; whoever works in them notices nothing.
// What was typed since the fields were asked for is never drawn over: they are asked for again instead.
import htmx from 'htmx.org';

const ANEW = 'task-form-anew';
const CONFLICT = 409;
const FOLD = '#task-form details.form-fold';

function isOfFields(element) {
  return element?.id && element.closest?.('.form-fields');
}

/** Everything that is filled in now. */
function answers() {
  const controls = document.querySelectorAll('#task-form .form-fields :is(input, select, textarea)');
  return JSON.stringify([...controls].map(({ name, value, checked }) => [name, value, checked]));
}

document.addEventListener('change', (event) => {
  const anew = document.getElementById(ANEW);
  if (anew && event.target.dataset?.rerender && isOfFields(event.target)) {
    htmx.trigger(anew, 'rerender');
  }
});

let sent = '';
let again = false;
let swapping = false;
let place = null;
let taken = null;
let folds = new Map();
document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.detail.elt.id === ANEW) {
    sent = answers();
  } else if (swapping) {
    // the focus leaves fields that are being replaced: nobody left them, and both old and new ones are on the page
    event.preventDefault();
  }
});
document.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.requestConfig?.elt.id !== ANEW) {
    return;
  }
  if (event.detail.xhr.status === CONFLICT) {
    // somebody else saved meanwhile: the page that lays both versions side by side, as without this script
    Object.assign(event.detail, { shouldSwap: true, isError: false, target: document.getElementById('main'), selectOverride: '#main', swapOverride: 'outerHTML' });
    taken = null;
    return;
  }
  if (!event.detail.shouldSwap) {
    return;
  }
  if (answers() !== sent) {
    event.detail.swapOverride = 'none'; // the version of the draft is taken over, the fields are not
    again = true;
    return;
  }
  folds = new Map([...document.querySelectorAll(FOLD)].map((each) => [each.id, each.open]));
  const at = document.activeElement;
  place = taken ?? (isOfFields(at) ? { id: at.id, top: at.getBoundingClientRect().top } : null);
  taken = null;
  swapping = true;
});
document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.elt.id !== ANEW) {
    return;
  }
  swapping = false;
  if (again) {
    again = false;
    htmx.trigger(event.detail.elt, 'rerender');
  }
});
document.addEventListener('htmx:afterSettle', (event) => {
  if (event.detail.requestConfig?.elt.id !== ANEW) {
    return;
  }
  if (event.detail.elt.id === 'main') {
    event.detail.elt.focus();
    window.scrollTo(0, 0);
  }
  if (!event.detail.elt.matches('.form-fields')) {
    return;
  }
  document.querySelectorAll(FOLD).forEach((each) => { each.open = folds.get(each.id) ?? each.open; });
  const at = place && (document.getElementById(place.id) ?? document.getElementById(`${place.id}-field`));
  if (at) {
    at.focus({ preventScroll: true });
    window.scrollBy(0, at.getBoundingClientRect().top - place.top);
  }
});

// Documents were attached or removed: the fields in which one names them offer them.
document.addEventListener('htmx:afterSettle', (event) => {
  if (event.detail.elt.id === 'evidence' && document.querySelector('#task-form [data-documents]')) {
    htmx.trigger(document.getElementById(ANEW), 'rerender');
  }
});

// Taking an offered value: what is typed goes along and is kept first; the fields are drawn anew with it and the work goes on in its field.
document.addEventListener('submit', (event) => {
  const control = event.submitter?.dataset.offer;
  const anew = document.getElementById(ANEW);
  const fields = anew && document.querySelector('#task-form .form-fields');
  if (!control || !fields) {
    return;
  }
  event.preventDefault();
  const top = event.submitter.closest('.form-offers').getBoundingClientRect().top;
  const path = new URL(event.submitter.formAction).pathname;
  taken = { id: control, top };
  swapping = true; // the focus leaves a field because it may not be written in now: that saves nothing
  fields.inert = true;
  swapping = false;
  htmx.ajax('POST', path, { source: anew, target: '#task-form .form-fields', swap: 'outerHTML' })
    .finally(() => { fields.inert = false; });
});

// On paper every group of rows stands open; browsers that open them by style alone need this not.
let folded = [];
window.addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('details.form-fold:not([open])')];
  folded.forEach((each) => { each.open = true; });
});
window.addEventListener('afterprint', () => folded.forEach((each) => { each.open = false; }));

// After a row of a table was added or removed, the page is opened at it: go on in its first control.
const opened = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (opened && isOfFields(opened) && opened.matches('[tabindex="-1"]')) {
  (opened.querySelector('input:not([type="hidden"]), select, textarea') ?? opened).focus();
}
