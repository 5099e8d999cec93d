/** Makes elements of the page's own frame. */

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An element with attributes (absent for null, undefined and false) and children; text is never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

export function button(label: string, onClick: () => void, attributes: Attributes = {}) {
  const made = element("button", { type: "button", class: "command", ...attributes }, label);
  made.addEventListener("click", onClick);
  return made;
}
