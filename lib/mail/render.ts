import "server-only";
import { render, toPlainText } from "react-email";
import { headerText } from "./headers";
import { TEMPLATES, type TemplateName, type TemplateProps } from "./templates";

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** A template as the three texts of a mail. The subject is one line of at most 200 characters. */
export async function renderMail<N extends TemplateName>(name: N, props: TemplateProps<N>): Promise<RenderedMail> {
  const template = templateOf(name);
  const html = await render(template.default(props));
  const text = toPlainText(html, { wordwrap: false });
  return { subject: headerText(template.subject(props)), html, text };
}

/** TypeScript cannot tie a name to its own props through an index; the signature above guarantees the pair. */
function templateOf<N extends TemplateName>(name: N) {
  return TEMPLATES[name] as unknown as {
    default: (props: TemplateProps<N>) => Parameters<typeof render>[0];
    subject: (props: TemplateProps<N>) => string;
  };
}
