export type UploadResult = { ok: true; rows: number } | { ok: false; message: string };

/** Sends a file as it is; XMLHttpRequest because it alone tells how much of it has left. */
export function uploadArchive(file: File, onProgress: (share: number) => void): Promise<UploadResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/account-data");
    request.setRequestHeader("content-type", "application/zip");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1);
    request.upload.onload = () => onProgress(1);
    request.onload = () => resolve(resultOf(request.status, request.response));
    request.onerror = () => resolve({ ok: false, message: "The connection broke before the file had arrived" });
    request.send(file);
  });
}

function resultOf(status: number, body: unknown): UploadResult {
  const { data, detail } = (body ?? {}) as { data?: { rows?: number }; detail?: string };
  if (status === 200 && typeof data?.rows === "number") return { ok: true, rows: data.rows };
  return { ok: false, message: (detail ?? "Something went wrong on our side").replace(/\.$/, "") };
}
