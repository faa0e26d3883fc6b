import { LogOut } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { Badge } from "@/components/ui/status";
import type { OpenSession } from "@/lib/access/profile";
import type { FormAction } from "@/lib/shared/action-state";
import type { Reader } from "@/lib/shared/format";
import { deviceName } from "./device-name";

type SessionListProps = {
  sessions: readonly OpenSession[];
  currentId: string;
  reader: Reader;
  endOne: FormAction;
  endOthers: FormAction;
};

export function SessionList({ sessions, currentId, reader, endOne, endOthers }: SessionListProps) {
  return (
    <Card>
      <CardHeader
        title="Sessions"
        sub="Where you are signed in. End what you do not recognise, then change your password."
      />
      <DataTable
        caption="Your open sessions"
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          {
            key: "device",
            header: "Device",
            cell: (session) => (
              <span className="flex flex-wrap items-center gap-2">
                {deviceName(session.userAgent)}
                {session.id === currentId ? <Badge tone="accent">This one</Badge> : null}
              </span>
            ),
          },
          { key: "place", header: "In", cell: (session) => session.place },
          { key: "address", header: "Address", cell: (session) => session.ipAddress ?? "unknown" },
          {
            key: "seen",
            header: "Last used",
            cell: (session) => <InstantText instant={session.lastSeenAt} reader={reader} />,
          },
          {
            key: "end",
            header: <span className="sr-only">End</span>,
            align: "right",
            cell: (session) =>
              session.id === currentId ? null : (
                <ActionButton
                  action={endOne}
                  fields={{ id: session.id }}
                  size="sm"
                  variant="quiet"
                  aria-label={`End the session on ${deviceName(session.userAgent)}`}
                >
                  End
                </ActionButton>
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <CardFooter>
          <ActionButton
            action={endOthers}
            icon={<LogOut aria-hidden />}
            confirm={{
              title: "End all other sessions?",
              body: "You stay signed in here and are signed out on every other device.",
              label: "End them",
            }}
          >
            Sign out everywhere else
          </ActionButton>
        </CardFooter>
      ) : null}
    </Card>
  );
}
