// What the checks of checks.py ask of the page itself; each returns what it finds wrong.

const LESSON = ".jp-NotebookPanel .jp-WindowedPanel-viewport, .byp-bar";
const projector = document.querySelector("dialog.byp-projector"); // the rest is inert then
const ours = projector ? [projector] : [...document.querySelectorAll(LESSON)];

function seen(node) {
  const box = node.getBoundingClientRect();
  const style = getComputedStyle(node);
  const code = node.closest(".jp-CodeCell .jp-InputArea");
  return box.width > 1 && box.height > 1 && style.visibility !== "hidden" && style.clipPath === "none" && !code;
}
const all = (selector) => [...new Set(ours.flatMap((one) => [...one.querySelectorAll(selector)]))].filter(seen);
const said = (node) => `${node.tagName} ${(node.ariaLabel || node.textContent || node.type || node.className).trim().slice(0, 50)}`;
const wide = (node) => node.scrollWidth > node.clientWidth + 1;

const checks = {
  // Sliders whose label belongs to another one: axe takes the first element of an id.
  mislabelled: () =>
    all(".byp-dial input[type=range]")
      .filter((input) => input.labels.length !== 1 || !input.labels[0].closest(".byp-dial").contains(input))
      .map(said),

  // Controls that a finger misses.
  targets(least) {
    const small = [];
    for (const node of all('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
      // A link in a sentence is as high as its line (WCAG 2.5.8 leaves it out).
      const line = node.tagName === "A" && node.closest("p, li, td, th, blockquote");
      if (line && line.textContent.trim().length > node.textContent.trim().length) continue;
      const boxes = [node.getBoundingClientRect()];
      if (/^(checkbox|radio)$/.test(node.type)) {
        boxes.push(...[...node.labels].map((label) => label.getBoundingClientRect()));
      }
      const width = Math.max(...boxes.map((box) => box.width));
      const height = Math.max(...boxes.map((box) => box.height));
      if (Math.min(width, height) < least - 0.1) small.push([said(node), width, height]);
    }
    return small;
  },

  // Texts that are too small to read, and texts and pictures that are cut off.
  texts(page, projected) {
    const small = [];
    const clipped = [];
    const least = projector ? projected : page;
    for (const node of all("*")) {
      if (![...node.childNodes].some((one) => one.nodeType === 3 && one.textContent.trim())) continue;
      if (node.closest("mjx-container, option, sup, sub")) continue; // indices are small anywhere
      const style = getComputedStyle(node);
      if (parseFloat(style.fontSize) < least) small.push([said(node), style.fontSize]);
      const hides = style.overflowX === "hidden" || style.textOverflow === "ellipsis";
      if (hides && wide(node)) clipped.push(said(node));
      const room = node.closest(".jp-OutputArea-output, dialog")?.getBoundingClientRect();
      const box = node.getBoundingClientRect();
      if (node.closest(".byp-table, .byp-rest, table")) continue; // may scroll: see sideways
      if (room && box.right > room.right + 2) clipped.push([said(node), box.right, room.right]);
    }
    for (const picture of all("img")) {
      if (picture.clientWidth < picture.width - 1) clipped.push(picture.alt);
    }
    return [small, clipped];
  },

  // Controls that lie on one another or on a picture, such as two buttons without room.
  overlaps() {
    const found = [];
    const controls = all("a[href], button, input, select, textarea, summary, img").filter(
      (node) => !node.closest("details:not([open]) > :not(summary)"),
    );
    // Line by line; and what is written may run out of its button.
    const lines = controls.map((node) => {
      const words = document.createRange();
      words.selectNodeContents(node);
      return [...node.getClientRects(), ...words.getClientRects()];
    });
    const picture = (node) => node.tagName === "IMG";
    const cross = (one, two) =>
      Math.min(one.right, two.right) - Math.max(one.left, two.left) > 2 &&
      Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 2;
    for (const [place, node] of controls.entries()) {
      for (const [later, other] of controls.slice(place + 1).entries()) {
        // The bar stays where it is; what is scrolled passes below it.
        if (node.contains(other) || node.closest(".byp-bar") !== other.closest(".byp-bar")) continue;
        if (picture(node) && picture(other)) continue;
        const beside = lines[place + 1 + later];
        if (lines[place].some((one) => beside.some((two) => cross(one, two)))) {
          found.push([said(node), said(other)]);
        }
      }
    }
    return found;
  },

  // What does not fit the window, or has to be scrolled sideways in it.
  sideways() {
    const found = [];
    const page = projector ?? document.querySelector(".byp-page .jp-WindowedPanel-outer");
    if (wide(page)) found.push(["the page", page.scrollWidth, page.clientWidth]);
    for (const node of all("*")) {
      // A formula is read in two dimensions: it may scroll inside its own box.
      const formula = node.closest("mjx-container");
      if (formula && formula !== node) continue;
      const box = node.getBoundingClientRect();
      if (box.right > innerWidth + 1 || box.left < -1) found.push([said(node), box.left, box.right]);
      const scrolls = /auto|scroll/.test(getComputedStyle(node).overflowX);
      if (scrolls && !formula && wide(node) && !node.matches("input, textarea, select")) {
        found.push([said(node), node.scrollWidth, node.clientWidth]);
      }
    }
    return found;
  },

  // The focus of the keyboard is nowhere, or nobody sees where.
  focus(least, contrast, passing) {
    const node = document.activeElement;
    // What loses its focus leaves it to the page, or JupyterLab takes it to its active cell,
    // which is a stop of the Tab key, too.
    const nowhere = passing ? "body, .jp-Notebook-footer" : "body, .jp-Notebook-footer, .jp-Cell";
    if (!node || node.matches(nowhere)) return "the focus is lost";
    const style = getComputedStyle(node);
    const light = (text) => {
      const [r, g, b] = text
        .match(/[\d.]+/g)
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    let ground = node;
    const clear = (one) => /rgba\(.*, 0\)/.test(getComputedStyle(one).backgroundColor);
    do ground = ground.parentElement;
    while (clear(ground));
    const behind = getComputedStyle(ground).backgroundColor;
    // A ring, or a bar along the left edge of what is as wide as the page.
    const [, colour, bar] = /^(rgb\(.*?\)) ([\d.]+)px 0px 0px 0px inset/.exec(style.boxShadow) ?? [];
    const [low, high] = [light(colour ?? style.outlineColor), light(behind)].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    const width = parseFloat(bar ?? (style.outlineStyle === "none" ? 0 : style.outlineWidth));
    return width >= least && ratio >= contrast ? "" : `no ring is seen: ${said(node)}, ${width} px, ${ratio.toFixed(1)} : 1`;
  },

  // Which cells there are, which is active, how often each ran, and dialogs.
  cells() {
    const panel = window.jupyterapp.shell.currentWidget.content;
    const each = (ask) => panel.widgets.map((cell) => ask(cell.model)).join(",");
    const dialogs = document.querySelectorAll(".jp-Dialog").length;
    return [panel.activeCellIndex, panel.mode, dialogs, each((model) => model.type), each((model) => model.executionCount)].join(" ");
  },
};
