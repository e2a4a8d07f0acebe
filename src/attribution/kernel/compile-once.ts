/** Compiles `code` (WebAssembly as base64) when it is first asked for; all instances of it share the outcome. */
export function compileOnce(code: string): () => WebAssembly.Module {
  let module: WebAssembly.Module | undefined;
  return () => {
    module ??= new WebAssembly.Module(
      Uint8Array.from(atob(code), (character) => character.charCodeAt(0)),
    );
    return module;
  };
}
