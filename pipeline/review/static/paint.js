// Marks in the text: by the CSS Custom Highlight API where there is one, else by boxes behind the words.

// From below to above: what a count is about is often a group, when a group was founded is a date.
const LAYERS = ["sentence", "context", "count", "group", "official", "date", "policy", "basis", "found", "chosen", "current"];

/** A painter for the text; ``sheet`` is what scrolls with it. */
export function painter(sheet) {
  return globalThis.CSS?.highlights && globalThis.Highlight ? new Highlights() : new Boxes(sheet);
}

class Highlights {
  constructor() {
    this.layers = new Map();
    LAYERS.forEach((name, priority) => {
      const layer = new Highlight();
      layer.priority = priority;
      CSS.highlights.set(name, layer);
      this.layers.set(name, layer);
    });
  }

  /** Mark these ranges and no others in a layer. */
  set(name, ranges) {
    const layer = this.layers.get(name);
    layer.clear();
    for (const range of ranges) layer.add(range);
  }
}

class Boxes {
  constructor(sheet) {
    this.sheet = sheet;
    this.ranges = new Map();
    this.layers = new Map();
    for (const name of LAYERS) {
      const layer = document.createElement("div");
      layer.className = `boxes ${name}`;
      layer.setAttribute("aria-hidden", "true");
      sheet.append(layer);
      this.layers.set(name, layer);
    }
    sheet.classList.add("boxed");
    this.due = new Set();
    new ResizeObserver(() => LAYERS.forEach((name) => this.soon(name))).observe(sheet);
    sheet.addEventListener("toggle", () => LAYERS.forEach((name) => this.soon(name)), true);
  }

  /** Mark these ranges and no others in a layer. */
  set(name, ranges) {
    this.ranges.set(name, ranges);
    this.soon(name);
  }

  soon(name) {
    if (this.due.size === 0) requestAnimationFrame(() => this.draw());
    this.due.add(name);
  }

  draw() {
    const due = [...this.due];
    this.due.clear();
    const origin = this.sheet.getBoundingClientRect();
    const drawn = due.map((name) => [name, (this.ranges.get(name) ?? []).flatMap((range) => rectangles(range, origin))]);
    for (const [name, boxes] of drawn) this.layers.get(name).replaceChildren(...boxes);
  }
}

function rectangles(still, origin) {
  const range = new Range();
  range.setStart(still.startContainer, still.startOffset);
  range.setEnd(still.endContainer, still.endOffset);
  return [...range.getClientRects()].map((rectangle) => {
    const box = document.createElement("div");
    box.style.left = `${rectangle.left - origin.left}px`;
    box.style.top = `${rectangle.top - origin.top}px`;
    box.style.width = `${rectangle.width}px`;
    box.style.height = `${rectangle.height}px`;
    return box;
  });
}
