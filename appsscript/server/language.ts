/** Brings what packages in the bundle need of the language beyond 2019; it runs before them. */

if (!("hasOwn" in Object)) {
  Object.defineProperty(Object, "hasOwn", {
    value: (home: object, key: PropertyKey) =>
      Object.getOwnPropertyDescriptor(home, key) !== undefined,
    configurable: true,
    writable: true,
  });
}

export {};
