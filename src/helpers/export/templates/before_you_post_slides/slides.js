// 1280 by 720, as they were measured; other screens show them larger or smaller.
Reveal.initialize({
  width: 1280,
  height: 720,
  margin: 0,
  minScale: 0.2,
  maxScale: 3,
  center: false,
  display: "flex",
  hash: true,
  transition: "none",
  backgroundTransition: "none",
  slideNumber: "c/t",
  help: true,
});
