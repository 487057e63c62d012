using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Funds;
using Regio.Municipalities.HourClaims;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

internal sealed class HourRateConfiguration : IEntityTypeConfiguration<HourRate>
{
    public void Configure(EntityTypeBuilder<HourRate> table)
    {
        table.ToTable("hour_rate", t => t.HasCheckConstraint("ck_hour_rate_cents", "rate_cents > 0"));
        table.HasKey(r => new { r.Work, r.StartsOn });
        table.HasSource(r => r.Source);
    }
}

internal sealed class HourClaimConfiguration : IEntityTypeConfiguration<HourClaim>
{
    public void Configure(EntityTypeBuilder<HourClaim> table)
    {
        table.ToTable("hour_claim", t =>
        {
            t.HasCheckConstraint("ck_hour_claim_minutes", "minutes between 1 and 1440");
            t.HasCheckConstraint("ck_hour_claim_amount", "amount_cents = round(minutes * rate_cents / 60.0)");
            t.HasCheckConstraint("ck_hour_claim_day", "worked_on >= rate_starts_on");
            t.HasCheckConstraint("ck_hour_claim_settled", "(fund_id is null) = (fund_entry_number is null) and (fund_id is null or cancel_reason is null)");
        });
        table.HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Version).IsConcurrencyToken();
        table.HasIndex(c => new { c.MunicipalityId, c.Id });
        table.HasOne<Municipality>().WithMany().HasForeignKey(c => c.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<FundEntry>().WithMany().HasForeignKey(c => new { c.FundId, c.FundEntryNumber })
            .HasPrincipalKey(FundConfiguration.FundId, nameof(FundEntry.Number)).OnDelete(DeleteBehavior.Restrict);
        // Work without a rate cannot be claimed, whoever writes.
        table.HasOne<HourRate>().WithMany().HasForeignKey(c => new { c.Work, c.RateStartsOn }).OnDelete(DeleteBehavior.Restrict);
    }
}
