// The fields of a form are drawn anew when a control changes on which others depend; whoever works in them notices nothing.
import htmx from 'htmx.org';

const ANEW = 'task-form-anew';
const typed = new Set();

function isOfFields(element) {
  return element?.id && element.closest?.('.form-fields');
}

function state(control) {
  return { id: control.id, value: control.value, checked: control.checked };
}

function giveBack({ id, value, checked }) {
  const control = document.getElementById(id);
  if (control && (control.value !== value || control.checked !== checked)) {
    if (control.type === 'checkbox' || control.type === 'radio') {
      control.checked = checked;
    } else {
      control.value = value;
    }
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

document.addEventListener('input', (event) => {
  if (isOfFields(event.target)) {
    typed.add(event.target.id);
  }
});
document.addEventListener('change', (event) => {
  const anew = document.getElementById(ANEW);
  if (anew && event.target.dataset?.rerender && isOfFields(event.target)) {
    htmx.trigger(anew, 'rerender');
  }
});

let later = [];
let place = null;
document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.detail.elt.id === ANEW) {
    typed.clear();
  }
});
document.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.requestConfig?.elt.id === ANEW) {
    // typed while the answer was on its way
    later = [...typed].map((id) => document.getElementById(id)).filter(Boolean).map(state);
    const at = document.activeElement;
    place = isOfFields(at) ? { id: at.id, top: at.getBoundingClientRect().top } : null;
  }
});
document.addEventListener('htmx:afterSettle', (event) => {
  if (event.detail.requestConfig?.elt.id !== ANEW || !event.detail.elt.matches('.form-fields')) {
    return;
  }
  later.forEach(giveBack);
  later = [];
  const at = place && document.getElementById(place.id);
  if (at) {
    at.focus({ preventScroll: true });
    window.scrollBy(0, at.getBoundingClientRect().top - place.top);
  }
});

// After a row of a table was added or removed, the page is opened at it: go on in its first control.
const opened = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (opened && isOfFields(opened) && opened.matches('[tabindex="-1"]')) {
  (opened.querySelector('input:not([type="hidden"]), select, textarea') ?? opened).focus();
}
