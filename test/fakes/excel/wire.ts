/** The shapes that Microsoft's client library sends and expects. */

import { ApiError } from "./failure.ts";

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly (number | null)[] | null;
}

export interface PathInfo {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
}

export interface Body {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, PathInfo>>;
}

export interface WireEvent {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

export const lower = (name: string): string =>
  name.startsWith("_") ? name : name.charAt(0).toLowerCase() + name.slice(1);
export const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const utf8 = (text: string): number => new TextEncoder().encode(text).length;

export const errorAnswer = (error: ApiError, at: number, results: readonly unknown[]): object => ({
  Error: { Code: error.code, Message: error.message, Location: null, ActionIndex: at },
  Results: results,
});

export const failure = (
  code: string,
  message: string,
  at: number,
  results: readonly unknown[],
): string => JSON.stringify(errorAnswer(new ApiError(code, message), at, results));
