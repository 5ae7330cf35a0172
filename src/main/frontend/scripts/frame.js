// Menu button of narrow screens, drop-downs of the header.
document.documentElement.classList.add('scripted');

const toggle = document.querySelector('.sections-toggle');
const sections = document.getElementById('sections');
toggle?.addEventListener('click', () => {
  const open = sections.classList.toggle('sections--open');
  toggle.setAttribute('aria-expanded', String(open));
});

const drops = [...document.querySelectorAll('details.drop')];
document.addEventListener('click', (event) => {
  drops.filter((drop) => drop.open && !drop.contains(event.target)).forEach((drop) => (drop.open = false));
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') {
    return;
  }
  drops
    .filter((drop) => drop.open)
    .forEach((drop) => {
      drop.open = false;
      drop.querySelector('summary').focus();
    });
  if (toggle?.getAttribute('aria-expanded') === 'true') {
    toggle.click();
    toggle.focus();
  }
});
drops.forEach((drop) =>
  drop.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !drop.contains(event.relatedTarget)) {
      drop.open = false;
    }
  }),
);
