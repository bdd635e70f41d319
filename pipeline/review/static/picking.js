// The words that are picked in the text: by mouse, by search, or by keyboard from the current quote on.

import { action, el, listen, say, words, writing } from "./page.js";

const STEPS = { ArrowRight: ["forward", 0], ArrowLeft: ["backward", 0], ArrowDown: ["forward", 1], ArrowUp: ["backward", 1] };

/** What is picked. ``told`` has commands() for the buttons beside it. */
export class Picking {
  constructor(pages, painter, sheet, bar, language, told) {
    Object.assign(this, { pages, painter, sheet, bar, language, told });
    this.picked = null;
    this.byKeys = false;
    document.addEventListener("selectionchange", () => this.look());
    document.addEventListener("keydown", (event) => this.press(event), true);
  }

  /** Take over what the browser has selected in the text. */
  look() {
    const selection = getSelection();
    if (!selection.rangeCount || !this.pages.holds(selection.anchorNode) || !this.pages.holds(selection.focusNode)) return;
    if (selection.isCollapsed) return;
    this.set(this.pages.picked(selection.getRangeAt(0)));
  }

  set(picked) {
    this.picked = picked;
    this.painter.set("chosen", picked ? this.pages.ranges(picked.runs) : []);
    this.bar.hidden = !picked;
    if (!picked) return;
    this.bar.replaceChildren(
      el("q", {}, words(picked.quote, this.language)),
      ...this.told.commands().map(([label, name, run]) => action(label, name, run)),
      action("Clear", "Esc", () => this.clear(), { class: "quiet" }),
    );
  }

  clear() {
    this.byKeys = false;
    const selection = getSelection();
    if (selection.rangeCount && this.pages.holds(selection.anchorNode)) selection.removeAllRanges();
    this.set(null);
  }

  /** Give what is picked; say what to do when nothing is. */
  need() {
    if (!this.picked) say("Select words in the text first: with the mouse, with / and Enter, or with v and the arrows.", { trouble: true });
    return this.picked;
  }

  /** Begin to select by keyboard, at what is picked or else at a range. */
  begin(range) {
    const from = this.picked ? this.pages.around(this.picked.runs) : range;
    if (!from) return;
    getSelection().setBaseAndExtent(from.startContainer, from.startOffset, from.endContainer, from.endOffset);
    this.byKeys = true;
    this.look();
    say("Selecting: ← → by words, with Shift by signs, ↑ ↓ by lines, Tab moves the other end, Enter when it is right.");
  }

  press(event) {
    if (!this.byKeys || event.ctrlKey || event.metaKey || event.altKey) return;
    if (writing(event.target) || document.querySelector("dialog[open]")) return;
    const selection = getSelection();
    if (event.key in STEPS) {
      const [direction, lines] = STEPS[event.key];
      const before = [selection.focusNode, selection.focusOffset];
      selection.modify("extend", direction, lines ? "line" : event.shiftKey ? "character" : "word");
      if (!this.pages.holds(selection.focusNode)) selection.extend(...before);
    } else if (event.key === "Tab") {
      selection.setBaseAndExtent(selection.focusNode, selection.focusOffset, selection.anchorNode, selection.anchorOffset);
    } else if (event.key === "Enter") {
      this.byKeys = false;
      say("Selected: n adds it as a record, s makes it the source of the field, p puts it into the record.");
    } else return;
    event.preventDefault();
    event.stopPropagation();
    this.look();
  }
}

/** Search in the text: every hit is marked, Enter goes to the next one and picks it. */
export function searching(input, output, pages, painter, picking, show) {
  let hits = [];
  let at = -1;
  const look = () => {
    hits = pages.find(input.value);
    at = -1;
    painter.set("found", pages.ranges(hits));
    output.textContent = input.value.trim() ? String(hits.length) : "";
  };
  const go = (by) => {
    if (!hits.length) return;
    at = (at + by + hits.length) % hits.length;
    output.textContent = `${at + 1}/${hits.length}`;
    picking.set(pages.pickedRun(hits[at]));
    show(pages.around([hits[at]]));
  };
  input.addEventListener("input", look);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") {
      event.stopPropagation();
      input.blur();
    } else return;
    event.preventDefault();
  });
  if (input.value) {
    look();
    go(1);
    picking.clear();
  }
  listen({ "/": () => (input.focus(), input.select()) });
}
