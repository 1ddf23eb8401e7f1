import "server-only";
import type { SourceAdapter } from "@/lib/sources/adapter";
import { fetchSourceDetail, fetchSourcePage, sourceOrigin } from "@/lib/sources/crawl";
import { getSource } from "@/lib/sources/registry";

/** How a run reaches boards. Tests bring adapters of their own. */
export interface Crawler {
  getSource(id: string): SourceAdapter;
  originOf(adapter: SourceAdapter): string;
  fetchPage: typeof fetchSourcePage;
  fetchDetail: typeof fetchSourceDetail;
}

export const liveCrawler: Crawler = {
  getSource,
  originOf: sourceOrigin,
  fetchPage: fetchSourcePage,
  fetchDetail: fetchSourceDetail,
};
