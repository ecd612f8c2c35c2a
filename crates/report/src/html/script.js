"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const findings = all(".finding");
  const rows = new Map(all("tr[data-finding]").map((row) => [row.dataset.finding, row]));
  const tools = document.getElementById("tools");
  const shown = document.getElementById("shown");
  const field = (id) => document.getElementById(id);
  tools.hidden = false;

  const words = new Map();
  const text = (finding) => {
    if (!words.has(finding)) words.set(finding, finding.textContent.toLowerCase());
    return words.get(finding);
  };
  const has = (list, value) => !value || list.split(" ").includes(value);
  const filter = () => {
    const levels = all("input[name=level]:checked").map((box) => box.value);
    const [relation, source, search] = ["relation", "source", "search"].map((id) => field(id).value);
    const needle = search.trim().toLowerCase();
    let count = 0;
    for (const finding of findings) {
      const data = finding.dataset;
      const fits = levels.includes(data.severity) && has(data.relations, relation) && has(data.sources, source) &&
        (!needle || text(finding).includes(needle));
      finding.hidden = !fits;
      const row = rows.get(finding.id);
      if (row) row.hidden = !fits;
      if (fits) count += 1;
    }
    shown.textContent = `${count} of ${findings.length} shown`;
  };
  // A choice is answered at once; typing, when it pauses.
  let waiting = 0;
  tools.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (event.target.id === "search") waiting = setTimeout(filter, 120);
    else filter();
  });
  filter();

  let current = -1;
  const go = (list, index) => {
    if (!list.length) return;
    const target = list[(index + list.length) % list.length];
    target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  };
  const step = (by) => {
    const visible = findings.filter((finding) => !finding.hidden);
    const at = visible.indexOf(document.activeElement && document.activeElement.closest(".finding"));
    go(visible, at < 0 ? (by > 0 ? 0 : -1) : at + by);
  };
  const pair = (by) => {
    const visible = all(".finding:not([hidden]) .pair");
    current += by;
    go(visible, current = (current + visible.length) % Math.max(visible.length, 1));
  };
  const help = field("help");
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    n: () => pair(1),
    p: () => pair(-1),
    "/": () => field("search").focus(),
    "?": () => (help.open ? help.close() : help.showModal()),
    Enter: () => {
      const finding = document.activeElement && document.activeElement.closest(".finding");
      if (!finding || document.activeElement.matches("a,summary,button")) return false;
      const details = all("details", finding);
      const open = details.some((one) => !one.open);
      details.forEach((one) => (one.open = open));
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input,select,textarea") && event.key !== "Escape") return;
    const act = keys[event.key];
    if (act && act() !== false) event.preventDefault();
  });
  addEventListener("beforeprint", () => all("details").forEach((one) => (one.open = true)));
})();
