using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Emergencies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "emergency_access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_by = table.Column<string>(type: "text", nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_access", x => x.id);
                    table.CheckConstraint("ck_emergency_access_period", "expires_at > opened_at");
                    table.CheckConstraint("ck_emergency_access_seen", "num_nulls(seen_by, seen_at) in (0, 2) and (seen_by is null or seen_by <> subject)");
                    table.ForeignKey(
                        name: "fk_emergency_access_case_file_case_id",
                        column: x => x.case_id,
                        principalTable: "case_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_emergency_access_case_id_subject_expires_at",
                table: "emergency_access",
                columns: new[] { "case_id", "subject", "expires_at" });

            migrationBuilder.Sql("""
                -- Somebody sees to an access once; else it stays as it was.
                create function refuse_change_but_of_seeing() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'UPDATE' and old.seen_by is null and new.seen_by is not null
                        and to_jsonb(new) - '{seen_by,seen_at}'::text[] = to_jsonb(old) - '{seen_by,seen_at}'::text[] then
                        return new;
                    end if;
                    raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
                end $$;
                create trigger append_only before update or delete on emergency_access
                    for each row execute function refuse_change_but_of_seeing();
                create trigger never_emptied before truncate on emergency_access
                    for each statement execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "emergency_access");

            migrationBuilder.Sql("drop function refuse_change_but_of_seeing;");
        }
    }
}
