// Moves one control and tells after how many milliseconds its answer was painted: the last
// change of `watched` before it stays still. null: nothing changed. What a headline rests on
// comes when the kernel is idle and is waited for by nobody.
async ([control, watched, move]) => {
  const STILL = 250;
  const PATIENCE = 3000;
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  let last = null;
  let changes = 0;
  const watch = new MutationObserver(async (records) => {
    if (records.every((record) => record.target.closest?.(".byp-rest"))) return;
    changes += 1;
    const picture = watched.querySelector("img");
    if (picture?.src) await picture.decode().catch(() => {});
    await painted();
    last = performance.now();
    changes -= 1;
  });

  function send() {
    control.dispatchEvent(new Event(control.matches("input") ? "input" : "change", { bubbles: true }));
  }
  function step(to) {
    if (control.matches("select")) {
      control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
    } else if (to === null) {
      const before = control.value;
      move.up ? control.stepUp() : control.stepDown();
      if (control.value === before) move.up ? control.stepDown() : control.stepUp();
    } else {
      const [low, high] = [Number(control.min), Number(control.max)];
      control.value = low + to * (high - low);
    }
    send();
  }

  control.focus({ preventScroll: true });
  if (move.drag) {
    const from = (Number(control.value) - control.min) / (control.max - control.min);
    for (let done = 1; done < move.drag; done += 1) {
      step(from + ((move.to - from) * done) / move.drag);
      await pause(1000 / move.drag);
    }
  }
  watch.observe(watched, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["src"],
  });
  const start = performance.now();
  step(move.to);
  while (changes || performance.now() - (last ?? start) < (last === null ? PATIENCE : STILL)) {
    await pause(10);
  }
  watch.disconnect();
  return last === null ? null : last - start;
}
