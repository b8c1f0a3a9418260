"use strict";
(() => {
  const rows = document.getElementById("rows"), info = document.getElementById("info");
  const legend = document.querySelector(".legend ul");
  const boxes = new Map([...document.querySelectorAll(".legend input")].map(box => [box.dataset.rule, box]));
  let lit = [], pinned = null;

  // a place in the source is `s` and a number, what it became `t` and the same number
  const placeOf = node => node instanceof Element ? node.closest("#rows [id^=s], #rows [id^=t]") : null;
  const otherOf = place => document.getElementById((place.id[0] === "s" ? "t" : "s") + place.id.slice(1));
  const sourceOf = place => place.id[0] === "s" ? place : otherOf(place);
  const editsOf = source => source.matches("mark") ? [source] : [...source.querySelectorAll("mark")];
  const isShown = source => editsOf(source).some(mark => boxes.get(mark.dataset.rule).checked);

  const placesOf = row => row ? [...row.querySelectorAll(".src [id^=s]")] : [];

  function make(name, text, kind) {
    const node = document.createElement(name);
    node.textContent = text;
    if (kind) node.className = kind;
    return node;
  }
  function light(place) {
    for (const node of lit) node.classList.remove("on");
    lit = place && isShown(sourceOf(place) || place) ? [place, otherOf(place)].filter(Boolean) : [];
    for (const node of lit) node.classList.add("on");
    info.hidden = !lit.length;
    info.replaceChildren(...(lit.length ? editsOf(sourceOf(place) || place) : []).map(mark => {
      const line = document.createElement("p"), rule = mark.dataset.rule;
      line.append(make("span", rule, "rule " + mark.className.split(" ")[0]), " ",
        make("bdi", mark.title.slice(rule.length + 2)), " ", make("span", boxes.get(rule).parentElement.title));
      return line;
    }));
  }
  function pin(place, isMoving) {
    if (pinned) pinned.removeAttribute("tabindex");
    pinned = place;
    if (!place) return;
    place.tabIndex = 0;
    if (isMoving) place.focus({preventScroll: true});
    place.scrollIntoView({block: "nearest"});
    const other = otherOf(place);
    if (other && isMoving) other.scrollIntoView({block: "nearest"});
    light(place);
  }
  // the first place of the first row that can be seen and has one
  function inView() {
    const box = rows.getBoundingClientRect(), top = Math.max(box.top + 20, 140);
    const seen = document.elementFromPoint(box.left + box.width / 2, Math.min(top, innerHeight - 1));
    for (let row = seen && seen.closest(".row"); row; row = row.nextElementSibling) {
      const place = row.querySelector(".src [id^=s]");
      if (place) return place;
    }
    return rows.querySelector(".src [id^=s]");
  }
  // row by row: a list of all places of a whole book would take a second a key
  function step(by) {
    const from = pinned ? sourceOf(pinned) : inView();
    let row = from && from.closest(".row"), places = placesOf(row), at = places.indexOf(from) + (pinned ? by : 0);
    while (row) {
      for (; places[at]; at += by) if (isShown(places[at])) return pin(places[at], true);
      row = by > 0 ? row.nextElementSibling : row.previousElementSibling;
      places = placesOf(row);
      at = by > 0 ? 0 : places.length - 1;
    }
  }
  function jump(by) {
    const doubts = [...rows.querySelectorAll(".q")];
    const at = doubts.indexOf(document.activeElement);
    const next = doubts[at < 0 ? (by > 0 ? 0 : doubts.length - 1) : (at + by + doubts.length) % doubts.length];
    if (next) { next.focus({preventScroll: true}); next.scrollIntoView({block: "center"}); }
  }

  rows.addEventListener("pointerover", event => {
    const place = placeOf(event.target);
    if (place || !pinned) light(place);
  });
  rows.addEventListener("pointerleave", () => light(pinned));
  rows.addEventListener("focusin", event => { const place = placeOf(event.target); if (place) light(place); });
  rows.addEventListener("click", event => {
    const place = placeOf(event.target);
    if (place && isShown(sourceOf(place) || place)) pin(place, true);
    else if (pinned && !place) { pin(null); light(null); }
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {n: () => step(1), p: () => step(-1), d: () => jump(1), D: () => jump(-1),
      Escape: () => { pin(null); light(null); }}[event.key];
    if (act) { act(); event.preventDefault(); }
  });

  if (!legend) return;
  const first = rows.querySelector(".src [id^=s]");
  if (first) { first.tabIndex = 0; first.addEventListener("blur", () => { if (first !== pinned) first.removeAttribute("tabindex"); }, {once: true}); }
  legend.addEventListener("change", () => light(pinned));
  const tools = make("li", "");
  for (const [name, isOn] of [["all", true], ["none", false]]) {
    const button = make("button", name);
    button.type = "button";
    button.addEventListener("click", () => { for (const box of boxes.values()) box.checked = isOn; light(pinned); });
    tools.append(button);
  }
  legend.append(tools);
  const keys = make("span", "", "keys");
  keys.append(make("kbd", "n"), " ", make("kbd", "p"), " change \u2003", make("kbd", "d"), " doubt");
  document.querySelector(".heads").lastElementChild.append(keys);
})();
