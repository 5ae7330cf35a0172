/** Words for scripts, in the language of the page: <template id="texts"> of the layout. */
export function text(key) {
  const texts = document.getElementById('texts');
  return texts?.content.querySelector(`[data-key="${key}"]`)?.textContent ?? '';
}
