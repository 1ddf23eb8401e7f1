/** Made up, and the same throughout the reference, so that its examples read as one story. */
export const IDS = {
  user: "6f1c2f0e-3c1b-4a4e-9d59-3b0f6f3b7a10",
  session: "0c9f4f4e-8a0f-4d53-9a3e-2f6f7a1f1c11",
  browser: "b7f1f4c2-61b2-4f0b-8d3c-5b2c0a9e7d12",
  token: "3d5a8e0c-2b7f-4c61-8f0a-9e1d2c3b4a13",
  search: "a4e2d1c0-9b8a-4f7e-8d6c-5b4a39281714",
  run: "d2b7c9e4-1f3a-4b5c-9d8e-7f6a5b4c3d15",
  job: "51c0e9b8-7a6f-4e5d-8c3b-2a19f8e7d616",
  company: "c8d7e6f5-a4b3-42c1-90d8-e7f6a5b4c317",
  posting: "e9f8a7b6-c5d4-4e3f-a2b1-0c9d8e7f6a18",
  change: "7e6d5c4b-3a29-4817-96f5-e4d3c2b1a019",
} as const;

export const CURSOR = "WzE3ODA5ODM2MDAwMDAsImE0ZTJkMWMwIl0.9mM3kq0XJ2hP1sVa";
