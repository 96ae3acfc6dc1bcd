export const iconsFile: string
export function iconsCss(names: readonly string[]): Promise<string>
