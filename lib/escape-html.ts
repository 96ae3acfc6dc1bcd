const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }

/** A text as HTML has it, between tags and in an attribute with double quotes. React does this itself: it is for pages without React. */
export const escapeHtml = (text: string): string => text.replace(/[&<"]/g, (letter) => ESCAPES[letter] ?? letter)
