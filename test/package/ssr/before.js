// What a reader sees before any of our code runs: the server's shadow roots. `ssrLook` is asked again afterwards.
globalThis.ssrLook = () =>
  [...document.querySelectorAll('star-rating, review-excerpt, film-card')].map((element) => {
    const { shadowRoot: root, localName } = element;
    const { width, height } = element.getBoundingClientRect();
    return {
      localName,
      size: [Math.round(width), Math.round(height)],
      copies: root?.querySelectorAll('[part=base]').length ?? 0,
      text: [...(root?.querySelectorAll('[part=base] *') ?? [])]
        .flatMap((node) => (node.children.length ? [] : (node.assignedNodes?.()[0] ?? node).textContent.trim()))
        .join(' '),
      styled: root?.adoptedStyleSheets.length > 0,
    };
  });
globalThis.ssrBefore = globalThis.ssrLook();
