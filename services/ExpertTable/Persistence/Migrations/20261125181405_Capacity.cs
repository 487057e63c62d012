using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Capacity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "care_broker_id",
                table: "case_file",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "guide_id",
                table: "case_file",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "waiting_since",
                table: "case_file",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "capacity_term",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    start_date = table.Column<DateOnly>(type: "date", nullable: false),
                    cases_per_guide = table.Column<int>(type: "integer", nullable: false),
                    cases_in_all = table.Column<int>(type: "integer", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_term", x => x.id);
                    table.CheckConstraint("ck_capacity_term_cases", "cases_per_guide > 0 and cases_in_all > 0");
                });

            migrationBuilder.CreateTable(
                name: "staff_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    employer = table.Column<string>(type: "text", nullable: false),
                    minutes_per_month = table.Column<int>(type: "integer", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_member", x => x.id);
                    table.CheckConstraint("ck_staff_member_minutes", "minutes_per_month >= 0");
                });

            migrationBuilder.CreateTable(
                name: "guide_place",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    guide_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    number_in_all = table.Column<int>(type: "integer", nullable: false),
                    guide_limit = table.Column<int>(type: "integer", nullable: false),
                    total_limit = table.Column<int>(type: "integer", nullable: false),
                    is_override = table.Column<bool>(type: "boolean", nullable: false),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    assigned_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guide_place", x => x.id);
                    table.CheckConstraint("ck_guide_place_limit", "is_override = (number > guide_limit or number_in_all > total_limit)");
                    table.CheckConstraint("ck_guide_place_numbers", "number > 0 and number_in_all >= number");
                    table.ForeignKey(
                        name: "fk_guide_place_case_file_case_id",
                        column: x => x.case_id,
                        principalTable: "case_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_guide_place_staff_member_guide_id",
                        column: x => x.guide_id,
                        principalTable: "staff_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_file_care_broker_id",
                table: "case_file",
                column: "care_broker_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_file_guide_id",
                table: "case_file",
                column: "guide_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_file_waiting_since_id",
                table: "case_file",
                columns: new[] { "waiting_since", "id" },
                filter: "waiting_since is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_file_waiting",
                table: "case_file",
                sql: "waiting_since is null or (guide_id is null and state not in ('Closed', 'Returned'))");

            migrationBuilder.CreateIndex(
                name: "ix_guide_place_case_id",
                table: "guide_place",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_guide_place_guide_id_year_number",
                table: "guide_place",
                columns: new[] { "guide_id", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_guide_place_year_number_in_all",
                table: "guide_place",
                columns: new[] { "year", "number_in_all" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_case_file_staff_member_care_broker_id",
                table: "case_file",
                column: "care_broker_id",
                principalTable: "staff_member",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_case_file_staff_member_guide_id",
                table: "case_file",
                column: "guide_id",
                principalTable: "staff_member",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("""
                create extension if not exists btree_gist;
                alter table staff_member add constraint ex_staff_member_period
                    exclude using gist (subject with =, kind with =, validity with &&);

                -- Six process guides with six cases a year each.
                insert into capacity_term (id, start_date, cases_per_guide, cases_in_all, ground, recorded_by, recorded_at)
                values ('01920000-0000-7000-8000-000000000001', '2015-01-01', 6, 36, 'Regie op 3: zes procesbegeleiders met elk zes casussen per jaar', 'migration', now());

                create trigger append_only before update or delete or truncate on capacity_term
                    for each statement execute function refuse_change();
                create trigger append_only before update or delete or truncate on guide_place
                    for each statement execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_case_file_staff_member_care_broker_id",
                table: "case_file");

            migrationBuilder.DropForeignKey(
                name: "fk_case_file_staff_member_guide_id",
                table: "case_file");

            migrationBuilder.DropTable(
                name: "capacity_term");

            migrationBuilder.DropTable(
                name: "guide_place");

            migrationBuilder.DropTable(
                name: "staff_member");

            migrationBuilder.DropIndex(
                name: "ix_case_file_care_broker_id",
                table: "case_file");

            migrationBuilder.DropIndex(
                name: "ix_case_file_guide_id",
                table: "case_file");

            migrationBuilder.DropIndex(
                name: "ix_case_file_waiting_since_id",
                table: "case_file");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_file_waiting",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "care_broker_id",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "guide_id",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "waiting_since",
                table: "case_file");
        }
    }
}
