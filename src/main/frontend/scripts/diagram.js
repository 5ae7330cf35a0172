// Draws the process diagrams of a page and shows where things stand.
import Viewer from 'bpmn-js/lib/Viewer';
import MoveCanvas from 'diagram-js/lib/navigation/movecanvas';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import { text } from './texts.js';

function element(name, className, content) {
  const made = document.createElement(name);
  made.className = className;
  if (content) {
    made.textContent = content;
  }
  return made;
}

function button(label, act) {
  const made = element('button', 'usa-button usa-button--outline', label);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

const READABLE = 0.5;
const TALLEST = 1200;
const MARGIN = 20;

/** As high as the diagram needs at the width of the page. */
function makeRoom(frame, canvas) {
  const { inner, outer } = canvas.viewbox();
  const scale = Math.max(READABLE, Math.min(1, outer.width / (inner.width + 2 * MARGIN)));
  frame.style.height = `${Math.min(TALLEST, Math.ceil(inner.height * scale) + 3 * MARGIN)}px`;
  canvas.resized();
}

/** Fits the whole diagram, or as much of it as can still be read, from its left edge. */
function fit(canvas) {
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() < READABLE) {
    const { inner, outer } = canvas.viewbox();
    canvas.viewbox({ x: inner.x - MARGIN, y: inner.y - MARGIN, width: outer.width / READABLE, height: outer.height / READABLE });
  }
}

function centreOn(canvas, shape) {
  const view = canvas.viewbox();
  const x = shape.x + (shape.width ?? 0) / 2;
  const y = shape.y + (shape.height ?? 0) / 2;
  if (x < view.x || y < view.y || x > view.x + view.width || y > view.y + view.height) {
    canvas.viewbox({ ...view, x: x - view.width / 2, y: y - view.height / 2 });
  }
}

/** The shapes of an element: its own, and those of the closed sub-processes that it lies in. */
function shapesOf(registry, id) {
  const own = registry.get(id);
  const shapes = own ? [own] : [];
  for (let at = own?.businessObject.$parent; at; at = at.$parent) {
    const shape = registry.get(at.id);
    if (shape?.collapsed || shape?.di?.isExpanded === false) {
      shapes.push(shape);
    }
  }
  return shapes;
}

/** Marks elements and tells which of their shapes stand on the plane that is seen. */
function mark(viewer, ids, marker) {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const shapes = [...new Set(ids.flatMap((id) => shapesOf(registry, id)))];
  shapes.forEach((shape) => canvas.addMarker(shape, marker));
  return shapes.filter((shape) => canvas.findRoot(shape) === canvas.getRootElement());
}

function words(list) {
  return (list ?? '').split(/[\s,]+/).filter(Boolean);
}

const STEP = 60;
const KEYS = {
  ArrowLeft: (canvas) => canvas.scroll({ dx: STEP, dy: 0 }),
  ArrowRight: (canvas) => canvas.scroll({ dx: -STEP, dy: 0 }),
  ArrowUp: (canvas) => canvas.scroll({ dx: 0, dy: STEP }),
  ArrowDown: (canvas) => canvas.scroll({ dx: 0, dy: -STEP }),
  '+': (canvas) => canvas.zoom(canvas.zoom() * 1.2),
  '-': (canvas) => canvas.zoom(canvas.zoom() / 1.2),
  0: fit,
};

function listenToKeys(frame, canvas) {
  frame.addEventListener('keydown', (event) => {
    const act = KEYS[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
      act(canvas);
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);
}

/** The wheel scrolls the page; with Ctrl it zooms the diagram. */
function listenToWheel(frame, canvas) {
  frame.addEventListener('wheel', (event) => {
    if (event.ctrlKey) {
      const box = frame.getBoundingClientRect();
      canvas.zoom(canvas.zoom() * (event.deltaY < 0 ? 1.1 : 1 / 1.1), { x: event.clientX - box.left, y: event.clientY - box.top });
      event.preventDefault();
    }
  }, { passive: false });
}

async function draw(place) {
  place.dataset.drawn = 'yes';
  const answer = await fetch(place.dataset.diagram, { credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error(`Diagram answered ${answer.status}`);
  }
  const tools = element('div', 'diagram__tools');
  const frame = element('div', 'diagram__canvas');
  frame.tabIndex = 0;
  frame.setAttribute('role', 'group');
  frame.setAttribute('aria-label', place.dataset.label || text('diagram'));
  place.replaceChildren(tools, frame, element('p', 'diagram__help', text('diagramHelp')));
  const viewer = new Viewer({ container: frame, additionalModules: [MoveCanvas] });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  frame.querySelectorAll('svg[tabindex]').forEach((svg) => svg.setAttribute('tabindex', '-1'));
  mark(viewer, words(place.dataset.done), 'done');
  const here = mark(viewer, words(place.dataset.here), 'here');
  tools.append(
    button(text('zoomIn'), () => KEYS['+'](canvas)),
    button(text('zoomOut'), () => KEYS['-'](canvas)),
    button(text('zoomFit'), () => canvas.zoom('fit-viewport', 'auto')),
  );
  if (here.length > 0) {
    tools.append(element('span', 'diagram__legend', text('here')));
  }
  makeRoom(frame, canvas);
  new ResizeObserver(() => {
    if (frame.clientWidth === 0) {
      return; // it is not on the page any more
    }
    canvas.resized();
    fit(canvas);
    here.slice(0, 1).forEach((shape) => centreOn(canvas, shape));
  }).observe(frame);
  listenToKeys(frame, canvas);
  listenToWheel(frame, canvas);
}

function tellFailure(place) {
  const message = element('p', 'diagram__help', text('diagramFailed'));
  place.replaceChildren(message);
}

function drawAll() {
  document.querySelectorAll('.diagram[data-diagram]:not([data-drawn])').forEach((place) => draw(place).catch(() => tellFailure(place)));
}

drawAll();
document.addEventListener('htmx:load', drawAll);
