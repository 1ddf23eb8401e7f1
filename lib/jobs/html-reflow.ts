import { visitTokens } from "./html-tokens";

const INLINE = new Set(["strong", "em", "b", "i", "code", "a"]);
const CONTAINERS = new Set(["ul", "ol", "li", "blockquote"]);
const HEADINGS = new Set(["h2", "h3", "h4"]);
const MAX_DEPTH = 12;

/**
 * Rewrites sanitised HTML, where boards nest `div` in `div`, as plain paragraphs, headings and lists: well formed,
 * at most 12 containers deep, no empty element. Tags are copied as the sanitiser wrote them or made here, never parsed.
 */
export function reflow(html: string): string {
  const writer = new Writer();
  visitTokens(html, (kind, name, start, end) => {
    const raw = html.slice(start, end);
    if (kind === "text") writer.text(raw);
    else if (name === "br") writer.lineBreak();
    else if (INLINE.has(name)) writer.inline(name, kind, raw);
    else if (CONTAINERS.has(name)) kind === "open" ? writer.openContainer(name) : writer.closeContainer(name);
    else if (HEADINGS.has(name) || name === "pre") kind === "open" ? writer.openBlock(name) : writer.closeBlock();
    else writer.closeBlock();
  });
  return writer.finish();
}

class Writer {
  private out = "";
  /** Open lists, items and quotes; `isWritten` is false until something stands in them. */
  private containers: { name: string; isImplicit: boolean; isWritten: boolean; hasContent: boolean }[] = [];
  /** Containers refused for depth, so that their closing tags close nothing. */
  private refused = 0;
  private block = "";
  private pendingBlock = "";
  /** A silent element writes nothing: a link without target, a second `b` inside a `b`. */
  private inlines: { name: string; raw: string; isSilent: boolean; isOpen: boolean }[] = [];
  private breaks = 0;

  text(raw: string): void {
    if (this.block !== "pre" && this.pendingBlock !== "pre" && raw.trim() === "") {
      if (this.block !== "" && raw !== "" && this.breaks === 0) this.out += " ";
      return;
    }
    const isFirst = this.block === "";
    this.ensureBlock();
    if (this.breaks > 0) this.out += "<br>";
    this.breaks = 0;
    for (const inline of this.inlines) {
      if (inline.isSilent || inline.isOpen) continue;
      this.out += inline.raw;
      inline.isOpen = true;
    }
    this.out += isFirst && this.block !== "pre" ? raw.trimStart() : raw;
  }

  lineBreak(): void {
    if (this.block === "") return;
    if (this.block === "pre") this.out += "\n";
    else if (++this.breaks === 2 && this.block !== "li") this.closeBlock();
  }

  inline(name: string, kind: "open" | "close", raw: string): void {
    if (kind === "open") {
      const isNested = this.inlines.some((open) => open.name === name && !open.isSilent);
      this.inlines.push({ name, raw, isSilent: isNested || (name === "a" && !raw.includes(" href=")), isOpen: false });
      return;
    }
    const at = this.inlines.findLastIndex((open) => open.name === name);
    if (at === -1) return;
    for (const open of this.inlines.slice(at).reverse()) {
      if (open.isOpen) this.out += `</${open.name}>`;
      open.isOpen = false;
    }
    this.inlines.splice(at, 1);
  }

  openBlock(name: string): void {
    this.closeBlock();
    this.pendingBlock = name;
  }

  openContainer(name: string): void {
    this.closeBlock();
    if (name === "li") this.closeItem();
    if (this.containers.length >= MAX_DEPTH) {
      this.refused++;
      return;
    }
    if (name !== "li") this.leaveImplicitList();
    if (name === "li" && !this.isInList()) this.push("ul", true);
    if (name !== "li" && this.isInList()) this.push("li");
    this.push(name);
  }

  closeContainer(name: string): void {
    this.closeBlock();
    if (this.refused > 0) {
      this.refused--;
      return;
    }
    const at = this.containers.findLastIndex((open) => open.name === name);
    if (at !== -1) while (this.containers.length > at) this.pop();
  }

  /** Ends the paragraph; inline elements stay wanted and reopen with the next text. */
  closeBlock(): void {
    this.breaks = 0;
    this.pendingBlock = "";
    if (this.block === "") return;
    for (const open of [...this.inlines].reverse()) {
      if (open.isOpen) this.out += `</${open.name}>`;
      open.isOpen = false;
    }
    if (this.block !== "li") this.out += `</${this.block}>`;
    this.block = "";
  }

  finish(): string {
    this.closeBlock();
    while (this.containers.length > 0) this.pop();
    return this.out;
  }

  private ensureBlock(): void {
    if (this.block !== "") return;
    this.leaveImplicitList();
    if (this.isInList()) this.push("li");
    for (const container of this.containers) {
      if (!container.isWritten) this.out += `<${container.name}>`;
      container.isWritten = true;
    }
    const container = this.top();
    const isFirstInItem = container?.name === "li" && !container.hasContent;
    this.block = this.pendingBlock || (isFirstInItem ? "li" : "p");
    this.pendingBlock = "";
    for (const open of this.containers) open.hasContent = true;
    if (this.block !== "li") this.out += `<${this.block}>`;
  }

  private closeItem(): void {
    const list = this.containers.findLastIndex(({ name }) => name === "ul" || name === "ol");
    const item = this.containers.findLastIndex(({ name }) => name === "li");
    if (item > list) while (this.containers.length > item) this.pop();
  }

  /** A list made for items without one ends where something else begins. */
  private leaveImplicitList(): void {
    if (this.top()?.isImplicit) this.pop();
  }

  private isInList(): boolean {
    return this.top()?.name === "ul" || this.top()?.name === "ol";
  }

  private push(name: string, isImplicit = false): void {
    this.containers.push({ name, isImplicit, isWritten: false, hasContent: false });
  }

  private pop(): void {
    const container = this.containers.pop();
    if (container?.isWritten) this.out += `</${container.name}>`;
  }

  private top() {
    return this.containers.at(-1);
  }
}
