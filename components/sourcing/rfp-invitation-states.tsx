import { StatStrip } from "@/components/ui/stat-strip";
import type { RfpView } from "@/lib/sourcing/rfps/schema";

/** How the invited vendors stand, in four figures. */
export function InvitationStates({ rfp }: { rfp: RfpView }) {
  const count = (states: readonly string[]) =>
    rfp.invitations.filter((invitation) => states.includes(invitation.state)).length;
  const href = `/rfps/${rfp.id}/vendors`;
  return (
    <StatStrip
      label="Invitations"
      stats={[
        { label: "Vendors invited", value: rfp.invitations.length, href },
        { label: "Have looked at it", value: count(["viewed", "intendsToBid", "declined"]), href },
        { label: "Intend to bid", value: count(["intendsToBid"]), href },
        { label: "Declined", value: count(["declined"]), href },
      ]}
    />
  );
}
