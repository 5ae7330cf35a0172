// Loads the diagram viewer only where a page has a diagram.
function named(name) {
  return document.querySelector(`meta[name="${name}"]`)?.content;
}

let loading = false;
function load() {
  if (loading || !document.querySelector('.diagram[data-diagram]')) {
    return;
  }
  loading = true;
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = named('diagram-style');
  const script = document.createElement('script');
  script.src = named('diagram-script');
  document.head.append(style, script);
}

load();
document.addEventListener('htmx:load', load);
