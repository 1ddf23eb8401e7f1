"use client";

import { Card } from "@/components/ui/card";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";

/** A mail as its reader shows it, and as plain text. The page of the mail runs no script and reaches nothing. */
export function MessageBody({ title, html, text }: { title: string; html: string; text: string }) {
  return (
    <Tabs defaultValue="message">
      <TabsList aria-label="How to show it">
        <TabsTrigger value="message">Message</TabsTrigger>
        <TabsTrigger value="text">Plain text</TabsTrigger>
      </TabsList>
      <TabsContent value="message">
        <Card className="overflow-hidden">
          <iframe
            title={title}
            srcDoc={html}
            // Links may open in a new tab as ordinary pages; nothing else is allowed.
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            referrerPolicy="no-referrer"
            className="block h-[40rem] max-h-[75dvh] w-full"
          />
        </Card>
      </TabsContent>
      <TabsContent value="text">
        <Card className="overflow-x-auto px-4 py-3.5">
          <pre className="wrap-anywhere whitespace-pre-wrap font-mono text-sm">
            <LinkedText text={text} />
          </pre>
        </Card>
      </TabsContent>
    </Tabs>
  );
}

function LinkedText({ text }: { text: string }) {
  return text.split(/(https?:\/\/[^\s<>"']+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text do not move
        key={index}
        href={part}
        rel="noreferrer"
        className="text-accent-text underline underline-offset-2"
      >
        {part}
      </a>
    ) : (
      part
    ),
  );
}
