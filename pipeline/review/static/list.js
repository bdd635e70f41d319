// The list of documents by keyboard: up and down, open, search; filters apply as they are chosen.

import { el, given, listen } from "./page.js";
import { kept } from "./unsent.js";

const links = [...document.querySelectorAll("a.open")];
const form = document.getElementById("filters");
const search = document.getElementById("search");
const keys = document.getElementById("keys");

function step(by) {
  const at = links.indexOf(document.activeElement);
  links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
}

/** Leave out of the address what is not asked for. */
function submit() {
  const asked = new URLSearchParams([...new FormData(form)].filter(([name, value]) => value && !(name === "sort" && value === "order")));
  location.assign(asked.size ? `/?${asked}` : "/");
}

form.addEventListener("change", (event) => event.target !== search && submit());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
search.addEventListener("keydown", (event) => event.key === "Escape" && search.blur());
document.getElementById("help").addEventListener("click", () => keys.showModal());
listen({
  j: () => step(1),
  k: () => step(-1),
  "/": () => (search.focus(), search.select()),
  c: () => location.assign("/conflicts"),
  n: () => location.assign("/names"),
  "?": () => keys.showModal(),
  "]": () => document.querySelector("tr:not(.done) a.open")?.click(),
});
/** What something was decided about that was not sent, and the page that sends it. */
function sender({ address, body }) {
  return address.startsWith("/names") ? ["names", "/names"] : ["document", `/document/${encodeURIComponent(body.document)}`];
}

/** Say that there are decisions that were not sent: their page sends them when it is opened. */
function remind() {
  const waiting = kept(given("data").keeper);
  if (!waiting.length) return;
  const trouble = document.getElementById("trouble");
  const one = waiting.length === 1;
  const [about, href] = sender(waiting[0]);
  trouble.replaceChildren(
    `${waiting.length} decision${one ? " is" : "s are"} kept in this browser and not sent yet. `,
    el("a", { href }, `Open the ${about} and send ${one ? "it" : "them"}`),
  );
  trouble.hidden = false;
}

remind();
addEventListener("pageshow", (event) => event.persisted && location.reload());
