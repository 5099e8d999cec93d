/** Finds where a source can be made wrong by one small change, and draws from what it found. */

import { parseAst } from "vitest/node";

/** One wrong character or two, put between `start` and `end` of a file. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** A node of the syntax tree; what else it has depends on its type. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const OPERATORS: Readonly<Record<string, readonly [kind: string, wrong: string]>> = {
  "<": ["boundary", "<="],
  "<=": ["boundary", "<"],
  ">": ["boundary", ">="],
  ">=": ["boundary", ">"],
  "===": ["negation", "!=="],
  "!==": ["negation", "==="],
  "&&": ["logic", "||"],
  "||": ["logic", "&&"],
  "+": ["arithmetic", "-"],
  "-": ["arithmetic", "+"],
  "*": ["arithmetic", "/"],
  "/": ["arithmetic", "*"],
  "+=": ["arithmetic", "-="],
  "-=": ["arithmetic", "+="],
};

const METHODS: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  min: "max",
  max: "min",
};

/** What says nothing when the program runs, or says where other files are. */
const SILENT =
  /^(?:TS(?!AsExpression|NonNullExpression|SatisfiesExpression)|Import|ExportAll|ExportSpecifier)/;

/** Sizes are judged by the eye: no test could say that a pixel more is wrong. */
const LOOKS = /(?:widths?|heights?|size|margin|indent)$/i;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) => {
    if (Array.isArray(value)) return value.filter(isNode);
    return isNode(value) ? [value] : [];
  });
}

/** An error in the making: what is said in it are words. */
function isMessage(node: Node, text: string): boolean {
  if (node.type !== "NewExpression" && node.type !== "CallExpression") return false;
  const callee = node.callee as Node;
  return /Error$/.test(text.slice(callee.start, callee.end));
}

/** `!found`, `found === undefined`: what the compiler asks of every look-up, whether or not it can miss. */
function isAbsence(node: Node): boolean {
  if (node.type === "LogicalExpression")
    return isAbsence(node.left as Node) && isAbsence(node.right as Node);
  if (node.type === "UnaryExpression")
    return node.operator === "!" && (node.argument as Node).type === "Identifier";
  if (node.type !== "BinaryExpression" || node.operator !== "===") return false;
  const right = node.right as Node;
  return right.name === "undefined" || right.raw === "null";
}

/** All single changes to a source that make another program of it. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const found: Mutant[] = [];
  const change = (kind: string, { start, end }: Pick<Node, "start" | "end">, after: string) => {
    const line = text.slice(0, start).split("\n").length;
    found.push({ file, line, kind, start, end, before: text.slice(start, end), after });
  };
  const visit = (node: Node, parent: Node | null): void => {
    if (SILENT.test(node.type) || isMessage(node, text) || isLook(node, text)) return;
    changesAt(node, parent, text, change);
    for (const child of childrenOf(node)) visit(child, node);
  };
  visit(parseAst(text, { lang: "ts" }, file) as unknown as Node, null);
  return found;
}

type Change = (kind: string, where: Pick<Node, "start" | "end">, after: string) => void;

function changesAt(node: Node, parent: Node | null, text: string, change: Change): void {
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression": {
      const wrong = OPERATORS[String(node.operator)];
      if (wrong) change(wrong[0], operatorOf(node, text), wrong[1]);
      return;
    }
    case "UnaryExpression":
      if (node.operator === "!") change("negation", { start: node.start, end: node.start + 1 }, "");
      return;
    case "IfStatement":
    case "ConditionalExpression": {
      const test = node.test as Node;
      change("condition", test, "true");
      if (!isAbsence(test)) change("condition", test, "false");
      return;
    }
    case "Literal":
      if (!isKey(node, parent)) literal(node, change);
      return;
    case "TemplateLiteral":
      if (parent?.type !== "TaggedTemplateExpression") change("string", node, '""');
      return;
    case "ExpressionStatement": {
      const call = (node.expression as Node).type;
      const isSuper = text.startsWith("super(", node.start);
      if ((call === "CallExpression" || call === "AwaitExpression") && !isSuper)
        change("call", node, ";");
      return;
    }
    case "MemberExpression": {
      const property = node.property as Node;
      const other = METHODS[String(property.name)];
      if (other && parent?.type === "CallExpression") change("method", property, other);
      return;
    }
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression": {
      const returns = (node.returnType as Node | null | undefined)?.typeAnnotation;
      const body = node.body as Node | null;
      if (body?.type !== "BlockStatement" || !isNode(returns)) return;
      if (returns.type === "TSVoidKeyword" && (body.body as Node[]).length > 0)
        change("return", { start: body.start, end: body.start + 1 }, "{ return;");
      return;
    }
  }
}

function literal(node: Node, change: Change): void {
  const { value } = node;
  if (typeof value === "number") change("constant", node, String(value + 1));
  else if (typeof value === "boolean") change("constant", node, String(!value));
  else if (typeof value === "string" && value !== "") change("string", node, '""');
}

const isKey = (node: Node, parent: Node | null): boolean =>
  (parent?.type === "Property" && parent.key === node && parent.value !== node) ||
  (parent?.type === "ExpressionStatement" && "directive" in parent);

/** What is only numbers under the name of a size. */
function isLook(node: Node, text: string): boolean {
  const [name, value] = node.type === "Property" ? [node.key, node.value] : [node.id, node.init];
  if (!isNode(name) || !isNode(value) || !LOOKS.test(String(name.name))) return false;
  return /^[[\]\d\s.,]+$/.test(text.slice(value.start, value.end));
}

function operatorOf(node: Node, text: string): Pick<Node, "start" | "end"> {
  const operator = String(node.operator);
  // Brackets may close behind the left side; comments do not stand there.
  const start = text.indexOf(operator, (node.left as Node).end);
  return { start, end: start + operator.length };
}

/** Random numbers from 0 to 1 that a seed repeats (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** As many as asked for, in turn from each group, so that a small one has its share. */
export function drawn<T>(groups: readonly (readonly T[])[], many: number, seed: number): T[] {
  const random = randomFrom(seed);
  const left = groups.map((group) => [...group]);
  const taken: T[] = [];
  for (let turn = 0; taken.length < many && left.some((group) => group.length > 0); turn += 1) {
    const group = left[turn % left.length];
    if (group && group.length > 0)
      taken.push(...group.splice(Math.floor(random() * group.length), 1));
  }
  return taken;
}
