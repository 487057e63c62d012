using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PublishedAgreements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_agreement_signed",
                table: "agreement");

            migrationBuilder.AddCheckConstraint(
                name: "ck_agreement_signed",
                table: "agreement",
                sql: "(signed_on is null) = (content_hash = '') and (signed_on is null or validity is not null)");

            // An agreement that only a publication tells of has its first day on the timeline.
            migrationBuilder.Sql("""
                create or replace view timeline_of_agreement as
                select a.id, 'agreements/' || a.id as name, 'Agreement' as kind, a.region_id, a.municipality_ids, a.subject,
                    case when a.signed_on is null then 'Overeenkomst in werking' else 'Overeenkomst getekend' end
                        || coalesce(', opgezegd per ' || to_char(a.notice_on, 'DD-MM-YYYY'), '') as title,
                    concat_ws(E'\n', array_to_string(a.other_parties, ', '), nullif(a.termination_reason, '')) as text,
                    coalesce(a.signed_on, lower(a.validity)) as happened_on, 'Day' as precision, concat_ws(', ', a.source_title, nullif(a.source_place, '')) as origin
                from agreement a where a.validity is not null;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                create or replace view timeline_of_agreement as
                select a.id, 'agreements/' || a.id as name, 'Agreement' as kind, a.region_id, a.municipality_ids, a.subject,
                    'Overeenkomst getekend' || coalesce(', opgezegd per ' || to_char(a.notice_on, 'DD-MM-YYYY'), '') as title,
                    concat_ws(E'\n', array_to_string(a.other_parties, ', '), nullif(a.termination_reason, '')) as text,
                    a.signed_on as happened_on, 'Day' as precision, concat_ws(', ', a.source_title, nullif(a.source_place, '')) as origin
                from agreement a where a.signed_on is not null;
                """);

            migrationBuilder.DropCheckConstraint(
                name: "ck_agreement_signed",
                table: "agreement");

            migrationBuilder.AddCheckConstraint(
                name: "ck_agreement_signed",
                table: "agreement",
                sql: "(validity is null) = (signed_on is null) and (validity is null) = (content_hash = '')");
        }
    }
}
