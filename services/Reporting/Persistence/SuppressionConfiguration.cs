using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Persistence;

internal sealed class SuppressionPolicyConfiguration : IEntityTypeConfiguration<SuppressionPolicy>
{
    public void Configure(EntityTypeBuilder<SuppressionPolicy> table)
    {
        // That each audience has one policy on a day is an exclusion constraint of the migration.
        table.ToTable("suppression_policy", t =>
        {
            t.HasCheckConstraint("ck_suppression_policy_threshold", $"threshold between 0 and {SuppressionPolicy.MostThreshold}");
            t.HasCheckConstraint("ck_suppression_policy_public", $"audience <> 'Public' or threshold >= {SuppressionPolicy.LeastPublicThreshold}");
            t.HasCheckConstraint("ck_suppression_policy_money", $"money_percent between 0 and {SuppressionPolicy.MostMoneyPercent}");
        });
        table.HasKey(policy => policy.Id);
        table.Property(policy => policy.Id).ValueGeneratedNever();
        table.Ignore(policy => policy.Protection);
        table.HasSource(policy => policy.Source);
    }
}
