// htmx requests: the CSRF token goes along, failures are told.
import { text } from './texts.js';

document.addEventListener('htmx:configRequest', (event) => {
  const csrf = document.querySelector('meta[name="csrf"]');
  if (csrf) {
    event.detail.headers[csrf.dataset.header] = csrf.content;
  }
});

function tell(message) {
  const box = document.createElement('div');
  box.className = 'usa-alert usa-alert--error usa-alert--slim';
  const body = box.appendChild(document.createElement('div'));
  body.className = 'usa-alert__body';
  const paragraph = body.appendChild(document.createElement('p'));
  paragraph.className = 'usa-alert__text';
  paragraph.textContent = message;
  document.getElementById('alerts')?.replaceChildren(box);
}

document.addEventListener('htmx:responseError', (event) => tell(text(event.detail.xhr.status === 403 ? 'refused' : 'failed')));
document.addEventListener('htmx:sendError', () => tell(text('offline')));
document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.successful) {
    document.getElementById('alerts')?.replaceChildren();
  }
});
