import { type AddressInfo, createServer, type Socket } from "node:net";

export interface ReceivedMail {
  from: string;
  /** One entry per RCPT TO, as it came over the wire. */
  recipients: string[];
  /** Header lines, unfolded. */
  headers: string[];
  raw: string;
}

export interface SmtpBehavior {
  /** Answers to a command ("MAIL", "RCPT", "DATA", "." for the end of the message); undefined hangs up instead. */
  answers?: Partial<Record<string, string | undefined>>;
  /** Asks for AUTH PLAIN with exactly this. */
  login?: { user: string; password: string };
}

export interface StartedSmtp {
  port: number;
  mails: ReceivedMail[];
  /** Every command line, in order. */
  commands: string[];
  behavior: SmtpBehavior;
  close(): Promise<void>;
}

/** A mail server on loopback that says what really came over the wire, and fails where it is told to. */
export async function startSmtp(behavior: SmtpBehavior = {}): Promise<StartedSmtp> {
  const sockets = new Set<Socket>();
  const started: StartedSmtp = { port: 0, mails: [], commands: [], behavior, close: async () => {} };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    converse(socket, started);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  started.port = (server.address() as AddressInfo).port;
  started.close = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise((done) => server.close(() => done()));
  };
  return started;
}

function converse(socket: Socket, started: StartedSmtp): void {
  let buffer = "";
  let isInData = false;
  let mail: ReceivedMail = emptyMail();
  const say = (verb: string, text: string) => {
    const answers = started.behavior.answers ?? {};
    if (verb in answers && answers[verb] === undefined) return socket.destroy();
    return socket.write(`${answers[verb] ?? text}\r\n`);
  };
  const command = (line: string) => {
    started.commands.push(line);
    const verb = line.slice(0, 4).trim().toUpperCase();
    if (verb === "EHLO")
      return say("EHLO", `250-joba.test${started.behavior.login ? "\r\n250-AUTH PLAIN" : ""}\r\n250 8BITMIME`);
    if (verb === "AUTH")
      return say("AUTH", isLogin(line, started.behavior.login) ? "235 welcome" : "535 wrong password");
    if (verb === "MAIL") {
      mail = { ...emptyMail(), from: line };
      return say("MAIL", "250 ok");
    }
    if (verb === "RCPT") {
      mail.recipients.push(line);
      return say("RCPT", "250 ok");
    }
    if (verb === "DATA") {
      isInData = (started.behavior.answers?.DATA ?? "354").startsWith("354");
      return say("DATA", "354 go on");
    }
    if (verb === "STAR") return say("STAR", "502 no encryption here");
    if (verb === "QUIT") return socket.end("221 bye\r\n");
    return say(verb, "250 ok");
  };
  socket.setEncoding("latin1");
  socket.write("220 joba.test\r\n");
  socket.on("data", (chunk: string) => {
    buffer += chunk;
    for (;;) {
      const end = buffer.indexOf(isInData ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const piece = buffer.slice(0, end);
      buffer = buffer.slice(end + (isInData ? 5 : 2));
      if (!isInData) command(piece);
      else {
        isInData = false;
        started.mails.push({ ...mail, raw: piece, headers: headersOf(piece) });
        say(".", "250 taken as 4711");
      }
    }
  });
}

const emptyMail = (): ReceivedMail => ({ from: "", recipients: [], headers: [], raw: "" });

function headersOf(raw: string): string[] {
  const head = raw.split("\r\n\r\n")[0] ?? "";
  return head.replace(/\r\n[ \t]+/g, " ").split(/\r\n|\r|\n/);
}

function isLogin(line: string, login: SmtpBehavior["login"]): boolean {
  const given = Buffer.from(line.split(" ")[2] ?? "", "base64").toString();
  return Boolean(login) && given === `\0${login?.user}\0${login?.password}`;
}
