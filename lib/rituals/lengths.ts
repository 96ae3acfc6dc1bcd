const LENGTHS = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 480, 720, 1440]

/** The lengths that can be chosen, in minutes and in order. `current` is among them, as the API takes any length. */
export const lengthChoices = (current: number): number[] => [...new Set([...LENGTHS, current])].sort((a, b) => a - b)
