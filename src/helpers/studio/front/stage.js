// The picture with its words. The headline is a live region that stays in the page, so
// that a screen reader announces each new sentence; the picture is drawn for this
// screen's width, pixel ratio and theme, which the kernel can only learn from here.

// A data address is decoded in the page itself: quicker than a blob, and nothing to revoke.
function dataAddress(view) {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode.apply(null, bytes.subarray(start, start + 8192));
  }
  return `data:image/png;base64,${btoa(text)}`;
}

// "Run all" leaves the reader at the end of the notebook; a lesson begins at its start. What
// runs after this stage still moves the page, so the stage is held in view until the reader
// acts, ten seconds at most. Returns what ends it.
function arrive(el, headline) {
  const acts = ["wheel", "pointerdown", "touchstart", "keydown", "focusin"];
  let page;
  const seen = new IntersectionObserver((entries) => {
    if (entries[entries.length - 1].isIntersecting) return;
    // JupyterLab takes out of the page what is far from view.
    if (el.isConnected) el.scrollIntoView({ block: "center" });
    else if (page) page.scrollTop = 0;
  });
  const begin = setTimeout(() => {
    page = el.closest(".jp-WindowedPanel-outer");
    el.scrollIntoView({ block: "center" });
    headline.focus({ preventScroll: true });
    seen.observe(el);
    acts.forEach((act) => window.addEventListener(act, acted, true));
  }, 300);
  const end = setTimeout(leave, 10000);
  function acted(event) {
    // The notebook itself moves the focus while it runs; only a control is the reader's.
    if (event.type === "focusin" && !event.target.matches("input, select, textarea, button")) return;
    leave();
  }
  function leave() {
    clearTimeout(begin);
    clearTimeout(end);
    seen.disconnect();
    acts.forEach((act) => window.removeEventListener(act, acted, true));
  }
  return leave;
}

function render({ model, el }) {
  const root = document.createElement("section");
  root.className = "byp-stage";
  const headline = document.createElement("p");
  headline.className = "byp-headline";
  headline.setAttribute("role", "status");
  const trouble = document.createElement("p");
  trouble.className = "byp-trouble";
  trouble.setAttribute("role", "alert");
  const picture = document.createElement("img");
  picture.hidden = true;
  const remarks = document.createElement("div");
  remarks.className = "byp-remarks";
  const table = document.createElement("div");
  table.className = "byp-table";
  const rest = document.createElement("div"); // comes later: last, so that nothing moves
  rest.className = "byp-rest";
  const fold = document.createElement("details");
  fold.className = "byp-fold";
  const summary = document.createElement("summary");
  fold.append(summary, table);
  headline.tabIndex = -1;
  root.append(headline, trouble, picture, remarks, fold, rest);
  el.append(root);

  // On the projector a narrower layout is shown larger.
  const zoom = () => Number(getComputedStyle(el).getPropertyValue("--byp-zoom")) || 1;

  function showPicture() {
    const bytes = model.get("image");
    picture.alt = model.get("alt");
    picture.hidden = !bytes || bytes.byteLength === 0;
    if (picture.hidden) return;
    const scale = zoom();
    picture.width = Math.round(model.get("width") * scale);
    picture.height = Math.round(model.get("height") * scale);
    picture.src = dataAddress(bytes);
  }
  function put(node, name) {
    const before = node.textContent;
    const text = model.get(name);
    if (before === text) return;
    node.textContent = "";
    const known = new Set(before.split(" "));
    const changed = (word) => before && /\d/.test(word) && !known.has(word);
    for (const [place, word] of text.split(" ").entries()) {
      if (place) node.append(" ");
      if (!changed(word)) node.append(word);
      else {
        const marked = document.createElement("span");
        marked.className = "byp-changed";
        marked.textContent = word;
        node.append(marked);
      }
    }
  }
  function showWords() {
    put(headline, "headline");
    put(trouble, "trouble");
    headline.hidden = !model.get("headline");
    trouble.hidden = !model.get("trouble");
  }
  const showRemarks = () => (remarks.innerHTML = model.get("remarks"));
  const showRest = () => (rest.innerHTML = model.get("rest"));
  // A table wider than its column scrolls, and must then be reachable by keyboard.
  function letTableScroll() {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    else table.removeAttribute("tabindex");
  }
  let later = 0;
  function showTable() {
    table.innerHTML = model.get("table");
    summary.textContent = model.get("figures");
    fold.hidden = !model.get("table");
    root.classList.toggle("byp-plain", !model.get("table") && !model.get("alt"));
    clearTimeout(later); // measuring forces a layout: not while the learner waits
    later = setTimeout(letTableScroll, 200);
  }

  // Only a new layout width, ratio or theme is worth a message to the kernel, and only what is
  // about to be seen is drawn.
  let told = "";
  let near = false;
  const approached = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    near = true;
    approached.disconnect();
    tellScreen();
  }, { rootMargin: "100% 0px", scrollMargin: "100% 0px" });
  approached.observe(el);
  function tellScreen() {
    if (!near) return;
    const scale = zoom();
    const room = el.clientWidth / scale;
    if (!room) return;
    const fitting = model.get("widths").filter((width) => width <= room);
    const screen = {
      width: fitting.length ? fitting[fitting.length - 1] : model.get("widths")[0],
      ratio: (window.devicePixelRatio || 1) * scale,
      theme: document.body.dataset.jpThemeLight === "false" ? "dark" : "light",
    };
    const text = JSON.stringify(screen);
    if (text === told) return;
    told = text;
    model.set("screen", screen);
    model.save_changes();
  }
  const sized = new ResizeObserver(tellScreen);
  sized.observe(el);
  const themed = new MutationObserver(tellScreen);
  themed.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  window.addEventListener("resize", tellScreen);

  model.on("change:image", showPicture);
  model.on("change:alt", () => (picture.alt = model.get("alt")));
  model.on("change:headline", showWords);
  model.on("change:trouble", showWords);
  model.on("change:remarks", showRemarks);
  model.on("change:table", showTable);
  fold.addEventListener("toggle", letTableScroll);
  model.on("change:rest", showRest);
  model.on("msg:custom", (message) => message.focus && headline.focus({ preventScroll: true }));
  showPicture();
  showWords();
  showRemarks();
  showTable();
  showRest();
  tellScreen();
  const leave = model.get("arrive") ? arrive(el, headline) : () => {};

  return () => {
    clearTimeout(later);
    approached.disconnect();
    sized.disconnect();
    themed.disconnect();
    window.removeEventListener("resize", tellScreen);
    leave();
  };
}

export default { render };
