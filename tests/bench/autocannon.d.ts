declare module "autocannon" {
  type Options = {
    url: string;
    connections: number;
    /** Seconds; or `amount` of requests in all. */
    duration?: number;
    amount?: number;
    headers?: Record<string, string>;
    requests?: { method: "GET"; path: string }[];
    timeout?: number;
  };
  type Result = {
    requests: { average: number; total: number };
    duration: number;
    errors: number;
    timeouts: number;
    non2xx: number;
    "2xx": number;
  };
  export default function autocannon(options: Options): Promise<Result>;
}
