/**
 * What JSX becomes in the script of the first screen, instead of what the library makes of it: it is drawn once, by `toNodes`, so
 * neither keys nor anything else of the library is needed.
 */
export function jsx(type: unknown, props: object): object {
  return { type, props };
}

export { jsx as jsxs };

export function Fragment({ children }: { children: unknown }): unknown {
  return children;
}
