declare module 'gender-detection-from-name/names/en.js' {
  const sexByName: ReadonlyMap<string, 'male' | 'female'>;
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS
  export default sexByName;
}
