import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { DENSITY_COOKIE, parseDensity } from "@/components/layout/preferences";
import { ThemeProvider } from "@/components/layout/theme-provider";
import { Toaster } from "@/components/ui/toaster";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "JOBA", template: "%s · JOBA" },
  description:
    "Reads the job boards for you, ranks every opening against your CV and shows the sentence behind every point.",
  applicationName: "JOBA",
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f9f9fa" },
    { media: "(prefers-color-scheme: dark)", color: "#0e0f11" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [requestHeaders, jar] = await Promise.all([headers(), cookies()]);
  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      data-density={parseDensity(jar.get(DENSITY_COOKIE)?.value)}
      suppressHydrationWarning
    >
      <body>
        <ThemeProvider nonce={requestHeaders.get("x-nonce") ?? undefined}>
          {children}
          <Toaster />
        </ThemeProvider>
      </body>
    </html>
  );
}
