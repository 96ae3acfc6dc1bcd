/** The Navigation API of this tab. Browsers from before 2026 may lack it. */
export const navigationOfTab = () => ('navigation' in globalThis ? globalThis.navigation : null)

/**
 * Names the entry of the tab's history that is shown. It keeps its name when its address is replaced, and when the person
 * comes back to it. Empty where the browser does not tell.
 */
export const shownEntry = (): string => navigationOfTab()?.currentEntry?.key ?? ''
