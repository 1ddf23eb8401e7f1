import type { MetadataRoute } from "next";

/** The landing may be found; a person's hunt may not. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/$", disallow: "/" } };
}
