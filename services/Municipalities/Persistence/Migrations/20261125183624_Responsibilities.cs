using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Responsibilities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "responsibility_topic",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    required_roles = table.Column<int[]>(type: "integer[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_responsibility_topic", x => x.id);
                    table.CheckConstraint("ck_responsibility_topic_id", "id = region_id || ':' || code");
                    table.ForeignKey(
                        name: "fk_responsibility_topic_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "responsibility",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_id = table.Column<string>(type: "text", nullable: false),
                    body_id = table.Column<string>(type: "text", nullable: false),
                    scale = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_responsibility", x => x.id);
                    table.ForeignKey(
                        name: "fk_responsibility_responsibility_topic_topic_id",
                        column: x => x.topic_id,
                        principalTable: "responsibility_topic",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_responsibility_topic_id",
                table: "responsibility",
                column: "topic_id");

            migrationBuilder.CreateIndex(
                name: "ix_responsibility_topic_region_id",
                table: "responsibility_topic",
                column: "region_id");

            migrationBuilder.Sql("""
                alter table responsibility add constraint ck_responsibility_validity check (not isempty(validity));
                -- A body has a role once at a time; that two bodies have it is what the map shows.
                alter table responsibility add constraint ex_responsibility_once
                    exclude using gist (topic_id with =, body_id with =, scale with =, role with =, validity with &&);
                create trigger responsibility_never_changes before update or delete on responsibility
                    for each row execute function refuse_other_change('validity', 'version');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "responsibility");

            migrationBuilder.DropTable(
                name: "responsibility_topic");
        }
    }
}
