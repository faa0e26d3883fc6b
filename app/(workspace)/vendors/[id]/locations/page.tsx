import { MapPin, Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FormDialog } from "@/components/ui/form-dialog";
import { Badge } from "@/components/ui/status";
import { LocationFields } from "@/components/vendors/detail-fields";
import { PartButtons } from "@/components/vendors/part-buttons";
import { VendorFrame } from "@/components/vendors/vendor-frame";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { countryName } from "@/lib/shared/country";
import { addLocation, removeLocation, saveLocation } from "@/lib/vendors/details/actions";
import { SHORE_LABEL } from "@/lib/vendors/labels";
import { readVendorOf } from "@/lib/vendors/read";

export const metadata: Metadata = { title: "Locations of a vendor" };

export default async function LocationsPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("vendor:read");
  const vendor = (await readVendorOf(member, (await params).id)) ?? notFound();
  const mayWrite = may(member, "vendor:write");
  const add = mayWrite ? (
    <FormDialog
      action={addLocation}
      fields={{ vendorId: vendor.id }}
      title="Add a location"
      submit="Add location"
      label="Add location"
      size="sm"
      icon={<Plus aria-hidden />}
    >
      <LocationFields />
    </FormDialog>
  ) : null;
  return (
    <VendorFrame vendor={vendor} member={member} tab="/locations">
      <Card>
        <CardHeader title="Delivery locations" sub="Where the work is done, seen from you." action={add} />
        <DataTable
          caption="Locations"
          rows={vendor.locations}
          rowKey={(location) => location.id}
          empty={
            <EmptyState icon={<MapPin aria-hidden />} title="No location yet">
              Locations show how much of your work depends on one country.
            </EmptyState>
          }
          columns={[
            { key: "site", header: "Site", cell: (location) => location.site },
            { key: "country", header: "Country", cell: (location) => countryName(location.country, member.locale) },
            { key: "shore", header: "Shore", cell: (location) => <Badge>{SHORE_LABEL[location.shore]}</Badge> },
            {
              key: "actions",
              header: <span className="sr-only">Actions</span>,
              align: "right",
              cell: (location) =>
                mayWrite ? (
                  <PartButtons
                    part={location}
                    name={location.site}
                    noun="location"
                    save={saveLocation}
                    remove={removeLocation}
                  >
                    <LocationFields location={location} />
                  </PartButtons>
                ) : null,
            },
          ]}
        />
      </Card>
    </VendorFrame>
  );
}
