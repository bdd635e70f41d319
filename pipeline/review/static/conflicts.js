// Conflicts by keyboard: one after the other, each settled with a number.

import { fresh, given, listen, say } from "./page.js";
import { headers } from "./unsent.js";

const cards = [...document.querySelectorAll(".conflict-card")];
let at = -1;

function choose(number, scroll = true) {
  if (!cards.length) return;
  cards[at]?.classList.remove("current");
  at = Math.min(Math.max(number, 0), cards.length - 1);
  cards[at].classList.add("current");
  cards[at].focus({ preventScroll: true });
  if (scroll) cards[at].scrollIntoView({ block: "nearest" });
}

async function settle(button) {
  const card = button.closest(".conflict-card");
  if (card.classList.contains("settled")) return;
  choose(cards.indexOf(card), false);
  button.dataset.key ??= fresh();
  const body = { key: button.dataset.key, ...JSON.parse(button.dataset.body) };
  try {
    const response = await fetch("/decide", {
      method: "POST",
      headers: headers(given("data").keeper),
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) {
      say(`${answer.error}; reload the page`, { trouble: true });
      return;
    }
  } catch {
    say("The server does not answer: this is not settled. Try again.", { trouble: true });
    return;
  }
  card.classList.add("settled");
  button.closest(".version").classList.add("holds");
  card.querySelectorAll(".settle").forEach((each) => (each.disabled = true));
  say("Settled");
  const next = cards.findIndex((each, number) => number > at && !each.classList.contains("settled"));
  if (next >= 0) choose(next);
}

cards.forEach((card, number) => {
  card.addEventListener("click", (event) => event.target.closest("a, button") || choose(number, false));
  card.querySelectorAll(".settle").forEach((button) => button.addEventListener("click", () => settle(button)));
});
const number = (wanted) => cards[at]?.querySelectorAll(".settle")[wanted - 1]?.click();
listen({
  j: () => choose(at + 1),
  k: () => choose(at - 1),
  d: () => location.assign("/"),
  o: () => cards[at]?.querySelector(".to-record").click(),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((wanted) => [String(wanted), () => number(wanted)])),
});
choose(0, false);
