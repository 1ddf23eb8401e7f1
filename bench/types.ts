export type BenchRow = {
  name: string;
  value: number;
  unit: string;
  limit: number;
  limitName: string;
  ratio: number;
  goal: string;
  ok: boolean;
};
