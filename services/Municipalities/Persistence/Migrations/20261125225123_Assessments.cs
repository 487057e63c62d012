using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Assessments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assessment_form",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    lowest_score = table.Column<int>(type: "integer", nullable: false),
                    highest_score = table.Column<int>(type: "integer", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_form", x => x.code);
                    table.CheckConstraint("ck_assessment_form_scale", "0 <= lowest_score and lowest_score < highest_score and highest_score <= 100");
                });

            migrationBuilder.CreateTable(
                name: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    form_code = table.Column<string>(type: "text", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    variant = table.Column<string>(type: "text", nullable: false),
                    assessed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment", x => x.id);
                    table.CheckConstraint("ck_assessment_municipality", "municipality_id = '' or municipality_id ~ '^GM[0-9]{4}$'");
                    table.ForeignKey(
                        name: "fk_assessment_assessment_form_form_code",
                        column: x => x.form_code,
                        principalTable: "assessment_form",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assessment_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_criterion",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    form_code = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_criterion", x => new { x.form_code, x.code });
                    table.ForeignKey(
                        name: "fk_assessment_criterion_assessment_form_form_code",
                        column: x => x.form_code,
                        principalTable: "assessment_form",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_score",
                columns: table => new
                {
                    criterion = table.Column<string>(type: "text", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_score", x => new { x.assessment_id, x.criterion });
                    table.CheckConstraint("ck_assessment_score_evidence", "evidence <> '' and source_title <> ''");
                    table.ForeignKey(
                        name: "fk_assessment_score_assessment_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assessment_once",
                table: "assessment",
                columns: new[] { "form_code", "region_id", "municipality_id", "variant", "assessed_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_region_id",
                table: "assessment",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_criterion_form_code_position",
                table: "assessment_criterion",
                columns: new[] { "form_code", "position" },
                unique: true);

            migrationBuilder.Sql("""
                create function refuse_score_beyond_form() returns trigger language plpgsql as $$
                begin
                    if not exists (
                        select from assessment a join assessment_form f on f.code = a.form_code
                        join assessment_criterion c on c.form_code = f.code and c.code = new.criterion
                        where a.id = new.assessment_id and new.value between f.lowest_score and f.highest_score) then
                        raise exception 'Criterion % of assessment % is not on its form, or its score not on the scale.', new.criterion, new.assessment_id
                            using errcode = 'check_violation', constraint = 'ck_assessment_score_form', table = 'assessment_score';
                    end if;
                    return null;
                end $$;
                create constraint trigger ck_assessment_score_form after insert on assessment_score
                    deferrable initially deferred for each row execute function refuse_score_beyond_form();

                create trigger assessment_form_never_changes before update or delete or truncate on assessment_form
                    for each statement execute function refuse_change();
                create trigger assessment_criterion_never_changes before update or delete or truncate on assessment_criterion
                    for each statement execute function refuse_change();
                create trigger assessment_never_changes before update or delete or truncate on assessment
                    for each statement execute function refuse_change();
                create trigger assessment_score_never_changes before update or delete or truncate on assessment_score
                    for each statement execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessment_criterion");

            migrationBuilder.DropTable(
                name: "assessment_score");

            migrationBuilder.DropTable(
                name: "assessment");

            migrationBuilder.DropTable(
                name: "assessment_form");

            migrationBuilder.Sql("drop function refuse_score_beyond_form");
        }
    }
}
