import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "JOBA",
    short_name: "JOBA",
    description: "A personal job-hunt dashboard for senior software engineers.",
    start_url: "/jobs",
    display: "standalone",
    background_color: "#f9f9fa",
    theme_color: "#2457d6",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
