import { IDS } from "./ids";

export const GRANT = {
  accessToken: "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzaWQiOiIwYzlmNGY0ZSJ9.kq0XJ2hP1sVa",
  tokenType: "Bearer",
  expiresAt: "2026-06-01T08:15:00.000Z",
  refreshToken: "jobr_Yk3mQ0XJ2hP1sVa9tLr8uNw4bZc7dEf6gHi5jKl2mNo",
  refreshExpiresAt: "2026-06-15T08:00:00.000Z",
  sessionId: IDS.session,
  scopes: ["jobs:read", "searches:read"],
};

export const ACCOUNT = {
  id: IDS.user,
  email: "ada@example.com",
  name: "Ada",
  role: "user",
  isDemo: false,
  isEmailVerified: true,
  createdAt: "2026-01-12T09:30:00.000Z",
};

export const SESSIONS = [
  {
    id: IDS.session,
    kind: "api",
    method: "password",
    device: "curl",
    deviceKind: "program",
    address: "203.0.113.7",
    signedInAt: "2026-06-01T08:00:00.000Z",
    lastUsedAt: "2026-06-01T08:05:00.000Z",
    isCurrent: true,
  },
  {
    id: IDS.browser,
    kind: "browser",
    method: "password",
    device: "Firefox on Linux",
    deviceKind: "computer",
    signedInAt: "2026-05-30T07:12:00.000Z",
    lastUsedAt: "2026-05-31T19:40:00.000Z",
    isCurrent: false,
  },
];

export const API_TOKEN = {
  id: IDS.token,
  name: "Nightly export",
  prefix: "joba_q7Rk2",
  scopes: ["jobs:read"],
  createdAt: "2026-06-01T08:00:00.000Z",
  expiresAt: "2026-08-30T08:00:00.000Z",
  lastUsedAt: null,
};
