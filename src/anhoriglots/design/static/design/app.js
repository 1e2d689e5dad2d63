// Comfort only: every page works without this file.
"use strict";

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// Browsers that do not know autofocus on other elements than fields.
window.addEventListener("load", () => {
  const errors = document.getElementById("errors");
  if (errors && document.activeElement === document.body) errors.focus();
});

// The page is hidden before anything is asked of the network; its place in the history is taken by the neutral page.
for (const link of document.querySelectorAll("[data-leave]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.documentElement.classList.add("leaving");
    document.title = "";
    if (link.dataset.leave) window.open(link.dataset.leave, "_blank", "noopener,noreferrer");
    window.location.replace(link.href);
  });
}

// "Jag vill inte säga" takes the other ticks away, and they take it away.
for (const exclusive of document.querySelectorAll("input[data-exclusive]")) {
  const others = [...exclusive.form.elements].filter((box) => box.name === exclusive.name && box !== exclusive);
  const untick = (boxes) => boxes.forEach((box) => (box.checked = false));
  exclusive.addEventListener("change", () => exclusive.checked && untick(others));
  others.forEach((box) => box.addEventListener("change", () => box.checked && untick([exclusive])));
}
