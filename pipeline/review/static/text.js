// The text on the page: pieces with places in UTF-16 units, and the way back to code points of the document.

const sheet = document.getElementById("sheet");
const pieces = [...sheet.querySelectorAll(".piece")];
const nodes = pieces.map((piece) => piece.firstChild);

/** Places in the text of a document; ``starts`` are the code points at which its pieces begin. */
export class Pages {
  constructor(starts) {
    this.starts = starts;
    this.numbers = new Map(pieces.map((piece, number) => [piece, number]));
  }

  /** Runs [piece, start, end] as ranges of the page. */
  ranges(runs) {
    return runs.filter(([number]) => nodes[number]).map(([number, start, end]) => {
      return new StaticRange({
        startContainer: nodes[number],
        startOffset: Math.min(start, nodes[number].length),
        endContainer: nodes[number],
        endOffset: Math.min(end, nodes[number].length),
      });
    });
  }

  /** A live range from the first to the last of some runs; null for none. */
  around(runs) {
    const known = runs.filter(([number]) => nodes[number]);
    if (!known.length) return null;
    const [first, last] = [known[0], known[known.length - 1]];
    const range = new Range();
    range.setStart(nodes[first[0]], first[1]);
    range.setEnd(nodes[last[0]], last[2]);
    return range;
  }

  /** A range of the page as code points of the document, with its words; null when it has none. */
  picked(range) {
    const start = this.edge(range, true);
    const end = this.edge(range, false);
    if (!start || !end || start[0] > end[0] || (start[0] === end[0] && start[1] >= end[1])) return null;
    const runs = [];
    for (let number = start[0]; number <= end[0]; number++) {
      if (!nodes[number]) continue;
      const low = number === start[0] ? start[1] : 0;
      const high = number === end[0] ? end[1] : nodes[number].length;
      if (low < high) runs.push([number, low, high]);
    }
    const quote = runs.map(([number, low, high]) => nodes[number].data.slice(low, high)).join(" ");
    if (!quote.trim()) return null;
    return { start: this.codePoint(...start), end: this.codePoint(...end), quote: quote.trim(), runs };
  }

  /** An edge of a range as piece and offset; where it lies between pieces, the nearest place inside the range. */
  edge(range, first) {
    const node = first ? range.startContainer : range.endContainer;
    const offset = first ? range.startOffset : range.endOffset;
    const own = node.nodeType === Node.TEXT_NODE ? this.numbers.get(node.parentElement) : undefined;
    if (own !== undefined) return [own, offset];
    let [low, high] = [0, pieces.length];
    const point = new Range();
    point.setStart(node, offset);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (point.comparePoint(pieces[middle], 0) < 0) low = middle + 1;
      else high = middle;
    }
    for (let at = first ? low : low - 1; at >= 0 && at < pieces.length; at += first ? 1 : -1) {
      if (nodes[at]) return [at, first ? 0 : nodes[at].length];
    }
    return null;
  }

  /** A place on the page as a code point of the document. */
  codePoint(number, units) {
    return this.starts[number] + [...nodes[number].data.slice(0, units)].length;
  }

  /** The place on the page that a pointer points at; null outside the text. */
  pointed(event) {
    let node, offset;
    if (document.caretPositionFromPoint) {
      const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
      [node, offset] = caret ? [caret.offsetNode, caret.offset] : [];
    } else {
      const caret = document.caretRangeFromPoint(event.clientX, event.clientY);
      [node, offset] = caret ? [caret.startContainer, caret.startOffset] : [];
    }
    const number = node && this.numbers.get(node.parentElement);
    return number === undefined ? null : [number, offset];
  }

  /** Where words stand in the text, in any case, as runs. */
  find(wanted) {
    const small = wanted.toLowerCase();
    const hits = [];
    if (!small.trim()) return hits;
    nodes.forEach((node, number) => {
      if (!node) return;
      const text = node.data.toLowerCase();
      if (text.length !== node.data.length) return;
      for (let at = text.indexOf(small); at >= 0; at = text.indexOf(small, at + small.length)) {
        hits.push([number, at, at + small.length]);
      }
    });
    return hits;
  }

  /** The same run as something picked. */
  pickedRun([number, start, end]) {
    return {
      start: this.codePoint(number, start),
      end: this.codePoint(number, end),
      quote: nodes[number].data.slice(start, end),
      runs: [[number, start, end]],
    };
  }

  /** Whether a node is text of the document. */
  holds(node) {
    return node instanceof Node && sheet.contains(node) && !!(node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
  }
}
