import { randomUUID } from "node:crypto";
import { toProblem } from "@/lib/api/problem";
import { AppError } from "@/lib/errors";

/** What no operation answers to: scripts get a problem, not a page. */
function notFound(): Response {
  return toProblem(new AppError("not_found", "There is no such operation"), {
    requestId: randomUUID(),
    fieldsIn: "query",
  });
}

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
