/** Views as plain data, and a patch that touches only those parts of the page that changed. */

type Attribute = string | number | boolean | null;
type Handler = (event: Event) => void;

export interface Props {
  /** Keeps an element itself when its neighbours come and go. */
  readonly key?: string;
  readonly on?: Readonly<Record<string, Handler>>;
  /** What a field shows. Setting what it shows already would move the caret, so that is left out. */
  readonly value?: string;
  readonly checked?: boolean;
  readonly [attribute: string]: Attribute | undefined | Readonly<Record<string, Handler>>;
}

export interface View {
  readonly tag: string;
  readonly props: Props;
  readonly children: readonly (View | string)[];
}

export type Child = View | string | null | undefined | false | readonly Child[];

/** Describes an element. What is false, null or undefined is left out; attributes that are true are empty. */
export function h(tag: string, props: Props = {}, ...children: Child[]): View {
  return { tag, props, children: flatten(children) };
}

function flatten(children: readonly Child[]): (View | string)[] {
  const flat: (View | string)[] = [];
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === "") continue;
    if (typeof child === "string") flat.push(child);
    else if (isView(child)) flat.push(child);
    else flat.push(...flatten(child));
  }
  return flat;
}

function isView(child: View | readonly Child[]): child is View {
  return "tag" in child;
}

const SVG = "http://www.w3.org/2000/svg";
/** What stands in here is of the page again. */
const FOREIGN = "foreignObject";

interface Drawn {
  view: View;
  readonly handlers: Map<string, Handler>;
}

/** What each element was last drawn from. */
const drawn = new WeakMap<Element, Drawn>();

/** Makes the children of `parent` look like the views; elements that still fit are kept. */
export function patch(parent: Element, views: readonly (View | string)[]): void {
  const keyed = new Map<string, Element>();
  const loose: ChildNode[] = [];
  for (const node of Array.from(parent.childNodes)) {
    const key = node instanceof Element ? drawn.get(node)?.view.props.key : undefined;
    if (key !== undefined && node instanceof Element) keyed.set(key, node);
    else loose.push(node);
  }
  const wanted = views.map((view) => fitting(view, keyed, loose));
  for (const node of [...keyed.values(), ...loose]) node.remove();
  let place: ChildNode | null = parent.firstChild;
  views.forEach((view, index) => {
    const node = wanted[index] ?? create(view, parent);
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
    if (typeof view === "string") {
      if (node.nodeValue !== view) node.nodeValue = view;
    } else if (node instanceof Element) {
      update(node, view);
    }
  });
}

/** Takes the old node that a view can go on using. */
function fitting(
  view: View | string,
  keyed: Map<string, Element>,
  loose: ChildNode[],
): ChildNode | null {
  if (typeof view !== "string" && view.props.key !== undefined) {
    const node = keyed.get(view.props.key);
    if (!node || drawn.get(node)?.view.tag !== view.tag) return null;
    keyed.delete(view.props.key);
    return node;
  }
  const at = loose.findIndex((node) =>
    typeof view === "string"
      ? node.nodeType === 3
      : node instanceof Element && drawn.get(node)?.view.tag === view.tag,
  );
  return at < 0 ? null : (loose.splice(at, 1)[0] ?? null);
}

function create(view: View | string, parent: Element): ChildNode {
  const page = parent.ownerDocument;
  if (typeof view === "string") return page.createTextNode(view);
  const isSvg = view.tag === "svg" || (parent.namespaceURI === SVG && parent.localName !== FOREIGN);
  const element = isSvg ? page.createElementNS(SVG, view.tag) : page.createElement(view.tag);
  drawn.set(element, { view: { tag: view.tag, props: {}, children: [] }, handlers: new Map() });
  return element;
}

function update(element: Element, view: View): void {
  const state = drawn.get(element);
  if (!state || state.view === view) return;
  const old = state.view.props;
  for (const name of Object.keys(old)) {
    if (isAttribute(name) && !(name in view.props)) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(view.props)) {
    if (!isAttribute(name) || value === old[name]) continue;
    if (value === undefined || value === null || value === false) element.removeAttribute(name);
    // By its object, because a strict page policy refuses the attribute.
    else if (name === "style" && isStyled(element)) element.style.cssText = String(value);
    else if (typeof value !== "object")
      element.setAttribute(name, value === true ? "" : String(value));
  }
  listen(element, state, view.props.on ?? {});
  patch(element, view.children);
  fill(element, view.props);
  state.view = view;
}

const isStyled = (element: Element): element is HTMLElement | SVGElement => "style" in element;

function isAttribute(name: string): boolean {
  return name !== "key" && name !== "on" && name !== "value" && name !== "checked";
}

function fill(element: Element, props: Props): void {
  const { value, checked } = props;
  // A list box has its value by its options, which have theirs by now.
  if (element instanceof HTMLOptionElement || element instanceof HTMLSelectElement) {
    if (value !== undefined && element.value !== value) element.value = value;
    return;
  }
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return;
  if (value !== undefined && element.value !== value) element.value = value;
  if (checked !== undefined && element instanceof HTMLInputElement && element.checked !== checked) {
    element.checked = checked;
  }
}

/** One listener an event and element; it calls whatever the newest view says. */
function listen(element: Element, state: Drawn, on: Readonly<Record<string, Handler>>): void {
  for (const type of state.handlers.keys()) if (!(type in on)) state.handlers.delete(type);
  for (const [type, handler] of Object.entries(on)) {
    if (!heard(element).has(type)) {
      heard(element).add(type);
      element.addEventListener(type, (event) => state.handlers.get(type)?.(event));
    }
    state.handlers.set(type, handler);
  }
}

const listening = new WeakMap<Element, Set<string>>();

function heard(element: Element): Set<string> {
  const types = listening.get(element) ?? new Set<string>();
  listening.set(element, types);
  return types;
}
