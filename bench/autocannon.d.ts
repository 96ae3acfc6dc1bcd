// The part of autocannon that the benches use; it ships no types.
declare module 'autocannon' {
  type BenchOptions = { url: string; headers?: Record<string, string>; connections: number; duration: number }
  type Result = {
    requests: { average: number; total: number }
    non2xx: number
    errors: number
    latency: { p50: number; p99: number }
  }
  export default function autocannon(options: BenchOptions): Promise<Result>
}
