/** The one thing that is used of React, so that its types need not be installed. */

declare module "react" {
  export function createElement(
    name: "div",
    properties: { readonly ref: (place: HTMLElement | null) => void },
  ): object;
}
