import { escapeHtml, type ReplayPosting, replayPostings } from "../postings";
import { html, type Shape } from "../shape";

const PAGE_SIZE = 10;

export const linkedin: Shape = {
  size: 30,
  postings: (size, now) => replayPostings({ seed: 37, size, now, toId: (index) => String(4_300_000_000 + index) }),
  answer({ url }, postings) {
    if (url.pathname === "/jobs-guest/jobs/api/seeMoreJobPostings/search") {
      const start = Number(url.searchParams.get("start") ?? 0);
      if (!(start >= 0 && start < 1000)) return { status: 400, type: "text/plain", body: "" };
      const cards = postings
        .slice(start, start + PAGE_SIZE)
        .map(card)
        .join("\n");
      return html(`<!DOCTYPE html>\n${cards || "<!---->"}\n`);
    }
    const id = url.pathname.match(/^\/jobs-guest\/jobs\/api\/jobPosting\/(\d+)$/)?.[1];
    const viewed = id ?? url.pathname.match(/^\/jobs\/view\/(?:[\w-]*-)?(\d+)$/)?.[1];
    const posting = postings.find((candidate) => candidate.id === viewed);
    return posting && html(detail(posting, id === undefined));
  },
};

function card(posting: ReplayPosting): string {
  const title = escapeHtml(posting.title);
  const slug = posting.domain.replace(".example", "");
  const isNew = posting.index % 3 === 0;
  return `      <li>
    <div class="base-card relative base-search-card base-search-card--link job-search-card" data-entity-urn="urn:li:jobPosting:${posting.id}" data-reference-id="r${posting.index}==">
      <a class="base-card__full-link absolute top-0" href="https://www.linkedin.com/jobs/view/engineer-at-${slug}-${posting.id}?position=${posting.index + 1}&amp;pageNum=0&amp;refId=x%3D%3D&amp;trackingId=y" data-tracking-control-name="public_jobs_jserp-result_search-card">
        <span class="sr-only">${title}</span>
      </a>
      <div class="search-entity-media"><img class="artdeco-entity-image" data-delayed-url="https://media.licdn.com/dms/image/${posting.id}?e=1&amp;v=beta&amp;t=z" alt=""></div>
      <div class="base-search-card__info">
        <h3 class="base-search-card__title">
          ${title}
        </h3>
        <h4 class="base-search-card__subtitle">
          <a class="hidden-nested-link" href="https://www.linkedin.com/company/${slug}?trk=public_jobs_jserp-result_job-search-card-subtitle">
            ${escapeHtml(posting.company)}
          </a>
        </h4>
        <div class="base-search-card__metadata">
          <span class="job-search-card__location">
            ${escapeHtml(posting.place.text)}
          </span>
          <div class="job-posting-benefits"><span class="job-posting-benefits__text">Actively Hiring</span></div>
          <time class="job-search-card__listdate${isNew ? "--new" : ""}" datetime="${posting.postedAt.toISOString().slice(0, 10)}">
            some days ago
          </time>
        </div>
      </div>
    </div>
  </li>`;
}

function detail(posting: ReplayPosting, isFullPage: boolean): string {
  const apply = encodeURIComponent(`https://careers.${posting.domain}/jobs?gh_jid=${posting.id}`);
  const criteria = [
    ["Seniority level", posting.index % 4 === 0 ? "Not Applicable" : "Mid-Senior level"],
    ["Employment type", posting.employmentType === "contract" ? "Contract" : "Full-time"],
    ["Job function", "Engineering and Information Technology"],
    ["Industries", "Software Development"],
  ];
  return `<!DOCTYPE html>
<section class="top-card-layout">
  <h2 class="top-card-layout__title topcard__title">${escapeHtml(posting.title)}</h2>
  <a class="topcard__org-name-link" href="https://www.linkedin.com/company/x?trk=public_jobs_topcard-org-name">${escapeHtml(posting.company)}</a>
  <span class="topcard__flavor topcard__flavor--bullet">${escapeHtml(posting.place.text)}</span>
  <span class="posted-time-ago__text">3 days ago</span>
  <div class="message-the-recruiter"><h3 class="base-main-card__title">A Person Not To Keep</h3></div>
</section>
<div class="description__text"><section class="show-more-less-html"><div class="show-more-less-html__markup">
${posting.html}
</div><button class="show-more-less-html__button">Show more</button></section></div>
<ul class="description__job-criteria-list">${criteria.map(([label, value]) => `<li class="description__job-criteria-item"><h3>${label}</h3><span>${value}</span></li>`).join("")}</ul>
${isFullPage ? `<code id="applyUrl" style="display: none"><!--"https://www.linkedin.com/jobs/view/externalApply/${posting.id}?url=${apply}&urlHash=AbCd"--></code>` : ""}
`;
}
