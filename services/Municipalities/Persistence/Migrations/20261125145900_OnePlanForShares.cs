using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class OnePlanForShares : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The check of the shares looks rows up by their key: one plan is right for all of them. Left to choose, a
            // session that began on empty tables finds every later plan dear, and plans anew for each row it checks.
            migrationBuilder.Sql("alter function refuse_unequal_shares() set plan_cache_mode = force_generic_plan;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("alter function refuse_unequal_shares() reset plan_cache_mode;");
        }
    }
}
