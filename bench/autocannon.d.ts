declare module "autocannon" {
  interface Result {
    requests: { average: number };
    /** Milliseconds. */
    latency: { p97_5: number };
    non2xx: number;
    errors: number;
  }
  /** `duration` in seconds. */
  export default function autocannon(options: {
    url: string;
    headers?: Record<string, string>;
    connections: number;
    duration: number;
  }): Promise<Result>;
}
