// Everything works without this script; it makes pages faster and more comfortable.
import htmx from 'htmx.org';
import accordion from '@uswds/uswds/js/usa-accordion';
import characterCount from '@uswds/uswds/js/usa-character-count';
import comboBox from '@uswds/uswds/js/usa-combo-box';
import table from '@uswds/uswds/js/usa-table';
import './frame.js';
import './diagrams.js';
import './requests.js';
import './saving.js';
import './leaving.js';
import './fields.js';

window.htmx = htmx;

const behaviours = [accordion, characterCount, comboBox, table];

function enliven(root) {
  behaviours.forEach((behaviour) => behaviour.on(root));
}

enliven(document.body);
document.addEventListener('htmx:load', (event) => {
  if (event.detail.elt !== document.body) {
    // listeners of these behaviours stand on the body already; only what they build needs the new part
    [characterCount, comboBox, table].forEach((behaviour) => behaviour.init?.(event.detail.elt));
  }
});
