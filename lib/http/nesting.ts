/** Whether a JSON text opens more than `most` lists and objects inside one another. Stops where it is so. */
export function isNestedBeyond(text: string, most: number): boolean {
  let depth = 0
  for (let place = 0; place < text.length; place++) {
    const character = text[place]
    if (character === '"') place = endOfString(text, place)
    else if (character === ']' || character === '}') depth -= 1
    else if (character === '[' || character === '{') {
      depth += 1
      if (depth > most) return true
    }
  }
  return false
}

/** The place of the quotation mark that ends the string which begins at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

function isEscaped(text: string, place: number): boolean {
  let backslashes = 0
  while (text[place - 1 - backslashes] === '\\') backslashes += 1
  return backslashes % 2 === 1
}
