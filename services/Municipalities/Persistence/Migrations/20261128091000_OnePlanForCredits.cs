using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class OnePlanForCredits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A function that is replaced loses its settings, and KeysAndCredits replaces this one. Why it has one plan: OnePlanForShares.
            migrationBuilder.Sql("alter function refuse_unequal_shares() set plan_cache_mode = force_generic_plan;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("alter function refuse_unequal_shares() reset plan_cache_mode;");
        }
    }
}
