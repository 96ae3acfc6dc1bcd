export const themes = ['auto', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** The theme that the cookie names; the device's setting where the cookie is missing or has another value. */
export const themeOf = (cookie: string | undefined): Theme => themes.find((theme) => theme === cookie) ?? 'auto'
