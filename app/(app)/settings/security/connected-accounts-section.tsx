import { ProviderMark } from "@/components/auth/provider-mark";
import { ConnectButton, DisconnectButton } from "@/components/settings/connection-buttons";
import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import { getContext } from "@/lib/auth/session";
import { type Connection, listConnections } from "@/lib/users/oauth";

type SearchParams = Promise<{ [name: string]: string | string[] | undefined }>;

/** Left out where no provider is configured and none is connected. */
export async function ConnectedAccountsSection({ searchParams }: { searchParams: SearchParams }) {
  const { connections, hasPassword } = await listConnections(await getContext());
  const { connected, refused, unconfirmed } = await searchParams;
  if (connections.length === 0) return null;
  const named = (id: unknown, isConnected: boolean) =>
    connections.find((connection) => connection.provider === id && Boolean(connection.id) === isConnected)?.name;
  const added = named(connected, true);
  const problem =
    (named(refused, false) &&
      `That ${named(refused, false)} account signs in to another JOBA account. Disconnect it there first.`) ||
    (named(unconfirmed, false) && `Confirm your e-mail address first, then connect ${named(unconfirmed, false)}.`);
  return (
    <Card id="connections">
      <CardHeader>
        <CardTitle>Connected accounts</CardTitle>
        <CardDescription>
          Other accounts of yours that sign you in here. JOBA asks them for your name and address and keeps no key to
          them.
        </CardDescription>
      </CardHeader>
      {added && (
        <p role="status" className="border-border border-b bg-positive-soft px-4 py-2 text-positive text-sm">
          {added} is connected.
        </p>
      )}
      {problem && (
        <p role="alert" className="border-border border-b bg-warning-soft px-4 py-2 text-sm text-warning">
          {problem}
        </p>
      )}
      <ul className="divide-y divide-border">
        {connections.map((connection) => (
          <ConnectionRow key={connection.id ?? connection.provider} connection={connection} hasPassword={hasPassword} />
        ))}
      </ul>
    </Card>
  );
}

function ConnectionRow({ connection, hasPassword }: { connection: Connection; hasPassword: boolean }) {
  const { id, provider, name, email, connectedAt, lastUsedAt } = connection;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <span className="text-muted">
        <ProviderMark id={provider} />
      </span>
      <div className="min-w-0 flex-1 basis-40">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-muted text-sm">
          {id ? (
            <>
              {email ? `${email} · ` : ""}
              {provider ? "" : "no longer offered here · "}
              {lastUsedAt ? "used " : "connected "}
              <Time at={lastUsedAt ?? connectedAt ?? new Date(0)} />
            </>
          ) : (
            "Not connected"
          )}
        </p>
      </div>
      {id ? (
        <DisconnectButton id={id} name={name} hasPassword={hasPassword} />
      ) : (
        provider && <ConnectButton provider={provider} name={name} hasPassword={hasPassword} />
      )}
    </li>
  );
}
