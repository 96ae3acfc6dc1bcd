type Ended = Readonly<{ code: number; output: string; passed: number; failed: number }>
type RunOptions = Readonly<{ env?: Readonly<Record<string, string>>; withinMs?: number }>

export function runVitest(project: string, more?: readonly string[], options?: RunOptions): Promise<Ended>
export function runPlaywright(more?: readonly string[], options?: RunOptions): Promise<Ended>
