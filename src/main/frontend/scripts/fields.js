// The fields of a form are drawn anew when a control changes on which others depend; whoever works in them notices nothing.
// What was typed since the fields were asked for is never drawn over: they are asked for again instead.
import htmx from 'htmx.org';

const ANEW = 'task-form-anew';

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
document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.detail.elt.id === ANEW) {
    sent = answers();
  } else if (swapping) {
    // the focus leaves fields that are being replaced: nobody left them, and both old and new ones are on the page
    event.preventDefault();
  }
});
document.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.requestConfig?.elt.id !== ANEW || !event.detail.shouldSwap) {
    return;
  }
  if (answers() !== sent) {
    event.detail.swapOverride = 'none'; // the version of the draft is taken over, the fields are not
    again = true;
    return;
  }
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
  if (event.detail.requestConfig?.elt.id !== ANEW || !event.detail.elt.matches('.form-fields')) {
    return;
  }
  const at = place && (document.getElementById(place.id) ?? document.getElementById(`${place.id}-field`));
  if (at) {
    at.focus({ preventScroll: true });
    window.scrollBy(0, at.getBoundingClientRect().top - place.top);
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
  htmx.ajax('POST', path, { source: anew, target: '#task-form .form-fields', select: '.form-fields', swap: 'outerHTML' })
    .finally(() => { fields.inert = false; });
});

// After a row of a table was added or removed, the page is opened at it: go on in its first control.
const opened = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (opened && isOfFields(opened) && opened.matches('[tabindex="-1"]')) {
  (opened.querySelector('input:not([type="hidden"]), select, textarea') ?? opened).focus();
}
