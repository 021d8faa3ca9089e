// @ts-check
// Makes room for what a filter in the address will find before the years below it are painted, so that nothing moves.
(() => {
  if (location.protocol === "file:") return;
  const asked = new URLSearchParams(location.search);
  const finding = ["find", "type", "from", "to", "read"].some((key) => asked.get(key));
  document.documentElement.classList.toggle("finding", finding);
})();
