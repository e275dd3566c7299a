// Looks at a page for check_page.py: an object of facts. No page has a script; this one is the
// debugger's.
(() => {
  const all = [...document.querySelectorAll("*")];
  const count = {};
  for (const element of all) {
    const name = element.localName + [...element.attributes].map((a) => "[" + a.name + "]").join("");
    count[name] = (count[name] ?? 0) + 1;
  }

  // The colours as red, green, blue from 0 to 1, and how much they cover.
  const parse = (text) => {
    const parts = text.match(/[\d.]+/g).map(Number);
    return { rgb: parts.slice(0, 3).map((part) => part / 255), alpha: parts[3] ?? 1 };
  };
  const luminance = ({ rgb }) => {
    const [r, g, b] = rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const background = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.alpha === 1) return colour;
    }
    return parse(matchMedia("(prefers-color-scheme:dark)").matches ? "0 0 0" : "255 255 255");
  };
  const contrast = (element) => {
    const style = getComputedStyle(element);
    const ink = parse(element.namespaceURI.endsWith("svg") ? style.fill : style.color);
    const [light, dark] = [luminance(ink), luminance(background(element))].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const written = all.filter((element) =>
    document.body.contains(element) &&
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const ids = all.filter((element) => element.id).map((element) => element.id);
  const targets = all.flatMap((element) => [
    ...(element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean),
    ...(element.getAttribute("href")?.startsWith("#") ? [element.getAttribute("href").slice(1)] : []),
  ]);
  const headings = all.filter((element) => /^h[1-6]$/.test(element.localName));
  return {
    elements: count,
    classes: [...new Set(all.flatMap((element) => [...element.classList]))].sort(),
    links: [...new Set(all.filter((e) => e.hasAttribute("href")).map((e) => e.getAttribute("href")))],
    headings: headings.map((element) => Number(element.localName[1])),
    doubledIds: ids.length - new Set(ids).size,
    lostTargets: targets.filter((id) => !document.getElementById(id)),
    languages: [...new Set(all.filter((e) => e.lang !== undefined && e.hasAttribute("lang"))
      .map((e) => e.lang))].sort(),
    unscoped: document.querySelectorAll("th:not([scope])").length,
    contrast: Math.min(...written.map(contrast)),
    width: document.scrollingElement.scrollWidth,
    outside: written.filter((element) => !element.closest(".scroll, .skip") &&
      element.getBoundingClientRect().right > innerWidth + 0.5).length,
    texts: [...document.querySelectorAll(".text")].map((text) =>
      [...text.querySelectorAll("p")].map((p) => p.textContent).join("\n")),
    directions: [...document.querySelectorAll(".text p")].map((p) => getComputedStyle(p).direction),
  };
})()
