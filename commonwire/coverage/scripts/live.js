// New entries of the ticker, put where the reader is. Without this script the page loads itself anew once a minute.
// It asks for the page it stands on and nothing else, sends no cookie, and keeps nothing.
"use strict";

(() => {
  const EVERY = 15_000, SLOWEST = 240_000; // milliseconds
  const frame = document.getElementById("entries");
  const told = frame.querySelector(".arrived");
  const shown = () => frame.querySelector(".renewed");
  let tag = "", last = shown().innerHTML, wait = EVERY, timer = 0, isLooking = false, isOver = false;

  const entries = () => [...frame.querySelectorAll(".entry[id]")];
  const isBeingMarked = () => !getSelection().isCollapsed && frame.contains(getSelection().anchorNode);

  function put(fresh) {
    const known = new Set(entries().map((each) => each.id));
    const above = frame.getBoundingClientRect().top < 0; // then what is being read must not move
    const held = above && entries().find((each) => each.getBoundingClientRect().bottom > 0);
    const before = held && held.getBoundingClientRect().top;
    const focused = shown().contains(document.activeElement) && document.activeElement;
    const at = focused && [focused.closest(".entry")?.id, focused.getAttribute("href")];
    shown().replaceWith(document.adoptNode(fresh));
    const still = held && document.getElementById(held.id);
    if (still) scrollBy({ top: still.getBoundingClientRect().top - before, behavior: "instant" });
    const isSame = (link) => link.closest(".entry")?.id === at[0] && link.getAttribute("href") === at[1];
    if (at) [...shown().querySelectorAll("a")].find(isSame)?.focus({ preventScroll: true });
    const arrived = entries().filter((each) => !known.has(each.id));
    arrived.forEach((each) => each.classList.add("new"));
    told.textContent = arrived.length > 1 ? frame.dataset.more.replace("%d", arrived.length) : arrived.length ? frame.dataset.one : "";
  }

  async function look() {
    if (isBeingMarked()) return true;
    const headers = tag ? { "If-None-Match": tag } : {};
    const answer = await fetch(location.pathname, { headers, cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" });
    if (answer.status === 304) { told.textContent = ""; return true; }
    if (!answer.ok) throw new Error(`answered with ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("#entries .renewed");
    const html = fresh ? fresh.innerHTML : last;
    if (html !== last) put(fresh);
    last = html;
    tag = answer.headers.get("ETag") || "";
    return page.querySelector("script[src]") !== null; // the day is over when it has none
  }

  async function again() {
    if (isLooking || isOver) return;
    isLooking = true;
    try { isOver = !(await look()); wait = EVERY; } catch { wait = Math.min(wait * 2, SLOWEST); }
    isLooking = false;
    if (!document.hidden) timer = setTimeout(again, wait);
  }

  document.addEventListener("visibilitychange", () => { clearTimeout(timer); if (!document.hidden) again(); });
  timer = setTimeout(again, EVERY);
})();
