export const themes = ['auto', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** The theme that the cookie names; the device's own where there is none or it is something else. */
export const themeOf = (cookie: string | undefined): Theme => themes.find((theme) => theme === cookie) ?? 'auto'
