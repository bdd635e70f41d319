// The page of names: cards of pairs, filters, keys and buttons put together.

import { help } from "./choose.js";
import { Judging } from "./judging.js";
import { action, el, given, listen, say } from "./page.js";
import { PairCards } from "./pairs.js";

const [EVERY, SOON] = [20000, 1500];
const HELP = [
  ["Judge", [
    [["s"], "same: both names mean one thing"], [["d"], "different: they mean two things"], [["u"], "unsure: they stay two, and nobody is asked again"],
    [["z"], "undo your last judgement; again for the one before"], [["w"], "type why first; Enter leaves it"],
  ]],
  ["Move", [
    [["j", "k"], "next and previous pair"], [["1…9"], "open the document of a sentence"], [["b"], "list of documents"],
  ]],
  ["Find", [
    [["/"], "search names; Enter searches"], [["c"], "compare names anew, with what was decided since"], [["Esc"], "close"],
  ]],
];

const data = given("data");
const sieve = document.getElementById("sieve");
const find = document.getElementById("find");
const query = new URLSearchParams(location.search);
query.delete("at");
const had = data.comparing;
let [timer, hurried] = [0, had.working];

const cards = new PairCards(document.getElementById("cards"), { chosen: (id) => judging.select(id) });
const judging = new Judging(data, cards, query, {
  changed: draw,
});

/** Show what belongs to no card: numbers, news, buttons. */
function draw() {
  if (judging.comparing.ready && !had.ready) return location.reload();
  if (judging.comparing.working && !hurried) plan();
  for (const [show, number] of Object.entries(judging.counts)) {
    document.getElementById(`count-${show}`).textContent = judging.comparing.ready || number ? String(number) : "";
  }
  const left = document.getElementById("left");
  left.textContent = judging.comparing.ready ? (judging.counts.doubt ? `${judging.counts.doubt} in doubt` : "nothing in doubt") : "";
  left.classList.toggle("done", !judging.counts.doubt);
  drawNews();
  drawActions();
}

function drawNews() {
  const place = document.getElementById("news");
  const { ready, working, read, documents, trouble, made } = judging.comparing;
  const progress = documents ? `${read} of ${documents} documents are read` : "";
  const said = trouble
    ? [`Names could not be compared: ${trouble}.`, action("Try again", "", () => judging.again())]
    : ready && made !== had.made
      ? ["Names have been compared anew.", el("a", { href: `/names?${query}` }, "See the pairs as they are now")]
      : had.ready && working
        ? [`Names are being compared anew${progress ? `: ${progress}` : ""}. You can go on.`]
        : [];
  place.hidden = !said.length;
  if (place.textContent !== said.map((each) => each.textContent ?? each).join("")) place.replaceChildren(...said);
  if (!had.ready && trouble) cards.empty(el("p", {}, "There are no pairs to be shown."));
  else if (!had.ready) {
    cards.empty(el("p", {}, `Names are being compared${progress ? `: ${progress}` : ""}…`), el("p", {}, "This takes a second for a hundred documents, and half a minute or more for 100,000 records; the other pages work meanwhile."));
  }
}

function drawActions() {
  const place = document.getElementById("actions");
  const held = place.contains(document.activeElement) ? document.activeElement.textContent : null;
  const none = { disabled: !judging.pair() };
  const [{ ready, working }, since] = [judging.comparing, judging.since];
  place.replaceChildren(
    action("Same", "s", () => judging.judge("same"), { class: "primary", ...none }),
    action("Different", "d", () => judging.judge("different"), { class: "primary", ...none }),
    action("Unsure", "u", () => judging.judge("unsure"), none),
    action("Undo", "z", () => judging.undo()),
    action(`Compare anew${since ? ` (${since} since)` : ""}`, "c", () => judging.again(), {
      disabled: !ready || working,
      title: "Compare names with all that was decided since; exports and reports have it at once",
    }),
  );
  if (held) [...place.children].find((each) => each.textContent === held)?.focus();
}

/** Leave out of the address what is not asked for. */
function submit() {
  const asked = new URLSearchParams([...new FormData(sieve)].filter(([name, value]) => value && !(name === "show" && value === "doubt")));
  location.assign(asked.size ? `/names?${asked}` : "/names");
}

sieve.addEventListener("change", (event) => event.target !== find && submit());
sieve.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
find.addEventListener("keydown", (event) => event.key === "Escape" && find.blur());

const explain = () => help(HELP);
document.getElementById("help").addEventListener("click", explain);
const open = (number) => document.querySelector(`.pair.current a[data-number="${number}"]`)?.click();
listen({
  s: () => judging.judge("same"),
  d: () => judging.judge("different"),
  u: () => judging.judge("unsure"),
  z: () => judging.undo(),
  w: () => document.querySelector(".pair.current .reason input")?.focus(),
  j: () => judging.step(1),
  k: () => judging.step(-1),
  c: () => judging.comparing.ready && judging.again(),
  b: () => document.getElementById("to-list").click(),
  "/": () => (find.focus(), find.select()),
  "?": explain,
  Escape: () => say(""),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [String(number), () => open(number)])),
});

/** Ask how things stand, sooner while names are being compared; the first pairs are there after a reload. */
function plan() {
  clearTimeout(timer);
  hurried = judging.comparing.working;
  timer = setTimeout(watch, hurried ? SOON : EVERY);
}

async function watch() {
  if (!document.hidden) await judging.refresh();
  plan();
}

document.addEventListener("visibilitychange", () => document.hidden || judging.refresh());
addEventListener("pageshow", (event) => event.persisted && judging.refresh());
draw();
if (data.pairs.length) {
  const order = judging.order();
  judging.select(order.find((id) => id === new URLSearchParams(location.search).get("at")) ?? order[0]);
} else if (data.comparing.ready) {
  cards.empty(el("p", {}, "No pair of names is here: ", data.counts.all ? "choose another filter." : "no two documents name what may be one thing."));
}
judging.unsent.send();
plan();
