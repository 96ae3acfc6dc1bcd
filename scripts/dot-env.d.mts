export declare function takeFromDotEnv(
  name: string,
  where?: { file?: string; env?: Record<string, string | undefined> },
): void
